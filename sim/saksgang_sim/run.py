"""One run of a scenario: the world is put together, time goes by, and the journal is judged (SIM-01, SIM-06)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from attrs import evolve, field, frozen

from saksgang.bootstrap import open_office
from saksgang.checks import Check, Judge, Verdict
from saksgang.checks.laws import CORE_LAWS
from saksgang.configuration import Municipality
from saksgang.journal import Journal, Recorded
from saksgang.legaltime import Almanac
from saksgang.office import Office
from saksgang.plugins import Registry
from saksgang.resting import Rest
from saksgang_sim.absences import Absences
from saksgang_sim.behaviour import Behaviour, Demand, Service
from saksgang_sim.checks import NobodyIsAtALoss
from saksgang_sim.citizens import Citizens, Send
from saksgang_sim.collecting import collecting_seldom
from saksgang_sim.engine import Engine
from saksgang_sim.faults.disturbance import Disturbance
from saksgang_sim.goals import in_time
from saksgang_sim.habits import DrawnHabits
from saksgang_sim.hearing import Hearing
from saksgang_sim.luck import Luck
from saksgang_sim.people import Population
from saksgang_sim.promises import waits_of
from saksgang_sim.refusals import Refusals
from saksgang_sim.scenario import Scenario, months_later
from saksgang_sim.sickness import Sickness
from saksgang_sim.staffing import Staff
from saksgang_sim.tally import Tally
from saksgang_sim.targets import TargetResult, judge_targets
from saksgang_sim.world import WORLD, World

__all__ = ["Outcome", "Plan", "Run", "direct", "judge_of", "months_later", "prepare"]

DAY = dt.timedelta(days=1)
Tick = Callable[[dt.date, int], None]


@frozen
class Outcome:
    """What a run came to.

    Attributes:
        until: the local day on which it ended, which was not simulated any more.
        complete: false when it was interrupted.
        struck: how often each kind of fault that was on has struck.
        probes: how often a disturbed run has come to each rare place.
    """

    scenario: Scenario
    municipality: Municipality
    until: dt.date
    complete: bool
    tally: Tally
    verdicts: tuple[Verdict, ...]
    targets: tuple[TargetResult, ...]
    refusals: Mapping[str, int]
    digest: str
    struck: Mapping[str, int] = field(factory=dict)
    probes: Mapping[str, int] = field(factory=dict)


def judge_of(registry: Registry, enabled: Iterable[str], *more: type[Check]) -> Judge:
    """A judge with the core's laws, those named, and the checks that the enabled routines bring."""
    return Judge((*CORE_LAWS, *more), {name: registry.routines[name].checks for name in enabled})


@frozen
class Plan:
    """What a run is made of.

    Attributes:
        behaviours: by routine name; a routine without one is there but nobody turns to it.
    """

    scenario: Scenario
    municipality: Municipality
    registry: Registry
    behaviours: Mapping[str, Behaviour]
    journal: Journal


@frozen
class Run:
    """A simulated office with everybody in and around it, ready to go."""

    plan: Plan
    engine: Engine
    office: Office
    days: tuple[Callable[[dt.date], None], ...]
    judge: Judge
    tally: Tally
    hearing: Hearing
    refusals: Refusals
    disturbance: Disturbance | None = None

    def go(self, tick: Tick | None = None) -> Outcome:
        """Simulate day by day; ``KeyboardInterrupt`` ends with what there is so far (SIM-11).

        ``tick`` is called after each simulated day, and raises it where an end in between days is wanted.
        """
        scenario, almanac = self.plan.scenario, self.office.view.almanac
        day, last, complete = scenario.start, scenario.end, True
        try:
            with collecting_seldom():
                while day < last:
                    for plan in self.days:
                        plan(day)
                    day += DAY
                    self.engine.run(self.office, almanac.instant(day, dt.time()))
                    self.hearing.catch_up()
                    if tick is not None:
                        tick(day, self.tally.events)
        except KeyboardInterrupt:
            complete = False
        return self._outcome(day, complete=complete)

    def _outcome(self, day: dt.date, *, complete: bool) -> Outcome:
        plan = self.plan
        plan.journal.flush()
        self.hearing.catch_up()
        return Outcome(
            plan.scenario,
            plan.municipality,
            day,
            complete,
            self.tally,
            in_time(self.judge.verdicts(self.engine.clock.now()), plan.scenario),
            judge_targets(plan.scenario.targets, self.tally),
            dict(sorted(self.refusals.by_rule.items())),
            plan.journal.digest,
            self.disturbance.counts if self.disturbance else {},
            self.disturbance.probes.reached if self.disturbance else {},
        )


