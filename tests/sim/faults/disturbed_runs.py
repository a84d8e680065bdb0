"""Short runs of shipped scenarios under faults, and what broke in them."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import evolve

from saksgang.checks import Verdict
from saksgang.journal import MemoryJournal
from saksgang_sim.faults.swarm import disturbed
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import read_scenario
from saksgang_sim.run import Outcome, prepare

__all__ = ["broken", "ran"]


def ran(scenario: str, faults: str, *, seed: int = 1, days: int = 35) -> tuple[Outcome, MemoryJournal]:
    """A shipped scenario for so many days under faults, and its journal."""
    journal = MemoryJournal()
    plan = plan_of(disturbed(evolve(read_scenario(scenario), seed=seed, days=days), faults), journal)
    return prepare(plan).go(), journal


def broken(verdicts: Iterable[Verdict]) -> list[tuple[str, str]]:
    """Each safety and liveness check that was violated, with the first violation."""
    return [
        (verdict.id, verdict.violations[0].sentence)
        for verdict in verdicts
        if verdict.status == "violated" and verdict.kind in ("safety", "liveness")
    ]
