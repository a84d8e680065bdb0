"""The confirmation of receipt: for each new referral, once, without approval, and no answer (PPT-05)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import InTheEnd, Law
from saksgang.checks.laws_staff import RosterCheck
from saksgang.events import (
    DeadlineMet,
    DocumentRegistered,
    LetterApproved,
    LetterDrafted,
    LetterFailed,
    LetterOpened,
    LetterPosted,
    LetterSent,
    OfficeOpened,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_ppt_intake.checks_settings import ROUTINE, categories

__all__ = ["ConfirmationsMeetNoDeadline", "EveryNewReferralIsConfirmed", "OnlyNewReferralsAreConfirmed"]

CONFIRMATION = "mottaksbekreftelse"
CONFIRM = "confirm_receipt"


class OnlyNewReferralsAreConfirmed(RosterCheck):
    """Nothing but a new referral is confirmed, and that once, by a consultant and without approval (PPT-05)."""

    id = "ppt-only-new-referrals-are-confirmed"
    requirements = ("PPT-05",)
    kind = "safety"
    sentence = (
        "A confirmation answers a new referral that was registered on its case, is written by a consultant, needs no "
        "approval, and is sent once for each, unless it reached nobody."
    )

    def __init__(self) -> None:
        super().__init__()
        self._referral: frozenset[str] = frozenset()
        self._unconfirmed: dict[str, str] = {}
        self._letters: dict[str, str] = {}
        self._under_way: dict[str, str] = {}

    @sees(OfficeOpened)
    def categories(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Which categories are new referrals."""
        self._referral = categories(event, "new_referral")

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """Perhaps a new referral."""
        if event.subject in self._referral and event.routine == ROUTINE:
            self._unconfirmed[event.document] = event.case

    @sees(TaskCreated, of=CONFIRM)
    def asked_to_confirm(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is asked to confirm."""
        if event.routine == ROUTINE:
            self.judged += 1
            if self._unconfirmed.get(event.about) != event.case:
                self.broken(recorded, f"{event.task} asks to confirm {event.about}, which is no unconfirmed referral.")

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """A confirmation is written."""
        if event.template != CONFIRMATION or event.routine != ROUTINE:
            return
        self.judged += 1
        self._letters[event.letter] = event.answers
        if self._unconfirmed.get(event.answers) != event.case:
            what = event.answers or "nothing"
            self.broken(recorded, f"{event.letter} confirms {what}, which is no new referral that is unconfirmed.")
        if event.needs_approval:
            self.broken(recorded, f"{event.letter} is a confirmation and needs approval.")
        if recorded.actor.startswith("staff:") and not self.roster.has(recorded.actor[6:], "konsulent"):
            self.broken(recorded, f"{event.letter} was written by {recorded.actor}, who is no konsulent.")

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """A confirmation goes out."""
        if event.template != CONFIRMATION or event.routine != ROUTINE:
            return
        self.judged += 1
        document = self._letters.pop(event.letter, "")
        if self._unconfirmed.pop(document, None) is None:
            self.broken(recorded, f"{event.letter} confirms {document or 'nothing'} a second time or without a reason.")
        self._under_way[event.letter] = document

    @sees(LetterFailed)
    def failed(self, event: LetterFailed, recorded: Recorded) -> None:
        """It reached nobody, so it may be sent anew."""
        document = self._under_way.pop(event.letter, "")
        if document:
            self._unconfirmed[document] = event.case

    @sees(LetterOpened, LetterPosted)
    def arrived(self, event: LetterOpened | LetterPosted, recorded: Recorded) -> None:
        """It reached somebody, or went by post."""
        self._under_way.pop(event.letter, None)

    @sees(LetterApproved)
    def approved(self, event: LetterApproved, recorded: Recorded) -> None:
        """Never a confirmation."""
        if event.letter in self._letters:
            self.broken(recorded, f"{event.letter} is a confirmation and was approved by {event.by}.")

    @sees(TaskCreated, of="approve_letter")
    def asked(self, event: TaskCreated, recorded: Recorded) -> None:
        """Nobody is asked to approve a confirmation."""
        if event.about in self._letters:
            self.broken(recorded, f"{event.about} is a confirmation and waits for approval.")


class ConfirmationsMeetNoDeadline(Law):
    """A confirmation is not an answer: it clears no deadline (PPT-05)."""

    id = "ppt-confirmations-meet-no-deadline"
    requirements = ("PPT-05", "PPT-11")
    kind = "safety"
    sentence = "No deadline for an answer is met because a confirmation was sent."

    def __init__(self) -> None:
        super().__init__()
        self._sent: str | None = None

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """A confirmation goes out."""
        if event.template == CONFIRMATION and event.routine == ROUTINE:
            self.judged += 1
            self._sent = recorded.id

    @sees(DeadlineMet, of="answer")
    def met(self, event: DeadlineMet, recorded: Recorded) -> None:
        """Not because of it."""
        if recorded.cause == self._sent:
            self.broken(recorded, f"{event.deadline}, target {event.target}, was met by a confirmation of receipt.")


class EveryNewReferralIsConfirmed(InTheEnd):
    """In the end every new referral has its confirmation (PPT-05)."""

    id = "ppt-every-new-referral-is-confirmed"
    requirements = ("PPT-05",)
    kind = "liveness"
    sentence = "Every new referral that was registered gets its confirmation in the end."

    def __init__(self) -> None:
        super().__init__()
        self._referral: frozenset[str] = frozenset()
        self._letters: dict[str, str] = {}

    @sees(OfficeOpened)
    def categories(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Which categories are new referrals."""
        self._referral = categories(event, "new_referral")

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """Perhaps a new referral."""
        if event.subject in self._referral and event.routine == ROUTINE:
            self.waits(event.document, recorded)

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """A confirmation is written."""
        if event.template == CONFIRMATION:
            self._letters[event.letter] = event.answers

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """A confirmation goes out."""
        document = self._letters.pop(event.letter, None)
        if document is not None:
            self.came(document)

    def lost(self, key: str, recorded: Recorded) -> str:
        """No confirmation."""
        return f"The new referral {key} has no confirmation"
