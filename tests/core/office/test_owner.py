"""A command concerns the routine of the case, task, letter, deadline or document that it names."""

from __future__ import annotations

import pytest

from saksgang.commands import (
    COMMANDS,
    AmendCase,
    CancelTask,
    Command,
    CompleteLetter,
    CreateTask,
    DraftLetter,
    OpenCase,
    PauseDeadline,
    RecordContact,
    RegisterDocument,
    ReportAbsence,
    RetryHandling,
    SendLetter,
    StartDeadline,
    SubmitDocument,
)
from saksgang.events import HandlingFailed
from saksgang.office.owner import owner_of
from tests.core.casework.ground import CASE, Ground, ground


def busy() -> Ground:
    """One of everything that has an id."""
    office = ground(
        CreateTask("reply", CASE),
        CreateTask("reply", routine="bygg"),
        DraftLetter(CASE, "kvittering", "party-1"),
        StartDeadline("answer", CASE, {"due": "1 day"}),
        SubmitDocument("bygg", "s", "p", "Søknad"),
        SubmitDocument("bygg", "s", "p", "Søknad"),
        RegisterDocument("bygg/document-2", "Søknad", case=CASE),
    )
    office.tell(HandlingFailed("bygg", CASE, "bygg/failure-9", "bygg", "respond", "bygg:1", "x"))
    return office


@pytest.mark.parametrize(
    ("command", "owner"),
    [
        (AmendCase(CASE, {}), ("bygg", CASE)),
        (CreateTask("reply", CASE, routine="vei"), ("bygg", CASE)),
        (CreateTask("reply", routine="vei"), ("vei", "")),
        (CancelTask(f"{CASE}/task-1", "r"), ("bygg", CASE)),
        (CancelTask("bygg/task-1", "r"), ("bygg", "")),
        (SendLetter(f"{CASE}/letter-1"), ("bygg", CASE)),
        (PauseDeadline(f"{CASE}/deadline-1", "r"), ("bygg", CASE)),
        (RegisterDocument("bygg/document-1", "s", case_type="Søknad"), ("bygg", "")),
        (RegisterDocument("bygg/document-2", "s"), ("bygg", CASE)),
        (RegisterDocument("bygg/document-1", "s", case=CASE), ("bygg", CASE)),
        (RetryHandling("bygg/failure-9"), ("bygg", CASE)),
        (OpenCase("vei", "Sak", "p"), ("vei", "")),
        (SubmitDocument("vei", "s", "p", "c"), ("vei", "")),
        (RecordContact("vei", "p", "in", "letter", "x"), ("vei", "")),
        (RecordContact("vei", "p", "in", "letter", "x", CASE), ("bygg", CASE)),
        (ReportAbsence("kari", None, None, ""), ("", "")),  # type: ignore[arg-type]
        (CompleteLetter("X"), ("", "")),
        (AmendCase("X", {}), ("", "")),
    ],
)
def test_plg_04_the_owner_of_a_command(command: Command, owner: tuple[str, str]) -> None:
    """Routine and case; neither where there is none, or where what it names is not there."""
    assert owner_of(command, busy().state) == owner


def test_plg_04_every_command_of_casework_names_its_owner() -> None:
    """By an id or by its routine; only what is reported of the staff concerns no routine."""
    names = {"case", "task", "letter", "deadline", "document", "failure", "request", "routine"}
    homeless = {name for name, kind in COMMANDS.items() if not names & {*kind.__annotations__}}

    assert homeless == {"ReportAbsence", "ReportDeparture", "ReportReturn"}
