"""An office whose routines answer what a test says, over a journal and ports that a test can look into."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import pytest
from attrs import define, field

from saksgang.clock import ManualClock
from saksgang.commands import AmendCase, Answer, ChangeStatus, Command, CreateTask, OpenCase, WriteNote
from saksgang.declarations import Catalogue
from saksgang.events import Event, OfficeOpened
from saksgang.journal import Journal, MemoryJournal, Recorded
from saksgang.legaltime import Almanac
from saksgang.office import Office, RoutineDesk, assemble
from saksgang.ports import LetterOrder, LetterPort
from saksgang.view import View
from tests.core.casework.ground import BYGG, CASE, STAFF, TUESDAY, VEI
from tests.core.small_office import Nothing, utc

__all__ = [
    "AMEND",
    "Bench",
    "FullJournal",
    "PortStub",
    "Respond",
    "Vet",
    "answers_to",
    "bench",
    "note",
    "raising",
    "task",
    "wrong",
]

E = TypeVar("E", bound=Event)
R = TypeVar("R")
Respond = Callable[[Recorded, View], Sequence[Answer]]
AMEND = AmendCase(CASE, {"bnr": 3})
Vet = Callable[[Command, str, View], str | None]


class FullJournal(MemoryJournal):
    """A journal that takes nothing while it is full."""

    full = False

    def append(self, unit: Sequence[Recorded]) -> None:
        """Take the events, or raise."""
        if self.full:
            raise OSError("No space left on device")
        super().append(unit)


@define
class PortStub:
    """A service outside that raises while it is down; for each order it keeps what the journal held at that moment."""

    journal: Journal
    orders: list[LetterOrder] = field(factory=list)
    seen: list[str] = field(factory=list)
    down: bool = False

    def deliver(self, order: LetterOrder) -> None:
        """Take an order."""
        self.orders.append(order)
        self.seen.append([recorded.kind for recorded in self.journal][-1])
        if self.down:
            raise OSError("nede")


@define
class Bench:
    """An office with its clock and journal."""

    office: Office
    clock: ManualClock
    journal: Journal

    def do(self, command: Command, actor: str = "staff:kari") -> list[Recorded]:
        """Carry out a command."""
        return self.office.do(command, actor)

    def at(self, local: str) -> None:
        """Set the clock, without letting anything pass."""
        self.clock.time = utc(local)

    def told(self, kind: type[E]) -> list[E]:
        """The events of a kind in the journal."""
        return [recorded.event for recorded in self.journal if isinstance(recorded.event, kind)]

    def mend(self, respond: Respond) -> None:
        """Put another version of the routine in, as after a fix."""
        self.office.routines = {**self.office.routines, "bygg": RoutineDesk("bygg", respond)}
        self.office._asked.clear()  # an open office keeps who is asked about what

    def kinds(self) -> list[str]:
        """The kinds of all events in the journal, the office's opening left out."""
        return [recorded.kind for recorded in self.journal][1:]

    def unchanged_by(self, act: Callable[[], object], error: type[BaseException]) -> str:
        """What an act raises, which leaves state and journal as they were."""
        before = self.office.state.picture(), list(self.journal)
        with pytest.raises(error) as raised:
            act()
        assert (self.office.state.picture(), list(self.journal)) == before
        assert self.office.state.way_back.steps == []
        return str(raised.value)


def note(case: str) -> Command:
    """A journal note."""
    return WriteNote(case, "Svar.")


def task(case: str) -> Command:
    """A task in the queue."""
    return CreateTask("reply", case)


def wrong(case: str) -> Command:
    """What a new case refuses."""
    return ChangeStatus(case, "avsluttet")


def raising(event: Recorded, view: View) -> Sequence[Answer]:
    """A routine that is ill."""
    raise ValueError("huff")


def answers_to(kind: type[Event], *commands: Callable[[str], Command]) -> Respond:
    """A routine that answers one kind of event with commands made of the case's number."""

    def respond(event: Recorded, view: View) -> Sequence[Answer]:
        if type(event.event) is not kind:
            return ()
        return [Answer(make(event.event.case), f"B-{number}") for number, make in enumerate(commands, 1)]

    return respond


def bench(
    respond: Respond | None = None,
    vet: Vet | None = None,
    *,
    vei: RoutineDesk | None = None,
    journal: Journal | None = None,
    ports: Mapping[str, LetterPort] | None = None,
    now: dt.datetime = TUESDAY,
) -> Bench:
    """An office with two routines, whose one case of ``bygg`` was opened before the routine could answer."""
    journal = MemoryJournal() if journal is None else journal
    again = len(journal) > 0
    clock = ManualClock(now)
    desks: dict[str, RoutineDesk] = {"vei": vei or RoutineDesk("vei")}
    catalogue, nothing = Catalogue({"bygg": BYGG, "vei": VEI}), {"bygg": Nothing(), "vei": Nothing()}
    office = assemble(catalogue, Almanac("NO"), nothing, desks, ports or {}, clock, journal)
    if not again:
        opened = OfficeOpened("office", "", "Fjordvik", "NO", "Europe/Oslo", "nb", {}, STAFF)
        office.record(opened, "system:office")
        office.do(OpenCase("bygg", "Søknad", "party-1"), "staff:kari")
    desks["bygg"] = RoutineDesk("bygg", _hook(respond, "event"), _hook(vet, "command"))
    return Bench(office, clock, journal)


def _hook(function: Callable[..., R] | None, first: str) -> Callable[..., R] | None:
    """As the registry hands it over: called with all of the hook's arguments by name."""
    if function is None:
        return None
    return lambda **arguments: function(*(arguments[name] for name in (first, "actor", "view") if name in arguments))
