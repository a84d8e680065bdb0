"""Citizens get in touch: each day's occasions are drawn for that day alone (SIM-02, SIM-03)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TypeAlias

from attrs import define

from saksgang.commands import Command
from saksgang.errors import Refused
from saksgang.office import Office
from saksgang_sim.behaviour import Demand, Occasion
from saksgang_sim.engine import Engine
from saksgang_sim.luck import Luck
from saksgang_sim.people import Population
from saksgang_sim.refusals import Refusals

__all__ = ["Citizens", "Send"]

WEEK = 7

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
        for demand in self.demands:
            luck = self.luck.child(demand.name, day.isoformat())
            for n in range(luck.poisson(_mean(demand, day), "how many")):
                self._expect(demand, day, luck.child(str(n)), f"{demand.name}/{day}/{n}")

    def _expect(self, demand: Demand, day: dt.date, luck: Luck, key: str) -> None:
        hour = luck.choice(demand.hours, "hour")
        second = luck.integer(0, 3599, "second")
        clock = dt.time(hour, second // 60, second % 60)
        instant = self.office.view.almanac.instant(day, clock)
        occasion = Occasion(key, self.population, luck)
        self.engine.at(instant, lambda: self._come(demand, occasion))

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


def _mean(demand: Demand, day: dt.date) -> float:
    """The mean number on that day: an average week's, by weekday and by season."""
    weekday = demand.weekdays[day.weekday()] / sum(demand.weekdays)
    month = demand.months[day.month - 1] * len(demand.months) / sum(demand.months)
    return demand.per_week * weekday * month
