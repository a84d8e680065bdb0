"""Citizens get in touch: each day's occasions are drawn for that day alone (SIM-02, SIM-03)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from attrs import define, field

from saksgang.commands import Command
from saksgang.errors import Refused
from saksgang.legaltime import Almanac
from saksgang.office import Office
from saksgang_sim.behaviour import Demand, Occasion
from saksgang_sim.engine import Engine
from saksgang_sim.luck import Luck, Weights
from saksgang_sim.people import Population
from saksgang_sim.refusals import Refusals

__all__ = ["Citizens", "Send"]

LAST_SECOND = 3599  # of an hour

Send: TypeAlias = Callable[[Command, str, str], object]
"""Brings a command of an actor, on an occasion of that key, to the office."""


@define
class Citizens:
    """All demand of a scenario.

    Attributes:
        send: the way to the office, which a fault may stand in.
    """

    engine: Engine
    office: Office
    send: Send
    population: Population
    demands: tuple[Demand, ...]
    luck: Luck
    refusals: Refusals

    def plan(self, day: dt.date) -> None:
        """Put the day's occasions on the agenda."""
        clock = _DayClock(self.engine, self.office.view.almanac, day)
        for demand in self.demands:
            luck = self.luck.child(demand.name, day.isoformat())
            many = luck.poisson(_mean(demand, day), "how many")
            if many:
                self._expect(demand, f"{demand.name}/{day}", luck, many, clock)

    def _expect(self, demand: Demand, name: str, luck: Luck, many: int, clock: _DayClock) -> None:
        hours = Weights(demand.hours, "hour")
        for n in range(many):
            own = luck.child(str(n))
            second = clock.second(own.choice(hours, "hour"), own.integer(0, LAST_SECOND, "second"))
            occasion = Occasion(f"{name}/{n}", self.population, own)
            self.engine.at_second(second, partial(self._come, demand, occasion))

    def _come(self, demand: Demand, occasion: Occasion) -> None:
        self.office.view.now = self.engine.clock.now()
        wish = demand.act(occasion, self.office.view)
        if wish is None:
            return
        actor, command = wish
        try:
            self.send(command, actor, occasion.key)
        except Refused as refused:
            self.refusals.note(refused)


@define
class _DayClock:
    """The seconds of a simulation at which a local clock shows the times of one day."""

    engine: Engine
    almanac: Almanac
    day: dt.date
    _hours: dict[int, int | None] = field(init=False, factory=dict)

    def second(self, hour: int, second: int) -> int:
        """When the clock shows so many seconds after the hour."""
        if hour not in self._hours:
            self._hours[hour] = self._begin(hour)
        begin = self._hours[hour]
        return self._reckoned(hour, second) if begin is None else begin + second

    def _begin(self, hour: int) -> int | None:
        """When an hour begins, ``None`` where its seconds are not one after another: the clock is changed in it."""
        begin = self._reckoned(hour, 0)
        return begin if self._reckoned(hour, LAST_SECOND) == begin + LAST_SECOND else None

    def _reckoned(self, hour: int, second: int) -> int:
        clock = dt.time(hour, second // 60, second % 60)
        return self.engine.since_start(self.almanac.instant(self.day, clock))


def _mean(demand: Demand, day: dt.date) -> float:
    """The mean number on that day: an average week's, by weekday and by season."""
    weekday = demand.weekdays[day.weekday()] / sum(demand.weekdays)
    month = demand.months[day.month - 1] * len(demand.months) / sum(demand.months)
    return demand.per_week * weekday * month
