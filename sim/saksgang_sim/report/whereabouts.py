"""Where the time went before a deadline was missed: the case's days by where it lay (SIM-09).

Only cases with a running norm or limit are timed; what has come to its end is forgotten, so that memory grows with what
is open. A deadline that stands still is not timed.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from attrs import define, field

from saksgang_sim.report.absences import Absences
from saksgang_sim.report.places import ABSENT, CHANGES, INBOX, OWNER, Place, Things
from saksgang_sim.report.slim import Data, See

__all__ = ["Spent", "Whereabouts"]

Spent: TypeAlias = dict[Place, int]
INBOXED = Place(INBOX)
Change: TypeAlias = Callable[[Things, Data], None]


@define
class _Clock:
    """A running deadline: what had been spent on its case when it began, and, while it stands still, since then."""

    open: int
    before: Spent
    paused: Spent | None = None


@define
class _Case:
    things: Things = field(factory=Things)
    clocks: dict[str, _Clock] = field(factory=dict)
    spent: Spent = field(factory=dict)
    since: dt.datetime | None = None
    place: Place | None = None


@define
class Whereabouts:
    """The open cases, and where they lie.

    Attributes:
        recipients: ``routine.kind`` of the deadlines that wait for somebody outside.
    """

    absences: Absences
    recipients: frozenset[str]
    _cases: dict[str, _Case] = field(init=False, factory=dict)

    @property
    def sees(self) -> dict[str, See]:
        """Which events move a case."""
        return {name: partial(self._change, change) for name, change in CHANGES.items()}

    def started(self, event: Data, at: dt.datetime, open_targets: int) -> None:
        """A deadline with so many norms and limits began; none of them makes it one that only waits."""
        case = self._moved(event.case, at)
        if f"{event.routine}.{event.kind}" in self.recipients:
            case.things.recipient[event.deadline] = None
        if open_targets and event.case:
            before = dict(case.spent)
            if event.start is not None and event.start < at:
                before[INBOXED] = before.get(INBOXED, 0) - round((at - event.start).total_seconds())
            case.clocks[event.deadline] = _Clock(open_targets, before)
        self._settled(event.case, case, at)

    def paused(self, event: Data, at: dt.datetime) -> None:
        """A deadline stands still."""
        case = self._moved(event.case, at)
        clock = case.clocks.get(event.deadline)
        if clock is not None and clock.paused is None:
            clock.paused = dict(case.spent)
        self._settled(event.case, case, at)

    def resumed(self, event: Data, at: dt.datetime) -> None:
        """It runs again."""
        case = self._moved(event.case, at)
        clock = case.clocks.get(event.deadline)
        if clock is not None and clock.paused is not None:
            for place, seconds in _less(case.spent, clock.paused).items():
                clock.before[place] = clock.before.get(place, 0) + seconds
            clock.paused = None
        self._settled(event.case, case, at)

    def ended(self, event: Data, at: dt.datetime, *, timed: bool) -> Spent:
        """A target of it ended; where the case lay since the deadline began, in seconds."""
        case = self._moved(event.case, at)
        case.things.recipient.pop(event.deadline, None)
        clock = case.clocks.get(event.deadline) if timed else None
        if clock is None:
            self._settled(event.case, case, at)
            return {}
        spent = _less(case.spent, clock.before)
        clock.open -= 1
        if clock.open <= 0:
            del case.clocks[event.deadline]
        self._settled(event.case, case, at)
        return spent

    def _moved(self, number: str, at: dt.datetime) -> _Case:
        """The case, with its time accounted for up to now."""
        case = self._cases.get(number)
        if case is None:
            case = self._cases[number] = _Case()
        elif case.clocks and case.since is not None and case.place is not None:
            seconds = round((at - case.since).total_seconds())
            if case.place.kind == OWNER:
                away = round(self.absences.seconds(case.place.whom, case.since, at))
                if away:
                    absent = case.place._replace(kind=ABSENT)
                    case.spent[absent] = case.spent.get(absent, 0) + away
                seconds -= away
            if seconds:
                case.spent[case.place] = case.spent.get(case.place, 0) + seconds
        return case

    def _settled(self, number: str, case: _Case, at: dt.datetime) -> None:
        """Where it lies from now on; forgotten when nothing is open."""
        if case.clocks:
            case.since, case.place = at, case.things.place()
        elif not case.things:
            del self._cases[number]
        elif case.spent:
            case.spent, case.since, case.place = {}, None, None

    def _change(self, change: Change, event: Data, at: dt.datetime) -> None:
        case = self._moved(event.case, at)
        change(case.things, event)
        self._settled(event.case, case, at)


def _less(spent: Spent, before: Spent) -> Spent:
    left = {place: seconds - before.get(place, 0) for place, seconds in spent.items()}
    left |= {place: -seconds for place, seconds in before.items() if place not in spent}
    return {place: seconds for place, seconds in left.items() if seconds > 0}
