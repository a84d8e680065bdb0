"""The base of checks that name days or months: those of the office's own clock (COR-14)."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from saksgang.checks import Check, sees
from saksgang.checks.days import LocalDays
from saksgang.events import OfficeOpened
from saksgang.journal.record import Recorded

__all__ = ["OfficeDays"]

ZONE = "Europe/Copenhagen"


class OfficeDays(Check):
    """A check to which the office's country and local days are known; until it opens they are Danish ones."""

    def __init__(self) -> None:
        super().__init__()
        self.country, self._zone, self._days = "DK", ZoneInfo(ZONE), LocalDays(ZONE)

    @sees(OfficeOpened)
    def where_it_is(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whose days they are."""
        self.country, self._zone, self._days = event.country, ZoneInfo(event.zone), LocalDays(event.zone)

    def local(self, at: dt.datetime) -> dt.datetime:
        """An instant as the office's clock shows it."""
        return at.astimezone(self._zone)

    def day(self, at: dt.datetime) -> dt.date:
        """The office's day."""
        return self._days.at(at).date

    def month(self, at: dt.datetime) -> str:
        """The office's month, such as ``2024-08``."""
        return f"{self.day(at):%Y-%m}"
