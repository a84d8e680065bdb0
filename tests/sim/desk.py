"""A small office with its simulated staff alone: no citizens, and every task takes exactly as long as is said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from attrs import define, field

from saksgang.commands import CompleteTask, CreateTask
from saksgang.declarations import Catalogue
from saksgang.events import OfficeOpened
from saksgang.journal import MemoryJournal
from saksgang.legaltime import Almanac
from saksgang.office import RoutineDesk, assemble
from saksgang.office.office import Office
from saksgang.records import StaffMember
from saksgang_sim.behaviour import Behaviour, Service, Turn, Work
from saksgang_sim.engine import Engine
from saksgang_sim.luck import Luck
from saksgang_sim.refusals import Refusals
from saksgang_sim.staffing import Staff
from tests.core.small_office import ROUTINE, Nothing

__all__ = ["KARI", "Desk", "desk", "replies"]

KARI = StaffMember("kari", "Kari", ("saksbehandler",))
DAY = dt.timedelta(days=1)
Doing = Callable[[Turn], Work]


def replies(turn: Turn) -> Work:
    """The task is done at the first attempt."""
    yield CompleteTask(turn.task.id, "done")


@define
class Desk:
    """Office and staff, the day that comes next, and what happened, in local time."""

    engine: Engine
    office: Office
    staff: Staff
    journal: MemoryJournal
    day: dt.date
    refusals: Refusals = field(factory=Refusals)

    def comes(self, local: str, **more: object) -> None:
        """At a local time a task ``reply`` comes up, in the queue of the caseworkers if nothing else is said."""
        self.at(local, lambda: self.office.do(CreateTask("reply", routine="small", **more), "system:test"))  # type: ignore[arg-type]

    def at(self, local: str, act: Callable[[], object]) -> None:
        """Have something happen at a local time."""
        moment = dt.datetime.fromisoformat(local)
        self.engine.at(self.office.view.almanac.instant(moment.date(), moment.time()), act)

    def goes_on(self, days: int = 1) -> None:
        """So many days go by."""
        for _ in range(days):
            self.staff.plan(self.day)
            self.day += DAY
            self.engine.run(self.office, self.office.view.almanac.instant(self.day, dt.time()))

    @property
    def told(self) -> list[str]:
        """What the staff did: local time, who, what, to which task."""
        local = self.office.view.almanac.local
        return [
            f"{local(each.at):%m-%d %H:%M} {each.actor.partition(':')[2]} {each.kind} {each.event.task[-1]}"
            for each in self.journal
            if each.actor.startswith("staff:") and hasattr(each.event, "task")
        ]


def desk(
    *people: StaffMember,
    minutes: float = 30.0,
    doing: Doing | None = replies,
    start: dt.date = dt.date(2026, 4, 13),
    desk_of_routine: RoutineDesk | None = None,
    speed: float = 1.0,
) -> Desk:
    """The office opens on a Monday with these people; a reply takes so many minutes, exactly."""
    almanac, journal = Almanac("NO"), MemoryJournal()
    engine = Engine(almanac.instant(start, dt.time()))
    routines = {"small": desk_of_routine or RoutineDesk("small")}
    office = assemble(Catalogue({"small": ROUTINE}), almanac, {"small": Nothing()}, routines, {}, engine.clock, journal)
    staff = people or (KARI,)
    table = {"small": {"version": "1.0", "settings": {}}}
    office.record(OfficeOpened("office", "", "Fjordvik", "NO", "Europe/Oslo", "nb", table, staff), "system:office")
    behaviours = {"small": Behaviour("small", (), {}, {"reply": doing})} if doing else {}
    refusals = Refusals()
    services = {"small.reply": Service(minutes, 0.0)}
    simulated = Staff(engine, office, behaviours, services, speed, Luck(1), refusals)
    office.heard.append(simulated.hear)
    return Desk(engine, office, simulated, journal, start, refusals)
