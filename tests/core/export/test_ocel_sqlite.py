"""OCEL 2.0 in SQLite: the tables of the specification, and what stands in them (SIM-10)."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from saksgang.commands import (
    AssignCase,
    ChangeStatus,
    CompleteLetter,
    CompleteTask,
    CreateTask,
    DraftLetter,
    RegisterDocument,
    StartDeadline,
    SubmitDocument,
)
from saksgang.events import EVENTS, StatusChanged
from tests.core.export.logs import everything, exported, journal_of, lived
from tests.core.small_office import NUMBER, SmallOffice

CASE = "SAK-2026-00001"
FIRST = "1970-01-01T00:00:00.000Z"
MAPS = {
    "event_map_type": ["ocel_type"],
    "object_map_type": ["ocel_type"],
    "event": ["ocel_id"],
    "object": ["ocel_id"],
    "event_object": ["ocel_event_id", "ocel_object_id", "ocel_qualifier"],
    "object_object": ["ocel_source_id", "ocel_target_id", "ocel_qualifier"],
}
THINGS = ["case", "contact", "deadline", "document", "failure", "letter", "note", "party", "request", "staff", "task"]


def rows(path: Path, statement: str, *values: object) -> list[Any]:
    """The rows of a query, a row of one column as its value."""
    with closing(sqlite3.connect(path)) as connection:
        return [row[0] if len(row) == 1 else row for row in connection.execute(statement, values)]


def keys(path: Path, table: str) -> list[str]:
    """The columns of a table's primary key."""
    return rows(path, "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", table)


def references(path: Path, table: str) -> set[tuple[str, str, str]]:
    """Column, table and column of every foreign key of a table."""
    return set(rows(path, 'SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)', table))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A log with an event of each type."""
    return exported(everything(), "ocel-sqlite", tmp_path_factory.mktemp("whole"))


@pytest.fixture(scope="module")
def spring(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document becomes a case with a task, a deadline and a letter; the task is done, the case closed."""
    return exported(lived(a_case), "ocel-sqlite", tmp_path_factory.mktemp("spring"))


def a_case(office: SmallOffice) -> None:
    """What happens in the small office."""
    sent = SubmitDocument("small", "citizen:1", "citizen:1", "Henvendelse", personal_number=NUMBER)
    document = office.do(sent, "citizen:1")
    office.do(RegisterDocument(document, "Henvendelse", case_type="Sak"), "staff:ola")
    office.do(AssignCase(CASE, "kari"), "staff:ola")
    office.do(StartDeadline("answer", CASE, {"norm": "2 working days"}, about=document))
    task = office.do(CreateTask("reply", case=CASE, owner="kari"))
    office.at("2026-04-01 12:00")
    office.do(CompleteLetter(office.do(DraftLetter(CASE, "svarbrev", "citizen:1", {"navn": "du"}))))
    office.do(CompleteTask(task, "done"))
    office.do(ChangeStatus(CASE, "avsluttet"))
    office.at("2026-04-08 12:00")


def test_sim_10_the_tables_are_those_of_the_specification(whole: Path) -> None:
    """The six shared ones, and one for each type of event and of thing, by the names in the maps."""
    events = rows(whole, "SELECT 'event_' || ocel_type_map FROM event_map_type")
    things = rows(whole, "SELECT 'object_' || ocel_type_map FROM object_map_type")

    assert sorted(events) == sorted(f"event_{name}" for name in EVENTS)
    assert sorted(things) == [f"object_{name}" for name in THINGS]
    assert sorted(rows(whole, "SELECT name FROM sqlite_master WHERE type = 'table'")) == sorted(
        [*MAPS, *events, *things]
    )


def test_sim_10_every_table_has_its_primary_key(whole: Path) -> None:
    """Of events and things their id; of what a thing was when, thing, time and what changed."""
    told = {name: keys(whole, name) for name in rows(whole, "SELECT name FROM sqlite_master WHERE type = 'table'")}

    assert {name: told[name] for name in MAPS} == MAPS
    assert {tuple(told[f"event_{name}"]) for name in EVENTS} == {("ocel_id",)}
    assert {tuple(told[f"object_{name}"]) for name in THINGS} == {("ocel_id", "ocel_time", "ocel_changed_field")}


def test_sim_10_every_table_has_its_foreign_keys(whole: Path) -> None:
    """From types to the maps, from relationships to events and things, from attributes to whose they are."""
    thing, event = ("object", "ocel_id"), ("event", "ocel_id")

    assert references(whole, "event") == {("ocel_type", "event_map_type", "ocel_type")}
    assert references(whole, "object") == {("ocel_type", "object_map_type", "ocel_type")}
    assert references(whole, "event_object") == {("ocel_event_id", *event), ("ocel_object_id", *thing)}
    assert references(whole, "object_object") == {("ocel_source_id", *thing), ("ocel_target_id", *thing)}
    assert {row for name in EVENTS for row in references(whole, f"event_{name}")} == {("ocel_id", *event)}
    assert {row for name in THINGS for row in references(whole, f"object_{name}")} == {("ocel_id", *thing)}


