"""Approval of replies: by a leader, round by round (PPT-09)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, InTheEnd
from saksgang.checks.laws_staff import RosterCheck
from saksgang.events import (
    LetterApproved,
    LetterCompleted,
    LetterDrafted,
    LetterReturned,
    LetterRevised,
    LetterSent,
    LetterStopped,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_ppt_intake.checks_settings import ROUTINE

__all__ = ["RepliesAreApproved", "RepliesDoNotGetStuck", "TheLeaderIsAskedEachRound"]

REPLY, APPROVE, REVISE = "svarbrev", "approve_letter", "revise_letter"


class RepliesAreApproved(RosterCheck):
    """A reply goes out only as a leader, who did not write it, approved it (PPT-09)."""

    id = "ppt-replies-are-approved"
    requirements = ("PPT-09",)
    kind = "safety"
    sentence = (
        "A reply is sent only when a leader other than its author approved it after it was last completed or revised; "
        "only a leader returns one, and says why."
    )

    def __init__(self) -> None:
        super().__init__()
        self._author: dict[str, str] = {}
        self._approved: set[str] = set()
        self._signed: tuple[str | None, str] = (None, "")

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """A reply is written."""
        if event.template == REPLY and event.routine == ROUTINE:
            self.judged += 1
            self._author[event.letter] = event.author
            if not event.needs_approval:
                self.broken(recorded, f"{event.letter} is a reply and needs no approval.")

    @sees(LetterCompleted, LetterRevised)
    def changed(self, event: LetterCompleted | LetterRevised, recorded: Recorded) -> None:
        """Approval starts anew."""
        self._approved.discard(event.letter)

    @sees(TaskCompleted, of=APPROVE)
    def signed(self, event: TaskCompleted, recorded: Recorded) -> None:
        """A leader's decision, which a rule may carry out."""
        self._signed = (recorded.id, event.by)

    @sees(LetterApproved)
    def approved(self, event: LetterApproved, recorded: Recorded) -> None:
        """Somebody approves it."""
        author = self._author.get(event.letter)
        if author is None:
            return
        self.judged += 1
        who = self._who(event.by, recorded)
        if who == author or not self.roster.has(who, "leder"):
            self.broken(recorded, f"{event.letter}, written by {author}, was approved by {who}.")
        else:
            self._approved.add(event.letter)

    @sees(LetterReturned)
    def returned(self, event: LetterReturned, recorded: Recorded) -> None:
        """A leader sends it back."""
        if event.letter not in self._author:
            return
        self.judged += 1
        self._approved.discard(event.letter)
        if not event.comments.strip() or not self.roster.has(self._who(event.by, recorded), "leder"):
            said = repr(event.comments)
            self.broken(recorded, f"{event.letter} was returned by {event.by}, no leder or without comments: {said}.")

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """It goes out."""
        if event.template != REPLY or event.routine != ROUTINE:
            return
        self.judged += 1
        if event.letter not in self._approved:
            self.broken(recorded, f"{event.letter} was sent without a leader's approval of what was last completed.")
        self._forget(event.letter)

    @sees(LetterStopped)
    def stopped(self, event: LetterStopped, recorded: Recorded) -> None:
        """Somebody took it in hand."""
        self._forget(event.letter)

    def _who(self, by: str, recorded: Recorded) -> str:
        return self._signed[1] if by.startswith("rule:") and recorded.cause == self._signed[0] else by

    def _forget(self, letter: str) -> None:
        self._author.pop(letter, None)
        self._approved.discard(letter)


