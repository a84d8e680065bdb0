"""The caseworker's open work goes where the case goes (PPT-06)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import (
    CaseAssigned,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
    TaskTaken,
)
from saksgang.journal.record import Recorded
from saksgang_ppt_intake.checks_settings import ROUTINE

__all__ = ["OpenWorkFollowsTheCase"]

CASEWORK = ("review_case", "preliminary_reply", "undelivered_letter")


class OpenWorkFollowsTheCase(AtOnce):
    """Whoever gets a case gets what is still to be done on it (PPT-06)."""

    id = "ppt-open-work-follows-the-case"
    requirements = ("PPT-06",)
    kind = "safety"
    sentence = (
        "When a case goes to somebody else, so do its open reviews, preliminary replies and letters that reached "
        "nobody."
    )

    def __init__(self) -> None:
        super().__init__()
        self._owners: dict[str, dict[str, str]] = {}

    @sees(TaskCreated, of=CASEWORK)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """Work comes up."""
        if event.routine == ROUTINE:
            self._owners.setdefault(event.case, {})[event.task] = event.owner

    @sees(TaskTaken, TaskReassigned)
    def moved(self, event: TaskTaken | TaskReassigned, recorded: Recorded) -> None:
        """It lies with somebody else."""
        owners = self._owners.get(event.case, {})
        if event.task in owners:
            owners[event.task] = event.by if isinstance(event, TaskTaken) else event.owner
            self.paid(event.task)

    @sees(TaskCompleted, TaskCancelled, of=CASEWORK)
    def closed(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """It is done."""
        owners = self._owners.get(event.case, {})
        owners.pop(event.task, None)
        self.paid(event.task)
        if not owners:
            self._owners.pop(event.case, None)

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """The case lies with somebody else."""
        for task, owner in self._owners.get(event.case, {}).items():
            if owner != event.to:
                self.owe(task, recorded)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It stays behind."""
        return f"{key} stayed behind when case {recorded.event.case} went to somebody else."
