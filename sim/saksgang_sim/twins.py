"""Two runs of the same seed in two processes that differ in all that must not matter (SIM-01)."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from saksgang.errors import InputRefused
from saksgang_sim.scenario import Scenario

__all__ = ["first_difference"]

WORLDS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LANG": "da_DK.UTF-8", "LC_ALL": "C.UTF-8"},
)
BEFORE = 3


def first_difference(name: str, scenario: Scenario) -> str | None:
    """The first event in which two runs differ, with those before it, or ``None`` when there is none."""
    with TemporaryDirectory() as folder:
        journals = [_journal(name, scenario, Path(folder) / str(n), world) for n, world in enumerate(WORLDS)]
    for n, (one, other) in enumerate(zip_longest(*journals)):
        if one != other:
            before = "\n".join(f"  {line}" for line in journals[0][max(0, n - BEFORE) : n])
            return f"Event {n + 1} differs between two runs of seed {scenario.seed}.\n{before}\n< {one}\n> {other}"
    return None


def _journal(name: str, scenario: Scenario, out: Path, world: dict[str, str]) -> list[str]:
    words = ["simulate", name, "--seed", str(scenario.seed), "--months", str(scenario.months), "--out", str(out)]
    done = subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-m", "saksgang", *words],
        env={**os.environ, **world},
        capture_output=True,
        text=True,
        check=False,
    )
    file = out / "journal.jsonl"
    if not file.exists():
        raise InputRefused(f"The run did not come to a journal: {done.stderr.strip()}")
    return file.read_text(encoding="utf-8").splitlines()
