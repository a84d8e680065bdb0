"""A story of a simulated world: which one, and which check must hold in it (SIM-07).

A few lines, as a hunt leaves them; read with every problem at once and before anything runs, like any other story.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from saksgang.checks import Check
from saksgang.checks.laws import CORE_LAWS
from saksgang.configuration import Problem
from saksgang.configuration.lines import line_of, lines_of
from saksgang.configuration.problems import advice, quoted
from saksgang.configuration.structuring import read
from saksgang.errors import ConfigurationRefused, InputRefused
from saksgang.journal import MemoryJournal
from saksgang.settings import Finding
from saksgang_sim.checks import NobodyIsAtALoss
from saksgang_sim.faults.kinds import KINDS
from saksgang_sim.faults.plan import misnamed, plan_of_table
from saksgang_sim.limits import Place, out_of_bounds
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import read_scenario
from saksgang_sim.run import Plan
from saksgang_sim.scenario import Scenario, switched_off

__all__ = ["SIMULATED", "SimulatedStory", "read_simulated"]

SIMULATED = "simulated"
LIMITS = (("days", 1, 20_000), ("citizens", 1, 1_000_000))
QUIET = (0, 20_000)
RATE = (0, 1)


@frozen
class SimulatedStory:
    """A world, and the check that must hold in it.

    Attributes:
        plan: what the world is made of, for one run.
        holds: the check's id.
        steps: none: who does what is drawn from the seed.
    """

    path: Path
    title: str
    requirements: tuple[str, ...]
    plan: Plan
    holds: str
    steps: tuple[()] = ()


@frozen
class _World:
    scenario: str
    days: int
    seed: int = 1
    start: dt.date | None = None
    citizens: int | None = None
    routines: tuple[str, ...] = ()
    faults: dict[str, float] = field(factory=dict)


@frozen
class _Then:
    holds: str


@frozen
class _Page:
    title: str
    requirements: tuple[str, ...]
    simulated: _World
    then: _Then


def read_simulated(path: Path, text: str, tables: Mapping[str, Any]) -> SimulatedStory:
    """The story of a simulated world that a file tells.

    Raises:
        ConfigurationRefused: with every problem of the story, one line each.
    """
    page, findings = read(tables, _Page, "")
    findings += _impossible(tables)
    if page is None or findings:
        raise _refused(path, text, findings)
    world = page.simulated
    try:
        whole = _peopled(read_scenario(world.scenario, folder=path.parent), world)
    except InputRefused as refused:
        sentence, _, suggestion = str(refused).partition(". ")
        raise _refused(path, text, [Finding("simulated.scenario", f"{sentence}.", suggestion)]) from None
    routines = tuple(plan_of(whole, MemoryJournal()).municipality.routines)
    if strange := [name for name in world.routines if name not in routines]:
        raise _refused(path, text, [_unknown("simulated.routines", "routine", name, routines) for name in strange])
    others = tuple(name for name in routines if world.routines and name not in world.routines)
    plan = plan_of(switched_off(whole, others) if others else whole, MemoryJournal())
    checks = _checks(plan)
    if page.then.holds not in checks:
        raise _refused(path, text, [_unknown("then.holds", "check", page.then.holds, checks)])
    return SimulatedStory(path, page.title, page.requirements, plan, page.then.holds)


def _checks(plan: Plan) -> list[str]:
    """The ids of the core's laws, the simulation's own, and those of the routines that are on."""
    own = (check for name in plan.municipality.routines for check in plan.registry.routines[name].checks)
    every: tuple[type[Check], ...] = (*CORE_LAWS, NobodyIsAtALoss, *own)
    return [check.id for check in every]


def _peopled(scenario: Scenario, world: _World) -> Scenario:
    size = scenario.population.size if world.citizens is None else world.citizens
    return evolve(
        scenario,
        seed=world.seed,
        days=world.days,
        start=scenario.start if world.start is None else world.start,
        population=evolve(scenario.population, size=size),
        faults=plan_of_table(world.faults),
    )


def _impossible(tables: Mapping[str, Any]) -> list[Finding]:
    """Numbers out of bounds, and faults that there are not."""
    world = _table(tables.get(SIMULATED))
    faults = _table(world.get("faults"))
    places = [Place(key, world.get(key), least, most) for key, least, most in LIMITS]
    places += [Place(f"faults.{name}", rate, *(RATE if name in KINDS else QUIET)) for name, rate in faults.items()]
    return [evolve(each, key=f"{SIMULATED}.{each.key}") for each in (*out_of_bounds(places), *misnamed(world))]


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _unknown(key: str, what: str, name: str, known: Sequence[str]) -> Finding:
    return Finding(key, f"There is no {what} {quoted(name)} here.", advice(name, known))


def _refused(path: Path, text: str, findings: list[Finding]) -> ConfigurationRefused:
    lines = lines_of(text)
    rows = [(row.key, row.sentence, row.suggestion, line_of(row.key, lines)) for row in findings]
    return ConfigurationRefused(tuple(str(Problem(str(path), *row)) for row in rows))