def test_sim_10_no_key_leads_nowhere(whole: Path, spring: Path) -> None:
    """SQLite finds every row that a foreign key names, and each event in the table of its type and there alone."""
    for path in (whole, spring):
        assert rows(path, "PRAGMA foreign_key_check") == []
        assert rows(path, "PRAGMA integrity_check") == ["ok"]
        for name in EVENTS:
            own = rows(path, f"SELECT ocel_id FROM event_{name} ORDER BY 1")  # noqa: S608
            assert own == rows(path, "SELECT ocel_id FROM event WHERE ocel_type = ? ORDER BY 1", name)


def test_sim_10_every_event_is_there_in_its_order(whole: Path) -> None:
    """One row an event, with its position in the journal."""
    assert rows(whole, "SELECT ocel_type FROM event ORDER BY rowid") == ["OfficeOpened", *EVENTS]
    assert rows(whole, "SELECT position FROM event_TaskCancelled") == [1 + list(EVENTS).index("TaskCancelled") + 1]


def test_sim_10_every_thing_begins_once_and_changes_with_time(spring: Path) -> None:
    """A case, a task and a deadline: what they began with, then what changed when."""
    changes = "SELECT ocel_time, ocel_changed_field, {} FROM object_{} WHERE ocel_id = ? ORDER BY ocel_time, rowid"

    assert rows(spring, changes.format("status, responsible, ended", "case"), CASE) == [
        (FIRST, None, "ny", None, 0),
        ("2026-04-01T08:00:00.000Z", "responsible", None, "kari", None),
        ("2026-04-01T10:00:00.000Z", "status", "avsluttet", None, None),
        ("2026-04-01T10:00:00.000Z", "ended", None, None, 1),
    ]
    assert rows(spring, changes.format("kind, owner, state, outcome", "task"), f"{CASE}/task-1") == [
        (FIRST, None, "reply", "kari", "open", None),
        ("2026-04-01T10:00:00.000Z", "outcome", None, None, None, "done"),
        ("2026-04-01T10:00:00.000Z", "state", None, None, "done", None),
    ]
    assert rows(spring, changes.format("kind, norm_at, norm_state, norm_rule", "deadline"), f"{CASE}/deadline-1") == [
        (FIRST, None, "answer", "2026-04-08T08:00:00.000Z", "running", "2 working days"),
        ("2026-04-08T10:00:00.000Z", "norm_state", None, None, "missed", None),
    ]


def test_sim_10_events_say_which_things_they_are_about_and_how(spring: Path) -> None:
    """Case and document, whoever wrote and did, each with what it is to the event."""
    related = "SELECT ocel_type, ocel_qualifier, ocel_object_id FROM event_object JOIN event ON ocel_id = ocel_event_id"

    assert rows(spring, f"{related} WHERE ocel_type = 'DocumentRegistered' ORDER BY 2") == [
        ("DocumentRegistered", "actor", "staff:ola"),
        ("DocumentRegistered", "by", "staff:ola"),
        ("DocumentRegistered", "case", CASE),
        ("DocumentRegistered", "document", "small/document-1"),
    ]
    assert rows(spring, f"{related} WHERE ocel_type = 'DeadlineMissed' ORDER BY 2") == [
        ("DeadlineMissed", "about", "small/document-1"),
        ("DeadlineMissed", "case", CASE),
        ("DeadlineMissed", "deadline", f"{CASE}/deadline-1"),
    ]


def test_sim_10_things_say_how_they_hang_together(spring: Path) -> None:
    """A letter on its case and to whom it goes, a document on the case that it was registered on."""
    tied = "SELECT ocel_qualifier, ocel_target_id FROM object_object WHERE ocel_source_id = ? ORDER BY 1"

    assert rows(spring, tied, f"{CASE}/letter-1") == [("case", CASE), ("to", "citizen:1")]
    assert rows(spring, tied, "small/document-1") == [
        ("case", CASE),
        ("party", "citizen:1"),
        ("sender", "citizen:1"),
    ]
    assert rows(spring, tied, f"{CASE}/deadline-1") == [("about", "small/document-1"), ("case", CASE)]
    assert rows(spring, tied, CASE) == [("party", "citizen:1")]


def test_sim_10_what_changes_twice_at_one_instant_is_what_it_was_changed_to_last(tmp_path: Path) -> None:
    """An attribute has one value at a time."""
    journal = journal_of(
        StatusChanged("small", CASE, "ny", "hastes", ""), StatusChanged("small", CASE, "hastes", "avsluttet", "")
    )
    first, second = list(journal)[1:]
    journal = journal_of()
    journal.append([first, type(second)(second.id, first.at, second.actor, second.cause, second.event)])
    path = exported(journal, "ocel-sqlite", tmp_path)

    assert rows(path, "SELECT status FROM object_case WHERE ocel_changed_field = 'status'") == ["avsluttet"]


def test_cor_08_names_numbers_and_free_text_stay_behind(whole: Path, spring: Path) -> None:
    """Neither who the staff are, nor a personal number, nor what a letter or a note says."""
    for path in (whole, spring):
        content = path.read_bytes()
        for private in (NUMBER, "Kari", "Hei du", "body", "text æøå", "personal_number æøå", "name æøå", "flik"):
            assert private.encode() not in content
