"""The post inbox: who empties it, that it is emptied, and what a registration says (PPT-01, PPT-02, PPT-03)."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from saksgang.checks import sees
from saksgang.checks.laws_base import InTheEnd, Law
from saksgang.checks.laws_staff import RosterCheck
from saksgang.events import CaseOpened, DocumentReceived, DocumentRegistered, LetterDrafted, OfficeOpened
from saksgang.journal.record import Recorded
from saksgang_ppt_intake.checks_settings import ROUTINE, categories

__all__ = [
    "ConsultantsEmptyTheInbox",
    "LettersSayWhatIsKnown",
    "NoDocumentIsLeftInTheInbox",
    "TheDayOfReceiptIsTheSystems",
    "TheSubjectIsACategory",
]

MONTHS = (
    *("januar", "februar", "mars", "april", "mai", "juni", "juli", "august"),
    *("september", "oktober", "november", "desember"),
)


class ConsultantsEmptyTheInbox(RosterCheck):
    """A document stays in the inbox until a consultant registers it on a case (PPT-01)."""

    id = "ppt-consultants-empty-the-inbox"
    requirements = ("PPT-01",)
    kind = "safety"
    sentence = "A document leaves the inbox only when a consultant registers it, on a new case or on an existing one."

    def __init__(self) -> None:
        super().__init__()
        self._inbox: set[str] = set()
        self._opened = ""

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """It lies in the inbox."""
        if event.routine == ROUTINE:
            self._inbox.add(event.document)

    @sees(CaseOpened)
    def case_opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """Perhaps for the document that is registered next."""
        self._opened = event.case

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """It lies on a case."""
        if event.routine != ROUTINE:
            return
        self.judged += 1
        if recorded.actor != f"staff:{event.by}" or not self.roster.has(event.by, "konsulent"):
            self.broken(recorded, f"{event.document} was registered by {recorded.actor}, who is no konsulent.")
        if event.document not in self._inbox:
            self.broken(recorded, f"{event.document} was registered, although it did not lie in the inbox.")
        if not event.case or (event.opened and event.case != self._opened):
            self.broken(recorded, f"{event.document} left the inbox, but no case was opened for it.")
        self._inbox.discard(event.document)


class NoDocumentIsLeftInTheInbox(InTheEnd):
    """Every document is registered in the end; none is lost (PPT-01)."""

    id = "ppt-no-document-is-left-in-the-inbox"
    requirements = ("PPT-01",)
    kind = "liveness"
    sentence = "Every document that comes in is registered in the end."

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """It lies in the inbox."""
        if event.routine == ROUTINE:
            self.waits(event.document, recorded)

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """It lies on a case."""
        self.came(event.document)

    def lost(self, key: str, recorded: Recorded) -> str:
        """It still lies in the inbox."""
        return f"{key} lies in the inbox"


class TheDayOfReceiptIsTheSystems(Law):
    """The day of receipt is the local day on which it came, and no document is younger than that (PPT-02)."""

    id = "ppt-the-day-of-receipt-is-the-systems"
    requirements = ("PPT-02",)
    kind = "safety"
    sentence = "The received date is the local day on which the document came in, and the document date is not later."

    def __init__(self) -> None:
        super().__init__()
        self._zone = ZoneInfo("Europe/Oslo")
        self._received: dict[str, dt.date] = {}

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whose local days they are."""
        self._zone = ZoneInfo(event.zone)

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """Both its dates."""
        if event.routine != ROUTINE:
            return
        self.judged += 1
        day = recorded.at.astimezone(self._zone).date()
        if event.received != day:
            self.broken(recorded, f"{event.document} came in on {day}, but its received date is {event.received}.")
        if event.dated > event.received:
            wrong = f"{event.document} is dated {event.dated}, after the day of receipt, {event.received}."
            self.broken(recorded, wrong)
        self._received[event.document] = event.received

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """The document date may be corrected, but not past the day of receipt."""
        received = self._received.pop(event.document, None)
        if received is not None and event.dated is not None:
            self.judged += 1
            if event.dated > received:
                wrong = f"The date of {event.document} was corrected to {event.dated}, after its receipt, {received}."
                self.broken(recorded, wrong)


class LettersSayWhatIsKnown(Law):
    """A letter names its case and the day on which what it answers came in, as the system has them (PPT-02)."""

    id = "ppt-letters-say-what-is-known"
    requirements = ("PPT-02",)
    kind = "safety"
    sentence = "A letter that answers a document is drafted with its own case number and the received date of that one."

    def __init__(self) -> None:
        super().__init__()
        self._received: dict[str, dt.date] = {}

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """The day on which it came in."""
        if event.routine == ROUTINE:
            self._received[event.document] = event.received

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """What stands in the letter."""
        day = self._received.get(event.answers)
        if day is None:
            return
        self.judged += 1
        body = event.body.casefold()
        if event.case.casefold() not in body or not any(way in body for way in _ways_to_write(day)):
            self.broken(recorded, f"{event.letter} lacks the number of {event.case} or the received date, {day}.")


def _ways_to_write(day: dt.date) -> tuple[str, ...]:
    name = MONTHS[day.month - 1]
    figures = f"{day.day}.{day.month}.{day.year}"
    return f"{day.day}. {name} {day.year}", figures, day.strftime("%d.%m.%Y"), str(day)


class TheSubjectIsACategory(Law):
    """The subject of a registered document is one of the municipality's categories (PPT-03)."""

    id = "ppt-the-subject-is-a-category"
    requirements = ("PPT-03",)
    kind = "safety"
    sentence = "The subject of every registered document is the name of a category."

    def __init__(self) -> None:
        super().__init__()
        self._categories: frozenset[str] = frozenset()

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """The categories that are allowed from now on."""
        self._categories = categories(event)

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """What it was registered as."""
        if event.routine != ROUTINE:
            return
        self.judged += 1
        if event.subject not in self._categories:
            wrong = f"{event.document} was registered with the subject {event.subject!r}, which is no category."
            self.broken(recorded, wrong)
