"""Instants as local days, months and weeks of the municipality, remembered: the same hours come again and again."""

from __future__ import annotations

import datetime as dt

from attrs import define, field

from saksgang.legaltime import Almanac

__all__ = ["Calendar"]

HOUR = 3600
WEEK = dt.timedelta(days=7)


@define
class Calendar:
    """What day it is where the office is."""

    almanac: Almanac
    _days: dict[int, dt.date] = field(init=False, factory=dict)

    def day(self, at: dt.datetime) -> dt.date:
        """The local day; no zone here changes its offset within an hour of the clock."""
        hour = int(at.timestamp()) // HOUR
        day = self._days.get(hour)
        if day is None:
            day = self._days[hour] = self.almanac.today(at)
        return day

    def month(self, at: dt.datetime) -> str:
        """The local month, such as ``2026-03``."""
        return f"{self.day(at):%Y-%m}"

    def next_monday(self, at: dt.datetime) -> dt.datetime:
        """The instant at which the local week ends."""
        day = self.day(at)
        return self.almanac.instant(day + WEEK - dt.timedelta(days=day.weekday()), dt.time())
