"""What the checks know of the municipality and of calendar months; nothing of the routine's code (SIM-06)."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import Any
from zoneinfo import ZoneInfo

from saksgang.checks import sees
from saksgang.checks.days import LocalDays
from saksgang.checks.laws_base import AtOnce, Law
from saksgang.events import OfficeOpened
from saksgang.journal.record import Recorded

__all__ = ["ACTIVE", "CLOSED", "MONITORED", "ROUTINE", "Local", "Owed", "months_after", "months_earlier", "settings"]

ROUTINE = "long_term_monitoring"
ACTIVE, MONITORED = "Saken er aktiv", "Saken er på langtidsovervåking"
CLOSED = "Saken er avsluttet"


def settings(event: OfficeOpened) -> dict[str, Any]:
    """The routine's settings as plain data; empty where the routine is not on."""
    found: dict[str, Any] = event.routines.get(ROUTINE, {}).get("settings", {})
    return found


def months_after(day: dt.date, months: int) -> dt.date:
    """Month by month to the same day number, or to the last day of a month that has no such."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def months_earlier(day: dt.date, months: int) -> dt.date:
    """The same backwards."""
    year, month = day.year, day.month
    for _ in range(months):
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


class Local(Law):
    """The base of checks that need local days and the settings."""

    def __init__(self) -> None:
        super().__init__()
        self._zone, self._days = ZoneInfo("Europe/Oslo"), LocalDays("Europe/Oslo")
        self.settings: dict[str, Any] = {}

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Where it is, and what is set there."""
        self._zone, self._days = ZoneInfo(event.zone), LocalDays(event.zone)
        self.settings = settings(event)

    def day(self, at: dt.datetime) -> dt.date:
        """The local day."""
        return self._days.at(at).date

    def counted(self, day: dt.date, interval: str) -> dt.date:
        """The day so long after: months by the calendar, days one by one; other intervals are not judged here."""
        number, _, unit = interval.partition(" ")
        return months_after(day, int(number)) if unit.startswith("month") else day + dt.timedelta(days=int(number))


class Owed(Local, AtOnce):
    """The base of rules that say what follows at once, where days and settings matter."""
