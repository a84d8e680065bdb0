"""Garbage in cycles is looked for seldom while a run goes on, for there is none (SIM-12)."""

from __future__ import annotations

import gc

import pytest

from saksgang_sim.collecting import SELDOM, collecting_seldom


def test_sim_12_thresholds_are_high_within_and_as_before_afterwards() -> None:
    """Also when what goes on within is broken off."""
    before = gc.get_threshold()

    with collecting_seldom():
        assert gc.get_threshold() == SELDOM
    assert gc.get_threshold() == before

    with pytest.raises(KeyboardInterrupt), collecting_seldom():
        raise KeyboardInterrupt
    assert gc.get_threshold() == before
