"""README's picture of a run shows the run as it is today."""

from __future__ import annotations

from pathlib import Path

from saksgang.journal import MemoryJournal
from saksgang_sim import terminal
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import read_scenario
from saksgang_sim.run import prepare

PICTURE = Path(__file__).parents[2] / "docs" / "run.svg"


def test_sim_09_the_picture_ends_with_the_digest_and_verdict_of_todays_run() -> None:
    """Whoever changes what happens in the shipped scenario draws it anew: ``python docs/make_picture.py``."""
    *_, seed, verdict = terminal.lines(prepare(plan_of(read_scenario("ppt_intake"), MemoryJournal())).go())
    drawn = PICTURE.read_text(encoding="utf-8").replace("&#160;", " ")

    assert seed in drawn
    assert verdict in drawn
