"""Where a payment is posted, by the dated rows of ``konteringer.toml`` (BEN-24)."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from importlib.resources import files
from typing import Any

from attrs import frozen

from saksgang.errors import InputRefused
from saksgang_benefits.money import plain
from saksgang_benefits.names import SINGLE

__all__ = ["ROWS", "PostingRow", "posting_key", "posting_row", "postings"]

PAID_FROM = "udbetaling"


@frozen
class PostingRow:
    """An account for one kind of benefit, on the days from one to another, both included."""

    key: str
    account: str
    text: str
    valid_from: dt.date
    legal_ref: str
    status: str
    source: str
    valid_to: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        """Whether it holds on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


ROWS: tuple[PostingRow, ...] = tuple(
    PostingRow(**row)
    for row in tomllib.loads(files(__package__).joinpath("konteringer.toml").read_text(encoding="utf-8"))["posting"]
)


def posting_key(case_type: str, facts: Mapping[str, Any]) -> str:
    """Which row a case is posted by: its type, or the purpose of a single payment."""
    return str(facts.get("purpose", "")) if case_type == SINGLE else case_type


def posting_row(key: str, day: dt.date) -> PostingRow:
    """The row of that key on a day; raises ``InputRefused`` where there is none."""
    found = next((row for row in ROWS if row.key == key and row.holds(day)), None)
    if found is None:
        raise InputRefused(f"There is no account for {key!r} on {day}; add a row with its dates to konteringer.toml.")
    return found


def postings(key: str, amount: Decimal, day: dt.date) -> list[dict[str, Any]]:
    """The postings of a payment for the month that begins on that day: as much debit as credit, to the øre.

    Raises:
        InputRefused: there is no account.
    """
    rows = ((posting_row(key, day), "debit"), (posting_row(PAID_FROM, day), "credit"))
    return [
        {"account": row.account, "side": side, "amount": plain(amount), "text": row.text, "status": row.status}
        for row, side in rows
    ]
