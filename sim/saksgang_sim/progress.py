"""Progress on a terminal: simulated date, events per second, time left; in a pipe nothing (SIM-11)."""

from __future__ import annotations

import datetime as dt
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from saksgang_sim.run import Tick
from saksgang_sim.scenario import Scenario

__all__ = ["shown"]


@contextmanager
def shown(scenario: Scenario) -> Iterator[Tick | None]:
    """Give what is to be called after each simulated day, or ``None`` where nobody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    days = (scenario.end - scenario.start).days
    columns = (
        TextColumn("{task.fields[day]}"),
        BarColumn(),
        TextColumn("{task.fields[rate]:>9,.0f} events/s"),
        TimeRemainingColumn(),
    )
    began = time.perf_counter()
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=days, day=scenario.start, rate=0.0)

        def tick(day: dt.date, events: int) -> None:
            rate = events / max(time.perf_counter() - began, 1e-6)
            progress.update(task, advance=1, day=day, rate=rate)

        yield tick
