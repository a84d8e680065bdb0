"""A small benefits office to try the routine in: its staff, its birthdays, an office that moves in time."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from attrs import define, evolve, field

from saksgang.clock import ManualClock
from saksgang.commands import (
    AmendCase,
    ChangeStatus,
    Command,
    CompleteLetter,
    CompleteTask,
    DraftLetter,
    ReportLetterAvailable,
    ReportServiceAnswer,
    SeeCase,
    SubmitDocument,
    WriteNote,
)
from saksgang.declarations import Catalogue
from saksgang.errors import Refused
from saksgang.events import Event, OfficeOpened
from saksgang.identity import synthetic_number
from saksgang.journal import MemoryJournal, Recorded
from saksgang.legaltime import Almanac
from saksgang.office import Office, RoutineDesk, assemble
from saksgang.ports import LetterOrder, ServiceOrder
from saksgang.records import Case, Deadline, Letter, StaffMember, Task
from saksgang.view import View
from saksgang_benefits import plugin
from saksgang_benefits.letter_fields import decision_fields
from saksgang_benefits.matters import composed
from saksgang_benefits.rows import BirthdayRange
from saksgang_benefits.settings import Settings

__all__ = ["APPLICANT", "MARRIED", "SETTINGS", "SPOUSE", "STAFF", "Bench", "bench", "local", "only"]

E = TypeVar("E", bound=Event)
ALMANAC = Almanac("DK")
SERVICES = ("eIndkomst", "Jobnet", "folkeregister", "betaling")

# Born on 12 August 1989: between 1 May and 9 September, though 12 is a higher number than 09.
APPLICANT = synthetic_number("DK", dt.date(1989, 8, 12), 0)
SPOUSE = synthetic_number("DK", dt.date(1987, 12, 24), 1)

STAFF = (
    StaffMember("karla", "Sagsbehandler K", ("sagsbehandler",)),
    StaffMember("viggo", "Sagsbehandler V", ("sagsbehandler",)),
    StaffMember("mogens", "Lønsedler M", ("sagsbehandler", "lønsedler")),
    StaffMember("piccolo", "Ingen rolle P", ("betjent",)),
)
SETTINGS = Settings(
    fallback_owner="viggo",
    birthdays=(BirthdayRange("01.05", "09.09", "karla"), BirthdayRange("10.09", "30.04", "viggo")),
)
MARRIED: dict[str, Any] = {
    "benefit": "kontanthjælp",
    "married": True,
    "spouse": "citizen:spouse",
    "spouse_number": SPOUSE,
    "spouse_work": "part-time",
    "spouse_income": "13800.00",
    "spouse_hours": "87",
    "spouse_registered": False,
    "children": 0,
    "wealth": "8000.00",
}


def local(text: str) -> dt.datetime:
    """A Danish clock time such as ``2024-06-03 09:00`` as an instant."""
    when = dt.datetime.fromisoformat(text)
    return ALMANAC.instant(when.date(), when.time())


@define
class PortStub:
    """A service outside that takes every order and says nothing."""

    orders: list[Any] = field(factory=list)

    def deliver(self, order: LetterOrder) -> None:
        self.orders.append(order)

    def ask(self, order: ServiceOrder) -> None:
        self.orders.append(order)


@define
class Bench:
    """An office with the routine on, and short words for what people do in it."""

    office: Office
    clock: ManualClock
    journal: MemoryJournal
    ports: dict[str, PortStub]

    @property
    def view(self) -> View:
        return self.office.view

    def do(self, command: Command, actor: str = "staff:karla") -> list[Recorded]:
        return self.office.do(command, actor)

    def refused(self, command: Command, actor: str = "staff:karla") -> str:
        """The rule and sentence with which a command is refused; fails where it is not."""
        try:
            self.office.do(command, actor)
        except Refused as refused:
            return f"{refused.rule}: {refused}"
        raise AssertionError(f"{type(command).__name__} was not refused")

    def submit(self, category: str, number: str = APPLICANT, sender: str = "citizen:1", **facts: Any) -> str:
        command = SubmitDocument(
            "benefits", sender, "citizen:1", category, channel="self-service", facts=facts, personal_number=number
        )
        return str(only(self.do(command, sender), "DocumentReceived").document)

    def apply(self, number: str = APPLICANT, **facts: Any) -> str:
        """An application that opens a case by itself; gives its number."""
        document = self.submit("Ansøgning", number, **{**MARRIED, **facts})
        return self.view.document(document).case

    def wait_until(self, text: str) -> None:
        """Let time pass, each deadline at its own minute."""
        when = local(text)
        while (due := self.office.next_due()) is not None and due <= when:
            self.clock.time = max(due, self.clock.time)
            self.office.run_due()
        self.clock.time = when

    def case(self, number: str) -> Case:
        return self.view.case(number)

    def facts(self, number: str) -> Any:
        return self.view.case(number).facts

    def tasks(self, home: str, kind: str) -> list[Task]:
        return [task for task in self.view.tasks(home) if task.kind == kind]

    def task(self, home: str, kind: str) -> Task:
        (task,) = self.tasks(home, kind)
        return task

    def deadline(self, case: str, kind: str) -> Deadline:
        (deadline,) = [each for each in self.view.deadlines(case) if each.kind == kind]
        return deadline

    def letters(self, case: str, template: str) -> list[Letter]:
        return [letter for letter in self.view.letters(case) if letter.template == template]

    def told(self, kind: type[E]) -> list[E]:
        return [recorded.event for recorded in self.journal if isinstance(recorded.event, kind)]

    def failures(self) -> list[Any]:
        return [recorded.event for recorded in self.journal if recorded.kind in ("HandlingFailed", "DispatchFailed")]

    def answer(self, case: str, service: str, **facts: Any) -> None:
        """A service answers the last question that it was asked about a case."""
        asked = [each for each in self.view.requests(case) if each.service == service and each.answered is None]
        self.do(ReportServiceAnswer(asked[-1].id, facts), f"system:{service}")

    def request(self, case: str, *matters: str, actor: str = "staff:karla", available: bool = True) -> str:
        """A letter that asks for what is missing, sent."""
        fields = {"case_number": case, "matters": composed(*matters), "time": "10 dage", "unit": "Ydelseskontoret"}
        letter = str(only(self.do(DraftLetter(case, "anmodning", "citizen:1", fields), actor), "LetterDrafted").letter)
        self.do(CompleteLetter(letter), actor)
        if available:
            self.do(ReportLetterAvailable(letter), "system:mailbox")
        return letter

    def inform(self, case: str, actor: str = "staff:karla") -> None:
        """The spouse registers, and the caseworker concludes that the case is fully informed."""
        if self.facts(case).get("married"):
            number = self.case(case).personal_number
            self.submit("Hændelse", number, "service:jobnet", event="Kontaktforløb oprettet på ægtefælle")
        self.do(SeeCase(case), actor)
        self.do(ChangeStatus(case, "fuldt oplyst"), actor)

    def grant(self, case: str, actor: str = "staff:karla", **facts: Any) -> None:
        """A grant with its note."""
        self.do(WriteNote(case, "Bevilges; betingelserne er opfyldt."), actor)
        self.do(CompleteTask(self.task(case, "decide").id, "granted", facts=facts), actor)

    def decide_letter(self, case: str, actor: str = "staff:karla", **fields: str) -> str:
        """The letter of grant, drafted and completed."""
        filled = {**decision_fields(self.case(case), "Ydelseskontoret"), **fields}
        command = DraftLetter(case, "afgorelse_bevilling", "citizen:1", filled)
        letter = str(only(self.do(command, actor), "LetterDrafted").letter)
        self.do(CompleteLetter(letter), actor)
        return letter

    def refuse_letter(self, case: str, actor: str = "staff:karla") -> str:
        """The letter of refusal, drafted and completed."""
        fields = {"case_number": case, "benefit": "kontanthjælp", "reason": "Formue over grænsen.", "unit": "Y"}
        command = DraftLetter(case, "afgorelse_afslag", "citizen:1", fields)
        letter = str(only(self.do(command, actor), "LetterDrafted").letter)
        self.do(CompleteLetter(letter), actor)
        return letter

    def granted(self, supplementary: bool = True, number: str = APPLICANT, **facts: Any) -> str:
        """A case from application to decision letter on one day."""
        case = self.apply(number, **facts)
        self.inform(case)
        self.grant(case, supplementary=supplementary)
        self.decide_letter(case)
        return case

    def payslip(self, month: str) -> str:
        """The spouse uploads a payslip."""
        return self.submit("Lønseddel", sender="citizen:spouse", month=month, person="spouse")

    def report(self, case: str, month: str, document: str, pay: str = "13800.00", hours: str = "87") -> None:
        """The payslip colleague reports its income."""
        income = {"document": document, "pay": pay, "hours": hours}
        self.do(AmendCase(case, {f"income/{month}": income}), "staff:mogens")


def only(events: list[Recorded], kind: str) -> Any:
    (event,) = [recorded.event for recorded in events if recorded.kind == kind]
    return event


def bench(start: str = "2024-08-05 09:00", others: tuple[RoutineDesk, ...] = (), **changes: Any) -> Bench:
    """An office that opens then; the first days of August 2024 are ordinary working days."""
    clock, journal = ManualClock(local(start)), MemoryJournal()
    ports = {name: PortStub() for name in ("mailbox", "print", *SERVICES)}
    catalogue = Catalogue({"benefits": plugin.declare_routine()})
    desk = RoutineDesk("benefits", plugin.respond, plugin.vet, distribute=plugin.distribute)
    settings = {"benefits": evolve(SETTINGS, **changes)}
    desks = {each.name: each for each in (desk, *others)}
    office = assemble(catalogue, ALMANAC, settings, desks, ports, clock, journal)
    office.record(OfficeOpened("office", "", "Fjelsted", "DK", "Europe/Copenhagen", "da", {}, STAFF), "system:office")
    return Bench(office, clock, journal, ports)
