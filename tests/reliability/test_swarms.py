"""Swarms of faults over whole municipalities: no rule breaks, and in the end all gets on (SIM-05)."""

from __future__ import annotations

import pytest

from tests.sim.faults.disturbed_runs import broken, ran


@pytest.mark.parametrize("seed", range(1, 13))
@pytest.mark.parametrize("scenario", ["small", "benefits"])
def test_sim_05_a_swarm_in_one_routine_breaks_nothing(scenario: str, seed: int) -> None:
    """Thirty-five days each, of which ten are quiet."""
    outcome, _ = ran(scenario, "swarm", seed=seed)

    assert sum(outcome.struck.values()) > 0
    assert broken(outcome.verdicts) == []
    assert not outcome.tally.failures


@pytest.mark.parametrize("seed", [2, 5, 12])
def test_sim_05_a_swarm_over_everything_breaks_nothing(seed: int) -> None:
    """All five routines side by side; these seeds found bugs, and stay."""
    outcome, _ = ran("everything", "swarm", seed=seed, days=30)

    assert broken(outcome.verdicts) == []
    assert not outcome.tally.failures
