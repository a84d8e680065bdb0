"""What a simulated event costs at the least: two baselines that are measured beside the city, in the same run."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator
from pathlib import Path

import attrs
import pluggy
import simpy

__all__ = ["bare_loop", "composed_floor"]

SPECS = pluggy.HookspecMarker("floor")
IMPLS = pluggy.HookimplMarker("floor")
PROCESSES = 100
GATHER = 1000


@attrs.frozen
class Happened:
    """One event, as small as they come."""

    number: int
    at: int
    case: str
    what: str


class Specs:
    """The one hook of the floor."""

    @SPECS
    def happened(self, event: Happened) -> None:
        """An event happened."""


class Guest:
    """A plugin that does nothing."""

    @IMPLS
    def happened(self, event: Happened) -> None:
        """Nothing."""


def _ticking(env: simpy.Environment, times: int) -> Generator[simpy.Event, None, None]:
    for _ in range(times):
        yield env.timeout(1)


def bare_loop(events: int) -> None:
    """A SimPy loop with as many timeouts as there were events, and nothing else."""
    env = simpy.Environment()
    for _ in range(PROCESSES):
        env.process(_ticking(env, events // PROCESSES))
    env.run()


def composed_floor(events: int, folder: Path) -> None:
    """A timeout, an attrs event, a pluggy call and a buffered SQLite row for each event."""
    manager = pluggy.PluginManager("floor")
    manager.add_hookspecs(Specs)
    manager.register(Guest())
    store = sqlite3.connect(folder / "floor.sqlite")
    store.execute("create table journal (number integer primary key, at integer, case_number text, line text)")
    rows: list[tuple[int, int, str, str]] = []
    env = simpy.Environment()
    counter = iter(range(1, events + PROCESSES + 1))

    def living() -> Generator[simpy.Event, None, None]:
        for _ in range(events // PROCESSES):
            yield env.timeout(1)
            event = Happened(next(counter), int(env.now), "CASE-2026-00001", "something happened on it")
            manager.hook.happened(event=event)
            rows.append((event.number, event.at, event.case, event.what))
            if len(rows) >= GATHER:
                store.executemany("insert into journal values (?, ?, ?, ?)", rows)
                store.commit()
                rows.clear()

    for _ in range(PROCESSES):
        env.process(living())
    env.run()
    store.executemany("insert into journal values (?, ?, ?, ?)", rows)
    store.commit()
    store.close()
