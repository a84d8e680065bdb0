"""The result of the counting week: a table by department, channel, type and closing (REG-13)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from operator import attrgetter

from attrs import astuple, evolve, frozen

from saksgang.events import ContactRecorded, OfficeOpened
from saksgang.journal.record import Recorded
from saksgang.legaltime import Almanac
from saksgang_contact_registration.names import ROUTINE
from saksgang_contact_registration.registration import Registration, registration_of

__all__ = ["HEADER", "Count", "counted", "counted_in", "total"]

HEADER = ("department", "channel", "type", "closing", "singly", "in_batches", "overruled")


@frozen
class Count:
    """A row of the result.

    Attributes:
        singly: contacts that were registered one by one.
        in_batches: letters of mass mailings, which are registered apart (REG-10).
        overruled: warnings that were overruled.
    """

    department: str
    channel: str
    type: str
    closing: str
    singly: int = 0
    in_batches: int = 0
    overruled: int = 0

    @property
    def row(self) -> tuple[str | int, ...]:
        """Its cells, under ``HEADER``."""
        return astuple(self)


def counted(registrations: Iterable[Registration]) -> list[Count]:
    """The table, in the order of its first four columns."""
    table: dict[tuple[str, str, str, str], Count] = {}
    for reg in registrations:
        key = (reg.department, reg.channel, reg.type, reg.closing)
        row = table.get(key) or Count(*key)
        singly, in_batches = (0, reg.count) if reg.batch else (reg.count, 0)
        table[key] = evolve(
            row,
            singly=row.singly + singly,
            in_batches=row.in_batches + in_batches,
            overruled=row.overruled + len(reg.overruled),
        )
    return sorted(table.values(), key=attrgetter("department", "channel", "type", "closing"))


def counted_in(journal: Iterable[Recorded]) -> list[Count]:
    """The table of a journal's last counting week, whatever else happened in it; empty where nobody registered."""
    almanac, week = Almanac("DK"), _Week()
    registrations: list[Registration] = []
    for recorded in journal:
        event = recorded.event
        if isinstance(event, OfficeOpened):
            almanac, week = Almanac(event.country, event.zone), _Week.of(event) or week
        elif isinstance(event, ContactRecorded) and event.routine == ROUTINE:
            today = almanac.today(recorded.at)
            registrations.append(registration_of(event.direction, event.channel, event.about, event.facts, today))
    return counted(reg for reg in registrations if week.first <= reg.day <= week.last)


@frozen
class _Week:
    """The days that are counted; all of them where no office says which."""

    first: dt.date = dt.date.min
    last: dt.date = dt.date.max

    @classmethod
    def of(cls, event: OfficeOpened) -> _Week | None:
        """The week that an office was opened with, ``None`` where it does not count."""
        settings = event.routines.get(ROUTINE, {}).get("settings")
        if settings is None:
            return None
        return cls(*(dt.date.fromisoformat(settings[name]) for name in ("first_day", "last_day")))


def total(table: Iterable[Count]) -> Count:
    """The sum of all rows."""
    rows = list(table)
    sums = (sum(getattr(row, name) for row in rows) for name in ("singly", "in_batches", "overruled"))
    return Count("", "", "", "", *sums)
