"""What the checks know of the municipality and of calendar months; nothing of the routine's code (SIM-06)."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from typing import Any
from zoneinfo import ZoneInfo

from saksgang.checks import sees
from saksgang.checks.almanac import is_working
from saksgang.checks.days import LocalDays
from saksgang.checks.laws_base import AtOnce, Law
from saksgang.events import OfficeOpened, TaskCompleted
from saksgang.journal.record import Recorded

__all__ = ["ACTIVE", "CLOSED", "MONITORED", "ROUTINE", "Local", "Owed", "months_after", "months_earlier", "settings"]

DAY = dt.timedelta(days=1)
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
        self._zone, self._days, self._country = ZoneInfo("Europe/Oslo"), LocalDays("Europe/Oslo"), "NO"
        self.settings: dict[str, Any] = {}

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Where it is, and what is set there."""
        self._zone, self._days, self._country = ZoneInfo(event.zone), LocalDays(event.zone), event.country
        self.settings = settings(event)

    def day(self, at: dt.datetime) -> dt.date:
        """The local day."""
        return self._days.at(at).date

    def counted(self, day: dt.date, interval: str) -> dt.date:
        """The day so long after: months by the calendar, days and working days one by one."""
        number, _, unit = interval.partition(" ")
        if unit.startswith("month"):
            return months_after(day, int(number))
        left = int(number)
        while left:
            day += DAY
            if unit.startswith("day") or is_working(self._country, day):
                left -= 1
        return day

    def chosen(self, event: TaskCompleted) -> dict[str, Any]:
        """The outcome of a review as the settings have it: the one named, else the first with that effect."""
        name = event.facts.get("choice")
        rows = [row for row in self.settings.get("outcomes", ()) if row["effect"] == event.outcome]
        fitting = (row for row in rows if name in (None, row["name"]))
        return next(fitting, {"name": str(name or ""), "effect": event.outcome, "months": 0})

    def interval(self, event: TaskCompleted) -> str:
        """Until the next review: the months that the form says, else the outcome, else the setting."""
        months = event.facts.get("months") or self.chosen(event)["months"]
        return f"{months} months" if months else str(self.settings.get("interval", "6 months"))


class Owed(Local, AtOnce):
    """The base of rules that say what follows at once, where days and settings matter."""
