"""All faults of one run, put together around its office (SIM-05)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection

from attrs import define, field

from saksgang.commands import Command
from saksgang.legaltime import Almanac
from saksgang.office import Office
from saksgang.ports import Port
from saksgang.records import Deadline
from saksgang_sim.engine import Engine
from saksgang_sim.faults.absences import Absences
from saksgang_sim.faults.habits import DisturbedHabits
from saksgang_sim.faults.inbound import DisturbedInbound
from saksgang_sim.faults.outages import Outages
from saksgang_sim.faults.ports import DisturbedPort
from saksgang_sim.faults.receipts import Receipts
from saksgang_sim.faults.restarting import Restarting
from saksgang_sim.faults.striking import HOUR, Striking
from saksgang_sim.faults.world import DisturbedWorld
from saksgang_sim.luck import Luck
from saksgang_sim.probes import Probes
from saksgang_sim.refusals import Refusals
from saksgang_sim.scenario import Scenario
from saksgang_sim.staffing import Staff
from saksgang_sim.world import Habits

__all__ = ["Disturbance"]


@define
class Disturbance:
    """What goes wrong in a run, from before its office opens to the quiet days at its end."""

    striking: Striking
    world: DisturbedWorld
    outages: Outages
    probes: Probes
    _inbound: DisturbedInbound | None = None
    _restarting: Restarting | None = None
    _plans: list[Callable[[dt.date], None]] = field(factory=list)

    @classmethod
    def of(
        cls, scenario: Scenario, engine: Engine, habits: Habits, almanac: Almanac, luck: Luck, money: Collection[str]
    ) -> Disturbance | None:
        """The faults that a scenario asks for, ``None`` when it asks for none."""
        plan = scenario.faults
        if not plan.rates:
            return None
        until = almanac.instant(scenario.end - dt.timedelta(days=plan.quiet_days), dt.time())
        striking = Striking(plan.rates, luck, engine.clock, until)
        world = DisturbedWorld(engine, habits)

        def deadlines(case: str) -> list[Deadline]:
            return _office(world).view.deadlines(case)

        world.habits = DisturbedHabits(habits, striking, almanac, deadlines)
        outages = Outages(engine, striking, lambda: list(world.disturbed), money)
        disturbance = cls(striking, world, outages, Probes(almanac))
        world.disturb = disturbance._before
        return disturbance

    @property
    def counts(self) -> dict[str, int]:
        """How often each kind that is on has struck."""
        return {name: self.striking.struck[name] for name in self.striking.rates}

    def begin(self, open_again: Callable[[], Office], staff: Staff, refusals: Refusals) -> None:
        """The office is open: faults begin, and what is not answered for is handed over again each hour."""
        world, office = self.world, _office(self.world)
        engine = world.engine
        world.receipts = Receipts(
            engine, self.striking, world.tell, lambda state: [letter.id for letter in office.view.letters_in(state)]
        )
        self._inbound = DisturbedInbound(engine, office, self.striking, refusals)
        self._restarting = Restarting(engine, office, self.striking, open_again)
        absences = Absences(engine, office, staff, self.striking)
        self._plans = [absences.plan, self.outages.plan, self._restarting.plan]
        office.heard.extend((absences.hear, self._inbound.hear, self.probes.see))
        engine.after(HOUR, self._try_again)

    def plan(self, day: dt.date) -> None:
        """Draw what goes wrong that day."""
        for plan in self._plans:
            plan(day)

    def send(self, command: Command, actor: str, key: str) -> None:
        """Bring what a citizen sends."""
        assert self._inbound is not None
        self._inbound.send(command, actor, key)

    def _try_again(self) -> None:
        _office(self.world).hand_over_again()
        self.world.engine.after(HOUR, self._try_again)

    def _before(self, port: str, inner: Port) -> DisturbedPort:
        return DisturbedPort(port, inner, self.world, self.striking, self.outages, self._killed, self._asked_again)

    def _killed(self) -> None:
        if self._restarting is not None:
            self._restarting.soon()

    def _asked_again(self, about: str) -> None:
        if self.world.receipts is not None:
            self.world.receipts.asked_again(about)


def _office(world: DisturbedWorld) -> Office:
    assert world.office is not None
    return world.office
