"""Answers of no use: what they look like, and that nothing is decided by them (SIM-05)."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from saksgang.events import HandlingFailed, TaskCreated
from saksgang_sim.faults.garbling import GARBLINGS, garbled
from saksgang_sim.faults.kinds import KINDS
from saksgang_sim.faults.swarm import disturbed
from saksgang_sim.luck import Luck
from saksgang_sim.reading import read_scenario
from tests.sim.faults.disturbed_runs import broken, ran

ANSWER: dict[str, Any] = {
    "pay": "24000.00",
    "married": True,
    "children": 2,
    "found": {"GJE-1": {"F-1": {"found": "paid", "amount": 500}}},
}


@pytest.mark.parametrize(
    ("way", "told"),
    [
        ("nothing", {}),
        (
            "of another type",
            {
                "pay": ["24000.00"],
                "married": "?",
                "children": "?",
                "found": {"GJE-1": {"F-1": {"found": ["paid"], "amount": "?"}}},
            },
        ),
        (
            "below zero",
            {
                "pay": "-24000.001",
                "married": -2,
                "children": -3,
                "found": {"GJE-1": {"F-1": {"found": "paid", "amount": -501}}},
            },
        ),
        (
            "no date",
            {
                "pay": "2026-02-30",
                "married": "2026-02-30",
                "children": "2026-02-30",
                "found": {"GJE-1": {"F-1": {"found": "2026-02-30", "amount": "2026-02-30"}}},
            },
        ),
    ],
)
def test_sim_05_an_answer_of_no_use_has_what_cannot_be(way: str, told: dict[str, Any]) -> None:
    """Nothing, another type, below zero or a date that does not exist, within tables too."""
    assert GARBLINGS[way](ANSWER, Luck(1)) == told


def test_sim_05_half_an_answer_lacks_fields_at_any_depth() -> None:
    """What is left is as it was."""
    halves = [GARBLINGS["half"](ANSWER, Luck(seed)) for seed in range(50)]

    assert all(half.items() <= {**ANSWER, "found": half.get("found")}.items() for half in halves)
    assert {len(half) for half in halves} == {0, 1, 2, 3, 4}
    assert any(half.get("found") == {"GJE-1": {}} for half in halves)


def test_sim_05_an_answer_of_no_use_is_never_the_answer_itself() -> None:
    """The same luck gives the same, and all ways come."""
    told = [garbled({"found": "paid"}, Luck(seed)) for seed in range(60)]

    assert {"found": "paid"} not in told
    assert told == [garbled({"found": "paid"}, Luck(seed)) for seed in range(60)]
    assert {str(each) for each in told} == {"{}", "{'found': ['paid']}", "{'found': '2026-02-30'}"}


@pytest.mark.parametrize(
    ("scenario", "days", "task"),
    [
        ("benefits", 45, "unclear_answer"),
        ("long_term_monitoring", 60, "finance_unclear"),
        ("home_care_messages", 30, ""),
    ],
)
def test_sim_05_answers_of_no_use_are_told_to_somebody_and_fail_nobody(scenario: str, days: int, task: str) -> None:
    """Where every answer is of no use, no rule breaks, no routine fails, and there is work that says so."""
    outcome, journal = ran(scenario, "registers_garbled=1", days=days)

    assert outcome.struck["registers_garbled"] > 0
    assert broken(outcome.verdicts) == []
    assert not [each for each in journal if isinstance(each.event, HandlingFailed)]
    if task:
        assert any(isinstance(each.event, TaskCreated) and each.event.kind == task for each in journal)


def test_sim_05_a_swarm_draws_the_other_kinds_as_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same rates and in the same season: luck goes by name."""
    worlds = [evolve(read_scenario("small"), days=30, seed=seed) for seed in range(50)]
    drawn = [disturbed(world, "swarm") for world in worlds]
    others = {name: kind for name, kind in KINDS.items() if name != "registers_garbled"}
    monkeypatch.setattr("saksgang_sim.faults.swarm.KINDS", others)

    for world, beside in zip(worlds, drawn, strict=True):
        without = disturbed(world, "swarm")
        rates = {name: rate for name, rate in beside.faults.rates.items() if name in others}
        assert (rates, beside.start) == (without.faults.rates, without.start)
    assert 10 <= sum("registers_garbled" in each.faults.rates for each in drawn) <= 40


def test_sim_05_a_further_kind_changes_nobody_elses_luck() -> None:
    """The other kinds strike as often with it on as without, in a world that it has nothing to strike at."""
    without, _ = ran("small", "mailbox_refuses,print_lost,receipts_late,staff_sick_at_work", days=30)
    beside, _ = ran("small", "mailbox_refuses,print_lost,receipts_late,staff_sick_at_work,registers_garbled", days=30)

    assert "registers_garbled" in KINDS
    assert beside.struck == {**without.struck, "registers_garbled": 0}
    assert beside.digest == without.digest
