"""What meets norm and limit, and who is warned when the norm went by (PPT-11)."""

from __future__ import annotations

import datetime as dt

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import (
    DeadlineCancelled,
    DeadlineMet,
    DeadlineMissed,
    DeadlineStarted,
    LetterDrafted,
    LetterFailed,
    LetterSent,
    LetterStopped,
    NoteWritten,
    StatusChanged,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_ppt_intake.checks_settings import ROUTINE

__all__ = ["APreliminaryReplyIsAskedFor", "OnlyRepliesMeetDeadlines"]

ANSWER, PRELIMINARY, NOTE = "answer", "preliminary_reply", "journal note"
MINUTE = dt.timedelta(minutes=1)
# Which letter meets which targets: a preliminary reply is no answer, but it is what the law asks for in time.
MEETS = {"svarbrev": ("norm", "limit"), "forelopig_svar": ("limit",)}
Ended = DeadlineMet | DeadlineMissed | DeadlineCancelled


class OnlyRepliesMeetDeadlines(AtOnce):
    """A reply meets what runs, a preliminary reply the limit, a note of an answer given otherwise the norm (PPT-11)."""

    id = "ppt-only-replies-meet-deadlines"
    requirements = ("PPT-11", "PPT-05")
    kind = "safety"
    sentence = (
        "Sending a reply at once meets norm and limit of the inquiry that it answers, a preliminary reply only the "
        "limit; a norm is also met by a review that ends with a journal note of the answer, of its own and by whoever "
        "ends it; nothing else meets either."
    )

    def __init__(self) -> None:
        super().__init__()
        self._running: dict[str, set[str]] = {}
        self._letters: dict[str, str] = {}
        self._noted: dict[str, list[str]] = {}
        self._just_answered: tuple[dt.datetime | None, str, str, tuple[str, ...]] = (None, "", "", ())

    @sees(DeadlineStarted, of=ANSWER)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """What runs."""
        if event.routine == ROUTINE:
            self._running[event.about] = {target.name for target in event.targets}

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """Which document a letter answers."""
        if event.template in MEETS and event.routine == ROUTINE:
            self._letters[event.letter] = event.answers

    @sees(LetterStopped, LetterFailed)
    def stopped(self, event: LetterStopped | LetterFailed, recorded: Recorded) -> None:
        """It answers nothing."""
        self._letters.pop(event.letter, None)

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """What it answers is met now."""
        document = self._letters.pop(event.letter, None)
        if document is not None:
            self._answered(document, MEETS[event.template], recorded)

    @sees(NoteWritten)
    def noted(self, event: NoteWritten, recorded: Recorded) -> None:
        """It may tell of an answer that was given otherwise."""
        if event.routine == ROUTINE:
            self._noted.setdefault(event.case, []).append(event.by)

    @sees(TaskCompleted, of="review_case")
    def reviewed(self, event: TaskCompleted, recorded: Recorded) -> None:
        """A review that ends with a note of its own meets the norm, where the law asks for no more."""
        notes = self._noted.get(event.case, [])
        if event.outcome == NOTE and event.by in notes:
            notes.remove(event.by)
            self._answered(event.about, ("norm",) if self._running.get(event.about) == {"norm"} else (), recorded)

    @sees(DeadlineMet, DeadlineMissed, DeadlineCancelled, of=ANSWER)
    def ended(self, event: Ended, recorded: Recorded) -> None:
        """A target is met, or ends without an answer."""
        if event.routine != ROUTINE:
            return
        self._forget(event.about, event.target)
        if type(event) is DeadlineMet:
            self.paid(f"{event.target} of {event.about}")
            self.judged += 1
            at, case, document, targets = self._just_answered
            right = at == recorded.at and case == event.case and document in (event.about, "")
            if not right or event.target not in targets:
                wrong = f"{event.target} of {event.about} was met, but nothing that meets it was sent just then."
                self.broken(recorded, wrong)

    @sees(StatusChanged)
    def case_ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """What has ended is forgotten."""
        if event.final:
            self._noted.pop(event.case, None)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is answered and runs on."""
        return f"An answer was given, but the {key}, which it meets, runs on."

    def _answered(self, document: str, targets: tuple[str, ...], recorded: Recorded) -> None:
        self._just_answered = (recorded.at, recorded.event.case, document, targets)
        for target in targets:
            if target in self._running.get(document, ()):
                self.owe(f"{target} of {document}", recorded)

    def _forget(self, document: str, target: str) -> None:
        targets = self._running.get(document)
        if targets is not None:
            targets.discard(target)
            if not targets:
                del self._running[document]


class APreliminaryReplyIsAskedFor(AtOnce):
    """When the norm is missed and the limit still runs, somebody is asked for a preliminary reply (PPT-11)."""

    id = "ppt-a-preliminary-reply-is-asked-for"
    requirements = ("PPT-11",)
    kind = "safety"
    sentence = (
        "When a norm is missed while the legal limit is not yet known to be, a preliminary reply is asked for at once, "
        "and only then; of a document that lay in the inbox past both, it is late."
    )

    def __init__(self) -> None:
        super().__init__()
        self._limit: dict[str, dt.datetime] = {}
        self._missed: tuple[str, dt.datetime | None] = ("", None)

    @sees(DeadlineStarted, of=ANSWER)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """The limit runs."""
        if event.routine == ROUTINE:
            for target in event.targets:
                if target.name == "limit":
                    self._limit[event.deadline] = target.due

    @sees(DeadlineMet, DeadlineMissed, DeadlineCancelled, of=ANSWER)
    def ended(self, event: Ended, recorded: Recorded) -> None:
        """The limit ends, or the norm is missed while it runs."""
        if event.routine != ROUTINE:
            return
        if event.target == "limit":
            self._limit.pop(event.deadline, None)
        elif type(event) is DeadlineMissed and event.deadline in self._limit:
            self._missed = (event.case, recorded.at)
            if recorded.at < self._limit[event.deadline] + MINUTE:
                self.owe(event.case, recorded)

    @sees(TaskCreated, of=PRELIMINARY)
    def asked(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is asked for a preliminary reply."""
        if event.routine != ROUTINE:
            return
        self.paid(event.case)
        if self._missed != (event.case, recorded.at):
            wrong = f"A preliminary reply was asked for on case {event.case}, but no norm was missed before its limit."
            self.broken(recorded, wrong)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody was asked."""
        return (
            f"The norm on case {key} was missed and the limit still ran, but nobody was asked for a preliminary reply."
        )
