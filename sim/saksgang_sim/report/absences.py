"""When staff were away, as the journal tells it."""

from __future__ import annotations

import datetime as dt

from attrs import define, field

from saksgang.events import Event, OfficeOpened, StaffAbsent, StaffGone, StaffReturned
from saksgang.legaltime import Almanac

__all__ = ["Absences"]

DAY = dt.timedelta(days=1)
FOR_GOOD = dt.date(2199, 12, 31)


@define
class Absences:
    """Absent days by staff id."""

    almanac: Almanac
    _spans: dict[str, list[tuple[dt.date, dt.date]]] = field(init=False, factory=dict)

    def heard(self, event: Event, at: dt.datetime) -> None:
        """Somebody is away, back or gone."""
        match event:
            case OfficeOpened(staff=staff):
                self._spans = {one.id: [(a.first, a.last) for a in one.absences] for one in staff}
            case StaffAbsent(staff=who, absence=absence):
                self._spans.setdefault(who, []).append((absence.first, absence.last))
            case StaffReturned(staff=who, day=day):
                self._spans[who] = [(first, min(last, day - DAY)) for first, last in self._spans.get(who, [])]
            case StaffGone(staff=who):
                self._spans.setdefault(who, []).append((self.almanac.today(at), FOR_GOOD))

    def seconds(self, who: str, since: dt.datetime, until: dt.datetime) -> float:
        """How many seconds of a span somebody was away; absences that overlap count once."""
        away = sorted(
            (
                max(since, self.almanac.instant(first, dt.time())),
                min(until, self.almanac.instant(last + DAY, dt.time())),
            )
            for first, last in self._spans.get(who, ())
            if first <= last
        )
        total, reached = 0.0, since
        for begin, end in away:
            if end > max(begin, reached):
                total, reached = total + (end - max(begin, reached)).total_seconds(), end
        return total
