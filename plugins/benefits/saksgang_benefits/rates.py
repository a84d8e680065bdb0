"""Dated amounts with their source, read from ``rates.toml`` (BEN-16)."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Iterable
from decimal import Decimal
from importlib.resources import files

from attrs import field, frozen

from saksgang.errors import InputRefused

__all__ = ["DERIVED", "OFFICIAL", "PROJECTED", "RATES", "REFORM", "STATUSES", "Rate", "rate", "weakest"]

OFFICIAL, DERIVED, PROJECTED = STATUSES = ("official", "derived", "projected")
"""How sure an amount is, the surest first."""

_TABLE = tomllib.loads(files(__package__).joinpath("rates.toml").read_text(encoding="utf-8"))

REFORM: dt.date = _TABLE["reform"]["from"]
"""From that day there is one benefit, and other rules choose its rates."""


@frozen
class Rate:
    """An amount and the days on which it holds, both included.

    Attributes:
        unit: what the amount is: kroner per month, hours, years.
        valid_to: ``None`` where no end is known.
        status: one of ``STATUSES``.
    """

    key: str
    amount: Decimal = field(converter=Decimal)
    unit: str
    valid_from: dt.date
    legal_ref: str
    status: str
    source: str
    valid_to: dt.date | None = None

    def holds(self, day: dt.date) -> bool:
        """Whether it holds on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


RATES: tuple[Rate, ...] = tuple(Rate(**row) for row in _TABLE["rate"])


def rate(key: str, day: dt.date, *, allow_projected: bool = False, rates: Iterable[Rate] = RATES) -> Rate:
    """The amount of that key on a day.

    Raises:
        InputRefused: there is none, or it is only projected and that is not allowed (BEN-16).
    """
    found = next((row for row in rates if row.key == key and row.holds(day)), None)
    if found is None:
        raise InputRefused(f"There is no rate {key!r} for {day}; add a row with its dates and source to rates.toml.")
    if found.status == PROJECTED and not allow_projected:
        raise InputRefused(
            f"The rate {key!r} for {day} is only projected; put the official one into rates.toml, "
            "or set allow_projected in a simulation."
        )
    return found


def weakest(statuses: Iterable[str]) -> str:
    """The status of what rests on several amounts: that of the least sure."""
    return max(statuses, key=STATUSES.index, default=OFFICIAL)
