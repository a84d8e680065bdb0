"""How long the queues were at the end of each week, and how much work each role and person did (SIM-09)."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from attrs import define, field

from saksgang_sim.report.calendar import Calendar
from saksgang_sim.report.grid import BEHIND, Bucket, Grid
from saksgang_sim.report.slim import Data, See

__all__ = ["CANCELLED", "CREATED", "DONE", "OPEN", "Queues", "Week"]

CREATED, DONE, CANCELLED, OPEN = "created", "done", "cancelled", "open"
HOUR = 3600


@define
class Week:
    """A week's end: open tasks by ``routine.role``, and how many of them nobody had taken."""

    end: dt.date
    open: Counter[str]
    untaken: Counter[str]


@define
class _Task:
    role: str
    kind: str
    case: str
    since: dt.datetime
    owner: str


@define
class Queues:
    """Tasks that are open, counted as each local week ends.

    Attributes:
        oldest: by month and role, the tasks that had been open longest at the end of the month's last week.
        roles: by ``routine.role``: created, done, cancelled, open.
        kinds: the same by ``routine.kind``.
        hours: by role, how many tasks were done after so many hours from their creation.
        people: tasks done by staff id.
    """

    calendar: Calendar
    weeks: list[Week] = field(factory=list)
    oldest: Grid = field(factory=Grid)
    roles: Grid = field(factory=Grid)
    kinds: Grid = field(factory=Grid)
    hours: dict[str, Counter[int]] = field(factory=dict)
    people: Counter[str] = field(factory=Counter)
    _tasks: dict[str, _Task] = field(init=False, factory=dict)
    _open: Counter[str] = field(init=False, factory=Counter)
    _untaken: Counter[str] = field(init=False, factory=Counter)
    _next: dt.datetime | None = field(init=False, default=None)

    @property
    def sees(self) -> dict[str, See]:
        """The events of tasks."""
        return {
            "TaskCreated": self._created,
            "TaskTaken": self._given,
            "TaskReassigned": self._given,
            "TaskCompleted": self._done,
            "TaskCancelled": self._cancelled,
        }

    def finish(self) -> None:
        """What nobody has finished is open."""
        for task in self._tasks.values():
            self._count(task, OPEN)

    def _created(self, event: Data, at: dt.datetime) -> None:
        self._tick(at)
        role = f"{event.routine}.{event.role}"
        task = _Task(role, f"{event.routine}.{event.kind}", event.case, at, event.owner)
        self._tasks[event.task] = task
        self._open[role] += 1
        self._untaken[role] += not event.owner
        self._count(task, CREATED)

    def _given(self, event: Data, at: dt.datetime) -> None:
        self._tick(at)
        task = self._tasks.get(event.task)
        if task is not None:
            owner = event.by or event.owner
            self._untaken[task.role] += (not owner) - (not task.owner)
            task.owner = owner

    def _done(self, event: Data, at: dt.datetime) -> None:
        self.people[event.by] += 1
        task = self._ended(event, at)
        if task is not None:
            self._count(task, DONE)
            hours = int((at - task.since).total_seconds()) // HOUR
            self.hours.setdefault(task.role, Counter())[hours] += 1

    def _cancelled(self, event: Data, at: dt.datetime) -> None:
        task = self._ended(event, at)
        if task is not None:
            self._count(task, CANCELLED)

    def _ended(self, event: Data, at: dt.datetime) -> _Task | None:
        self._tick(at)
        task = self._tasks.pop(event.task, None)
        if task is not None:
            self._open[task.role] -= 1
            self._untaken[task.role] -= not task.owner
        return task

    def _count(self, task: _Task, how: str) -> None:
        self.roles.add(task.role, how, task.case)
        self.kinds.add(task.kind, how, task.case)

    def _tick(self, at: dt.datetime) -> None:
        """Before anything changes in a new week, write down how the last one ended."""
        if self._next is None:
            self._next = self.calendar.next_monday(at)
        while at >= self._next:
            self._week(self._next)
            self._next = self.calendar.next_monday(self._next)

    def _week(self, end: dt.datetime) -> None:
        last = self.calendar.day(end) - dt.timedelta(days=1)
        self.weeks.append(Week(last, Counter(self._open), Counter(self._untaken)))
        month = f"{last:%Y-%m}"
        self.oldest.rows[month] = {role: Bucket(count) for role, count in self._open.items() if count}
        for task in self._tasks.values():
            bucket = self.oldest.rows[month][task.role]
            if len(bucket.cases) < BEHIND and task.case and task.case not in bucket.cases:
                bucket.cases.append(task.case)
