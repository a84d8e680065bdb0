"""Looking for planted bugs: a setting simulated with a seed, and which checks went red."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from saksgang.checks import Verdict
from saksgang.journal import MemoryJournal
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import read_scenario
from saksgang_sim.run import prepare
from saksgang_sim.scenario import Scenario
from tests.reliability.plants.planting import Plant, Setting, planted

__all__ = ["MOST", "first_seed", "found", "verdicts"]

MOST = 200
"""A planted bug that needs more seeds than these counts as not found."""


def verdicts(setting: Setting, seed: int) -> dict[str, Verdict]:
    """What every check says of the setting with a seed, by id."""
    scenario = _scenario(setting, seed)
    last = scenario.start + dt.timedelta(days=setting.days)

    def stop(day: dt.date, _events: int) -> None:
        if day >= last:
            raise KeyboardInterrupt

    with planted(setting.around):
        run = prepare(plan_of(scenario, MemoryJournal()))
        return {verdict.id: verdict for verdict in run.go(stop).verdicts}


def found(plant: Plant, seed: int) -> Verdict:
    """What the check that has to find a plant says of it with a seed."""
    with planted(plant.swaps):
        return verdicts(plant.setting, seed)[plant.check]


def first_seed(plant: Plant) -> int | None:
    """The first seed with which the plant is found, ``None`` where it takes too many."""
    return next((seed for seed in range(1, MOST + 1) if found(plant, seed).status == "violated"), None)


def _scenario(setting: Setting, seed: int) -> Scenario:
    scenario = read_scenario(setting.scenario)
    # Long enough by far: the run is stopped on its day.
    scenario = evolve(scenario, seed=seed, start=setting.start or scenario.start, months=setting.days // 28 + 1)
    if setting.sick is None:
        return scenario
    return evolve(scenario, staffing=evolve(scenario.staffing, sick_days_per_year=setting.sick))
