"""The law of tasks: each ends at most once, and who owned and who did are kept (COR-03)."""

from __future__ import annotations

from saksgang.checks.check import sees
from saksgang.checks.laws_base import Law
from saksgang.events import (
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
    TaskReopened,
    TaskTaken,
    TaskWaiting,
)
from saksgang.journal.record import Recorded

__all__ = ["TasksEndOnce"]


class TasksEndOnce(Law):
    """Nothing is done on a task that has ended, and its end names kind, owner and doer (COR-03)."""

    id = "core-tasks-end-once"
    requirements = ("COR-03",)
    kind = "safety"
    sentence = "A task ends at most once, nothing is done on it afterwards, and its owner and doer are kept."

    def __init__(self) -> None:
        super().__init__()
        self._open: dict[str, tuple[str, str]] = {}

    @sees(TaskCreated)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """It comes up."""
        if event.task in self._open:
            self.broken(recorded, f"Task {event.task} was created a second time.")
        self._open[event.task] = (event.kind, event.owner)

    @sees(TaskTaken)
    def taken(self, event: TaskTaken, recorded: Recorded) -> None:
        """Somebody made it his own."""
        kind, owner = self._still_open(event.task, recorded)
        if kind:
            if not event.by or event.previous != owner:
                self._wrong(recorded, event.task, f"taken from {owner!r}")
            self._open[event.task] = (kind, event.by)

    @sees(TaskReassigned)
    def reassigned(self, event: TaskReassigned, recorded: Recorded) -> None:
        """Another owner."""
        kind, _ = self._still_open(event.task, recorded)
        if kind:
            self._open[event.task] = (kind, event.owner)

    @sees(TaskWaiting)
    def waiting(self, event: TaskWaiting, recorded: Recorded) -> None:
        """It waits, for a reason."""
        if self._still_open(event.task, recorded)[0] and not event.reason.strip():
            self._wrong(recorded, event.task, "waiting with a reason")

    @sees(TaskReopened)
    def reopened(self, event: TaskReopened, recorded: Recorded) -> None:
        """It goes on."""
        self._still_open(event.task, recorded)

    @sees(TaskCompleted)
    def completed(self, event: TaskCompleted, recorded: Recorded) -> None:
        """It is done."""
        kind, owner = self._still_open(event.task, recorded)
        if kind:
            if event.kind != kind or event.owner != owner or not event.by or not event.outcome:
                self._wrong(recorded, event.task, f"a {kind} task of {owner!r}, done by somebody with an outcome")
            del self._open[event.task]

    @sees(TaskCancelled)
    def cancelled(self, event: TaskCancelled, recorded: Recorded) -> None:
        """It is dropped, for a reason."""
        kind, _ = self._still_open(event.task, recorded)
        if kind:
            if event.kind != kind or not event.reason.strip():
                self._wrong(recorded, event.task, f"a {kind} task, cancelled with a reason")
            del self._open[event.task]

    def _still_open(self, task: str, recorded: Recorded) -> tuple[str, str]:
        self.judged += 1
        known = self._open.get(task)
        if known is None:
            self.broken(recorded, f"{recorded.kind} on task {task}, which is not open.")
            return "", ""
        return known

    def _wrong(self, recorded: Recorded, task: str, expected: str) -> None:
        self.broken(recorded, f"{recorded.kind} on task {task} is not as it was kept: {expected}.")
