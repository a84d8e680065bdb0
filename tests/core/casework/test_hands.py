"""Whose hands an act is (COR-02, COR-03, COR-04, COR-12)."""

from __future__ import annotations

import pytest

from saksgang.casework.hands import ACTS, HOUSE
from saksgang.commands import (
    COMMANDS,
    AmendCase,
    Command,
    CompleteLetter,
    CompleteTask,
    CreateTask,
    MeetDeadline,
    OpenLetter,
    ReportLetterAvailable,
    SendLetter,
    StartDeadline,
    StopLetter,
    WriteNote,
)
from tests.core.casework.ground import CASE, Ground, ground

LETTER = f"{CASE}/letter-1"
OPEN_TO_ALL = {"OpenCase", "OpenLetter", "RecordContact", "SubmitDocument"}
NOT_DECIDED = {"RetryHandling"}


def busy() -> Ground:
    """A case with a task, a letter that lies in a mailbox, and a deadline."""
    office = ground(CreateTask("reply", CASE, owner="kari"), StartDeadline("answer", CASE, {"due": "2 days"}))
    office.letter(CompleteLetter, template="kvittering")
    office.do(SendLetter(LETTER))
    office.do(ReportLetterAvailable(LETTER), "system:mailbox")
    return office


@pytest.mark.parametrize("actor", ["citizen:1", "institution:barnehage", "service:kommune", "nobody"])
@pytest.mark.parametrize(
    ("command", "rule"),
    [
        (AmendCase(CASE, {"a": 1}), "COR-02"),
        (WriteNote(CASE, "Hei."), "COR-02"),
        (CompleteTask(f"{CASE}/task-1", "done"), "COR-03"),
        (StopLetter(LETTER, "r"), "COR-04"),
        (MeetDeadline(f"{CASE}/deadline-1", "r"), "COR-12"),
    ],
)
def test_cor_02_an_act_of_the_office_is_nobody_elses(command: Command, rule: str, actor: str) -> None:
    """Whoever comes from outside sends documents; they do not complete, stop or write for the office."""
    office = busy()
    name = type(command).__name__

    assert office.refused(command, actor) == (
        f"{name} is an act of the office; {actor} is neither of its staff nor a rule. [{rule}]"
    )


def test_cor_04_a_service_stops_no_letter_and_the_municipalitys_systems_keep_what_they_bring() -> None:
    """A print service reports; an archive may write a note."""
    office = busy()

    assert office.refused(StopLetter(LETTER, "r"), "system:print").endswith("[COR-04]")
    assert office.do(WriteNote(CASE, "Fra arkivet."), "system:arkiv")
    assert office.do(StopLetter(LETTER, "r"), "staff:kari")


@pytest.mark.parametrize("actor", ["staff:kari", "citizen:2", "institution:party-1"])
def test_cor_04_a_letter_is_opened_by_whom_it_is_for(actor: str) -> None:
    """Else a look of somebody else would keep it from being printed; the mailbox may tell of the opening."""
    office = busy()

    assert office.refused(OpenLetter(LETTER), actor) == (
        f"Letter {LETTER} is for party-1, who alone can open it, not {actor}. [COR-04]"
    )
    assert office.do(OpenLetter(LETTER), "system:mailbox")


def test_cor_22_of_every_command_it_is_known_whose_it_is() -> None:
    """A new one has to be given its place here."""
    assert {each.__name__ for each in COMMANDS.values()} - {each.__name__ for each in ACTS} == OPEN_TO_ALL | NOT_DECIDED
    assert {hands for _, hands in ACTS.values()} == {HOUSE, HOUSE[:-1]}
