"""A small municipality in its counting week, alone or with PPT beside it, and registrations to try the rules on."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import define, evolve

import saksgang_ppt_intake.plugin as ppt
from saksgang.clock import ManualClock
from saksgang.commands import Command, RecordContact
from saksgang.declarations import Catalogue
from saksgang.errors import Refused
from saksgang.events import ContactRecorded, OfficeOpened
from saksgang.journal import MemoryJournal, Recorded
from saksgang.legaltime import Almanac
from saksgang.office import Office, RoutineDesk, assemble
from saksgang.records import Contact, StaffMember, Task
from saksgang.view import View
from saksgang_contact_registration import plugin
from saksgang_contact_registration.ground import Ground, Listed
from saksgang_contact_registration.registration import Registration
from saksgang_contact_registration.rows import Area, Department, Source
from saksgang_contact_registration.settings import Settings
from saksgang_ppt_intake.settings import Settings as PptSettings

__all__ = ["DAY", "SETTINGS", "TUESDAY", "Bench", "R", "a_contact", "bench", "ground", "reg"]

R = "contact_registration"
# 6 October 2026 at 10 in Copenhagen: the Tuesday of the counting week.
TUESDAY = dt.datetime(2026, 10, 6, 8, 0, tzinfo=dt.UTC)
DAY = dt.date(2026, 10, 6)
ALMANAC = Almanac("DK")
STAFF = (
    StaffMember("karen", "Karen", ("registrant", "konsulent"), "borgerservice"),
    StaffMember("jens", "Jens", ("registrant", "fagansatt"), "jobcenter"),
    StaffMember("bo", "Bo", ("leder",), "jobcenter"),
)
SETTINGS = Settings(
    first_day=dt.date(2026, 10, 5),
    last_day=dt.date(2026, 10, 9),
    departments=(Department("borgerservice"), Department("jobcenter", duty_to_advise=True)),
    areas=(
        Area("kontanthjælp", "jobcenter"),
        Area("erhvervspraktik", "jobcenter"),
        Area("flytning", "borgerservice"),
        Area("pædagogik", "jobcenter"),
    ),
    sources=(Source("ppt_intake", "pædagogik", "jobcenter"),),
    singly_at_most=3,
    call_words=("ringte",),
)


def reg(**changes: Any) -> Registration:
    """A telephone call about cash benefit that the rules have nothing against."""
    usual = Registration(
        "in",
        "telephone",
        "kontanthjælp",
        DAY,
        department="jobcenter",
        type="råd/vejledning",
        closing="straksafsluttet",
        activity="vejledning",
        source="opkald 1",
    )
    return evolve(usual, **changes)


def a_contact(registration: Registration, number: int = 1) -> Contact:
    """A registration as the office keeps it."""
    facts = {
        name: getattr(registration, name)
        for name in ("department", "type", "form", "reference_kind", "reference", "closing", "source", "batch", "count")
    }
    facts |= {"day": registration.day.isoformat()}
    return Contact(
        f"{R}/contact-{number}",
        R,
        "",
        "citizen:1",
        registration.direction,
        registration.channel,
        registration.area,
        "jens",
        TUESDAY,
        facts,
    )


def ground(*earlier: Registration, actor: str = "jens", **changes: Any) -> Ground:
    """The ground on that Tuesday, with these registered already."""
    contacts = [a_contact(registration, number) for number, registration in enumerate(earlier, 1)]
    made = Ground(SETTINGS, ALMANAC, DAY, dt.date(2026, 10, 16), actor, Listed(contacts))
    return evolve(made, **changes)


@define
class PortStub:
    """A service outside that takes every order and says nothing."""

    def deliver(self, order: object) -> None:
        """Take an order."""


@define
class Bench:
    """An office with the routine on, and short words for what people do in it."""

    office: Office
    clock: ManualClock
    journal: MemoryJournal

    @property
    def view(self) -> View:
        return self.office.view

    def do(self, command: Command, actor: str = "staff:jens") -> list[Recorded]:
        return self.office.do(command, actor)

    def register(self, actor: str = "staff:jens", **changes: Any) -> list[Recorded]:
        """Register the usual call, with changes to its fields or facts; a fact of ``None`` is left out."""
        fields = {"direction": "in", "channel": "telephone", "about": "kontanthjælp", "party": "citizen:1", "case": ""}
        facts: dict[str, Any] = {
            "department": "jobcenter",
            "type": "råd/vejledning",
            "closing": "straksafsluttet",
            "activity": "vejledning",
            "source": "opkald 1",
        }
        facts |= {name: value for name, value in changes.items() if name not in fields}
        said = {name: changes.get(name, value) for name, value in fields.items()}
        kept = {name: value for name, value in facts.items() if value is not None}
        return self.do(RecordContact(R, facts=kept, **said), actor)

    def refused(self, actor: str = "staff:jens", **changes: Any) -> str:
        """The rule that refuses it."""
        before = len(list(self.journal))
        try:
            self.register(actor, **changes)
        except Refused as refused:
            assert len(list(self.journal)) == before
            return refused.rule
        return ""

    def registered(self) -> list[ContactRecorded]:
        """What the routine has registered."""
        events = [recorded.event for recorded in self.journal]
        return [event for event in events if isinstance(event, ContactRecorded) and event.routine == R]

    def tasks(self) -> list[Task]:
        """The routine's tasks, oldest first."""
        return self.view.tasks(R)

    def failures(self) -> list[Any]:
        return [recorded.event for recorded in self.journal if recorded.kind in ("HandlingFailed", "DispatchFailed")]

    def stream(self, routine: str) -> list[Recorded]:
        """What stands in a routine's own stream."""
        return [recorded for recorded in self.journal if recorded.event.routine == routine]

    def wait_until(self, when: dt.datetime) -> None:
        """Let time pass, each deadline at its own minute."""
        while (due := self.office.next_due()) is not None and due <= when:
            self.clock.time = max(due, self.clock.time)
            self.office.run_due()
        self.clock.time = when


def bench(*, beside: bool = False, counting: bool = True, settings: Settings = SETTINGS) -> Bench:
    """An office that opens on that Tuesday; ``beside`` turns PPT on, ``counting`` this routine."""
    clock, journal = ManualClock(TUESDAY), MemoryJournal()
    modules: dict[str, Any] = {R: plugin} if counting else {}
    modules |= {"ppt_intake": ppt} if beside else {}
    all_settings: dict[str, Any] = {R: settings, "ppt_intake": PptSettings(directory_fallback="jens")}
    catalogue = Catalogue({name: module.declare_routine() for name, module in modules.items()})
    desks = {
        name: RoutineDesk(name, module.respond, module.vet, getattr(module, "observe", None))
        for name, module in modules.items()
    }
    ports = {"mailbox": PortStub(), "print": PortStub()}
    chosen = {name: all_settings[name] for name in modules}
    office = assemble(catalogue, ALMANAC, chosen, desks, ports, clock, journal)
    office.watching = tuple(desk for desk in desks.values() if desk.observe is not None)
    opening = OfficeOpened("office", "", "Birkelund", "DK", "Europe/Copenhagen", "da", {}, STAFF)
    office.record(opening, "system:office")
    return Bench(office, clock, journal)
