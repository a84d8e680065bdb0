"""The corridor: a command is checked, becomes events, the routine is asked, and all of it reaches the journal at once.

One outside command and everything that routines answer to it is one unit: either the journal takes it whole, or
nothing has happened. What leaves the house is handed over after the journal has it (COR-21).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import TracebackType

from attrs import Factory, define, evolve, field

from saksgang.casework import FOLD, Context, decide, numbered, passed
from saksgang.clock import Clock
from saksgang.commands import BY_DISTRIBUTION, Answer, Command, CreateTask, RetryHandling
from saksgang.errors import Refused
from saksgang.events import DispatchFailed, Event, HandlingFailed, HandlingRetried
from saksgang.journal import Journal
from saksgang.journal.record import Recorded
from saksgang.office.outgoing import SENDING, Order, hand_over, order_of, unanswered
from saksgang.office.owner import ALSO_WHEN_OFF, OF_THE_OFFICE, owner_of
from saksgang.office.routines import PluginCrashed, RoutineDesk
from saksgang.ports import Port
from saksgang.resting import Rest
from saksgang.state import State
from saksgang.view import View

__all__ = ["Office"]

ANSWERS_AT_MOST = 200  # to each event that a command brings by itself


class _Unit:
    """The block in which a unit of events at one moment comes about; whatever ends it early undoes all of it."""

    __slots__ = ("_office",)

    def __init__(self, office: Office) -> None:
        self._office = office

    def __enter__(self) -> None:
        """Nothing has happened yet, and it is as late as the clock says."""
        office = self._office
        office.context.now = office.view.now = office.clock.now()
        office._unit = []  # noqa: SLF001 - part of the office

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            self._office._drop(0, 0)  # noqa: SLF001 - part of the office


@define
class Office:
    """A municipality's office, live or simulated.

    Attributes:
        heard: called with each event after the journal has it; for work lists that wait and for checks.
        watching: the routines that observe the events of others, in the order in which they are asked; who is asked
            about which type of event is worked out once, so neither changes while the office is open.
        rest: where rests what nobody works on, if it does.
    """

    state: State
    context: Context
    view: View
    clock: Clock
    journal: Journal
    routines: Mapping[str, RoutineDesk]
    ports: Mapping[str, Port]
    heard: list[Callable[[Recorded], None]] = field(factory=list)
    watching: tuple[RoutineDesk, ...] = ()
    rest: Rest | None = None
    _unit: list[Recorded] = field(factory=list)
    _all_or_nothing: _Unit = field(default=Factory(_Unit, takes_self=True), init=False, repr=False)
    _asked: dict[tuple[type[Event], str], tuple[tuple[RoutineDesk, str], ...]] = field(factory=dict)

    def do(self, command: Command, actor: str) -> list[Recorded]:
        """Carry out a command and all that follows from it, after what fell due before it; returns the events.

        Raises:
            Refused: the command cannot be carried out; the journal is as it was.
            PluginCrashed: a routine raised while it was asked whether it refuses, or was asked again about an event
                that it failed at; the journal is as it was.
        """
        alarm = self.state.next_alarm()
        if alarm is not None and alarm <= self.clock.now():
            self.run_due()
        with self._all_or_nothing:
            if isinstance(command, RetryHandling):
                self._retry(command.failure, actor)
            else:
                self._carry_out(command, actor)
            self._ask_on()
        return self._settle()

    def record(self, event: Event, actor: str) -> list[Recorded]:
        """Put an event of the office itself into the journal, such as its opening."""
        with self._all_or_nothing:
            self._write(event, actor, "")
        return self._settle()

    def run_due(self) -> int:
        """Let every deadline pass whose last minute is over, in order of due time; returns how many (COR-15)."""
        passed_by = 0
        while (timer := self.state.next_timer()) is not None and timer[0] <= self.clock.now():
            with self._all_or_nothing:
                for event in passed(self.state.deadlines[timer[1]], timer[2]):
                    self._write(event, "clock", "")
                self._ask_on()
            self._settle()
            passed_by += 1
        return passed_by

    def next_due(self) -> dt.datetime | None:
        """The earliest instant at which ``run_due`` may have something to do."""
        return self.state.next_alarm()

    def hand_over_again(self) -> int:
        """Hand everything over that a service has not answered for, under the same key; returns how much."""
        waiting = unanswered(self.state)
        for port, order in waiting:
            self._deliver(port, order)
        return len(waiting)

    def _carry_out(self, command: Command, actor: str, cause: Recorded | None = None) -> None:
        self.context.actor = actor
        if cause is None:  # a routine is not asked whether it refuses what it has answered itself
            self._check(command, actor)
        if isinstance(command, CreateTask) and command.owner == BY_DISTRIBUTION:
            command = evolve(command, owner=self._distributed(command, cause))
        for event in decide(command, self.context):
            self._write(event, actor, cause.id if cause is not None else "")

    def _check(self, command: Command, actor: str) -> None:
        """Raise ``Refused`` for what the routine refuses, and for work on one that is not on: there nobody would."""
        routine, case = owner_of(command, self.state)
        desk = self.routines.get(routine)
        if desk is not None:
            desk.check(command, actor, self.view, case)
        elif routine and type(command) not in ALSO_WHEN_OFF:
            self.context.catalogue.routine(routine)

    def _distributed(self, task: CreateTask, cause: Recorded | None) -> str:
        """Who gets a task by distribution: the first plugin that names somebody, the task's own routine last.

        One that fails is kept as failed and passed over; for somebody who waits for it, the command fails.
        """
        routine, _ = owner_of(task, self.state)
        for desk in sorted(self.routines.values(), key=lambda desk: (desk.name == routine, desk.name)):
            try:
                staff = desk.named(task, self.view)
            except PluginCrashed as crash:
                if cause is None:
                    raise
                self._fail(desk.name, "distribute", cause, crash.raised)
                continue
            if staff:
                return staff
        return ""

    def _write(self, event: Event, actor: str, cause: str) -> None:
        state = self.state
        recorded = Recorded(numbered(event, state), self.context.now, actor, cause, event)
        FOLD[type(event)](event, recorded, state)
        self._unit.append(recorded)

    def _ask_on(self) -> None:
        """Ask about each event in turn, those that the answers make included; a runaway is stopped and kept."""
        unit, asked = self._unit, 0
        enough = ANSWERS_AT_MOST * len(unit)
        while asked < len(unit):
            recorded = unit[asked]
            for desk, hook in self._listeners(recorded.event):
                if asked < enough:
                    self._ask(desk, hook, recorded)
                else:
                    self._fail(desk.name, hook, recorded, f"more than {enough} events followed from one command")
            asked += 1

    def _listeners(self, event: Event) -> tuple[tuple[RoutineDesk, str], ...]:
        """Who is asked about an event by which hook: its own routine, then observers; nobody about a failure."""
        key = (type(event), event.routine)
        found = self._asked.get(key)
        if found is None:
            found = self._asked[key] = tuple(self._hearing(*key))
        return found

    def _hearing(self, kind: type[Event], stream: str) -> Iterator[tuple[RoutineDesk, str]]:
        if kind is HandlingFailed:
            return
        own = [self.routines[stream]] if stream in self.routines else []
        for desk in (*own, *(desk for desk in self.watching if desk.name != stream)):
            if hook := desk.hears(kind, stream):
                yield desk, hook

    def _ask(self, desk: RoutineDesk, hook: str, recorded: Recorded) -> None:
        """Carry out a plugin's answer whole, or not at all and keep that it failed (PLG-05)."""
        events, steps = len(self._unit), len(self.state.way_back.steps)
        try:
            self._follow(desk.answers(hook, recorded, self.view), desk.name, recorded)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a plugin raises is kept and told (PLG-05)
            self._drop(events, steps)
            self._fail(desk.name, hook, recorded, f"{type(error).__name__}: {error}")

    def _follow(self, answers: Iterable[Answer], plugin: str, recorded: Recorded) -> None:
        for answer in answers:
            self._own(answer.command, plugin)
            self._carry_out(answer.command, f"rule:{answer.rule}", recorded)

    def _own(self, command: Command, plugin: str) -> None:
        """Refuse an answer on what is another routine's, or all's: turning one on changes no other (PLG-04)."""
        owner = "the office" if type(command) in OF_THE_OFFICE else owner_of(command, self.state)[0]
        if owner not in (plugin, ""):
            raise Refused("PLG-04", f"{plugin} answers with {type(command).__name__} on what belongs to {owner}.")

    def _fail(self, plugin: str, hook: str, recorded: Recorded, error: str) -> None:
        key = f"{plugin}/failure-{self.state.position(plugin)}"
        case = recorded.event.case if plugin == recorded.event.routine else ""
        failed = HandlingFailed(plugin, case, key, plugin, hook, recorded.id, error)
        self._write(failed, f"plugin:{plugin}", recorded.id)

    def _retry(self, key: str, actor: str) -> None:
        failure = self.state.failures.get(key)
        if failure is None or not failure.open:
            raise Refused("PLG-05", f"There is no open failure {key!r}; the work list of failures has the open ones.")
        desk = self.routines.get(failure.plugin)
        if desk is None:
            raise Refused("PLG-05", f"Failure {key} is one of {failure.plugin}, which is not on; enable it first.")
        recorded = self.journal.event(failure.event)
        self._follow(desk.answers_again(failure.hook, recorded, self.view), desk.name, recorded)
        self._write(HandlingRetried(failure.routine, failure.case, key), actor, recorded.id)

    def _drop(self, events: int, steps: int) -> None:
        self.state.way_back.undo(steps)
        del self._unit[events:]

    def _settle(self) -> list[Recorded]:
        unit = self._unit
        self._unit = []
        try:
            self.journal.append(unit)
        except BaseException:
            self.state.way_back.undo()
            raise
        self.state.way_back.settle()
        heard = self.heard
        for recorded in unit:
            for hear in heard:
                hear(recorded)
        if self.rest is not None:
            self.rest.see(unit)
        for recorded in unit:
            if type(recorded.event) in SENDING:
                self._deliver(*order_of(recorded.event, self.state), cause=recorded.id)
        return unit

    def _deliver(self, port: str, order: Order, cause: str = "") -> None:
        adapter = self.ports.get(port)
        if adapter is None:
            return
        try:
            hand_over(adapter, order)
        except Exception as error:  # noqa: BLE001 - a service is down: the order stays with us and goes again
            said = f"{type(error).__name__}: {error}"
            failed = DispatchFailed(order.routine, order.case, order.key, port, said)
            with self._all_or_nothing:
                self._write(failed, f"system:{port}", cause)
            self._settle()
