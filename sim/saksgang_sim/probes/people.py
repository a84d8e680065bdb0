"""Rare places among those who work in the office: illness, departures, deputies, work that changes hands."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from saksgang.checks import sees
from saksgang.events import (
    CaseAssigned,
    DeadlineMissed,
    StaffAbsent,
    StaffGone,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
    TaskReopened,
    TaskTaken,
    TaskWaiting,
)
from saksgang.journal.record import Recorded
from saksgang.legaltime import Almanac
from saksgang_sim.probes.base import Watcher

__all__ = ["PeopleProbes"]

LONG = dt.timedelta(days=5)


class PeopleProbes(Watcher):
    """Staff and their work."""

    probes = (
        "somebody fell ill with a task in hand",
        "ten or more fell ill on one day",
        "somebody left with open cases",
        "a waiting task changed hands because its owner left",
        "a deputy got work in somebody's place",
        "there was nobody to step in, and work went to the queue",
        "a case was given to nobody",
        "a task was done by somebody else than its owner",
        "a task waited for more than five days and was taken up again",
        "a deadline was missed while the caseworker was ill",
    )

    def __init__(self, reached: Counter[str], almanac: Almanac) -> None:
        super().__init__(reached, almanac)
        self._in_hand: Counter[str] = Counter()
        self._owner: dict[str, str] = {}
        self._waiting: dict[str, dt.datetime] = {}
        self._ill: dict[dt.date, set[str]] = {}
        self._caseworker: dict[str, str] = {}
        self._away: dict[str, dt.date] = {}
        self._left_at: dt.datetime | None = None

    @sees(StaffAbsent)
    def absent(self, event: StaffAbsent, recorded: Recorded) -> None:
        """Ill, from today on."""
        day = self.almanac.today(recorded.at)
        ill = self._ill.setdefault(day, set())
        ill.add(event.staff)
        self._away[event.staff] = event.absence.last
        if len(ill) == 10:
            self.probe("ten or more fell ill on one day")
        if self._in_hand[event.staff] > 0:
            self.probe("somebody fell ill with a task in hand")

    @sees(StaffGone)
    def gone(self, event: StaffGone, recorded: Recorded) -> None:
        """For good."""
        self._left_at = recorded.at

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """A case changes hands."""
        self._caseworker[event.case] = event.to
        if recorded.at == self._left_at and recorded.actor == "system:office":
            self.probe("somebody left with open cases")
        if not event.to:
            self.probe("a case was given to nobody")
        self._stepped_in(event.reason)

    @sees(TaskCreated)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """Work comes up."""
        self._own(event.task, event.owner)
        self._stepped_in(event.reason)

    @sees(TaskReassigned)
    def reassigned(self, event: TaskReassigned, recorded: Recorded) -> None:
        """Work changes hands."""
        if event.task in self._waiting and recorded.at == self._left_at:
            self.probe("a waiting task changed hands because its owner left")
        self._own(event.task, event.owner)
        self._stepped_in(event.reason)

    @sees(TaskTaken)
    def taken(self, event: TaskTaken, recorded: Recorded) -> None:
        """Somebody helps himself."""
        self._own(event.task, event.by)

    @sees(TaskWaiting)
    def waits(self, event: TaskWaiting, recorded: Recorded) -> None:
        """It waits for something."""
        self._waiting[event.task] = recorded.at

    @sees(TaskReopened)
    def reopened(self, event: TaskReopened, recorded: Recorded) -> None:
        """It goes on."""
        if recorded.at - self._waiting.pop(event.task, recorded.at) > LONG:
            self.probe("a task waited for more than five days and was taken up again")

    @sees(TaskCompleted)
    def completed(self, event: TaskCompleted, recorded: Recorded) -> None:
        """Done."""
        if event.owner and event.by != event.owner:
            self.probe("a task was done by somebody else than its owner")
        self._over(event.task)

    @sees(TaskCancelled)
    def cancelled(self, event: TaskCancelled, recorded: Recorded) -> None:
        """Not needed any more."""
        self._over(event.task)

    @sees(DeadlineMissed)
    def missed(self, event: DeadlineMissed, recorded: Recorded) -> None:
        """Too late."""
        away = self._away.get(self._caseworker.get(event.case, ""))
        if away is not None and self.almanac.today(event.due) <= away:
            self.probe("a deadline was missed while the caseworker was ill")

    def _own(self, task: str, owner: str) -> None:
        self._in_hand[self._owner.get(task, "")] -= 1
        self._owner[task] = owner
        self._in_hand[owner] += 1

    def _over(self, task: str) -> None:
        self._in_hand[self._owner.pop(task, "")] -= 1
        self._waiting.pop(task, None)

    def _stepped_in(self, reason: str) -> None:
        if reason.endswith("as deputy"):
            self.probe("a deputy got work in somebody's place")
        elif reason.endswith("the queue"):
            self.probe("there was nobody to step in, and work went to the queue")
