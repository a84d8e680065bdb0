"""From the application to a case with all its data (BEN-03, BEN-04, BEN-25)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, InTheEnd, Law
from saksgang.events import CaseOpened, DocumentReceived, DocumentRegistered, StatusChanged, TaskCreated
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_days import OfficeDays
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_settings import ROUTINE, bare, birth
from saksgang_benefits.checks_statements import misread

__all__ = [
    "ApplicationsAreTakenUpAtOnce",
    "CasesAreFoundByNumber",
    "CasesAreOfTheRightType",
    "EveryApplicationGetsACase",
    "NothingIsTypedAgain",
]

APPLICATION = "Ansøgning"
LAST_DAY_FOR_STUDENTS = dt.date(2025, 6, 30)
TYPES = ("kontanthjælp", "uddannelseshjælp", "enkeltydelse")
SINGLE, ENDED = TYPES[2], ("afsluttet", "arkiveret")


def tells_enough(event: DocumentReceived) -> bool:
    """Whether an application says which benefit it is for and whose it is, and can be read."""
    told = event.facts.get("benefit") in TYPES and birth(event.personal_number) is not None
    return told and not misread(event.facts)


class ApplicationsAreTakenUpAtOnce(FactsCheck, AtOnce):
    """Each application becomes a task at once, and a case where its data suffice (BEN-03)."""

    id = "ben-applications-are-taken-up-at-once"
    requirements = ("BEN-03",)
    kind = "safety"
    sentence = (
        "An application that tells its benefit and its applicant and can be read, whose household has no case of it "
        "yet, becomes a case and a task to handle it at once; any other becomes a task to create the case, and no case "
        "by itself."
    )

    def __init__(self) -> None:
        super().__init__()
        self._enough: dict[str, bool] = {}
        self._on_a_case: list[str] = []
        self._running: set[str] = set()

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """Who has a case that is paid month by month."""
        if event.routine == ROUTINE and event.type != SINGLE and event.personal_number:
            self._running.add(event.case)

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """And who has it no longer."""
        if event.new in ENDED:
            self._running.discard(event.case)

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """An application comes."""
        if event.routine == ROUTINE and event.category == APPLICATION:
            first = event.facts.get("benefit") == SINGLE or not self._has_one(event)
            self._enough[event.document] = tells_enough(event) and first
            self.owe(f"task {event.document}", recorded)
            if self._enough[event.document]:
                self.owe(f"case {event.document}", recorded)

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """It is on a case."""
        if event.document not in self._enough:
            return
        self.paid(f"case {event.document}")
        self._on_a_case.append(event.document)
        self.to_tell[self] = None
        if self._enough.get(event.document) is False and event.by.startswith("rule:") and event.opened:
            self.broken(recorded, f"{event.document} does not tell enough, and a case was opened by itself.")

    @sees(TaskCreated)
    def asked(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody gets it."""
        wanted = "handle_application" if self._enough.get(event.about) else "create_case"
        if event.routine == ROUTINE and event.kind == wanted:
            self.paid(f"task {event.about}")

    def instant_over(self) -> None:
        """Nobody asks any more what an application tells that is on a case."""
        super().instant_over()
        for document in self._on_a_case:
            self._enough.pop(document, None)
        self._on_a_case.clear()

    def _has_one(self, event: DocumentReceived) -> bool:
        """A running case is of the same citizen, or one of the two says that the other is the spouse."""
        said = _spouses(event.facts)
        for case, page in self.naming(event.personal_number, event.party, *said):
            told = _spouses(page.facts)
            same = bare(event.personal_number) in (page.number, *told) or event.party in told
            if case in self._running and (same or not said.isdisjoint((page.number, page.party))):
                return True
        return False

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody got it."""
        what, _, document = key.partition(" ")
        return f"The application {document} did not become a {what} when it came."


def _spouses(facts: dict[str, Any]) -> set[Any]:
    """The number and the id of the spouse, as far as they are told."""
    return {bare(facts.get("spouse_number")), facts.get("spouse")} - {None, ""} if facts.get("married") else set()


class EveryApplicationGetsACase(InTheEnd):
    """In the end every application is on a case (BEN-03)."""

    id = "ben-every-application-gets-a-case"
    requirements = ("BEN-03",)
    kind = "liveness"
    sentence = "Every application is registered on a case in the end."

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """It came."""
        if event.routine == ROUTINE and event.category == APPLICATION:
            self.waits(event.document, recorded)

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """It is on a case."""
        self.came(event.document)

    def lost(self, key: str, recorded: Recorded) -> str:
        """It is on none."""
        return f"The application {key} is on no case"


class CasesAreOfTheRightType(OfficeDays, AtOnce):
    """The type is the benefit applied for, as the law had it on the day on which the application came in (BEN-03)."""

    id = "ben-cases-are-of-the-right-type"
    requirements = ("BEN-03",)
    kind = "safety"
    sentence = (
        "A case has the type of the benefit applied for, whoever opens it; no uddannelseshjælp is opened for what came "
        "in after 30 June 2025."
    )

    def __init__(self) -> None:
        super().__init__()
        self._wanted: dict[str, tuple[str, dt.date]] = {}
        self._types: dict[str, str] = {}

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """What is applied for, and when."""
        if event.routine == ROUTINE and event.category == APPLICATION and event.facts.get("benefit") in TYPES:
            self._wanted[event.document] = (str(event.facts["benefit"]), self.day(recorded.at))

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """What was opened; after the reform, a case of the old benefit has to be of an older application."""
        if event.routine != ROUTINE:
            return
        self.judged += 1
        self._types[event.case] = event.type
        if event.type == TYPES[1] and self.day(recorded.at) > LAST_DAY_FOR_STUDENTS:
            self.owe(event.case, recorded)

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """For which application."""
        wanted, came = self._wanted.pop(event.document, ("", dt.date.max))
        kind = self._types.pop(event.case, "") if event.opened else ""
        if not wanted or not kind:
            return
        if came <= LAST_DAY_FOR_STUDENTS:
            self.paid(event.case)
        self.judged += 1
        right = TYPES[0] if wanted == TYPES[1] and came > LAST_DAY_FOR_STUDENTS else wanted
        if kind != right:
            self.broken(recorded, f"Case {event.case} is {kind}, but the application is for {wanted}.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """For none that came in time."""
        return f"Case {key} is {TYPES[1]}, which ended on {LAST_DAY_FOR_STUDENTS}."


class NothingIsTypedAgain(FactsCheck, AtOnce):
    """Whatever the application says so that it can be read is on its case, word for word (BEN-04)."""

    id = "ben-nothing-is-typed-again"
    requirements = ("BEN-04",)
    kind = "safety"
    sentence = (
        "When an application opens a case, all its facts that can be read are facts of the case at once, under the "
        "same names."
    )

    def __init__(self) -> None:
        super().__init__()
        self._said: dict[str, dict[str, Any]] = {}
        self._opened: dict[str, dict[str, Any]] = {}

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """What it says."""
        if event.routine == ROUTINE and event.category == APPLICATION:
            wrong = misread(event.facts)
            self._said[event.document] = {name: said for name, said in event.facts.items() if name not in wrong}

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """It opened a case."""
        said = self._said.pop(event.document, None)
        if said is not None and event.opened and event.case in self.pages:
            self.owe(event.case, recorded)
            self._opened[event.case] = said
            self._compare(event.case, self.pages[event.case])

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """More is on the case."""
        if recorded.event.case in self._opened:
            self._compare(recorded.event.case, page)

    def instant_over(self) -> None:
        """What the application said is looked for no more."""
        super().instant_over()
        self._opened.clear()

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Something is missing."""
        said, there = self._opened[key], self.pages[key].facts
        missing = sorted(name for name in said if there.get(name) != said[name])
        return f"Case {key} lacks what the application says of {', '.join(missing)}."

    def _compare(self, case: str, page: CasePage) -> None:
        said = self._opened[case]
        if all(page.facts.get(name) == value for name, value in said.items()):
            self.paid(case)


class CasesAreFoundByNumber(Law):
    """Any caseworker finds the case by the number that the citizen says on the telephone (BEN-25)."""

    id = "ben-cases-are-found-by-number"
    requirements = ("BEN-25",)
    kind = "safety"
    sentence = "A case has the personal number that its application gave."

    def __init__(self) -> None:
        super().__init__()
        self._given: dict[str, str] = {}
        self._cases: dict[str, str] = {}

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """The number given."""
        if event.routine == ROUTINE and event.category == APPLICATION:
            self._given[event.document] = event.personal_number

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """The number kept."""
        if event.routine == ROUTINE:
            self._cases[event.case] = event.personal_number

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """Both are the same."""
        given = self._given.pop(event.document, "")
        number = self._cases.pop(event.case, None) if event.opened else None
        if given and number is not None:
            self.judged += 1
            if number != given:
                self.broken(recorded, f"Case {event.case} has not the number that {event.document} gives.")
