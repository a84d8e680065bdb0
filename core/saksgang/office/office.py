"""The corridor: a command is checked, becomes events, the routine is asked, and all of it reaches the journal at once.

One outside command and everything that routines answer to it is one unit: either the journal takes it whole, or
nothing has happened. What leaves the house is handed over after the journal has it (COR-21).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from attrs import define, field

from saksgang.casework import Context, decide, fold, passed
from saksgang.clock import Clock
from saksgang.commands import Command, RetryHandling
from saksgang.errors import Refused
from saksgang.events import DispatchFailed, Event, HandlingFailed, HandlingRetried
from saksgang.journal import Journal
from saksgang.journal.record import Recorded
from saksgang.office.outgoing import ORDERS, order_of, unanswered
from saksgang.office.owner import owner_of
from saksgang.office.routines import RoutineDesk
from saksgang.ports import LetterOrder, LetterPort
from saksgang.state import State
from saksgang.view import View

__all__ = ["Office"]

ANSWERS_AT_MOST = 200  # to each event that a command brings by itself


@define
class Office:
    """A municipality's office, live or simulated.

    Attributes:
        heard: called with each event after the journal has it; for work lists that wait and for checks.
    """

    state: State
    context: Context
    view: View
    clock: Clock
    journal: Journal
    routines: Mapping[str, RoutineDesk]
    ports: Mapping[str, LetterPort]
    heard: list[Callable[[Recorded], None]] = field(factory=list)
    _unit: list[Recorded] = field(factory=list)

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
        with self._all_or_nothing():
            if isinstance(command, RetryHandling):
                self._retry(command.failure, actor)
            else:
                self._carry_out(command, actor, "")
            self._ask_on()
        return self._settle()

    def record(self, event: Event, actor: str) -> list[Recorded]:
        """Put an event of the office itself into the journal, such as its opening."""
        with self._all_or_nothing():
            self._write(event, actor, "")
        return self._settle()

    def run_due(self) -> int:
        """Let every deadline pass whose last minute is over, in order of due time; returns how many (COR-15)."""
        passed_by = 0
        while (timer := self.state.next_timer()) is not None and timer[0] <= self.clock.now():
            with self._all_or_nothing():
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
        """Hand every letter over that a service has not answered for, under the same key; returns how many."""
        waiting = unanswered(self.state)
        for order in waiting:
            self._deliver(*order, event=None)
        return len(waiting)

    @contextmanager
    def _all_or_nothing(self) -> Iterator[None]:
        """A unit of events at one moment; whatever ends it, an interrupt included, undoes all of it."""
        self.context.now = self.view.now = self.clock.now()
        self._unit = []
        try:
            yield
        except BaseException:
            self._drop(0, 0)
            raise

    def _carry_out(self, command: Command, actor: str, cause: str) -> None:
        self.context.actor = actor
        if not cause:  # a routine is not asked whether it refuses what it has answered itself
            routine, case = owner_of(command, self.state)
            desk = self.routines.get(routine)
            if desk is not None:
                desk.check(command, actor, self.view, case)
        for event in decide(command, self.context):
            self._write(event, actor, cause)

    def _write(self, event: Event, actor: str, cause: str) -> None:
        number = self.state.position(event.routine)
        recorded = Recorded(f"{event.routine}:{number}", self.context.now, actor, cause, event)
        fold(recorded, self.state)
        self._unit.append(recorded)

    def _ask_on(self) -> None:
        """Ask about each event in turn, those that the answers make included; a runaway is stopped and kept."""
        asked, enough = 0, ANSWERS_AT_MOST * len(self._unit)
        while asked < len(self._unit):
            recorded = self._unit[asked]
            desk = self._desk(recorded.event)
            if desk is not None and asked < enough:
                self._ask(desk, recorded)
            elif desk is not None:
                self._fail(recorded, f"more than {enough} events followed from one command")
            asked += 1

    def _desk(self, event: Event) -> RoutineDesk | None:
        """Who is to be asked about an event; nobody about what a plugin failed at."""
        desk = self.routines.get(event.routine)
        return None if desk is None or desk.respond is None or isinstance(event, HandlingFailed) else desk

    def _ask(self, desk: RoutineDesk, recorded: Recorded) -> None:
        events, steps = len(self._unit), len(self.state.way_back.steps)
        try:
            for answer in desk.answers(recorded, self.view):
                self._carry_out(answer.command, f"rule:{answer.rule}", recorded.id)
        except Exception as error:  # noqa: BLE001 - whatever a plugin raises is kept and told (PLG-05)
            self._drop(events, steps)
            self._fail(recorded, f"{type(error).__name__}: {error}")

    def _fail(self, recorded: Recorded, error: str) -> None:
        event = recorded.event
        number = self.state.position(event.routine)
        key = f"{event.routine}/failure-{number}"
        failed = HandlingFailed(event.routine, event.case, key, event.routine, "respond", recorded.id, error)
        self._write(failed, f"plugin:{event.routine}", recorded.id)

    def _retry(self, key: str, actor: str) -> None:
        failure = self.state.failures.get(key)
        if failure is None or not failure.open:
            raise Refused("PLG-05", f"There is no open failure {key!r}; the work list of failures has the open ones.")
        desk = self.routines.get(failure.plugin)
        if desk is None:
            raise Refused("PLG-05", f"Failure {key} is one of {failure.plugin}, which is not on; enable it first.")
        recorded = self.journal.event(failure.event)
        for answer in desk.answers_again(recorded, self.view):
            self._carry_out(answer.command, f"rule:{answer.rule}", recorded.id)
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
        for recorded in unit:
            for hear in self.heard:
                hear(recorded)
        for recorded in unit:
            if type(recorded.event) in ORDERS:
                self._deliver(*order_of(recorded.event, self.state), event=recorded)
        return unit

    def _deliver(self, port: str, order: LetterOrder, event: Recorded | None) -> None:
        adapter = self.ports.get(port)
        if adapter is None:
            return
        try:
            adapter.deliver(order)
        except Exception as error:  # noqa: BLE001 - a service is down: the letter goes again
            letter = self.state.letters[order.letter]
            failed = DispatchFailed(letter.routine, letter.case, letter.id, port, f"{type(error).__name__}: {error}")
            with self._all_or_nothing():
                self._write(failed, f"system:{port}", event.id if event else "")
            self._settle()
