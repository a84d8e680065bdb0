"""What recipients and services do in a scenario, drawn by name from the seed (SIM-02, SIM-03)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from saksgang.legaltime import Almanac
from saksgang.ports import LetterOrder, ServiceOrder
from saksgang.view import View
from saksgang_sim.behaviour import Asked, Outside
from saksgang_sim.luck import Luck
from saksgang_sim.people import Population
from saksgang_sim.scenario import PopulationPlan

__all__ = ["DrawnHabits"]

AWAKE = (7, 23)
PRINTED = dt.time(12, 0)
POSTED = dt.time(16, 0)
DAY = dt.timedelta(days=1)


@frozen
class DrawnHabits:
    """Habits of a whole population.

    Print and post run once each working day, at noon and at four.
    """

    plan: PopulationPlan
    population: Population
    almanac: Almanac
    luck: Luck
    outside: Mapping[str, Outside] = field(factory=dict)

    def serves(self, service: str) -> bool:
        """Whether a routine's behaviour says how the service answers."""
        return service in self.outside

    def answers(self, order: ServiceOrder, view: View) -> tuple[int, dict[str, Any]] | None:
        """As the routine's behaviour says."""
        return self.outside[order.service](Asked(order, self.population, view, self.luck.child(order.key)))

    def has_mailbox(self, recipient: str) -> bool:
        """Everybody but citizens without one; institutions always have one."""
        people = self.population
        return not recipient.startswith("citizen:") or people.digital(people.find(recipient))

    def seconds_to_mailbox(self, order: LetterOrder) -> int:
        """Some seconds up to a few minutes."""
        return self.luck.integer(5, 240, "to mailbox", order.key)

    def opens(self, order: LetterOrder, available: dt.datetime) -> dt.datetime | None:
        """Never for some, else after a lognormal time, and not in the middle of the night."""
        if self.luck.chance(self.plan.never_opens, "never opens", order.key):
            return None
        hours = self.luck.lognormal(self.plan.opens_after_hours, 1.2, "opens after", order.key)
        opened = available + dt.timedelta(seconds=round(hours * 3600))
        local = self.almanac.local(opened)
        if AWAKE[0] <= local.hour < AWAKE[1]:
            return opened
        morning = local.date() if local.hour < AWAKE[0] else local.date() + DAY
        minute = self.luck.integer(0, 119, "in the morning", order.key)
        return self.almanac.instant(morning, dt.time(AWAKE[0] + minute // 60, minute % 60))

    def printed(self, ordered: dt.datetime) -> dt.datetime:
        """Noon of the next working day that has not passed it yet."""
        return self._next(ordered, PRINTED)

    def posted(self, printed: dt.datetime) -> dt.datetime:
        """Four o'clock likewise."""
        return self._next(printed, POSTED)

    def _next(self, after: dt.datetime, clock: dt.time) -> dt.datetime:
        day = self.almanac.next_working_day(self.almanac.local(after).date())
        instant = self.almanac.instant(day, clock)
        if instant <= after:
            instant = self.almanac.instant(self.almanac.next_working_day(day + DAY), clock)
        return instant