def prepare(plan: Plan) -> Run:
    """Put the world together around an office that opens on the scenario's first day."""
    scenario, municipality = plan.scenario, plan.municipality
    almanac = Almanac(municipality.country, municipality.zone)
    engine = Engine(almanac.instant(scenario.start, dt.time()))
    luck = Luck(scenario.seed)
    wish = scenario.population
    population = Population(municipality.country, wish.size, scenario.seed, scenario.start, wish.without_mailbox)
    behaviours = {name: plan.behaviours[name] for name in municipality.routines if name in plan.behaviours}
    outside = {name: habit for behaviour in behaviours.values() for name, habit in behaviour.outside.items()}
    habits = DrawnHabits(wish, population, almanac, luck.child("habits"), outside)
    money = [name for behaviour in behaviours.values() for name in behaviour.money]
    faults = Disturbance.of(scenario, engine, habits, almanac, luck.child("faults"), money)
    world = faults.world if faults else World(engine, habits)
    registry = plan.registry.plus(world, WORLD, "simulation")
    judge, refusals = judge_of(plan.registry, municipality.routines, NobodyIsAtALoss), Refusals()
    tally = Tally(waits_of(plan.registry.enabled(municipality.routines).values()))
    hearing = Hearing([judge.see, tally.see])
    heard = [hearing.hear]
    opened = partial(opened_office, plan, registry, engine, heard)
    office = world.office = opened()
    services, speed = services_of(behaviours, scenario), scenario.staffing.speed
    mischief = scenario.staffing.mischief
    staff = Staff(engine, office, behaviours, services, speed, luck.child("staff"), refusals, mischief)
    office.heard.append(staff.hear)
    if faults:
        faults.begin(opened, staff, refusals)
        heard.append(faults.probes.see)  # an office that is opened again tells of its opening
    demands = demands_of(behaviours, scenario)
    citizens = Citizens(
        engine, office, faults.send if faults else direct(office), population, demands, luck.child("citizens"), refusals
    )
    sickness = Sickness(office, scenario.staffing.sick_days_per_year, luck.child("sickness"))
    absences = Absences(office, scenario.changes.absent)
    plans = (absences.plan, sickness.plan, staff.plan, citizens.plan)
    days = (faults.plan, *plans) if faults else plans
    return Run(plan, engine, office, days, judge, tally, hearing, refusals, faults)


def opened_office(
    plan: Plan, registry: Registry, engine: Engine, heard: Sequence[Callable[[Recorded], None]]
) -> Office:
    """The plan's office over its journal; what nobody works on rests, so that it does not grow with the run."""
    office = open_office(plan.municipality, registry, engine.clock, plan.journal, heard, [WORLD])
    office.rest = Rest(office.state)
    return office


def direct(office: Office) -> Send:
    """Commands of citizens go to the office as they come."""
    return lambda command, actor, _key: office.do(command, actor)


def services_of(behaviours: Mapping[str, Behaviour], scenario: Scenario) -> dict[str, Service]:
    """Working minutes by ``routine.task_kind``, the scenario's own over the routine's."""
    services = {
        f"{name}.{kind}": service
        for name, behaviour in behaviours.items()
        for kind, service in behaviour.services.items()
    }
    for key, minutes in scenario.service.items():
        services[key] = Service(minutes, services[key].spread if key in services else Service(minutes).spread)
    return services


def demands_of(behaviours: Mapping[str, Behaviour], scenario: Scenario) -> tuple[Demand, ...]:
    """All demand, the scenario's rates over the routine's, in the order of the names."""
    demands = sorted((d for b in behaviours.values() for d in b.demands), key=lambda demand: demand.name)
    return tuple(
        demand if demand.name not in scenario.demand else evolve(demand, per_week=scenario.demand[demand.name])
        for demand in demands
    )
