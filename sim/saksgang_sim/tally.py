"""What happened in a run, counted from the journal alone (SIM-09)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable
from typing import Any

from attrs import define, field, frozen

from saksgang import events as e
from saksgang.journal.record import Recorded

__all__ = ["Missed", "Tally"]

MISSED_KEPT = 200
DAY = 86_400


@frozen
class Missed:
    """A deadline that was missed, and what stood in the way at that moment."""

    case: str
    deadline: str
    kind: str
    target: str
    due: dt.datetime
    why: str


@define
class _OpenTask:
    kind: str
    case: str
    owner: str
    role: str
    since: dt.datetime


@define
class Tally:
    """Running counts; what has come to its end is forgotten, so that memory grows with what is open only.

    Attributes:
        documents: ``received``, ``registered as a new case``, ``registered on a case`` by ``routine.category``.
        letters: by ``routine.template``, then by fate.
        deadlines: by ``routine.kind.target``, then ``started``, ``met``, ``missed`` or ``cancelled``.
        tasks: by ``routine.kind``, then by outcome.
        work: tasks done by person.
        days: by ``routine.template``: for each letter sent that answers a document, days since it came in.
    """

    events: int = 0
    documents: dict[str, Counter[str]] = field(factory=dict)
    letters: dict[str, Counter[str]] = field(factory=dict)
    deadlines: dict[str, Counter[str]] = field(factory=dict)
    tasks: dict[str, Counter[str]] = field(factory=dict)
    cases: dict[str, Counter[str]] = field(factory=dict)
    work: Counter[str] = field(factory=Counter)
    days: dict[str, list[float]] = field(factory=dict)
    missed: list[Missed] = field(factory=list)
    failures: int = 0
    _open_tasks: dict[str, _OpenTask] = field(init=False, factory=dict)
    _of_case: dict[str, list[str]] = field(init=False, factory=dict)
    _letters_under_way: dict[str, tuple[str, str]] = field(init=False, factory=dict)
    _arrived: dict[str, dt.datetime] = field(init=False, factory=dict)
    _category: dict[str, str] = field(init=False, factory=dict)
    _see: dict[type[e.Event], Callable[[Any, Recorded], None]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Say which events are counted how."""
        self._see = {
            e.DocumentReceived: self._received,
            e.DocumentRegistered: self._registered,
            e.CaseOpened: self._opened,
            e.StatusChanged: self._status,
            e.TaskCreated: self._task,
            e.TaskTaken: self._taken,
            e.TaskReassigned: self._reassigned,
            e.TaskCompleted: self._done,
            e.TaskCancelled: self._dropped,
            e.LetterDrafted: self._drafted,
            e.LetterReturned: lambda event, _: self._letter(event.letter, "returned by the leader"),
            e.LetterSent: self._sent,
            e.LetterOpened: self._letter_opened,
            e.MailboxMissing: lambda event, _: self._letter(event.letter, "no mailbox"),
            e.LetterPrintOrdered: lambda event, _: self._letter(event.letter, "to print"),
            e.LetterPosted: lambda event, _: self._fate(event.letter, "posted on paper"),
            e.LetterStopped: lambda event, _: self._fate(event.letter, "stopped by hand"),
            e.LetterFailed: lambda event, _: self._fate(event.letter, "failed"),
            e.DeadlineStarted: self._started,
            e.DeadlineMet: lambda event, _: self._ended(event, "met"),
            e.DeadlineMissed: self._missed,
            e.DeadlineCancelled: lambda event, _: self._ended(event, "cancelled"),
            e.HandlingFailed: self._failed,
        }

    def see(self, recorded: Recorded) -> None:
        """Count one event."""
        self.events += 1
        count = self._see.get(type(recorded.event))
        if count is not None:
            count(recorded.event, recorded)

    @property
    def under_way(self) -> int:
        """Letters that have not come to a final state."""
        return len(self._letters_under_way)

    @property
    def open_tasks(self) -> int:
        """Tasks that nobody has finished."""
        return len(self._open_tasks)

    def _received(self, event: e.DocumentReceived, recorded: Recorded) -> None:
        key = f"{event.routine}.{event.category}"
        _count(self.documents, key, "received")
        self._category[event.document] = key
        self._arrived[event.document] = recorded.at

    def _registered(self, event: e.DocumentRegistered, _: Recorded) -> None:
        how = "registered as a new case" if event.opened else "registered on a case"
        _count(self.documents, self._category.pop(event.document), how)

    def _opened(self, event: e.CaseOpened, _: Recorded) -> None:
        _count(self.cases, f"{event.routine}.{event.type}", "opened")

    def _status(self, event: e.StatusChanged, _: Recorded) -> None:
        _count(self.cases, f"{event.routine}", f"to {event.new}")

    def _task(self, event: e.TaskCreated, recorded: Recorded) -> None:
        kind = f"{event.routine}.{event.kind}"
        _count(self.tasks, kind, "created")
        self._open_tasks[event.task] = _OpenTask(kind, event.case, event.owner, event.role, recorded.at)
        self._of_case.setdefault(event.case, []).append(event.task)

    def _taken(self, event: e.TaskTaken, _: Recorded) -> None:
        self._open_tasks[event.task].owner = event.by

    def _reassigned(self, event: e.TaskReassigned, _: Recorded) -> None:
        self._open_tasks[event.task].owner = event.owner

    def _done(self, event: e.TaskCompleted, _: Recorded) -> None:
        self.work[event.by] += 1
        self._close(event.task, event.outcome)

    def _dropped(self, event: e.TaskCancelled, _: Recorded) -> None:
        self._close(event.task, "cancelled")

    def _close(self, key: str, outcome: str) -> None:
        task = self._open_tasks.pop(key)
        _count(self.tasks, task.kind, outcome)
        open_ones = self._of_case[task.case]
        open_ones.remove(key)
        if not open_ones:
            del self._of_case[task.case]

    def _drafted(self, event: e.LetterDrafted, _: Recorded) -> None:
        self._letters_under_way[event.letter] = (f"{event.routine}.{event.template}", event.answers)
        self._letter(event.letter, "drafted")

    def _letter(self, key: str, what: str) -> None:
        if key in self._letters_under_way:
            _count(self.letters, self._letters_under_way[key][0], what)

    def _fate(self, key: str, fate: str) -> None:
        self._letter(key, fate)
        self._letters_under_way.pop(key, None)

    def _sent(self, event: e.LetterSent, recorded: Recorded) -> None:
        template, answers = self._letters_under_way[event.letter]
        self._letter(event.letter, "sent")
        arrived = self._arrived.get(answers)
        if arrived is not None:
            self.days.setdefault(template, []).append((recorded.at - arrived).total_seconds() / DAY)

    def _letter_opened(self, event: e.LetterOpened, _: Recorded) -> None:
        if not event.late:
            self._fate(event.letter, "opened digitally")

    def _started(self, event: e.DeadlineStarted, _: Recorded) -> None:
        for target in event.targets:
            _count(self.deadlines, f"{event.routine}.{event.kind}.{target.name}", "started")

    def _ended(self, event: e.DeadlineMet | e.DeadlineMissed | e.DeadlineCancelled, how: str) -> None:
        _count(self.deadlines, f"{event.routine}.{event.kind}.{event.target}", how)

    def _missed(self, event: e.DeadlineMissed, recorded: Recorded) -> None:
        self._ended(event, "missed")
        if len(self.missed) < MISSED_KEPT and event.target != "due":
            kind = f"{event.routine}.{event.kind}"
            why = self._why(event.case, recorded.at)
            self.missed.append(Missed(event.case, event.deadline, kind, event.target, event.due, why))

    def _why(self, case: str, at: dt.datetime) -> str:
        """What the case waited for: its open tasks, who had them and for how long."""
        waits = (self._open_tasks[key] for key in self._of_case.get(case, ()))
        words = [
            f"{task.kind.partition('.')[2]} for {(at - task.since).days} days "
            f"{'with ' + task.owner if task.owner else 'in the queue of ' + task.role}"
            for task in waits
        ]
        return "; ".join(words) or "nothing was left to do on it"

    def _failed(self, _: e.HandlingFailed, __: Recorded) -> None:
        self.failures += 1


def _count(table: dict[str, Counter[str]], key: str, what: str) -> None:
    row = table.get(key)
    if row is None:
        row = table[key] = Counter()
    row[what] += 1
