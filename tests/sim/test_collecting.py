"""Garbage in cycles is looked for seldom while a run goes on, for there is none (SIM-12)."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from saksgang.journal import MemoryJournal
from saksgang_sim.collecting import SELDOM, collecting_seldom
from saksgang_sim.many.running import judged
from saksgang_sim.putting import plan_of
from saksgang_sim.run import prepare
from tests.sim.worlds import scenario_in


@pytest.fixture
def by_hand() -> Iterator[None]:
    """Garbage is looked for when a test says so."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("by_hand")
def test_sim_12_a_run_leaves_no_garbage_in_cycles(tmp_path: Path) -> None:
    """Less than an object for a hundred events, while the run and its outcome are still there."""
    run = prepare(plan_of(scenario_in(tmp_path), MemoryJournal()))
    gc.collect()
    outcome = run.go()

    assert gc.collect() < outcome.tally.events / 100


@pytest.mark.usefixtures("by_hand")
def test_sim_12_of_a_run_among_many_nothing_stays_in_memory(tmp_path: Path) -> None:
    """The next run in the same process finds no more objects than this one did."""
    judged(scenario_in(tmp_path))
    before = len(gc.get_objects())
    result = judged(scenario_in(tmp_path))

    assert len(gc.get_objects()) - before < result.events / 10


def test_sim_12_thresholds_are_high_within_and_as_before_afterwards() -> None:
    """Also when what goes on within is broken off."""
    before = gc.get_threshold()

    with collecting_seldom():
        assert gc.get_threshold() == SELDOM
    assert gc.get_threshold() == before

    with pytest.raises(KeyboardInterrupt), collecting_seldom():
        raise KeyboardInterrupt
    assert gc.get_threshold() == before
