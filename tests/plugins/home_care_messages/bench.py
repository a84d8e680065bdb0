"""A small municipality to try the routine in: its staff, its services, an office that moves in time."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from attrs import define, field

from saksgang.clock import ManualClock
from saksgang.commands import (
    AmendCase,
    AskService,
    ChangeStatus,
    Command,
    RecordContact,
    ReportServiceAnswer,
    SeeCase,
    SubmitDocument,
    TakeTask,
)
from saksgang.declarations import Catalogue
from saksgang.errors import Refused
from saksgang.events import Event, OfficeOpened
from saksgang.journal import MemoryJournal, Recorded
from saksgang.legaltime import Almanac
from saksgang.office import Office, RoutineDesk, assemble
from saksgang.ports import ServiceOrder
from saksgang.records import Case, Deadline, StaffMember, Task
from saksgang.view import View
from saksgang_home_care_messages import plugin
from saksgang_home_care_messages.rows import ServiceRow
from saksgang_home_care_messages.settings import Settings

__all__ = ["INQUIRY", "MONDAY", "SETTINGS", "STAFF", "Bench", "bench"]

E = TypeVar("E", bound=Event)
R = "home_care_messages"
ALMANAC = Almanac("NO")
# 16 November 2026 at 9 in Oslo: an ordinary week without holidays follows.
MONDAY = dt.datetime(2026, 11, 16, 8, 0, tzinfo=dt.UTC)

INQUIRY = "Henvendelse til en tjeneste"

STAFF = (
    StaffMember("sp1", "Ansatt S1", ("ansatt",), "sp"),
    StaffMember("sp2", "Ansatt S2", ("ansatt",), "sp"),
    StaffMember("pb1", "Ansatt P1", ("ansatt",), "pb"),
    StaffMember("liste", "Arbeidsliste A", ("arbeidslisteansvarlig",)),
    StaffMember("meld", "Melding M", ("meldingsansvarlig",)),
    StaffMember("saks", "Saksbehandler S", ("saksbehandler",)),
    StaffMember("faktura", "Faktura F", ("fakturaansvarlig",)),
    StaffMember("koord", "Koordinator K", ("koordinator",)),
    StaffMember("tjenesteleder", "Leder L", ("tjenesteleder",), "sp"),
)
SETTINGS = Settings(services=(ServiceRow("Sykepleie", "sp"), ServiceRow("Bistand", "pb")))


@define
class PortStub:
    """A service outside that takes every order and says nothing."""

    orders: list[ServiceOrder] = field(factory=list)

    def ask(self, order: ServiceOrder) -> None:
        """Take an order."""
        self.orders.append(order)


@define
class Bench:
    """An office with the routine on, and short words for what people do in it."""

    office: Office
    clock: ManualClock
    journal: MemoryJournal
    terminal: PortStub

    @property
    def view(self) -> View:
        return self.office.view

    def do(self, command: Command, actor: str) -> list[Recorded]:
        return self.office.do(command, actor)

    def send(self, category: str = INQUIRY, services: tuple[str, ...] = ("Sykepleie",), **facts: Any) -> str:
        """A message from citizen 1: the number of the case that it opens."""
        known = {"services": list(services), **facts}
        events = self.do(SubmitDocument(R, "c1", "c1", category, channel="message", facts=known), "citizen:1")
        (number,) = [recorded.event.case for recorded in events if recorded.kind == "CaseOpened"]
        return number

    def held(self, by: str, category: str = INQUIRY, **facts: Any) -> str:
        """A message that somebody has taken and read."""
        number = self.send(category, **facts)
        self.take(number, by)
        self.do(SeeCase(number), f"staff:{by}")
        return number

    def take(self, number: str, by: str) -> None:
        open_ones = [t for t in self.view.tasks(number) if t.state == "open" and not t.owner]
        role = {role for person in STAFF if person.id == by for role in person.roles}
        section = next(person.section for person in STAFF if person.id == by)
        fit = [t for t in open_ones if t.role in role]
        near = [t for t in fit if t.section == section] or fit
        self.do(TakeTask(near[0].id), f"staff:{by}")

    def reply(self, number: str, by: str, kind: str = "full", to: str = "c1", **facts: Any) -> None:
        command = RecordContact(
            R, to, "out", "message", f"{kind} reply", case=number, facts={"kind": kind, "text": "Svar.", **facts}
        )
        self.do(command, f"staff:{by}")

    def state(self, number: str, by: str, **facts: Any) -> None:
        self.do(AmendCase(number, facts), f"staff:{by}")

    def status(self, number: str, by: str, to: str = "ferdig behandlet") -> None:
        self.do(ChangeStatus(number, to), f"staff:{by}")

    def ask(self, number: str, by: str, service: str, **facts: Any) -> None:
        self.do(AskService(service, number, about="2026-11-17 10:00", facts=facts), f"staff:{by}")

    def answer(self, number: str, **facts: Any) -> None:
        """The last request on a case is answered."""
        self.do(ReportServiceAnswer(self.view.requests(number)[-1].id, facts), "system:handheld")

    def wait_until(self, when: dt.datetime) -> None:
        """Let time pass, each deadline at its own minute."""
        while (due := self.office.next_due()) is not None and due <= when:
            self.clock.time = max(due, self.clock.time)
            self.office.run_due()
        self.clock.time = when

    def case(self, number: str) -> Case:
        return self.view.case(number)

    def tasks(self, number: str, *kinds: str) -> list[Task]:
        return [task for task in self.view.tasks(number) if not kinds or task.kind in kinds]

    def open_task(self, number: str) -> Task:
        (task,) = [t for t in self.tasks(number, "handle_message", "finish_message") if t.state == "open"]
        return task

    def deadline(self, number: str, kind: str) -> Deadline:
        (deadline,) = [each for each in self.view.deadlines(number) if each.kind == kind]
        return deadline

    def state_of(self, number: str, kind: str) -> str:
        return self.deadline(number, kind).targets[0].state

    def refused(self, what: Any, *args: Any, **facts: Any) -> str:
        """What is said when that is tried; it has to be refused, and to leave the journal as it was."""
        before = len(list(self.journal))
        try:
            what(*args, **facts)
        except Refused as refused:
            assert len(list(self.journal)) == before
            return str(refused)
        raise AssertionError("it was done")

    def told(self, kind: type[E]) -> list[E]:
        return [recorded.event for recorded in self.journal if isinstance(recorded.event, kind)]

    def failures(self) -> list[Any]:
        return [recorded.event for recorded in self.journal if recorded.kind in ("HandlingFailed", "DispatchFailed")]


def bench(settings: Settings = SETTINGS, staff: tuple[StaffMember, ...] = STAFF) -> Bench:
    """An office that opens on Monday 16 November 2026 at nine."""
    clock, journal, terminal = ManualClock(MONDAY), MemoryJournal(), PortStub()
    catalogue = Catalogue({R: plugin.declare_routine()})
    desk = RoutineDesk(R, plugin.respond, plugin.vet, plugin.observe)
    ports = {"handheld": terminal, "worklist": PortStub()}
    office = assemble(catalogue, ALMANAC, {R: settings}, {R: desk}, ports, clock, journal)
    office.watching = (desk,)
    office.record(OfficeOpened("office", "", "Fjellvik", "NO", "Europe/Oslo", "nb", {}, staff), "system:office")
    return Bench(office, clock, journal, terminal)
