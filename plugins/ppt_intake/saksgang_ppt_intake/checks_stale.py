"""What has lost its sense is dropped, and what is still owed is not (PPT-05, PPT-08, PPT-09, PPT-10)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, Law
from saksgang.events import (
    DeadlineCancelled,
    DeadlineMet,
    DeadlineMissed,
    DeadlineStarted,
    LetterDrafted,
    LetterFailed,
    LetterRevised,
    LetterSent,
    LetterStopped,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_ppt_intake.checks_settings import ROUTINE

__all__ = ["NothingOwedIsClosed", "OnlyApprovedWordsAreChanged", "WhatLostItsSenseIsDropped"]

CLOSED, QUESTION = "avsluttet", "ask_under_work"
ON_A_LETTER = ("approve_letter", "revise_letter")
UNDELIVERED = ("undelivered_letter", "undelivered_confirmation")
OWED = ("distribute_case", "assess_case", "confirm_receipt", "review_case", *ON_A_LETTER, *UNDELIVERED)


class WhatLostItsSenseIsDropped(AtOnce):
    """Nobody approves, revises, prints or is asked for what is settled otherwise (PPT-08, PPT-10)."""

    id = "ppt-what-lost-its-sense-is-dropped"
    requirements = ("PPT-10", "PPT-08")
    kind = "safety"
    sentence = (
        "When a letter is taken in hand its approval or revision goes at once; when it is taken in hand or given up, "
        "so does the time to open it; and the question about the status when somebody sets the status."
    )

    def __init__(self) -> None:
        super().__init__()
        self._tasks: dict[str, tuple[str, str]] = {}
        self._opening: dict[str, str] = {}

    @sees(TaskCreated, of=(*ON_A_LETTER, QUESTION))
    def asked(self, event: TaskCreated, recorded: Recorded) -> None:
        """Work comes up."""
        if event.routine == ROUTINE:
            self._tasks[event.task] = (event.kind, event.case if event.kind == QUESTION else event.about)

    @sees(DeadlineStarted, of="opened")
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """The time to open a letter runs."""
        if event.routine == ROUTINE:
            self._opening[event.deadline] = event.about

    @sees(TaskCompleted, TaskCancelled, of=(*ON_A_LETTER, QUESTION))
    def done(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """It is off the list."""
        self._tasks.pop(event.task, None)
        self.paid(event.task)

    @sees(DeadlineMet, DeadlineMissed, DeadlineCancelled, of="opened")
    def over(self, event: DeadlineMet | DeadlineMissed | DeadlineCancelled, recorded: Recorded) -> None:
        """It runs no more."""
        self._opening.pop(event.deadline, None)
        self.paid(event.deadline)

    @sees(LetterStopped, LetterFailed)
    def ended(self, event: LetterStopped | LetterFailed, recorded: Recorded) -> None:
        """The letter goes its own way, or none."""
        waiting = [key for key, letter in self._opening.items() if letter == event.letter]
        if isinstance(event, LetterStopped):
            waiting += [key for key, (_, about) in self._tasks.items() if about == event.letter]
        for key in waiting:
            self.owe(key, recorded)

    @sees(StatusChanged)
    def settled(self, event: StatusChanged, recorded: Recorded) -> None:
        """Nobody need ask any more."""
        for key, (kind, case) in self._tasks.items():
            if kind == QUESTION and case == event.case:
                self.owe(key, recorded)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is still there."""
        return f"{key} is still there, although {recorded.kind} settled it."

    def requirement(self, key: str) -> str:
        """By what it goes."""
        return "PPT-08" if self._tasks.get(key, ("",))[0] == QUESTION else ""


class NothingOwedIsClosed(Law):
    """A confirmation clears nothing: every inquiry is distributed, confirmed and answered first (PPT-05)."""

    id = "ppt-nothing-owed-is-closed"
    requirements = ("PPT-05",)
    kind = "safety"
    sentence = (
        "A case is closed only when nothing is left to distribute, confirm, review, approve or revise on it, and no "
        "letter on it reached nobody."
    )

    def __init__(self) -> None:
        super().__init__()
        self._owed: dict[str, dict[str, str]] = {}

    @sees(TaskCreated, of=OWED)
    def asked(self, event: TaskCreated, recorded: Recorded) -> None:
        """Something is owed."""
        if event.routine == ROUTINE and event.case:
            self._owed.setdefault(event.case, {})[event.task] = event.kind

    @sees(TaskCompleted, TaskCancelled, of=OWED)
    def done(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """No more."""
        owed = self._owed.get(event.case)
        if owed is not None:
            owed.pop(event.task, None)
            if not owed:
                del self._owed[event.case]

    @sees(StatusChanged)
    def closed(self, event: StatusChanged, recorded: Recorded) -> None:
        """Is anything left?"""
        if event.routine == ROUTINE and event.new == CLOSED:
            self.judged += 1
            left = self._owed.get(event.case, {})
            if left:
                self.broken(recorded, f"Case {event.case} was closed with this to be done: {', '.join(left.values())}.")


class OnlyApprovedWordsAreChanged(Law):
    """What goes out without approval goes out in the words of its template (PPT-09)."""

    id = "ppt-only-approved-words-are-changed"
    requirements = ("PPT-09",)
    kind = "safety"
    sentence = "The text of a letter is changed only where it needs approval."

    def __init__(self) -> None:
        super().__init__()
        self._free: set[str] = set()

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """Does it need approval?"""
        if event.routine == ROUTINE and not event.needs_approval:
            self._free.add(event.letter)

    @sees(LetterSent, LetterStopped)
    def gone(self, event: LetterSent | LetterStopped, recorded: Recorded) -> None:
        """Nobody can change it any more."""
        self._free.discard(event.letter)

    @sees(LetterRevised)
    def revised(self, event: LetterRevised, recorded: Recorded) -> None:
        """Its text is another."""
        if event.routine == ROUTINE:
            self.judged += 1
            if event.letter in self._free:
                self.broken(recorded, f"{event.by} changed the text of {event.letter}, which nobody has to approve.")
