"""SimPy drives the office's clock: what is on the agenda happens, and timers go off in between (COR-15, SIM-01).

One unit of simulated time is a second. At one instant the office's own timers come first, then the agenda in the
order in which it was written: SimPy breaks ties by insertion, and nothing is inserted in the order of a set.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import simpy

from saksgang.office import Office

__all__ = ["Engine", "SimulatedClock"]

SECOND = dt.timedelta(seconds=1)
SECONDS_A_DAY = 86_400


class SimulatedClock:
    """Shows the agenda's second as an instant; it is looked at far more often than it is set.

    Attributes:
        second: how many have gone by since the scenario's begin.
    """

    def __init__(self, start: dt.datetime) -> None:
        self.second: float = 0
        self._start = start
        self._shown: float = 0
        self._instant = start

    def now(self) -> dt.datetime:
        """The simulated instant."""
        if self.second != self._shown:
            self._shown = self.second
            self._instant = self._start + int(self._shown) * SECOND
        return self._instant


class Engine:
    """The agenda of one simulated office.

    Attributes:
        env: SimPy's environment, at whose second 0 the scenario begins.
        clock: the office's clock.
    """

    def __init__(self, start: dt.datetime) -> None:
        self.start = start
        self.env = simpy.Environment()
        self.clock = SimulatedClock(start)

    def second(self, instant: dt.datetime) -> int:
        """The first whole second after the scenario's begin at which that instant is there; never before now."""
        return max(self.since_start(instant), int(self.env.now))

    def since_start(self, instant: dt.datetime) -> int:
        """The first whole second after the scenario's begin at which that instant is there; below 0 before it."""
        gone = instant - self.start
        return gone.days * SECONDS_A_DAY + gone.seconds + (gone.microseconds > 0)

    def at(self, instant: dt.datetime, act: Callable[[], object]) -> None:
        """Have something happen at an instant, or now if that has gone by."""
        self.at_second(self.since_start(instant), act)

    def at_second(self, second: int, act: Callable[[], object]) -> None:
        """Have something happen at a second after the scenario's begin, or now if that has gone by."""
        self.after(max(second - int(self.env.now), 0), act)

    def after(self, seconds: int, act: Callable[[], object]) -> None:
        """Have something happen some seconds from now."""

        def happen(_: simpy.Event) -> None:
            act()

        event = self.env.timeout(seconds)
        assert event.callbacks is not None
        event.callbacks.append(happen)

    def run(self, office: Office, until: dt.datetime) -> None:
        """Run up to and without ``until``; the clock stands there afterwards."""
        env, clock, end = self.env, self.clock, self.second(until)
        alarm: dt.datetime | None = None
        at = end
        while True:
            due = office.next_due()
            if due is not alarm:
                alarm = due
                at = end if due is None else min(self.since_start(due), end)
            if (second := env.peek()) < at:
                clock.second = second
                env.step()
            elif at < end:
                self._pass(at)
                office.run_due()
            else:
                break
        self._pass(end)

    def _pass(self, second: int) -> None:
        if second > self.env.now:
            self.clock.second = second
            self.env.run(until=second)
