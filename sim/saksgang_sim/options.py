"""What the command line asks of a run beside its scenario, and the words that ask for it again (CLI-03)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

import click
from attrs import evolve, frozen

from saksgang_sim.faults.swarm import disturbed
from saksgang_sim.scenario import Scenario

__all__ = ["Choice", "choice_options", "options"]

F = TypeVar("F", bound=Callable[..., Any])
DAY = click.DateTime(["%Y-%m-%d"])
FAULTS = "none, swarm, or names such as print_lost,mailbox_refuses=0.5 (see: saksgang faults)."


@frozen
class Choice:
    """Another seed, length, first day and faults than the scenario's own, each where it is said."""

    seed: int | None = None
    months: int | None = None
    days: int | None = None
    start: dt.datetime | None = None
    faults: str | None = None

    def of(self, scenario: Scenario, nth: int = 0) -> Scenario:
        """The scenario as chosen, with the n-th seed from there; a swarm is drawn anew for each seed.

        Raises:
            click.UsageError: both months and days are said.
            InputRefused: the faults are none that there are, or the run is too short for them.
        """
        if self.months is not None and self.days is not None:
            raise click.UsageError("A run is so many months or so many days long: name --months or --days.")
        start = scenario.start if self.start is None else self.start.date()
        scenario = evolve(
            scenario,
            seed=(scenario.seed if self.seed is None else self.seed) + nth,
            months=scenario.months if self.months is None else self.months,
            days=self.days,
            start=start,
        )
        scenario = disturbed(scenario, str(scenario.faults) if self.faults is None else self.faults)
        return scenario if self.start is None else evolve(scenario, start=start)


def choice_options(command: F) -> Callable[..., Any]:
    """Add ``--seed``, ``--months``, ``--days``, ``--start`` and ``--faults``, which come as one argument ``choice``."""

    @click.option("--seed", type=int, help="Another seed than the scenario's own.")
    @click.option("--months", type=click.IntRange(1, 600), help="Another length than the scenario's own.")
    @click.option("--days", type=click.IntRange(1, 20_000), help="Another length, in days.")
    @click.option("--start", type=DAY, help="Another first day than the scenario's own, such as 2026-03-16.")
    @click.option("--faults", metavar="FAULTS", help=FAULTS)
    @wraps(command)
    def bundled(
        *args: object,
        seed: int | None,
        months: int | None,
        days: int | None,
        start: dt.datetime | None,
        faults: str | None,
        **others: object,
    ) -> Any:  # noqa: ANN401 - the command's own
        return command(*args, choice=Choice(seed, months, days, start, faults), **others)

    return bundled


def options(scenario: Scenario) -> list[str]:
    """The options of ``simulate`` that give the same run again."""
    length = ["--months", str(scenario.months)] if scenario.days is None else ["--days", str(scenario.days)]
    return ["--seed", str(scenario.seed), *length, *_disturbed(scenario)]


def _disturbed(scenario: Scenario) -> list[str]:
    """First day and faults as they are: a swarm may have begun in another season, by a draw or by what was said."""
    return ["--start", scenario.start.isoformat(), "--faults", str(scenario.faults)] if scenario.faults.rates else []
