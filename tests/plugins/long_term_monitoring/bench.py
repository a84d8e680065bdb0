"""A small municipality to try the routine in: two caseworkers, a debtor, an office that moves in time."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from attrs import define, field

from saksgang.clock import ManualClock
from saksgang.commands import AmendCase, ChangeStatus, Command, CompleteTask, OpenCase, ReportServiceAnswer
from saksgang.declarations import Catalogue
from saksgang.events import Event, OfficeOpened
from saksgang.journal import MemoryJournal, Recorded
from saksgang.legaltime import Almanac
from saksgang.office import Office, RoutineDesk, assemble
from saksgang.ports import ServiceOrder
from saksgang.records import Case, Deadline, StaffMember, Task
from saksgang.view import View
from saksgang_long_term_monitoring import plugin
from saksgang_long_term_monitoring.names import MONITORED, ROUTINE
from saksgang_long_term_monitoring.settings import Settings

__all__ = ["ALL", "ALMANAC", "MONDAY", "STAFF", "Bench", "bench", "claim", "local"]

E = TypeVar("E", bound=Event)
ALMANAC = Almanac("NO")
# 2 March 2026 at 9 in Oslo.
MONDAY = dt.datetime(2026, 3, 2, 8, 0, tzinfo=dt.UTC)
ALL = ["Adresse", "Inntekt", "Eiendeler", "Betalinger", "Foreldelse"]
STAFF = (
    StaffMember("gro", "Gro", ("innfordrer",), deputy="nils"),
    StaffMember("nils", "Nils", ("innfordrer",)),
    StaffMember("ida", "Ida", ("resepsjon",)),
)


def claim(key: str = "F-1", due: str = "2026-01-20", **changes: Any) -> dict[str, Any]:
    return {"id": key, "what": "SFO", "amount": 50_000, "basis": "faktura", "due": due, **changes}


def local(text: str) -> dt.datetime:
    """Such as ``2026-09-02 06:00``, in Oslo."""
    moment = dt.datetime.strptime(text, "%Y-%m-%d %H:%M")
    return ALMANAC.instant(moment.date(), moment.time())


@define
class FinanceStub:
    """A finance system that takes every request and says nothing."""

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
    finance: FinanceStub

    @property
    def view(self) -> View:
        self.office.view.now = self.clock.now()
        return self.office.view

    def do(self, command: Command, actor: str = "staff:gro") -> list[Recorded]:
        return self.office.do(command, actor)

    def opened(self, *claims: dict[str, Any], responsible: str = "gro") -> str:
        """A case of a debtor who has no other."""
        facts = {"claims": list(claims or (claim(),)), "responsible": responsible}
        debtor = f"citizen:{len(self.view.cases()) + 1}"
        events = self.do(OpenCase(ROUTINE, "Gjeldssak", debtor, facts=facts), "system:finance")
        return events[0].event.case

    def monitored(self, *claims: dict[str, Any], reason: str = "") -> str:
        case = self.opened(*claims)
        self.do(ChangeStatus(case, MONITORED, reason))
        return case

    def up(self, *claims: dict[str, Any]) -> str:
        """A case that has come up: six months after Monday 2 March."""
        case = self.monitored(*claims)
        self.wait_until("2026-09-02 09:00")
        return case

    def save(self, case: str, outcome: str = "continue", actor: str = "staff:gro", **facts: Any) -> list[Recorded]:
        task = self.task(case, "review")
        return self.do(CompleteTask(task.id, outcome, facts={"ticked": ALL, **facts}), actor)

    def claims(self, case: str, *rows: dict[str, Any], actor: str = "staff:gro") -> None:
        self.do(AmendCase(case, {"claims": list(rows)}), actor)

    def told(self, request: str, found: dict[str, Any]) -> None:
        self.do(ReportServiceAnswer(request, {"found": found}), "system:finance")

    def wait_until(self, when: str) -> None:
        """Let time pass to a local minute, each deadline at its own."""
        end = local(when)
        while (due := self.office.next_due()) is not None and due <= end:
            self.clock.time = max(due, self.clock.time)
            self.office.run_due()
        self.clock.time = end

    def case(self, number: str) -> Case:
        return self.view.case(number)

    def tasks(self, home: str, kind: str) -> list[Task]:
        return [task for task in self.view.tasks(home) if task.kind == kind]

    def task(self, home: str, kind: str) -> Task:
        """The one task of that kind that is not done."""
        (task,) = [task for task in self.tasks(home, kind) if task.state in ("open", "waiting")]
        return task

    def dates(self, home: str, kind: str = "review") -> list[str]:
        """The local due minutes of the deadlines of that kind that run."""
        mine = [each for each in self.view.deadlines(home) if each.kind == kind and each.running]
        return [f"{ALMANAC.local(each.targets[0].due):%Y-%m-%d %H:%M}" for each in mine]

    def deadline(self, home: str, kind: str = "review") -> Deadline:
        (deadline,) = [each for each in self.view.deadlines(home) if each.kind == kind and each.running]
        return deadline

    def all(self, kind: type[E]) -> list[E]:
        return [recorded.event for recorded in self.journal if isinstance(recorded.event, kind)]


def bench(settings: Settings | None = None) -> Bench:
    """An office that opens on Monday 2 March 2026 at nine."""
    clock, journal, finance = ManualClock(MONDAY), MemoryJournal(), FinanceStub()
    catalogue = Catalogue({ROUTINE: plugin.declare_routine()})
    desk = RoutineDesk(ROUTINE, plugin.respond, plugin.vet)
    used = {ROUTINE: settings or Settings()}
    office = assemble(catalogue, ALMANAC, used, {ROUTINE: desk}, {"finance": finance}, clock, journal)
    office.record(OfficeOpened("office", "", "Fjellvik", "NO", "Europe/Oslo", "nb", {}, STAFF), "system:office")
    return Bench(office, clock, journal, finance)
