"""Sending: at once by mailbox, on paper when nobody opens it in time, once (PPT-10)."""

from __future__ import annotations

import datetime as dt

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, Law
from saksgang.checks.laws_counting import DayCounter
from saksgang.events import (
    CaseAssigned,
    LetterApproved,
    LetterAvailable,
    LetterCompleted,
    LetterFailed,
    LetterOpened,
    LetterPrintOrdered,
    LetterSent,
    LetterStopped,
    MailboxMissing,
    OfficeOpened,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_ppt_intake.checks_settings import ROUTINE, settings

__all__ = [
    "ApprovedLettersAreSentAtOnce",
    "NoMailboxMeansPaperAtOnce",
    "OnlyPeopleStopLetters",
    "UndeliveredLettersAreTold",
    "UnopenedLettersArePrintedOnce",
]

MINUTE = dt.timedelta(minutes=1)
LONG_AGO = dt.datetime.min.replace(tzinfo=dt.UTC)


class UndeliveredLettersAreTold(AtOnce):
    """A letter that reached nobody does not end unseen (PPT-10)."""

    id = "ppt-undelivered-letters-are-told"
    requirements = ("PPT-10",)
    kind = "safety"
    sentence = (
        "When a letter cannot be delivered, a task about it is made at that instant: of a confirmation for the "
        "consultants, who alone may write it anew, of any other for the caseworker."
    )

    def __init__(self) -> None:
        super().__init__()
        self._confirmations: set[str] = set()
        self._caseworkers: dict[str, str] = {}

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """Whose case it is."""
        if event.routine == ROUTINE:
            self._caseworkers[event.case] = event.to

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """Is it a confirmation?"""
        if event.routine == ROUTINE and event.template == "mottaksbekreftelse":
            self._confirmations.add(event.letter)

    @sees(LetterFailed)
    def failed(self, event: LetterFailed, recorded: Recorded) -> None:
        """It is given up."""
        if event.routine == ROUTINE:
            self.owe(event.letter, recorded)

    @sees(TaskCreated, of=("undelivered_letter", "undelivered_confirmation"))
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is told, who can do something about it."""
        if event.routine != ROUTINE:
            return
        self.paid(event.about)
        role = "konsulent" if event.about in self._confirmations else "fagansatt"
        if event.role != role:
            self.broken(recorded, f"{event.about} could not be delivered, and {event.role} is told, not {role}.")
        caseworker = "" if role == "konsulent" else self._caseworkers.get(event.case, "")
        # Of somebody away the reason says so.
        if caseworker not in ("", event.owner) and not event.reason:
            self.broken(recorded, f"{event.about} could not be delivered; {caseworker} has the case and is not told.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody is."""
        return f"{key} could not be delivered, and nobody was told."


class ApprovedLettersAreSentAtOnce(AtOnce):
    """Nobody has to send a letter that is ready (PPT-10)."""

    id = "ppt-approved-letters-are-sent-at-once"
    requirements = ("PPT-10",)
    kind = "safety"
    sentence = "A letter is sent at the instant at which it is approved, or completed where it needs no approval."

    @sees(LetterApproved, LetterCompleted)
    def ready(self, event: LetterApproved | LetterCompleted, recorded: Recorded) -> None:
        """It may go."""
        if event.routine == ROUTINE and (type(event) is LetterApproved or not event.needs_approval):  # type: ignore[union-attr]
            self.owe(event.letter, recorded)

    @sees(LetterSent, LetterStopped)
    def sent(self, event: LetterSent | LetterStopped, recorded: Recorded) -> None:
        """It goes, or somebody took it in hand."""
        if event.routine == ROUTINE:
            self.paid(event.letter)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It did not go."""
        return f"{key} was ready at {recorded.at} and was not sent."


class UnopenedLettersArePrintedOnce(Law):
    """Paper is ordered when the time for opening is over, to the minute, once, and never otherwise (PPT-10)."""

    id = "ppt-unopened-letters-are-printed-once"
    requirements = ("PPT-10",)
    kind = "safety"
    sentence = (
        "A letter is printed exactly when the time for opening it is over (or at once without a mailbox), once, and "
        "never when it was opened or stopped before."
    )

    def __init__(self) -> None:
        super().__init__()
        self._rule = "2 working days"
        self._days = DayCounter("NO", "Europe/Oslo")
        self._up_since = LONG_AGO
        self._due: dict[str, tuple[dt.datetime, str]] = {}
        self._missing: set[str] = set()

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """How long a letter may lie from now on; what fell due while the office was down comes now."""
        self._rule = settings(event).get("autoprint_after", self._rule)
        self._up_since = recorded.at
        if (event.country, event.zone) != (self._days.country, self._days.zone):
            self._days = DayCounter(event.country, event.zone)

    @sees(LetterAvailable)
    def available(self, event: LetterAvailable, recorded: Recorded) -> None:
        """The time begins."""
        if event.routine == ROUTINE:
            self._due[event.letter] = (self._days.due(self._rule, recorded.at), event.case)

    @sees(MailboxMissing)
    def missing(self, event: MailboxMissing, recorded: Recorded) -> None:
        """Paper is right at once."""
        if event.routine == ROUTINE:
            self._missing.add(event.letter)

    @sees(LetterOpened, LetterStopped, LetterFailed)
    def ended(self, event: LetterOpened | LetterStopped | LetterFailed, recorded: Recorded) -> None:
        """No paper, when that was before the time was over."""
        if type(event) is LetterOpened and event.late:
            return
        due = self._due.pop(event.letter, None)
        if due is not None:
            self.judged += 1
            if recorded.at >= due[0] + MINUTE:
                wrong = f"{event.letter} was due {due[0]} UTC and was not printed, but later had {recorded.kind}."
                self.broken(recorded, wrong)

    @sees(LetterPrintOrdered)
    def ordered(self, event: LetterPrintOrdered, recorded: Recorded) -> None:
        """Paper is ordered."""
        if event.routine != ROUTINE:
            return
        self.judged += 1
        due = self._due.pop(event.letter, None)
        if due is None:
            if event.letter not in self._missing:
                wrong = f"{event.letter} was printed although it was opened, stopped or printed before, or never sent."
                self.broken(recorded, wrong)
            self._missing.discard(event.letter)
        elif recorded.at != due[0] + MINUTE and not (due[0] + MINUTE < recorded.at <= self._up_since + MINUTE):
            wrong = (
                f"{event.letter} was printed at {recorded.at}; the last minute to open it ({self._rule}) is {due[0]}."
            )
            self.broken(recorded, wrong)

    def end(self, at: dt.datetime) -> None:
        """What should have been printed by now."""
        for letter, (due, case) in self._due.items():
            if due + MINUTE < at:
                self.never_came(case, at, f"{letter} was due {due} UTC, was not opened, and was not printed.")


class NoMailboxMeansPaperAtOnce(AtOnce):
    """Who has no mailbox gets paper without waiting (PPT-10)."""

    id = "ppt-no-mailbox-means-paper-at-once"
    requirements = ("PPT-10",)
    kind = "safety"
    sentence = "A letter to somebody without an electronic mailbox is printed at once."

    @sees(MailboxMissing)
    def missing(self, event: MailboxMissing, recorded: Recorded) -> None:
        """There is no mailbox."""
        if event.routine == ROUTINE:
            self.owe(event.letter, recorded)

    @sees(LetterPrintOrdered)
    def ordered(self, event: LetterPrintOrdered, recorded: Recorded) -> None:
        """Paper is ordered."""
        self.paid(event.letter)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """No paper."""
        return f"The recipient of {key} has no mailbox, and it was not printed at once."


class OnlyPeopleStopLetters(Law):
    """A letter is taken in hand by somebody, for a reason (PPT-10)."""

    id = "ppt-only-people-stop-letters"
    requirements = ("PPT-10",)
    kind = "safety"
    sentence = "A letter is marked as handled by hand by one of the staff, with a reason."

    @sees(LetterStopped)
    def stopped(self, event: LetterStopped, recorded: Recorded) -> None:
        """Somebody takes it in hand."""
        if event.routine == ROUTINE:
            self.judged += 1
            if not recorded.actor.startswith("staff:") or not event.reason.strip():
                self.broken(recorded, f"{event.letter} was stopped by {recorded.actor} for {event.reason!r}.")
