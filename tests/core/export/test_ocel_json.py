"""OCEL 2.0 in JSON: valid against the public schema, and the same log as in SQLite (SIM-10)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from saksgang.events import EVENTS
from tests.core.export.logs import everything, exported, lived, schema
from tests.core.export.test_ocel_sqlite import CASE, FIRST, a_case, rows


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the log of a case in both forms."""
    folder = tmp_path_factory.mktemp("spring")
    for form in ("ocel-json", "ocel-sqlite"):
        exported(lived(a_case), form, folder)
    return folder


@pytest.fixture(scope="module")
def log(folder: Path) -> Any:
    """The log of a case as JSON."""
    return json.loads((folder / "log.ocel-json").read_text(encoding="utf-8"))


def test_sim_10_a_log_with_every_type_of_event_is_valid_against_the_public_schema(tmp_path: Path) -> None:
    """The schema that the standard's own tools check logs by, formats of times included."""
    rule = json.loads(schema("ocel2.schema.json").read_text(encoding="utf-8"))
    told = json.loads(exported(everything(), "ocel-json", tmp_path).read_text(encoding="utf-8"))

    jsonschema.Draft7Validator(rule, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER).validate(told)
    assert [event["type"] for event in told["events"]] == ["OfficeOpened", *EVENTS]


def test_sim_10_every_type_and_attribute_that_is_used_is_declared(tmp_path: Path) -> None:
    """Each element has a declared type and no attribute that its type has not."""
    told = json.loads(exported(everything(), "ocel-json", tmp_path).read_text(encoding="utf-8"))

    for types, elements in (("eventTypes", "events"), ("objectTypes", "objects")):
        declared = {row["name"]: {each["name"] for each in row["attributes"]} for row in told[types]}
        for element in told[elements]:
            assert {each["name"] for each in element["attributes"]} <= declared[element["type"]]


def test_sim_10_every_relationship_leads_to_a_thing_that_is_there(log: Any) -> None:
    """Of events and of things."""
    there = {thing["id"] for thing in log["objects"]}

    assert len(there) == len(log["objects"])
    for element in [*log["events"], *log["objects"]]:
        assert {each["objectId"] for each in element["relationships"]} <= there


def test_sim_10_an_event_is_as_it_was(log: Any) -> None:
    """Its time, its own attributes as text, and what it is about."""
    assert next(event for event in log["events"] if event["type"] == "LetterCompleted") == {
        "id": "small:8",
        "type": "LetterCompleted",
        "time": "2026-04-01T10:00:00.000Z",
        "attributes": [
            {"name": "position", "value": "9"},
            {"name": "actor", "value": "staff:kari"},
            {"name": "cause", "value": ""},
            {"name": "routine", "value": "small"},
            {"name": "template", "value": "svarbrev"},
            {"name": "needs_approval", "value": "true"},
            {"name": "round", "value": "1"},
        ],
        "relationships": [
            {"objectId": CASE, "qualifier": "case"},
            {"objectId": f"{CASE}/letter-1", "qualifier": "letter"},
            {"objectId": "staff:kari", "qualifier": "actor"},
            {"objectId": "staff:kari", "qualifier": "by"},
        ],
    }


def test_sim_10_a_thing_begins_with_what_it_had_and_changes_with_time(log: Any) -> None:
    """The letter of the case, from draft to waiting for approval."""
    letter = next(thing for thing in log["objects"] if thing["type"] == "letter")

    assert letter["attributes"] == [
        {"name": "routine", "value": "small", "time": FIRST},
        {"name": "template", "value": "svarbrev", "time": FIRST},
        {"name": "needs_approval", "value": "true", "time": FIRST},
        {"name": "state", "value": "draft", "time": FIRST},
        {"name": "rounds", "value": "1", "time": "2026-04-01T10:00:00.000Z"},
        {"name": "state", "value": "to approve", "time": "2026-04-01T10:00:00.000Z"},
    ]


def test_sim_10_both_forms_hold_the_same_log(folder: Path, log: Any) -> None:
    """Events, things and relationships, counted in the JSON and in the tables."""
    tables = folder / "log.ocel-sqlite"

    assert [(event["id"], event["type"]) for event in log["events"]] == rows(
        tables, "SELECT ocel_id, ocel_type FROM event ORDER BY rowid"
    )
    assert [thing["id"] for thing in log["objects"]] == rows(tables, "SELECT ocel_id FROM object ORDER BY rowid")
    for table, elements in (("event_object", "events"), ("object_object", "objects")):
        (number,) = rows(tables, f"SELECT count(*) FROM {table}")  # noqa: S608
        assert sum(len(each["relationships"]) for each in log[elements]) == number > 0
