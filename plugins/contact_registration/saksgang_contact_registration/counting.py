"""The result of the counting week: a table by department, channel, type and closing (REG-13)."""

from __future__ import annotations

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
    """The table of a journal, whatever else happened in it; empty where nobody registered."""
    return counted(_registered(journal))


def _registered(journal: Iterable[Recorded]) -> Iterable[Registration]:
    almanac = Almanac("DK")
    for recorded in journal:
        event = recorded.event
        if isinstance(event, OfficeOpened):
            almanac = Almanac(event.country, event.zone)
        elif isinstance(event, ContactRecorded) and event.routine == ROUTINE:
            today = almanac.today(recorded.at)
            yield registration_of(event.direction, event.channel, event.about, event.facts, today)


def total(table: Iterable[Count]) -> Count:
    """The sum of all rows."""
    rows = list(table)
    sums = (sum(getattr(row, name) for row in rows) for name in ("singly", "in_batches", "overruled"))
    return Count("", "", "", "", *sums)
