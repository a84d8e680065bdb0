"""What happened in a run, counted from the journal alone (SIM-09)."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Callable
from typing import Any, TypeAlias

from attrs import define, field, frozen

from saksgang import events as e
from saksgang.journal.record import Recorded
from saksgang_sim.answer_times import AnswerTimes
from saksgang_sim.open_tasks import OpenTasks
from saksgang_sim.promises import Waits

__all__ = ["Missed", "Tally"]

MISSED_KEPT = 200
OFFICE = "office"
ELSEWHERE = "unknown"


Counts: TypeAlias = defaultdict[str, Counter[str]]
"""How often each thing of a name happened."""


def _no_counts() -> Counts:
    return defaultdict(Counter)


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
class Tally:
    """Running counts; what has come to its end is forgotten, so that memory grows with what is open only (SIM-12).

    It counts what stands there: what cannot be, such as a task that ends twice, is for the checks to find.

    Attributes:
        casework: events in the streams of routines; without any, nothing ran.
        documents: ``received``, ``registered as a new case``, ``registered on a case`` by ``routine.category``.
        letters: by ``routine.template``, then by fate.
        deadlines: by ``routine.kind.target``, then ``started``, ``met``, ``missed`` or ``cancelled``.
        tasks: by ``routine.kind``, then by outcome.
        work: tasks done by person.
        failures: how many times a plugin raised while it was asked.
        waits: whom the deadlines wait for.
    """

    waits: Waits = field(factory=Waits)
    events: int = 0
    casework: int = 0
    documents: Counts = field(factory=_no_counts)
    letters: Counts = field(factory=_no_counts)
    deadlines: Counts = field(factory=_no_counts)
    tasks: Counts = field(factory=_no_counts)
    cases: Counts = field(factory=_no_counts)
    work: Counter[str] = field(factory=Counter)
    failures: int = 0
    _missed_by_kind: dict[tuple[str, str], list[Missed]] = field(init=False, factory=dict)
    _open_tasks: OpenTasks = field(init=False, factory=OpenTasks)
    _answers: AnswerTimes = field(init=False, factory=AnswerTimes)
    _letters_under_way: dict[str, tuple[str, str]] = field(init=False, factory=dict)
    _category: dict[str, str] = field(init=False, factory=dict)
    _see: dict[type[e.Event], Callable[[Any, Recorded], None]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Say which events are counted how."""
        self._see = {
            e.DocumentReceived: self._received,
            e.DocumentRegistered: self._registered,
            e.CaseOpened: self._opened,
            e.StatusChanged: self._changed,
            e.TaskCreated: self._task,
            e.TaskTaken: lambda event, _: self._open_tasks.given(event.task, event.by),
            e.TaskReassigned: lambda event, _: self._open_tasks.given(event.task, event.owner),
            e.TaskCompleted: self._done,
            e.TaskCancelled: lambda event, _: self._close(event, "cancelled"),
            e.LetterDrafted: self._drafted,
            e.LetterReturned: lambda event, _: self._letter(event.letter, "returned by the leader"),
            e.LetterSent: self._sent,
            e.LetterOpened: self._letter_opened,
            e.MailboxMissing: lambda event, _: self._letter(event.letter, "no mailbox"),
            e.LetterPrintOrdered: lambda event, _: self._letter(event.letter, "to print"),
            e.LetterPosted: lambda event, _: self._fate(event, "posted on paper"),
            e.LetterStopped: lambda event, _: self._fate(event, "stopped by hand"),
            e.LetterFailed: lambda event, _: self._fate(event, "failed"),
            e.DeadlineStarted: self._started,
            e.DeadlineMet: lambda event, _: self._ended(event, "met"),
            e.DeadlineMissed: self._missed,
            e.DeadlineCancelled: lambda event, _: self._ended(event, "cancelled"),
            e.HandlingFailed: self._failed,
        }

    def see(self, recorded: Recorded) -> None:
        """Count one event."""
        event = recorded.event
        self.events += 1
        if self._answers.quiet and not recorded.cause:  # a command from outside: all that the last one led to is there
            self._answers.settle()
        if event.routine != OFFICE:
            self.casework += 1
        count = self._see.get(type(event))
        if count is not None:
            count(event, recorded)

    @property
    def days(self) -> dict[str, Counter[float]]:
        """By ``routine.template``: how many letters answered a document so many days after it came in."""
        return self._answers.days

    @property
    def missed(self) -> list[Missed]:
        """The promises of the office that were missed, two hundred of each kind, as they fell due."""
        kept = (rows for key, rows in self._missed_by_kind.items() if self.promised(*key))
        return sorted((one for rows in kept for one in rows), key=lambda one: (one.due, one.case))

    def promised(self, kind: str, target: str) -> bool:
        """Whether that target of ``routine.kind`` is the office's to keep; else it is a reminder."""
        return self.waits.promised(kind, target)

    @property
    def under_way(self) -> int:
        """Letters that have not come to a final state."""
        return len(self._letters_under_way)

    @property
    def open_tasks(self) -> int:
        """Tasks that nobody has finished."""
        return len(self._open_tasks)

    def _opened(self, event: e.CaseOpened, _: Recorded) -> None:
        self.cases[f"{event.routine}.{event.type}"]["opened"] += 1

    def _changed(self, event: e.StatusChanged, _: Recorded) -> None:
        self.cases[event.routine][f"to {event.new}"] += 1

    def _received(self, event: e.DocumentReceived, recorded: Recorded) -> None:
        key = f"{event.routine}.{event.category}"
        self.documents[key]["received"] += 1
        self._category[event.document] = key
        self._answers.received(event.document, recorded.at)

    def _registered(self, event: e.DocumentRegistered, _: Recorded) -> None:
        how = "registered as a new case" if event.opened else "registered on a case"
        self.documents[self._category.pop(event.document, f"{event.routine}.{ELSEWHERE}")][how] += 1
        self._answers.registered(event.document, event.case)

    def _task(self, event: e.TaskCreated, recorded: Recorded) -> None:
        self.tasks[f"{event.routine}.{event.kind}"]["created"] += 1
        self._open_tasks.created(event, recorded.at)
        self._answers.began(event.case)

    def _done(self, event: e.TaskCompleted, _: Recorded) -> None:
        self.work[event.by] += 1
        self._close(event, event.outcome)

    def _close(self, event: e.TaskCompleted | e.TaskCancelled, outcome: str) -> None:
        self.tasks[f"{event.routine}.{event.kind}"][outcome] += 1
        self._open_tasks.ended(event.task)
        self._answers.ended(event.case)

    def _drafted(self, event: e.LetterDrafted, _: Recorded) -> None:
        self._letters_under_way[event.letter] = (f"{event.routine}.{event.template}", event.answers)
        self._letter(event.letter, "drafted")
        self._answers.began(event.case)

    def _letter(self, key: str, what: str) -> None:
        if key in self._letters_under_way:
            self.letters[self._letters_under_way[key][0]][what] += 1

    def _fate(self, event: e.LetterOpened | e.LetterPosted | e.LetterStopped | e.LetterFailed, fate: str) -> None:
        self._letter(event.letter, fate)
        if self._letters_under_way.pop(event.letter, None) is not None:
            self._answers.ended(event.case)

    def _sent(self, event: e.LetterSent, recorded: Recorded) -> None:
        self._letter(event.letter, "sent")
        template, answers = self._letters_under_way.get(event.letter, ("", ""))
        self._answers.answered(answers, template, recorded.at)

    def _letter_opened(self, event: e.LetterOpened, _: Recorded) -> None:
        if not event.late:
            self._fate(event, "opened digitally")

    def _started(self, event: e.DeadlineStarted, _: Recorded) -> None:
        for target in event.targets:
            self.deadlines[f"{event.routine}.{event.kind}.{target.name}"]["started"] += 1
        self._answers.began(event.case, len(event.targets))

    def _ended(self, event: e.DeadlineMet | e.DeadlineMissed | e.DeadlineCancelled, how: str) -> None:
        self.deadlines[f"{event.routine}.{event.kind}.{event.target}"][how] += 1
        self._answers.ended(event.case)

    def _missed(self, event: e.DeadlineMissed, recorded: Recorded) -> None:
        self._ended(event, "missed")
        kind = f"{event.routine}.{event.kind}"
        kept = self._missed_by_kind.setdefault((kind, event.target), [])
        if len(kept) < MISSED_KEPT:  # whether it is a promise is known in the end
            why = self._open_tasks.why(event.case, recorded.at)
            kept.append(Missed(event.case, event.deadline, kind, event.target, event.due, why))

    def _failed(self, _: e.HandlingFailed, __: Recorded) -> None:
        self.failures += 1
