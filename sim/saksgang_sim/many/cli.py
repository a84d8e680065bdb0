"""``--runs``, ``--jobs`` and ``--dask``: the same options wherever runs are many (CLI-01)."""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, TypeVar

import click
from attrs import frozen

from saksgang.exits import Exit
from saksgang_sim.many.gathering import Gathered, Place, gathered
from saksgang_sim.many.telling import exit_of_all, lines, runs_data
from saksgang_sim.options import options
from saksgang_sim.scenario import Scenario

__all__ = ["Many", "many_options", "place_options", "run_many"]

F = TypeVar("F", bound=Callable[..., Any])
MOST_JOBS = 256
JOBS = "So many processes at once; 0 for one a core."


@frozen
class Many:
    """How many runs are asked for, and where.

    Attributes:
        runs: ``None`` where nothing is said of them.
    """

    runs: int | None
    place: Place

    def asked(self, *, alone: bool) -> bool:
        """Whether many runs are asked for; ``alone`` says that so is what only one run has.

        Raises:
            click.UsageError: they do not go together.
        """
        if self.runs is not None and alone:
            raise click.UsageError("Many runs leave nothing and compare none: name --runs without --out and the like.")
        if self.runs is None and self.place != Place():
            raise click.UsageError("--jobs and --dask are for many runs: name --runs too.")
        return self.runs is not None


def many_options(least: int, default: int | None = None) -> Callable[[F], Callable[..., Any]]:
    """Add ``--runs`` from so many upwards, ``--jobs`` and ``--dask``, which come as one argument ``many``."""
    about = "So many runs, with the seeds from the first one upwards."

    def add(command: F) -> Callable[..., Any]:
        @click.option("--runs", type=click.IntRange(least, 10_000), default=default, show_default=True, help=about)
        @place_options
        @wraps(command)
        def bundled(*args: object, runs: int | None, place: Place, **others: object) -> Any:  # noqa: ANN401 - its own
            return command(*args, many=Many(runs, place), **others)

        return bundled

    return add


def place_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--jobs`` and ``--dask``, which come as one argument ``place``."""

    @click.option("--jobs", type=click.IntRange(0, MOST_JOBS), default=1, show_default=True, help=JOBS)
    @click.option("--dask", default="", metavar="ADDRESS", help="On the Dask cluster with this scheduler.")
    @wraps(command)
    def bundled(*args: object, jobs: int, dask: str, **others: object) -> Any:  # noqa: ANN401 - the command's own
        if dask and jobs != 1:
            raise click.UsageError("--jobs are processes of this machine, and --dask is a cluster: name one of them.")
        return command(*args, place=Place(jobs or os.cpu_count() or 1, dask), **others)

    return bundled


def run_many(name: str, scenarios: Sequence[Scenario], many: Many, *, as_json: bool) -> int:
    """Run a scenario with so many seeds upwards from its own, and tell of all of them."""
    scenario = scenarios[0]
    came = gathered(scenarios, many.place)
    if as_json:
        click.echo(json.dumps(runs_data(scenario, came), indent=2, ensure_ascii=False))
    else:
        for line in lines(scenario, came):
            click.echo(line)
    return _end(name, scenarios, came, many.place)


def _end(name: str, scenarios: Sequence[Scenario], came: Gathered, place: Place) -> int:
    """The worst exit code, with the command that repeats the first run of it, or all where none is to blame."""
    code = exit_of_all(came)
    run = next((result for result in came.results if result.exit is code), None)
    if code is not Exit.HELD:
        first = next(each for each in scenarios if run is None or each.seed == run.seed)
        all_of_them = [] if run else ["--runs", str(len(scenarios)), *place.words]
        words = ["saksgang", "simulate", name, *options(first), *all_of_them]
        click.echo(f"To repeat: {shlex.join(words)}", err=True)
    return int(code)
