"""``saksgang faults``, and ``simulate`` with ``--faults``, ``--days`` and ``--start`` (CLI-01, CLI-03, SIM-05)."""

from __future__ import annotations

import pytest

from saksgang.exits import Exit
from saksgang_sim.faults.kinds import KINDS
from tests.sim.running import repeated, said


def test_sim_05_every_fault_is_listed_with_its_sentence_and_rate() -> None:
    """On a line each, and as data with ``--json``."""
    answer, data = said("faults"), said("faults", "--json").data

    assert answer.code == Exit.HELD
    assert [line.split()[0] for line in answer.out.splitlines()] == list(KINDS)
    assert "The electronic mailbox refuses an order. (0.3 per order)" in answer.out
    assert [(row["name"], row["rate"]) for row in data] == [(kind.name, kind.rate) for kind in KINDS.values()]


def test_sim_05_what_a_swarm_drew_is_said_first_and_what_struck_afterwards() -> None:
    """On stderr before the run, as messages are; the report has the counts, and ``--json`` too."""
    answer = said("simulate", "small", "--days", 25, "--seed", 4, "--faults", "swarm")
    data = said("simulate", "small", "--days", 25, "--seed", 4, "--faults", "swarm", "--json").data

    assert answer.err.splitlines()[1].startswith("Faults drawn by the seed from 20")
    assert "Faults struck: " in answer.out
    assert data["faults"]["drawn"]
    assert data["faults"]["struck"].keys() == data["faults"]["rates"].keys()
    assert set(data["faults"]["rates"]) == {line.split()[0] for line in answer.err.splitlines() if line[:2] == "  "}


def test_cli_03_a_disturbed_run_is_repeated_by_its_last_line() -> None:
    """With days, first day and faults, so that the season that a swarm drew comes again."""
    answer = said("simulate", "small", "--days", 12, "--seed", 8, "--faults", "swarm")
    again = repeated(answer)

    assert answer.code == again.code == Exit.NOT_REACHED
    assert " --days 12 --start 20" in answer.err.splitlines()[-1]
    assert answer.err.splitlines()[-1].endswith(" --faults swarm")
    assert answer.digest == again.digest != ""


def test_sim_01_a_disturbed_run_is_twice_the_same() -> None:
    """In two processes that differ in all that must not matter, restarts included."""
    faults = "killed=0.3,mailbox_refuses,receipts_late,inbound_twice,staff_sick_at_work"
    answer = said("simulate", "small", "--days", 15, "--faults", faults, "--check-determinism")

    assert answer.out == "Twice the same journal, to the byte: small, seed 7.\n"


def test_sim_05_each_of_many_runs_draws_its_own_swarm() -> None:
    """And together they tell what struck and which rare places none came to."""
    answer = said("simulate", "small", "--days", 12, "--runs", 3, "--faults", "swarm")
    data = said("simulate", "small", "--days", 12, "--runs", 3, "--faults", "swarm", "--json").data
    alone = said("simulate", "small", "--days", 12, "--seed", 9, "--faults", "swarm", "--json").data

    assert data["runs"][2]["digest"] == alone["digest"]
    assert "  never: " in answer.out
    assert set(alone["faults"]["rates"]) <= set(data["faults"]["struck"])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--days", 5, "--months", 1), "name --months or --days"),
        (("--faults", "print_lots"), 'There is no fault "print_lots". Did you mean "print_lost"?'),
        (("--days", 10, "--faults", "killed"), "Faults end 10 days before the end of a run, and this one has 10 days"),
    ],
)
def test_cli_02_what_cannot_be_is_wrong_usage(words: tuple[object, ...], told: str) -> None:
    """In one clear sentence, before anything runs."""
    answer = said("simulate", "small", *words)

    assert answer.code == Exit.USAGE
    assert told in answer.err
    assert "Traceback" not in answer.err
