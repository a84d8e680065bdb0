"""Deadlines met and missed over the months, and where the time went before each that was missed (SIM-09)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from functools import partial

from attrs import define, field, frozen

from saksgang_sim.promises import DUE, Waits
from saksgang_sim.report.calendar import Calendar
from saksgang_sim.report.grid import BEHIND, EVERY, Bucket, Grid
from saksgang_sim.report.places import Place
from saksgang_sim.report.slim import Data, See
from saksgang_sim.report.whereabouts import Whereabouts

__all__ = ["CANCELLED", "DUE", "LIMIT", "MET", "MISSED", "NORM", "STARTED", "Deadlines", "Kind", "Missed"]

NORM, LIMIT = "norm", "limit"
STARTED, MET, MISSED, CANCELLED = "started", "met", "missed", "cancelled"
KEPT = 500


def kept(how: str) -> int:
    """How many of the cases behind a number are kept."""
    return EVERY if how == MISSED else BEHIND


@frozen
class Missed:
    """A deadline that was missed, and where its case lay until then.

    Attributes:
        kind: ``routine.kind``.
        spent: seconds by place, the longest first.
    """

    case: str
    deadline: str
    kind: str
    target: str
    due: dt.datetime
    spent: tuple[tuple[Place, int], ...]

    @property
    def mostly(self) -> Place | None:
        """Where the case lay the longest."""
        return self.spent[0][0] if self.spent else None


@define
class Kind:
    """One target of one kind of deadline.

    Attributes:
        name: ``routine.kind``.
        states: how many started, were met, missed, cancelled.
        months: by the local month in which it was due, ``met`` and ``missed``.
        missed: the first 500 that were missed.
        lost: seconds by place, over all that were missed.
        mainly: how many of the missed lay there longest.
    """

    name: str
    target: str
    states: dict[str, Bucket] = field(factory=dict)
    months: Grid = field(factory=Grid)
    missed: list[Missed] = field(factory=list)
    lost: Counter[Place] = field(factory=Counter)
    mainly: dict[Place, Bucket] = field(factory=dict)

    def count(self, how: str) -> int:
        """How many there are of a state."""
        return self.states[how].count if how in self.states else 0

    def add(self, how: str, case: str) -> None:
        """One more in a state."""
        self.states.setdefault(how, Bucket(most=kept(how))).add(case)


@define
class Deadlines:
    """Every target of every kind, by ``routine.kind`` and target."""

    calendar: Calendar
    whereabouts: Whereabouts
    waits: Waits
    kinds: dict[tuple[str, str], Kind] = field(factory=dict)

    @property
    def sees(self) -> dict[str, See]:
        """The events that begin, stop and end a deadline."""
        return {
            "DeadlineStarted": self._started,
            "DeadlinePaused": self.whereabouts.paused,
            "DeadlineResumed": self.whereabouts.resumed,
            "DeadlineMet": partial(self._ended, how=MET),
            "DeadlineMissed": partial(self._ended, how=MISSED),
            "DeadlineCancelled": partial(self._ended, how=CANCELLED),
        }

    @property
    def promises(self) -> list[Kind]:
        """Norms, limits, and what else the office has to do in time: limits first, then norms."""
        rank = {LIMIT: 0, NORM: 1}
        return sorted(
            (kind for kind in self.kinds.values() if self.waits.promised(kind.name, kind.target)),
            key=lambda kind: (rank.get(kind.target, 2), kind.name),
        )

    @property
    def reminders(self) -> list[Kind]:
        """All other times, by name."""
        return sorted(
            (kind for kind in self.kinds.values() if not self.waits.promised(kind.name, kind.target)),
            key=lambda kind: (kind.name, kind.target),
        )

    def missed(self) -> Iterator[Missed]:
        """The promises that were missed, limits first."""
        for kind in self.promises:
            yield from kind.missed

    def count(self, how: str) -> int:
        """How many promises came to a state."""
        return sum(kind.count(how) for kind in self.promises)

    def _timed(self, kind: Kind) -> bool:
        return kind.target != DUE or kind.name not in self.waits.recipient

    def _kind(self, event: Data, target: str) -> Kind:
        key = (f"{event.routine}.{event.kind}", target)
        kind = self.kinds.get(key)
        if kind is None:
            kind = self.kinds[key] = Kind(*key)
        return kind

    def _started(self, event: Data, at: dt.datetime) -> None:
        timed = 0
        for target in event.targets:
            kind = self._kind(event, target.name)
            kind.add(STARTED, event.case)
            timed += self._timed(kind)
        self.whereabouts.started(event, at, timed)

    def _ended(self, event: Data, at: dt.datetime, *, how: str) -> None:
        kind = self._kind(event, event.target)
        kind.add(how, event.case)
        spent = self.whereabouts.ended(event, at, timed=self._timed(kind))
        if event.due is None:
            return
        kind.months.add(self.calendar.month(event.due), how, event.case, kept(how))
        if how == MISSED:
            self._missed(kind, event, event.due, tuple(sorted(spent.items(), key=lambda item: (-item[1], item[0]))))

    def _missed(self, kind: Kind, event: Data, due: dt.datetime, spent: tuple[tuple[Place, int], ...]) -> None:
        for place, seconds in spent:
            kind.lost[place] += seconds
        for place, _ in spent[:1]:
            kind.mainly.setdefault(place, Bucket(most=EVERY)).add(event.case)
        if len(kind.missed) < KEPT:
            kind.missed.append(Missed(event.case, event.deadline, kind.name, kind.target, due, spent))
