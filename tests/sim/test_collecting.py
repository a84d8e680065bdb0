"""Garbage in cycles is looked for seldom while a run goes on, for there is none (SIM-12)."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from saksgang.journal import MemoryJournal
from saksgang_sim.collecting import SELDOM, collecting_seldom
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
def test_sim_12_what_a_run_made_is_not_looked_through_at_its_end() -> None:
    """It counts as old, and waits for the next time that everything is looked at."""
    with collecting_seldom():
        made = [[] for _ in range(SELDOM[0])]  # type: ignore[var-annotated]

    assert gc.get_count()[0] < len(made)
    assert gc.get_freeze_count() == 0


def test_sim_12_thresholds_are_high_within_and_as_before_afterwards() -> None:
    """Also when what goes on within is broken off."""
    before = gc.get_threshold()

    with collecting_seldom():
        assert gc.get_threshold() == SELDOM
    assert gc.get_threshold() == before

    with pytest.raises(KeyboardInterrupt), collecting_seldom():
        raise KeyboardInterrupt
    assert gc.get_threshold() == before
