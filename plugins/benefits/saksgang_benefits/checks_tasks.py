"""The unfinished tasks of each case, kept once for all checks that ask what is on the lists (BEN-13, BEN-15)."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import define

from saksgang.checks import Book, sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import TaskCancelled, TaskCompleted, TaskCreated, TaskReopened, TaskWaiting
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_settings import ROUTINE

__all__ = ["OpenTasks", "TasksCheck", "Unfinished"]


@define
class Unfinished:
    """A task that is not over.

    Attributes:
        away: a rule has put it out of the way.
        left: a person has left it waiting.
    """

    kind: str
    about: str
    away: bool = False
    left: bool = False


class OpenTasks(Book):
    """The tasks that are not over, by case and task."""

    def __init__(self) -> None:
        self.cases: dict[str, dict[str, Unfinished]] = {}

    def of(self, case: str) -> Mapping[str, Unfinished]:
        """Those of a case, the oldest first."""
        return self.cases.get(case, {})

    @sees(TaskCreated)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """Work comes up."""
        if event.routine == ROUTINE and event.case:
            self.cases.setdefault(event.case, {})[event.task] = Unfinished(event.kind, event.about)

    @sees(TaskWaiting)
    def waits(self, event: TaskWaiting, recorded: Recorded) -> None:
        """A rule puts it away, or a person leaves it."""
        task = self.of(event.case).get(event.task)
        if task is not None:
            by_rule = recorded.actor.startswith("rule:")
            task.away, task.left = task.away or by_rule, task.left or not by_rule

    @sees(TaskReopened)
    def goes_on(self, event: TaskReopened, recorded: Recorded) -> None:
        """It is on the list again."""
        task = self.of(event.case).get(event.task)
        if task is not None:
            task.away = task.left = False

    @sees(TaskCompleted, TaskCancelled)
    def ended(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """It is off the list."""
        tasks = self.cases.get(event.case)
        if tasks is not None:
            tasks.pop(event.task, None)
            if not tasks:
                del self.cases[event.case]


class TasksCheck(AtOnce):
    """The base of checks that know the unfinished tasks of each case; what they owe by ``gone`` is that a task ends."""

    reads = OpenTasks

    def use(self, book: OpenTasks) -> None:
        """The tasks of all cases."""
        self.tasks = book

    def instant_over(self) -> None:
        """Before time goes on, what has lost its sense is off the list."""
        for key, recorded in list(self._owed.items()):
            what, _, task = key.partition(" ")
            if what == "gone" and self.gone(recorded.event.case, task):
                self.paid(key)
        super().instant_over()

    def gone(self, case: str, key: str) -> bool:
        """Whether it is over."""
        return key not in self.tasks.of(case)
