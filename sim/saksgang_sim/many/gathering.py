"""The results of many runs as they come in, with progress on a terminal and a clean end on Ctrl-C (SIM-11, SIM-12)."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version

import click
from attrs import evolve, frozen
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from saksgang.errors import InputRefused
from saksgang_sim.many.result import Result
from saksgang_sim.many.running import judged
from saksgang_sim.many.workers import Workers, workers
from saksgang_sim.scenario import Scenario

__all__ = ["Gathered", "Place", "counting", "gathered", "results_of"]


@frozen
class Place:
    """Where runs are done.

    Attributes:
        jobs: processes of this machine, 1 for this one alone.
        dask: the address of a cluster's scheduler, ``""`` for this machine.
    """

    jobs: int = 1
    dask: str = ""

    @property
    def words(self) -> list[str]:
        """What asks for the cluster again; processes of this machine change nothing but the time that it takes."""
        return ["--dask", self.dask] if self.dask else []


@frozen
class Gathered:
    """What came in.

    Attributes:
        complete: false when Ctrl-C was pressed before the last one.
    """

    results: tuple[Result, ...]
    complete: bool


def gathered(scenarios: Sequence[Scenario], place: Place) -> Gathered:
    """Run all of them.

    Raises:
        InputRefused: there is no such cluster, or one of another version.
    """
    results: list[Result] = []
    try:
        with workers(place.jobs, place.dask) as run, counting(len(scenarios)) as count:
            for result in results_of(scenarios, run):
                results.append(result)
                count(len(results), "")
    except KeyboardInterrupt:
        return Gathered(tuple(results), complete=False)
    return Gathered(tuple(results), complete=True)


def _seeds(first: int, last: int) -> str:
    return f"Seed {first}" if first == last else f"Seeds {first} to {last}"


def results_of(scenarios: Sequence[Scenario], run: Workers) -> Iterator[Result]:
    """One by one, in their order, after saying with which seeds (SIM-01); an interrupted run is none."""
    click.echo(_seeds(scenarios[0].seed, scenarios[-1].seed), err=True)
    here = version("saksgang")
    # Where a worker on another machine stands, a relative path leads elsewhere.
    for result in run(judged, [evolve(each, path=each.path.absolute()) for each in scenarios]):
        if not result.complete:
            raise KeyboardInterrupt
        if result.version != here:
            raise InputRefused(
                f"The cluster runs saksgang {result.version} and this is {here}; install the same on all machines."
            )
        yield result


@contextmanager
def counting(total: int) -> Iterator[Callable[[int, str], None]]:
    """Give what is told how many are done, and what else there is to say; a terminal shows it, a pipe does not."""
    if not sys.stderr.isatty():
        yield lambda _done, _said: None
        return
    columns = (
        TextColumn("runs"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[said]}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total, said="")
        yield lambda done, said: progress.update(task, completed=done, said=said)
