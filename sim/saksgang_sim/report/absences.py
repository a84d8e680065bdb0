"""When staff were away, as the journal tells it."""

from __future__ import annotations

import datetime as dt

from attrs import define, field

from saksgang.events import Event, OfficeOpened, StaffAbsent, StaffGone, StaffReturned
from saksgang.legaltime import Almanac

__all__ = ["Absences"]

DAY = dt.timedelta(days=1)
FOR_GOOD = dt.date(2199, 12, 31)


Span = tuple[dt.date, dt.date]


@define
class Absences:
    """Absent days by staff id, and the instants at which they begin and end."""

    almanac: Almanac
    _days: dict[str, list[Span]] = field(init=False, factory=dict)
    _spans: dict[str, list[tuple[dt.datetime, dt.datetime]]] = field(init=False, factory=dict)

    def heard(self, event: Event, at: dt.datetime) -> None:
        """Somebody is away, back or gone."""
        match event:
            case OfficeOpened(staff=staff):
                for one in staff:
                    self._set(one.id, [(each.first, each.last) for each in one.absences])
            case StaffAbsent(staff=who, absence=absence):
                self._set(who, [*self._days.get(who, ()), (absence.first, absence.last)])
            case StaffReturned(staff=who, day=day):
                self._set(who, [(first, min(last, day - DAY)) for first, last in self._days.get(who, ())])
            case StaffGone(staff=who):
                self._set(who, [*self._days.get(who, ()), (self.almanac.today(at), FOR_GOOD)])

    def seconds(self, who: str, since: dt.datetime, until: dt.datetime) -> float:
        """How many seconds of a span somebody was away; absences that overlap count once."""
        total, reached = 0.0, since
        for begin, end in self._spans.get(who, ()):
            away = (min(until, end) - max(begin, reached)).total_seconds()
            if away > 0:
                total, reached = total + away, min(until, end)
        return total

    def _set(self, who: str, days: list[Span]) -> None:
        self._days[who] = days
        self._spans[who] = sorted(
            (self.almanac.instant(first, dt.time()), self.almanac.instant(last + DAY, dt.time()))
            for first, last in days
            if first <= last
        )
