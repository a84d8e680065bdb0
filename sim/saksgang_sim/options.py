"""What the command line asks of a run beside its scenario, and the words that ask for it again (CLI-03)."""

from __future__ import annotations

import datetime as dt

import click
from attrs import evolve

from saksgang_sim.faults.swarm import disturbed
from saksgang_sim.scenario import Scenario

__all__ = ["changed", "options"]


def changed(
    scenario: Scenario,
    seed: int | None,
    months: int | None,
    days: int | None = None,
    start: dt.datetime | None = None,
    faults: str | None = None,
) -> Scenario:
    """The scenario with another seed, length, first day and faults, each where it is said.

    Raises:
        click.UsageError: both months and days are said.
        InputRefused: the faults are none that there are, or the run is too short for them.
    """
    if months is not None and days is not None:
        raise click.UsageError("A run is so many months or so many days long: name --months or --days.")
    scenario = evolve(
        scenario,
        seed=scenario.seed if seed is None else seed,
        months=scenario.months if months is None else months,
        days=days,
        start=scenario.start if start is None else start.date(),
    )
    scenario = disturbed(scenario, str(scenario.faults) if faults is None else faults)
    return scenario if start is None else evolve(scenario, start=start.date())


def options(scenario: Scenario) -> list[str]:
    """The options of ``simulate`` that give the same run again."""
    length = ["--months", str(scenario.months)] if scenario.days is None else ["--days", str(scenario.days)]
    return ["--seed", str(scenario.seed), *length, *_disturbed(scenario)]


def _disturbed(scenario: Scenario) -> list[str]:
    """First day and faults as they are: a swarm may have begun in another season, by a draw or by what was said."""
    return ["--start", scenario.start.isoformat(), "--faults", str(scenario.faults)] if scenario.faults.rates else []
