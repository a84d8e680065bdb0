"""Nobody is asked to approve a letter of their own (PPT-09)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import (
    LetterCompleted,
    LetterDrafted,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
    TaskTaken,
)
from saksgang.journal.record import Recorded
from saksgang_ppt_intake.checks_settings import ROUTINE

__all__ = ["ApprovalsGoToOthers"]

APPROVE = "approve_letter"


class ApprovalsGoToOthers(AtOnce):
    """Whoever gets an approval, by a leader's act or as a deputy, has not written the letter (PPT-09)."""

    id = "ppt-approvals-go-to-others"
    requirements = ("PPT-09",)
    kind = "safety"
    sentence = (
        "The task of approving a letter never stays with somebody who wrote or completed it, also when it is taken, "
        "handed on or falls to a deputy."
    )

    def __init__(self) -> None:
        super().__init__()
        self._hands: dict[str, set[str]] = {}
        self._letter: dict[str, str] = {}

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """Who wrote it."""
        if event.routine == ROUTINE and event.needs_approval:
            self._hands[event.letter] = {event.author}

    @sees(LetterCompleted)
    def completed(self, event: LetterCompleted, recorded: Recorded) -> None:
        """Who completed it."""
        if event.letter in self._hands:
            self._hands[event.letter].add(event.by)

    @sees(TaskCreated, of=APPROVE)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is asked."""
        if event.routine == ROUTINE:
            self._letter[event.task] = event.about
            self._with(event.task, event.owner, recorded)

    @sees(TaskTaken, TaskReassigned)
    def moved(self, event: TaskTaken | TaskReassigned, recorded: Recorded) -> None:
        """Somebody else is."""
        if event.task in self._letter:
            self._with(event.task, event.by if isinstance(event, TaskTaken) else event.owner, recorded)

    @sees(TaskCompleted, TaskCancelled, of=APPROVE)
    def closed(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """Nobody is any more."""
        self._letter.pop(event.task, None)
        self.paid(event.task)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It stays with its author."""
        return f"{key} asks somebody to approve {self._letter.get(key, 'a letter')}, who wrote or completed it."

    def _with(self, task: str, staff: str, recorded: Recorded) -> None:
        if staff in self._hands.get(self._letter[task], ()):
            self.owe(task, recorded)
        else:
            self.paid(task)
            self.judged += 1
