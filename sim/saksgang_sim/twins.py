"""Two runs of the same seed in two processes that differ in all that must not matter (SIM-01)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import deque
from collections.abc import Iterable
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from saksgang.errors import InputRefused
from saksgang_sim.options import options
from saksgang_sim.scenario import Scenario

__all__ = ["first_difference"]

WORLDS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LANG": "da_DK.UTF-8", "LC_ALL": "C.UTF-8"},
)
BEFORE = 3
NOTHING = "no event any more"


def first_difference(name: str, scenario: Scenario) -> str | None:
    """The first event in which two runs differ, with those before it, or ``None`` when there is none.

    Raises:
        InputRefused: a run did not come to its end, with what it said.
    """
    with TemporaryDirectory() as folder:
        one, other = (_journal(name, scenario, Path(folder) / str(n), world) for n, world in enumerate(WORLDS))
        with one.open(encoding="utf-8") as lines, other.open(encoding="utf-8") as others:
            return _compared(lines, others, scenario.seed)


def _compared(lines: Iterable[str], others: Iterable[str], seed: int) -> str | None:
    before: deque[str] = deque(maxlen=BEFORE)
    for n, (line, other) in enumerate(zip_longest(lines, others, fillvalue=""), 1):
        if line != other:
            pair = f"< {line.strip() or NOTHING}\n> {other.strip() or NOTHING}"
            return f"Event {n} differs between two runs of seed {seed}.\n{''.join(before)}{pair}"
        before.append(f"  {line}")
    return None


def _journal(name: str, scenario: Scenario, out: Path, world: dict[str, str]) -> Path:
    words = ["simulate", name, *options(scenario), "--out", str(out)]
    done = subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-m", "saksgang", *words],
        env={**os.environ, **world},
        capture_output=True,
        text=True,
        check=False,
    )
    if not (out / "summary.json").exists():
        raise InputRefused(f"A run of seed {scenario.seed} did not come to its end: {done.stderr.strip()}")
    return out / "journal.jsonl"
