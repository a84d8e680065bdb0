"""The law of acts: what an office does is done by its staff, by a rule or by its systems (COR-02, COR-03, COR-04)."""

from __future__ import annotations

from saksgang import events as e
from saksgang.checks.check import Shown, sees
from saksgang.checks.laws_base import Law
from saksgang.journal.record import Recorded

__all__ = ["ActsAreDoneByTheOffice"]

OFFICE = ("staff:", "rule:", "clock", "system:office")
SYSTEMS = (*OFFICE, "system:")

# What it is, what asks for it, and with what the actor of it begins.
HANDS: dict[type[e.Event], tuple[str, tuple[str, ...]]] = {
    **dict.fromkeys(
        (e.CaseAmended, e.CaseAssigned, e.StatusChanged, e.NoteWritten, e.DocumentRegistered),
        ("COR-02", SYSTEMS),
    ),
    **dict.fromkeys(
        (e.TaskTaken, e.TaskWaiting, e.TaskReopened, e.TaskCompleted, e.TaskCancelled),
        ("COR-03", OFFICE),
    ),
    **dict.fromkeys(
        (e.LetterDrafted, e.LetterRevised, e.LetterCompleted, e.LetterReturned, e.LetterApproved, e.LetterSent),
        ("COR-04", OFFICE),
    ),
    **dict.fromkeys((e.LetterPrintOrdered, e.LetterStopped), ("COR-04", OFFICE)),
}


class ActsAreDoneByTheOffice(Law):
    """Nobody outside acts for the office, and nobody but the recipient opens a letter (COR-04).

    The mailbox may tell of an opening; once a letter is with the post, or in somebody's hands, an opening no longer
    counts, and who it was is not asked.
    """

    id = "core-acts-are-done-by-the-office"
    requirements = ("COR-02", "COR-03", "COR-04")
    kind = "safety"
    sentence = "Staff, rules and systems of the office act for it, nobody else; a letter is opened by whom it is for."

    def __init__(self) -> None:
        super().__init__()
        self._to: dict[str, str] = {}

    def shown(self, kind: type[e.Event], of: str) -> list[Shown]:
        """Besides what becomes of a letter, each type of event that has a row."""
        return [*super().shown(kind, of), *([self.done] if kind in HANDS else [])]

    def done(self, event: e.Event, recorded: Recorded) -> None:
        """Somebody acted."""
        self.judged += 1
        requirement, hands = HANDS[type(event)]
        if not recorded.actor.startswith(hands):
            self.broken(recorded, f"{type(event).__name__} is no act of {recorded.actor}.", requirement)

    @sees(e.LetterSent)
    def sent(self, event: e.LetterSent, _: Recorded) -> None:
        """It is somebody's to open."""
        self._to[event.letter] = event.to

    @sees(e.LetterPosted, e.LetterStopped, e.LetterFailed)
    def over(self, event: e.LetterPosted | e.LetterStopped | e.LetterFailed, _: Recorded) -> None:
        """It went another way."""
        self._to.pop(event.letter, None)

    @sees(e.LetterOpened)
    def opened(self, event: e.LetterOpened, recorded: Recorded) -> None:
        """By whom?"""
        to = self._to.pop(event.letter, None)
        if to is None:
            return
        self.judged += 1
        if recorded.actor != to and not recorded.actor.startswith("system:"):
            wrong = f"Letter {event.letter} is for {to} and was opened by {recorded.actor}."
            self.broken(recorded, wrong, "COR-04")
