"""Which faults are on: read from a file or the command line, or drawn by the seed (SIM-05, COR-22)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve

from saksgang.errors import ConfigurationRefused, InputRefused
from saksgang.legaltime import Almanac
from saksgang_sim.faults.clock_change import days_to_change, next_change, odd_hours
from saksgang_sim.faults.kinds import KINDS
from saksgang_sim.faults.plan import FaultPlan, named
from saksgang_sim.faults.swarm import disturbed, told
from saksgang_sim.reading import read_scenario
from tests.sim.worlds import scenario_in

SMALL = evolve(read_scenario("small"), days=30)


def test_sim_05_a_scenario_says_which_faults_are_on(tmp_path: Path) -> None:
    """With their rates and the quiet days; a rate of 0 is off."""
    scenario = scenario_in(tmp_path, more="[faults]\nprint_lost = 0.5\nkilled = 0\nquiet_days = 3")

    assert scenario.faults == FaultPlan({"print_lost": 0.5}, 3)
    assert scenario_in(tmp_path).faults == FaultPlan({}, 10)


@pytest.mark.parametrize(
    ("line", "told_of"),
    [
        ("print_lots = 0.5", 'faults.print_lots: There is no fault "print_lots". Did you mean "print_lost"?'),
        ("print_lost = 1.5", "faults.print_lost: Here stands 1.5, expected 0 to 1."),
        ("quiet_days = 0", "faults.quiet_days: Here stands 0, expected 1 to 600."),
    ],
)
def test_cor_22_a_wrong_table_of_faults_is_refused(tmp_path: Path, line: str, told_of: str) -> None:
    """In one clear sentence each."""
    with pytest.raises(ConfigurationRefused) as refused:
        scenario_in(tmp_path, more=f"[faults]\n{line}")

    assert any(told_of in problem for problem in refused.value.problems)


def test_sim_05_the_command_line_names_faults_with_and_without_rates() -> None:
    """What is said without a rate has its own; the quiet days of the scenario stay; ``none`` turns all off."""
    before = FaultPlan({"killed": 0.1}, 4)

    assert named("print_lost, mailbox_refuses=0.5", before) == FaultPlan(
        {"mailbox_refuses": 0.5, "print_lost": KINDS["print_lost"].rate}, 4
    )
    assert named("none", before) == FaultPlan({}, 4)


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("print_lots", 'There is no fault "print_lots". Did you mean "print_lost"?'),
        ("print_lost=2", 'The rate of print_lost is "2"; write a number from 0 to 1, such as print_lost=0.2.'),
        ("print_lost=often", 'The rate of print_lost is "often"'),
        ("", 'There is no fault "".'),
    ],
)
def test_cor_22_what_names_no_fault_is_refused(text: str, told_of: str) -> None:
    """With the nearest name, or what a rate looks like."""
    with pytest.raises(InputRefused, match=r"fault|rate") as refused:
        named(text, FaultPlan())

    assert told_of in str(refused.value)


def test_cor_22_faults_in_a_run_of_quiet_days_only_are_refused() -> None:
    """There would be no day on which one could strike."""
    with pytest.raises(InputRefused, match="Faults end 10 days before the end of a run, and this one has 10 days"):
        disturbed(evolve(SMALL, days=10), "killed")


def test_sim_05_a_plan_reads_back_as_it_is_said() -> None:
    """What a swarm draws is rounded, so that named one by one the faults are the same to the last digit."""
    drawn = disturbed(evolve(SMALL, seed=3), "swarm").faults

    assert str(drawn) == "swarm"
    assert named(str(evolve(drawn, drawn=False)), FaultPlan()) == evolve(drawn, drawn=False)


def test_sim_05_every_kind_is_on_in_a_fifth_of_all_swarms_and_never_above_its_highest_rate() -> None:
    """Over 300 seeds; many are on in some, few in others, and all seasons come."""
    swarms = [disturbed(evolve(SMALL, seed=seed), "swarm") for seed in range(300)]
    counts = [len(each.faults.rates) for each in swarms]

    for kind in KINDS.values():
        rates = [each.faults.rates[kind.name] for each in swarms if kind.name in each.faults.rates]
        assert len(rates) >= 60, kind.name
        assert 0 < min(rates) <= max(rates) <= kind.most
    assert min(counts) < 8
    assert max(counts) > 20
    assert {each.start.month for each in swarms} == set(range(1, 13))


def test_sim_05_the_clocks_change_within_the_disturbed_days() -> None:
    """A run with ``summer_time`` begins a week before unless they change anyway; both nights are the right ones."""
    almanac = Almanac("NO")
    moved = disturbed(SMALL, "summer_time")
    there = disturbed(evolve(SMALL, start=dt.date(2026, 3, 20)), "summer_time")

    assert (moved.start, there.start) == (dt.date(2026, 10, 18), dt.date(2026, 3, 20))
    assert next_change(dt.date(2026, 1, 1), almanac) == dt.date(2026, 3, 29)
    assert days_to_change(dt.date(2026, 10, 25), almanac) == 0
    first, last = odd_hours(dt.date(2026, 10, 25))
    assert [almanac.local(at).strftime("%H:%M %z") for at in (first, last)] == ["02:00 +0200", "03:00 +0100"]


def test_sim_05_what_was_drawn_is_told() -> None:
    """Until when faults strike, and each with its rate; nothing where nothing is on."""
    lines = told(disturbed(evolve(SMALL, start=dt.date(2026, 5, 4)), "killed=0.25"))

    assert lines == ["Faults from 2026-05-04 to 2026-05-24, none to 2026-06-03:", "  killed  0.25 per day"]
    assert told(SMALL) == []
