"""No case falls off every list while it is not decided (BEN-11, BEN-15)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.events import CaseOpened, StatusChanged, TaskCancelled, TaskCompleted
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_settings import ROUTINE
from saksgang_benefits.checks_tasks import TasksCheck

__all__ = ["UndecidedCasesAreOnAList"]

UNDECIDED = ("modtaget", "under oplysning", "fuldt oplyst")


class UndecidedCasesAreOnAList(TasksCheck):
    """A case that is not decided has a task, of which a reminder that waits is one (BEN-11, BEN-15)."""

    id = "ben-undecided-cases-are-on-a-list"
    requirements = ("BEN-11", "BEN-15")
    kind = "safety"
    sentence = "A case that is neither decided nor closed always has a task that is not over, if only one that waits."

    def __init__(self) -> None:
        super().__init__()
        self._undecided: set[str] = set()

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """Somebody has to inform it."""
        if event.routine == ROUTINE:
            self._undecided.add(event.case)
            self.owe(event.case, recorded)

    @sees(StatusChanged)
    def turned(self, event: StatusChanged, recorded: Recorded) -> None:
        """It stands elsewhere."""
        if event.routine == ROUTINE:
            (self._undecided.add if event.new in UNDECIDED else self._undecided.discard)(event.case)
            self.owe(event.case, recorded)

    @sees(TaskCompleted, TaskCancelled)
    def ended(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """Something is off the list."""
        if event.case in self._undecided:
            self.owe(event.case, recorded)

    def instant_over(self) -> None:
        """Before time goes on, something is on one."""
        for case in list(self._owed):
            if case not in self._undecided or self.tasks.of(case):
                self.paid(case)
        super().instant_over()

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nothing is."""
        return f"Case {key} is not decided, and nothing of it is on anybody's list."
