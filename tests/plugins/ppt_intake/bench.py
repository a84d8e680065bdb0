"""A small municipality to try the routine in: its staff, its directory, an office that moves in time."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from attrs import define, field

from saksgang.clock import ManualClock
from saksgang.commands import (
    ApproveLetter,
    AssignCase,
    Command,
    CompleteLetter,
    DraftLetter,
    RegisterDocument,
    ReportLetterAvailable,
    SubmitDocument,
)
from saksgang.declarations import Catalogue
from saksgang.events import Event, OfficeOpened
from saksgang.journal import MemoryJournal, Recorded
from saksgang.legaltime import Almanac
from saksgang.office import Office, RoutineDesk, assemble
from saksgang.ports import LetterOrder
from saksgang.records import Case, Deadline, Document, Letter, Note, StaffMember, Task
from saksgang.state import State
from saksgang.view import View
from saksgang_ppt_intake import plugin
from saksgang_ppt_intake.rows import DirectoryRule
from saksgang_ppt_intake.settings import Settings

__all__ = [
    "MONDAY",
    "SETTINGS",
    "STAFF",
    "Bench",
    "PortStub",
    "a_case",
    "a_document",
    "a_letter",
    "a_task",
    "bench",
    "record",
    "view_of",
]

E = TypeVar("E", bound=Event)
ALMANAC = Almanac("NO")
# 16 November 2026 at 9 in Oslo: an ordinary week without holidays follows.
MONDAY = dt.datetime(2026, 11, 16, 8, 0, tzinfo=dt.UTC)

STAFF = (
    StaffMember("post", "Konsulent P", ("konsulent",), "kontor"),
    StaffMember("nord1", "Fagansatt N1", ("fagansatt",), "nord"),
    StaffMember("nord2", "Fagansatt N2", ("fagansatt",), "nord"),
    StaffMember("sor1", "Fagansatt S1", ("fagansatt",), "sor"),
    StaffMember("sjef_nord", "Leder N", ("leder",), "nord", deputy="sjef_sor"),
    StaffMember("sjef_sor", "Leder S", ("leder",), "sor", deputy="sor1"),
)
SETTINGS = Settings(
    directory_fallback="sjef_nord",
    directory=(
        DirectoryRule("nord1", institution="Elvebakken skole", youngest=6, oldest=12),
        DirectoryRule("nord2", institution="Elvebakken skole", youngest=6, oldest=15),
        DirectoryRule("sjef_sor", category="Henvendelse"),
    ),
)


@define
class PortStub:
    """A service outside that takes every order and says nothing."""

    orders: list[LetterOrder] = field(factory=list)

    def deliver(self, order: LetterOrder) -> None:
        """Take an order."""
        self.orders.append(order)


@define
class Bench:
    """An office with the routine on, and short words for what people do in it."""

    office: Office
    clock: ManualClock
    journal: MemoryJournal
    mailbox: PortStub
    printer: PortStub

    @property
    def view(self) -> View:
        return self.office.view

    def do(self, command: Command, actor: str = "staff:post") -> list[Recorded]:
        return self.office.do(command, actor)

    def submit(self, category: str = "Henvisning", **facts: Any) -> str:
        known = {"institution": "Elvebakken skole", "birth_year": 2018, **facts}
        events = self.do(SubmitDocument("ppt_intake", "sender-1", "party-1", category, facts=known), "citizen:1")
        return str(only(events, "DocumentReceived").document)

    def register(self, document: str, subject: str = "Henvisning", case: str = "") -> str:
        new = "" if case else "PPT-sak"
        events = self.do(RegisterDocument(document, subject, case=case, case_type=new))
        return str(only(events, "DocumentRegistered").case)

    def new_case(self, subject: str = "Henvisning", **facts: Any) -> tuple[str, str]:
        """A document that came and was registered as a new case: case and document."""
        document = self.submit(subject, **facts)
        return self.register(document, subject), document

    def assigned_case(self, subject: str = "Henvisning", to: str = "nord1") -> tuple[str, str]:
        """A new case that a leader gave to somebody."""
        case, document = self.new_case(subject)
        self.do(AssignCase(case, to), "staff:sjef_sor")
        return case, document

    def draft(self, case: str, template: str, answers: str, actor: str) -> str:
        names = self.view.catalogue.letter("ppt_intake", template).fields
        days = {document.id: document.received.isoformat() for document in self.view.documents("ppt_intake")}
        known = {"case_number": case, "received_date": days.get(answers, "")}
        fields = {name: known.get(name, f"<{name}>") for name in names}
        command = DraftLetter(case, template, "party-1", fields, answers)
        return str(only(self.do(command, actor), "LetterDrafted").letter)

    def complete(self, case: str, template: str, answers: str, actor: str) -> str:
        letter = self.draft(case, template, answers, actor)
        self.do(CompleteLetter(letter), actor)
        return letter

    def sent_reply(self, case: str, document: str, actor: str = "staff:nord1") -> str:
        letter = self.complete(case, "svarbrev", document, actor)
        self.do(ApproveLetter(letter), "staff:sjef_nord")
        return letter

    def available(self, letter: str) -> None:
        self.do(ReportLetterAvailable(letter), "system:mailbox")

    def wait_until(self, when: dt.datetime) -> None:
        """Let time pass, each deadline at its own minute."""
        while (due := self.office.next_due()) is not None and due <= when:
            self.clock.time = max(due, self.clock.time)
            self.office.run_due()
        self.clock.time = when

    def tasks(self, home: str, kind: str) -> list[Task]:
        return [task for task in self.view.tasks(home) if task.kind == kind]

    def task(self, home: str, kind: str) -> Task:
        (task,) = self.tasks(home, kind)
        return task

    def deadline(self, case: str, kind: str) -> Deadline:
        (deadline,) = [each for each in self.view.deadlines(case) if each.kind == kind]
        return deadline

    def told(self, kind: type[E]) -> list[E]:
        return [recorded.event for recorded in self.journal if isinstance(recorded.event, kind)]

    def failures(self) -> list[Any]:
        return [recorded.event for recorded in self.journal if recorded.kind in ("HandlingFailed", "DispatchFailed")]


def only(events: list[Recorded], kind: str) -> Any:
    (event,) = [recorded.event for recorded in events if recorded.kind == kind]
    return event


def bench(settings: Settings = SETTINGS, staff: tuple[StaffMember, ...] = STAFF) -> Bench:
    """An office that opens on Monday 16 November 2026 at nine."""
    clock, journal, mailbox, printer = ManualClock(MONDAY), MemoryJournal(), PortStub(), PortStub()
    catalogue = Catalogue({"ppt_intake": plugin.declare_routine()})
    desk = RoutineDesk("ppt_intake", plugin.respond, plugin.vet)
    ports = {"mailbox": mailbox, "print": printer}
    office = assemble(catalogue, ALMANAC, {"ppt_intake": settings}, {"ppt_intake": desk}, ports, clock, journal)
    office.record(OfficeOpened("office", "", "Fjellvik", "NO", "Europe/Oslo", "nb", {}, staff), "system:office")
    return Bench(office, clock, journal, mailbox, printer)


TABLES = {
    Case: ("cases", "number"),
    Document: ("documents", "id"),
    Task: ("tasks", "id"),
    Letter: ("letters", "id"),
    Deadline: ("deadlines", "id"),
    Note: ("notes", "id"),
    StaffMember: ("staff", "id"),
}


def view_of(*records: Any, settings: Settings = SETTINGS, now: dt.datetime = MONDAY) -> View:
    """A view of an office in which just these records lie: for asking one decision by itself."""
    state = State()
    for row in (*STAFF, *records):
        table, key = TABLES[type(row)]
        getattr(state, table).put(getattr(row, key), row)
    catalogue = Catalogue({"ppt_intake": plugin.declare_routine()})
    return View(state, catalogue, ALMANAC, {"ppt_intake": settings}, now)


def a_case(**changes: Any) -> Case:
    fields: dict[str, Any] = {"facts": {"institution": "Elvebakken skole", "birth_year": 2018}, **changes}
    return Case("PPT-2026-00001", "ppt_intake", "PPT-sak", "party-1", "", fields.pop("status", "ny"), MONDAY, **fields)


def a_document(subject: str = "Henvisning", case: str = "PPT-2026-00001", **changes: Any) -> Document:
    day = MONDAY.date()
    return Document(
        changes.pop("id", "ppt_intake/document-1"),
        "ppt_intake",
        "sender-1",
        "party-1",
        "letter",
        "Henvisning",
        changes.pop("received", day),
        day,
        changes.pop("arrived", MONDAY),
        case=case,
        subject=subject,
        **changes,
    )


def a_task(kind: str, about: str = "", **changes: Any) -> Task:
    return Task(
        changes.pop("id", f"PPT-2026-00001/{kind}"),
        "ppt_intake",
        changes.pop("case", "PPT-2026-00001"),
        kind,
        about,
        changes.pop("owner", ""),
        changes.pop("role", "fagansatt"),
        "",
        MONDAY,
        MONDAY,
        **changes,
    )


def a_letter(template: str = "svarbrev", **changes: Any) -> Letter:
    return Letter(
        "PPT-2026-00001/letter-1",
        "ppt_intake",
        "PPT-2026-00001",
        template,
        "party-1",
        changes.pop("author", "nord1"),
        "Tittel",
        "Tekst",
        changes.pop("needs_approval", template == "svarbrev"),
        **{"answers": "ppt_intake/document-1", **changes},
    )


def record(event: Event, actor: str = "staff:post") -> Recorded:
    """An event as the office would hand it to the routine."""
    return Recorded("ppt_intake:1", MONDAY, actor, "", event)
