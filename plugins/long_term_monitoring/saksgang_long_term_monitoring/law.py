"""What the law fixes, read from the dated rows of ``rules.toml``."""

from __future__ import annotations

import datetime as dt
import tomllib
from importlib.resources import files

from attrs import frozen

from saksgang.errors import InputRefused

__all__ = ["ROWS", "LegalRule", "rule_in_force"]


@frozen
class LegalRule:
    """A dated value with its source.

    Attributes:
        value: a rule in words, as ``saksgang.legaltime.Rule`` reads it.
        valid_from: the first day on which it counts.
        status: ``official``, ``derived`` or ``projected``.
    """

    key: str
    value: str
    valid_from: dt.date
    source: str
    status: str


ROWS: tuple[LegalRule, ...] = tuple(
    LegalRule(**row)
    for row in tomllib.loads(files(__package__).joinpath("rules.toml").read_text(encoding="utf-8"))["rule"]
)


def rule_in_force(key: str, day: dt.date, rows: tuple[LegalRule, ...] = ROWS) -> str:
    """The rule in words that was in force on a local day; raises ``InputRefused`` for a day before all rows."""
    valid = [row for row in rows if row.key == key and row.valid_from <= day]
    if not valid:
        raise InputRefused(f"There is no legal rule {key!r} for {day}; add a row with its dates to rules.toml.")
    return max(valid, key=lambda row: row.valid_from).value
