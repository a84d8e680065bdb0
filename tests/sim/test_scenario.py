"""Scenarios as records, and those that are shipped (SIM-08)."""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from attrs.exceptions import FrozenInstanceError

from saksgang.journal import MemoryJournal
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import read_scenario, shipped_scenarios
from saksgang_sim.scenario import PopulationPlan, Scenario, StaffingPlan

SHIPPED = sorted(shipped_scenarios())


def test_sim_08_a_scenario_says_little_and_has_the_rest_by_default() -> None:
    """Population and staffing are those of the page; nothing is asked of the run."""
    plain = Scenario("s", "S", "town.toml", dt.date(2026, 1, 5), 6, 1, Path("s.toml"))

    assert plain.population == PopulationPlan(
        size=20_000, without_mailbox=0.08, never_opens=0.15, opens_after_hours=30.0
    )
    assert plain.staffing == StaffingPlan(sick_days_per_year=9.0, speed=1.0)
    assert (plain.demand, plain.service, plain.targets) == ({}, {}, ())


def test_sim_01_a_scenario_does_not_change_under_way() -> None:
    """What was printed as the seed is the seed."""
    plain = Scenario("s", "S", "town.toml", dt.date(2026, 1, 5), 6, 1, Path("s.toml"))

    with pytest.raises(FrozenInstanceError):
        plain.seed = 2  # type: ignore[misc]


@pytest.mark.parametrize("name", SHIPPED)
def test_sim_08_every_shipped_scenario_can_run(name: str) -> None:
    """It is read without a fault, its municipality is sound, and somebody has every stream that it names."""
    scenario = read_scenario(name)
    plan = plan_of(scenario, MemoryJournal())
    streams = {demand.name for behaviour in plan.behaviours.values() for demand in behaviour.demands}

    assert scenario.name == name
    assert set(scenario.demand) <= streams != set()
    assert set(plan.municipality.routines) <= set(plan.behaviours)


@pytest.mark.parametrize("name", SHIPPED)
def test_sim_01_every_shipped_scenario_says_its_seed_and_what_it_is_about(name: str) -> None:
    """In the file itself, so that it stays the same when a default changes."""
    head = tomllib.loads(shipped_scenarios()[name].read_text(encoding="utf-8"))["scenario"]

    assert {"title", "municipality", "start", "months", "seed"} <= set(head)
