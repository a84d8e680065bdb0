"""Goals that a run is too short for: it proves nothing about them and says so, but has not failed by them (CLI-02)."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from saksgang.checks import Verdict
from saksgang_sim.scenario import Scenario

__all__ = ["in_time", "needs_months"]


def in_time(verdicts: Iterable[Verdict], scenario: Scenario) -> tuple[Verdict, ...]:
    """The verdicts, in which goals that the run is too short for were not put to the test."""
    return tuple(
        evolve(verdict, status="not put to the test") if _short(verdict, scenario) else verdict for verdict in verdicts
    )


def needs_months(verdict: Verdict, scenario: Scenario) -> int:
    """How long a run has to be to meet this goal, where it was not met and the run is shorter; else 0."""
    return scenario.goals[verdict.id] if _short(verdict, scenario) else 0


def _short(verdict: Verdict, scenario: Scenario) -> bool:
    return verdict.kind == "reach" and not verdict.judged and scenario.too_short_for(verdict.id)
