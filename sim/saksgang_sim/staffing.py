"""Simulated staff: one thing at a time from the real work lists, within working hours (SIM-04).

They come at the hour that the municipality's file says, except on holidays and when absent or ill, eat at half past
eleven, take what ranks first among their own tasks and those in their queues, and act through the same commands as a
person at the desk. What would not be done before the day ends waits for the next morning.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Generator, Mapping, Sequence
from contextlib import suppress

import simpy
from attrs import define, field

from saksgang.commands import Command, TakeTask, WaitWithTask
from saksgang.configuration import working_hours
from saksgang.errors import Refused
from saksgang.events import TaskCreated, TaskReassigned, TaskReopened
from saksgang.journal.record import Recorded
from saksgang.office import Office
from saksgang.records import StaffMember, Task
from saksgang_sim.behaviour import Behaviour, Service, Temptation, Turn, Work
from saksgang_sim.checks import AT_A_LOSS
from saksgang_sim.engine import Engine
from saksgang_sim.luck import Luck
from saksgang_sim.refusals import Refusals

__all__ = ["Staff"]

LUNCH = (11 * 60 + 30, 30)
MINUTES_A_DAY = 24 * 60
ATTEMPTS = 4
UNKNOWN = Service(10.0)
WAKING = frozenset({TaskCreated, TaskReassigned, TaskReopened})


@define
class Staff:
    """Everybody who works in the simulated office.

    Attributes:
        services: working minutes by ``routine.task_kind``.
        mischief: the chance that somebody at a task first tries what the routine refuses.
        idle: who sits at the desk without work, and what wakes them; longest first.
    """

    engine: Engine
    office: Office
    behaviours: Mapping[str, Behaviour]
    services: Mapping[str, Service]
    speed: float
    luck: Luck
    refusals: Refusals
    mischief: float = 0.0
    idle: dict[str, tuple[StaffMember, simpy.Event]] = field(factory=dict)
    _at_work: dict[str, simpy.Process] = field(factory=dict)

    def plan(self, day: dt.date) -> None:
        """Let everybody who is here that day come to work."""
        almanac = self.office.view.almanac
        if almanac.holiday_name(day) is not None:
            return
        for person in self.office.view.staff():
            hours = working_hours(person.hours)[day.weekday()]
            if hours is not None:
                begin, lunch, end = (self._second(day, minute) for minute in (hours[0], LUNCH[0], hours[1]))
                self._at_work[person.id] = self.engine.env.process(self._day(person.id, begin, lunch, end))

    def send_home(self, name: str) -> None:
        """End somebody's day where it is; what they were about to do is not done."""
        process = self._at_work.pop(name, None)
        self.idle.pop(name, None)
        if process is not None and process.is_alive:
            process.defused = True
            process.interrupt()

    def hear(self, recorded: Recorded) -> None:
        """Wake somebody idle when work comes up for them."""
        event = recorded.event
        if type(event) not in WAKING:
            return
        task = self.office.view.task(event.task)  # type: ignore[attr-defined] # all of them have one
        if task.owner:
            self._wake(task.owner)
            return
        for person, _ in self.idle.values():
            if task.role in person.roles and task.section in ("", person.section):
                self._wake(person.id)
                return

    def _second(self, day: dt.date, minute: int) -> int:
        """When the local clock shows so many minutes after midnight, which may be the next midnight."""
        days, minute = divmod(minute, MINUTES_A_DAY)
        clock = dt.time(minute // 60, minute % 60)
        return self.engine.second(self.office.view.almanac.instant(day + dt.timedelta(days=days), clock))

    def _wake(self, name: str) -> None:
        idle = self.idle.pop(name, None)
        if idle is not None:
            idle[1].succeed()

    def _day(self, name: str, begin: int, lunch: int, end: int) -> Generator[simpy.Event, None, None]:
        env, office = self.engine.env, self.office
        yield env.timeout(begin - env.now)
        office.view.now = self.engine.clock.now()
        if not office.view.here(name):
            return
        self.engine.after(end - int(env.now), lambda: self._wake(name))
        fresh, eaten = True, not begin < lunch < end
        if not eaten:
            self.engine.after(lunch - int(env.now), lambda: self._wake(name))
        while env.now < end:
            if not eaten and env.now >= lunch:
                eaten = True
                yield env.timeout(LUNCH[1] * 60)
                continue
            view = office.view  # another one after a restart
            person = view.member(name)
            if person is None:
                return
            task = None if person.gone else view.next_task(person)
            if task is None:
                awake = env.event()
                self.idle[name] = person, awake
                yield awake
                continue
            seconds = self._duration(task, 1)
            if env.now + seconds > end and not fresh:
                return
            fresh = False
            yield from self._handle(task, name, seconds)

    def _duration(self, task: Task, attempt: int) -> int:
        service = self.services.get(f"{task.routine}.{task.kind}", UNKNOWN)
        minutes = self.luck.lognormal(service.minutes, service.spread, "minutes", task.id, str(attempt))
        return max(60, round(minutes * 60 / self.speed))

    def _handle(self, task: Task, name: str, seconds: int) -> Generator[simpy.Event, None, None]:
        actor = f"staff:{name}"
        if task.owner == name or self._does(TakeTask(task.id), actor):
            for attempt in range(1, ATTEMPTS + 1):
                yield self.engine.env.timeout(seconds)
                if self._act(task, name, actor, attempt):
                    return
                seconds = self._duration(task, attempt + 1)
        else:
            yield self.engine.env.timeout(seconds)
        self._does(WaitWithTask(task.id, AT_A_LOSS), actor)

    def _does(self, command: Command, actor: str) -> bool:
        """Whether the office did not refuse it."""
        try:
            self.office.do(command, actor)
        except Refused as refused:
            self.refusals.note(refused)
            return False
        return True

    def _act(self, task: Task, name: str, actor: str, attempt: int) -> bool:
        """Do what the routine's behaviour says; true when there is nothing left to do on the task."""
        view = self.office.view
        view.now = self.engine.clock.now()
        current = view.task(task.id)
        person = view.member(name)
        if current.state != "open" or current.owner != name or person is None:
            return True
        behaviour = self.behaviours.get(task.routine)
        work = behaviour.work.get(task.kind) if behaviour is not None else None
        if work is None:
            return False
        turn = Turn(current, person, view, self.luck.child(task.id), attempt)
        self._try_what_is_refused(behaviour.temptations if behaviour is not None else (), turn)
        try:
            self._carry_out(work(turn), actor)
        except Refused as refused:
            self.refusals.note(refused)
        left = view.task(task.id)
        return left.state != "open" or left.owner != name

    def _try_what_is_refused(self, temptations: Sequence[Temptation], turn: Turn) -> None:
        """Now and then; what is refused changes nothing, and is no mistake of whoever does the work."""
        key = ("mischief", str(turn.attempt))
        if not self.mischief or not temptations or not turn.luck.chance(self.mischief, *key):
            return
        wish = temptations[turn.luck.integer(0, len(temptations) - 1, *key, "what")](turn)
        if wish is not None:
            actor, command = wish
            with suppress(Refused):
                self.office.do(command, actor)

    def _carry_out(self, work: Work, actor: str) -> None:
        try:
            command = next(work)
            while True:
                command = work.send(self.office.do(command, actor))
        except StopIteration:
            return
