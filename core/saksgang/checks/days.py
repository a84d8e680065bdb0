"""The local day of an instant, looked up anew only when another day is asked for than the time before."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from zoneinfo import ZoneInfo

__all__ = ["LocalDay", "LocalDays", "local_day"]

NOON = dt.time(12)


class LocalDay:
    """A local day and when it begins, is half over and ends, in UTC."""

    __slots__ = ("begins", "date", "ends", "noon")

    def __init__(self, zone: str, date: dt.date) -> None:
        self.date, tz = date, ZoneInfo(zone)
        self.begins = dt.datetime.combine(date, dt.time.min, tz).astimezone(dt.UTC)
        self.noon = dt.datetime.combine(date, NOON, tz).astimezone(dt.UTC)
        self.ends = dt.datetime.combine(date + dt.timedelta(days=1), dt.time.min, tz).astimezone(dt.UTC)


@lru_cache(maxsize=4096)
def local_day(zone: str, date: dt.date) -> LocalDay:
    """A day of a zone, as it was looked up before."""
    return LocalDay(zone, date)


class LocalDays:
    """The days of one zone."""

    def __init__(self, zone: str) -> None:
        self.zone = zone
        self._tz = ZoneInfo(zone)
        self._last = local_day(zone, dt.date(2026, 1, 1))

    def at(self, instant: dt.datetime) -> LocalDay:
        """The day that it is at an instant."""
        if not self._last.begins <= instant < self._last.ends:
            self._last = local_day(self.zone, instant.astimezone(self._tz).date())
        return self._last
