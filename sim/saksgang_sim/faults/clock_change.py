"""The two nights of the year in which the clocks skip an hour or show it twice (SIM-05)."""

from __future__ import annotations

import datetime as dt

from saksgang.legaltime import Almanac

__all__ = ["days_to_change", "next_change", "odd_hours"]

MIDNIGHT = dt.time()
ONE_DAY = dt.timedelta(days=1)
ALL_CHANGE_AT = dt.time(1)  # UTC, everywhere in Europe
AROUND = dt.timedelta(hours=1)


def _changes(day: dt.date, almanac: Almanac) -> bool:
    return almanac.instant(day + ONE_DAY, MIDNIGHT) - almanac.instant(day, MIDNIGHT) != ONE_DAY


def next_change(day: dt.date, almanac: Almanac) -> dt.date:
    """The next date, that day included, on which the clocks change."""
    while not _changes(day, almanac):
        day += ONE_DAY
    return day


def days_to_change(day: dt.date, almanac: Almanac) -> int:
    """How many days are left until then."""
    return (next_change(day, almanac) - day).days


def odd_hours(day: dt.date) -> tuple[dt.datetime, dt.datetime]:
    """From an hour before the change to an hour after it: both runs of the doubled hour lie within."""
    change = dt.datetime.combine(day, ALL_CHANGE_AT, dt.UTC)
    return change - AROUND, change + AROUND
