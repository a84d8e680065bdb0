"""Two runs of one seed in two processes, and the first event in which they differ (SIM-01)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve

from saksgang.errors import InputRefused
from saksgang_sim import twins
from saksgang_sim.twins import WORLDS, first_difference
from tests.sim.garden import garden_in
from tests.sim.running import said

COUNTS = ('    return ""\n', '    import os\n    return "x" * (os.environ["TZ"] == "UTC" and view_is_late())\n')
NOW = (
    "def secret():",
    "CALLS = []\n\n\ndef view_is_late():\n    CALLS.append(1)\n    return len(CALLS) > 2\n\n\ndef secret():",
)


def compared(one: list[str], other: list[str]) -> str | None:
    return twins._compared([f"{line}\n" for line in one], [f"{line}\n" for line in other], 5)


def test_sim_01_equal_journals_have_no_first_difference() -> None:
    """Also empty ones."""
    assert compared([], []) is None
    assert compared(["a", "b"], ["a", "b"]) is None


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        (["a"], ["b"], ["Event 1 differs between two runs of seed 5.", "< a", "> b"]),
        (["a", "b", "x"], ["a", "c", "x"], ["Event 2 differs between two runs of seed 5.", "  a", "< b", "> c"]),
        (
            list("abcdef"),
            list("abcdeg"),
            ["Event 6 differs between two runs of seed 5.", "  c", "  d", "  e", "< f", "> g"],
        ),
        (["a"], ["a", "b"], ["Event 2 differs between two runs of seed 5.", "  a", "< no event any more", "> b"]),
        (["a", "b"], ["a"], ["Event 2 differs between two runs of seed 5.", "  a", "< b", "> no event any more"]),
    ],
)
def test_sim_01_the_first_difference_is_told_with_what_came_before(
    one: list[str], other: list[str], told: list[str]
) -> None:
    """Its number, three events before it, and both versions; the shorter one just ends."""
    assert str(compared(one, other)).splitlines() == told


def test_sim_01_the_two_worlds_differ_in_all_that_must_not_matter() -> None:
    """Hash seed, time zone, language and locale."""
    one, other = WORLDS

    assert set(one) == set(other) == {"PYTHONHASHSEED", "TZ", "LANG", "LC_ALL"}
    assert all(one[name] != other[name] for name in one)


def test_sim_01_a_difference_late_in_the_run_is_found(tmp_path: Path) -> None:
    """A plugin that looks at the time zone from its third case on differs there and not before."""
    scenario = garden_in(tmp_path, COUNTS, NOW)
    told = first_difference(str(scenario.path), scenario)

    assert told is not None
    assert next(line for line in told.splitlines() if '"facts":{"hint":"x"}' in line).startswith('< {"id":"garden:')
    assert '"task":"GAR-2026-00003/task-1"' in told.splitlines()[-1]


def test_sim_01_a_run_that_does_not_come_to_its_end_is_no_proof(tmp_path: Path) -> None:
    """Two runs that crash alike are not reported as the same journal."""
    crash = ("    yield CompleteTask", "    raise KeyError('no such plot')\n    yield CompleteTask")
    scenario = garden_in(tmp_path, crash)

    with pytest.raises(InputRefused, match=r"A run of seed 1 did not come to its end: (?s:.*)no such plot"):
        first_difference(str(scenario.path), scenario)


def test_sim_01_seed_and_months_are_those_asked_for(tmp_path: Path) -> None:
    """Not those of the file: each of the two runs is the one that was asked for."""
    scenario = garden_in(tmp_path, seed=1)
    journal = twins._journal(str(scenario.path), evolve(scenario, seed=2, months=2), tmp_path / "run", WORLDS[1])
    told = json.loads((tmp_path / "run" / "summary.json").read_text(encoding="utf-8"))

    assert journal == tmp_path / "run" / "journal.jsonl"
    assert (told["seed"], told["until"]) == (2, "2026-06-13")
    assert told["digest"] == said("simulate", scenario.path, "--seed", 2, "--months", 2).digest
