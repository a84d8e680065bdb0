"""People who try what they may not: where every rule stands nothing comes of it, where one is missing it is found."""

from __future__ import annotations

from importlib import import_module

import pytest
from attrs import evolve

from saksgang.commands import CancelTask, Command, MeetDeadline, OpenCase
from saksgang.journal import MemoryJournal
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import read_scenario
from saksgang_sim.run import Outcome, prepare
from tests.reliability.take_away import losses

ROUTINES = ("benefits", "contact_registration", "home_care_messages", "long_term_monitoring", "ppt_intake")


def lived(scenario: str, mischief: float) -> Outcome:
    """A month of the scenario, with so much mischief."""
    read = read_scenario(scenario)
    chosen = evolve(read, months=1, staffing=evolve(read.staffing, mischief=mischief))
    return prepare(plan_of(chosen, MemoryJournal())).go()


def red(outcome: Outcome) -> set[str]:
    return {verdict.id for verdict in outcome.verdicts if verdict.status == "violated"}


@pytest.mark.parametrize("routine", ROUTINES)
def test_sim_04_mischief_that_is_refused_changes_no_byte(routine: str) -> None:
    """Whether somebody tries what is refused at every piece of work or never, the journal is the same."""
    never, always = lived(routine, 0.0), lived(routine, 1.0)

    assert never.tally.events > 100
    assert never.digest == always.digest
    assert never.refusals == always.refusals


@pytest.mark.parametrize(
    ("routine", "command", "check"),
    [
        ("ppt_intake", CancelTask, "ppt-everything-is-done-by-who-may"),
        ("ppt_intake", MeetDeadline, "ppt-everything-is-done-by-who-may"),
        ("benefits", OpenCase, "ben-cases-begin-with-a-document"),
        ("home_care_messages", CancelTask, "msg-nothing-is-ticked-off"),
        ("contact_registration", OpenCase, "reg-everything-is-done-by-who-may"),
    ],
)
def test_sim_06_mischief_that_nobody_refuses_is_found(
    routine: str, command: type[Command], check: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one refusal taken away the check is red; it is the mischief that shows it."""
    monkeypatch.delitem(import_module(f"saksgang_{routine}.routine").VETS, command)

    assert check in red(lived(routine, 0.5))
    assert check not in red(lived(routine, 0.0))


@pytest.mark.parametrize("routine", ROUTINES)
def test_sim_06_every_decision_and_refusal_can_be_taken_away(routine: str) -> None:
    """The campaign knows each by a name of its own, and each function that words a refusal besides."""
    table = import_module(f"saksgang_{routine}.routine")
    known = losses(routine, parts=False)

    assert len(known) == sum(map(len, table.ANSWERS.values())) + len(table.VETS)
    assert known.keys() < losses(routine, parts=True).keys()
