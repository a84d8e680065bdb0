"""Each fault alone: it strikes, no rule breaks under it, and what it hung up gets on when it is over (SIM-05)."""

from __future__ import annotations

import pytest

from saksgang_sim.faults.kinds import KINDS
from tests.sim.faults.disturbed_runs import broken, ran

# Where a kind has more to strike at than at PPT: a scenario and a rate at which a month is enough.
BUSIER = {
    "services_refuse": ("benefits", 0.3),
    "services_silent": ("benefits", 0.3),
    "registers_stale": ("everything", 1.0),
    "registers_contradict": ("benefits", 0.4),
    "registers_garbled": ("benefits", 0.4),
    "finance_down": ("benefits", 0.5),
    "swizzle": ("benefits", 0.3),
    "inbound_after_closing": ("home_care_messages", 0.3),
    "staff_quits": ("small", 0.05),
    "staff_all_sick": ("small", 0.2),
    "killed_sending": ("small", 0.2),
    "undeliverable": ("small", 0.2),
    "print_lost": ("small", 0.6),
    "print_twice": ("small", 0.6),
    "print_late": ("small", 0.6),
}


@pytest.mark.parametrize("kind", KINDS)
def test_sim_05_a_fault_alone_strikes_and_breaks_nothing(kind: str) -> None:
    """At least once within a month; no safety check is violated, and no liveness check when it has been over."""
    scenario, rate = BUSIER.get(kind, ("small", KINDS[kind].rate))
    outcome, _ = ran(scenario, f"{kind}={rate}")

    assert outcome.struck[kind] > 0
    assert broken(outcome.verdicts) == []
    assert not outcome.tally.failures