class TheLeaderIsAskedEachRound(AtOnce):
    """Each completion puts one approval before the leader, each return one revision before the author (PPT-09)."""

    id = "ppt-the-leader-is-asked-each-round"
    requirements = ("PPT-09",)
    kind = "safety"
    sentence = (
        "A letter that is completed and needs approval makes one task for the leader at once, which is closed when "
        "the leader has decided; a returned one makes a task for its author; nothing else makes such tasks."
    )

    def __init__(self) -> None:
        super().__init__()
        self._author: dict[str, str] = {}
        self._open: dict[str, str] = {}

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """Whose letter it is."""
        if event.needs_approval and event.routine == ROUTINE:
            self._author[event.letter] = event.author

    @sees(LetterCompleted)
    def completed(self, event: LetterCompleted, recorded: Recorded) -> None:
        """The leader has to be asked."""
        if event.routine == ROUTINE and event.needs_approval:
            self.owe(f"{APPROVE} {event.letter}", recorded)

    @sees(LetterReturned)
    def returned(self, event: LetterReturned, recorded: Recorded) -> None:
        """The author has to be told, and the leader's task is done."""
        if event.letter in self._author:
            self.owe(f"{REVISE} {event.letter}", recorded)
            self._decided(event.letter, recorded)

    @sees(LetterApproved)
    def approved(self, event: LetterApproved, recorded: Recorded) -> None:
        """The leader's task is done."""
        if self._author.pop(event.letter, None) is not None:
            self._decided(event.letter, recorded)

    @sees(LetterStopped)
    def stopped(self, event: LetterStopped, recorded: Recorded) -> None:
        """Somebody took it in hand."""
        self._author.pop(event.letter, None)

    @sees(TaskCreated, of=(APPROVE, REVISE))
    def asked(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is asked."""
        if event.routine != ROUTINE:
            return
        if not self.paid(f"{event.kind} {event.about}"):
            self.broken(recorded, f"Task {event.task} ({event.kind}) came up for {event.about} without an occasion.")
        if event.kind == APPROVE:
            self._open[event.task] = event.about
            if event.role != "leder":
                self.broken(
                    recorded, f"Task {event.task} asks {event.role!r}, not the leder, to approve {event.about}."
                )
        elif event.owner != self._author.get(event.about) and not event.reason:
            self.broken(recorded, f"Task {event.task} gives {event.about} back to {event.owner!r}, not to its author.")

    @sees(TaskCompleted, TaskCancelled, of=APPROVE)
    def closed(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """A task is off the list."""
        letter = self._open.pop(event.task, None)
        if letter is not None:
            self.paid(f"close {letter}")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Somebody was not asked, or is still asked."""
        what, _, letter = key.partition(" ")
        if what == "close":
            return f"{letter} was decided on, but the task of approving it is still open."
        return f"{recorded.kind} of {letter} was not followed by a task {what} for it."

    def _decided(self, letter: str, recorded: Recorded) -> None:
        if letter in self._open.values():
            self.owe(f"close {letter}", recorded)


class RepliesDoNotGetStuck(InTheEnd):
    """A reply that waits for the leader or came back goes on in the end (PPT-09)."""

    id = "ppt-replies-do-not-get-stuck"
    requirements = ("PPT-09",)
    kind = "liveness"
    sentence = "In the end a letter to approve is approved or returned, and a returned one is completed again."
    working_days = 40

    @sees(LetterCompleted)
    def completed(self, event: LetterCompleted, recorded: Recorded) -> None:
        """It waits for the leader."""
        if event.needs_approval and event.routine == ROUTINE:
            self.came(event.letter)
            self.waits(event.letter, recorded)

    @sees(LetterReturned)
    def returned(self, event: LetterReturned, recorded: Recorded) -> None:
        """It waits for its author."""
        if event.routine == ROUTINE:
            self.came(event.letter)
            self.waits(event.letter, recorded)

    @sees(LetterApproved, LetterStopped)
    def done(self, event: LetterApproved | LetterStopped, recorded: Recorded) -> None:
        """It waits no longer."""
        self.came(event.letter)

    def lost(self, key: str, recorded: Recorded) -> str:
        """It still waits."""
        waits = "its author" if type(recorded.event) is LetterReturned else "approval"
        return f"{key} waits for {waits}"
