"""With whom a task area lies on a day: the municipality, Udbetaling Danmark or elsewhere (REG-07, REG-08)."""

from __future__ import annotations

import datetime as dt
import tomllib
from importlib.resources import files

from attrs import frozen

__all__ = ["ROWS", "UDBETALING_DANMARK", "OutsideArea", "outside", "outside_on"]

UDBETALING_DANMARK = "Udbetaling Danmark"


@frozen
class OutsideArea:
    """A task area that lies outside the municipality's remit, with its source.

    Attributes:
        valid_from: the first day on which it lies there.
        status: ``official``, ``derived`` or ``projected``.
    """

    area: str
    authority: str
    valid_from: dt.date
    source: str
    status: str


ROWS: tuple[OutsideArea, ...] = tuple(
    OutsideArea(**row)
    for row in tomllib.loads(files(__package__).joinpath("rules.toml").read_text(encoding="utf-8"))["outside"]
)


def outside(day: dt.date, rows: tuple[OutsideArea, ...] = ROWS) -> tuple[OutsideArea, ...]:
    """Everything that lies outside the municipality's remit on a local day."""
    return tuple(row for row in rows if row.valid_from <= day)


def outside_on(area: str, day: dt.date, rows: tuple[OutsideArea, ...] = ROWS) -> OutsideArea | None:
    """The row by which a task area lies elsewhere on a local day; ``None`` where it does not."""
    return next((row for row in outside(day, rows) if row.area == area), None)
