"""Laws of cases and documents: unbroken histories, one way out of the inbox, no real numbers (COR-01, 02, 08)."""

from __future__ import annotations

from saksgang.checks.check import sees
from saksgang.checks.laws_base import Law
from saksgang.events import (
    CaseAmended,
    CaseAssigned,
    CaseOpened,
    CaseSeen,
    DocumentReceived,
    DocumentRegistered,
    OfficeOpened,
    StatusChanged,
)
from saksgang.journal.record import Recorded

__all__ = ["CasesGoOnFromWhereTheyStood", "DocumentsAreRegisteredOnce", "PersonalNumbersCannotBeReal"]

# Country: digits, where the shifted part stands, its lowest and its highest value.
FORMS = {"NO": (11, 2, 81, 92), "DK": (10, 0, 61, 91)}


class _Standing:
    """Where a case stands: status, caseworker, and whether it is new to that one."""

    __slots__ = ("new", "responsible", "status")

    def __init__(self, status: str) -> None:
        self.status, self.responsible, self.new = status, "", True


class CasesGoOnFromWhereTheyStood(Law):
    """What an event says of a case's past is what the events before it made (COR-02)."""

    id = "core-cases-go-on-from-where-they-stood"
    requirements = ("COR-02",)
    kind = "safety"
    sentence = (
        "A case is opened once; each change starts from the status and caseworker that it had, only the caseworker's "
        "first look counts, and an ended case does not change."
    )

    def __init__(self) -> None:
        super().__init__()
        self._open: dict[str, _Standing] = {}

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """It begins."""
        if event.case in self._open:
            self.broken(recorded, f"Case {event.case} was opened a second time.")
        self.judged += 1
        self._open[event.case] = _Standing(event.status)

    @sees(StatusChanged)
    def status_changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """It goes from one status to another."""
        case = self._standing(recorded, "changed status")
        if case is None:
            return
        if case.status != event.old or event.new == event.old:
            self.broken(
                recorded,
                f"Case {event.case} went from {event.old!r} to {event.new!r}, but stood at {case.status!r}.",
            )
        case.status = event.new
        if event.final:
            del self._open[event.case]

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """Another caseworker."""
        case = self._standing(recorded, "was assigned")
        if case is None:
            return
        if case.responsible != event.previous:
            self.broken(
                recorded,
                f"Case {event.case} went to {event.to!r} from {event.previous!r}, but was with {case.responsible!r}.",
            )
        case.responsible, case.new = event.to, True

    @sees(CaseSeen)
    def seen_by(self, event: CaseSeen, recorded: Recorded) -> None:
        """The caseworker's first look; one may still be taken at an ended case."""
        case = self._open.get(event.case)
        if case is None:
            return
        self.judged += 1
        if not case.new or case.responsible != event.by:
            self.broken(
                recorded,
                f"Case {event.case} became seen by {event.by!r}, but it is for {case.responsible!r}"
                f"{'' if case.new else ' and was not new'}.",
            )
        case.new = False

    @sees(CaseAmended)
    def amended(self, event: CaseAmended, recorded: Recorded) -> None:
        """Other facts."""
        self._standing(recorded, "was amended")

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """One more document."""
        self._standing(recorded, "got a document")

    def _standing(self, recorded: Recorded, happened: str) -> _Standing | None:
        case = self._open.get(recorded.event.case)
        if case is None:
            self.broken(recorded, f"Case {recorded.event.case} {happened} while it is not open.")
        else:
            self.judged += 1
        return case


class DocumentsAreRegisteredOnce(Law):
    """A document leaves the inbox once, by being registered on a case (COR-01)."""

    id = "core-documents-are-registered-once"
    requirements = ("COR-01",)
    kind = "safety"
    sentence = (
        "A document that was received is registered at most once, and on a case; what bears its channel's mark is "
        "received at most once."
    )

    def __init__(self) -> None:
        super().__init__()
        self._inbox: set[str] = set()
        self._marks: set[tuple[str, object]] = set()

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """It lies in the inbox."""
        if event.document in self._inbox:
            self.broken(recorded, f"Document {event.document} was received a second time.")
        self._inbox.add(event.document)
        if mark := event.facts.get("message_id"):
            self._marked((event.routine, mark), recorded)

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """It lies on a case."""
        if event.document in self._inbox and event.case:
            self.judged += 1
            self._inbox.remove(event.document)
            return
        self.broken(
            recorded,
            f"Document {event.document} was registered on case {event.case or 'none'}, although it did not lie in "
            "the inbox or no case was named.",
        )

    def _marked(self, mark: tuple[str, object], recorded: Recorded) -> None:
        self.judged += 1
        if mark in self._marks:
            self.broken(recorded, f"The message {mark[1]!r} was received by {mark[0]} a second time.")
        self._marks.add(mark)


class PersonalNumbersCannotBeReal(Law):
    """Synthetic people carry numbers outside the value space: Norway month + 80, Denmark day + 60 (COR-08)."""

    id = "core-personal-numbers-cannot-be-real"
    requirements = ("COR-08",)
    kind = "safety"
    sentence = "A personal number has a month of 81 to 92 in Norway, or a day of 61 to 91 in Denmark."

    def __init__(self) -> None:
        super().__init__()
        self._form = FORMS["NO"]

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """The country whose numbers they are."""
        self._form = FORMS[event.country]

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """A case with the number of its party."""
        number = event.personal_number
        if not number.isdecimal():
            number = number.replace("-", "").replace(" ", "")
            if not number:
                return
        digits, at, lowest, highest = self._form
        synthetic = len(number) == digits and number.isdecimal() and lowest <= int(number[at : at + 2]) <= highest
        self.judged += 1
        if not synthetic:
            wrong = f"Case {event.case} carries a personal number (not shown) that could belong to somebody."
            self.broken(recorded, wrong)
