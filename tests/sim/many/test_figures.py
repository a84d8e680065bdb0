"""The figures that runs are compared by (SIM-09)."""

from __future__ import annotations

from saksgang.events import DeadlineMet, DeadlineMissed
from saksgang_sim.many.desks import Desks
from saksgang_sim.many.figures import Figure, figures
from tests.sim.outcomes import NOON, counted, outcome


def came(kind: str) -> DeadlineMissed:
    """A plain due time went by."""
    return DeadlineMissed("garden", "GAR-1", "d-1", kind, "", "due", NOON)


def test_sim_09_a_reminder_is_no_deadline_that_was_missed() -> None:
    """It is counted where it came; what waits for the office is missed, were it never met."""
    ended = DeadlineMet("garden", "GAR-1", "d-2", "ring", "", "due", NOON, "done")
    found = figures(outcome(counted([came("ring"), came("ring"), ended, came("svar")], ["garden.svar"])), Desks())

    assert found == {
        Figure("Deadlines", "garden.svar.due", "share met"): 0,
        Figure("Deadlines", "garden.svar.due", "missed"): 1,
        Figure("Reminders", "garden.ring.due", "came"): 2,
    }
