"""A simulated run in every form of export: whole, valid, and without what is nobody's business (SIM-10, COR-08)."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from saksgang.export import LOGS
from tests.core.export.logs import schema
from tests.sim.running import said


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped scenario ``small``, run and exported in every form."""
    folder = tmp_path_factory.mktemp("small")
    assert said("simulate", "small", "--out", folder / "run").code == 0
    for form in (*LOGS, "junit"):
        assert said("export", folder / "run", "--format", form, "--out", folder / form).code == 0
    return folder


@pytest.fixture(scope="module")
def lines(folder: Path) -> list[Any]:
    """The lines of its journal."""
    return [json.loads(line) for line in (folder / "run/journal.jsonl").read_text(encoding="utf-8").splitlines()]


def test_sim_10_each_form_has_every_event(folder: Path, lines: list[Any]) -> None:
    """By type, counted in the lines of the journal, the tables, the JSON and the CSV."""
    events = Counter(line["type"] for line in lines)
    with closing(sqlite3.connect(folder / "ocel-sqlite")) as tables:
        assert Counter(row[0] for row in tables.execute("SELECT ocel_type FROM event")) == events
        assert tables.execute("PRAGMA foreign_key_check").fetchall() == []
    log = json.loads((folder / "ocel-json").read_text(encoding="utf-8"))
    assert Counter(event["type"] for event in log["events"]) == events
    with (folder / "csv").open(encoding="utf-8", newline="") as file:
        assert Counter(row["type"] for row in csv.DictReader(file)) == events


def test_sim_10_a_simulated_run_is_valid_against_the_public_schemas(folder: Path) -> None:
    """OCEL in JSON, and XES."""
    rule = json.loads(schema("ocel2.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads((folder / "ocel-json").read_text(encoding="utf-8")), rule)
    etree.XMLSchema(etree.parse(schema("xes-ieee-1849-2016.xsd"))).assertValid(etree.parse(folder / "xes"))


def test_sim_10_every_case_is_a_trace_from_the_receipt_of_its_document_on(folder: Path, lines: list[Any]) -> None:
    """A case of PPT begins when the inquiry comes in, not when somebody registers it."""
    traces = list(etree.parse(folder / "xes").getroot().iter("trace"))
    opened = [line["data"]["case"] for line in lines if line["type"] == "CaseOpened"]

    assert [trace[0].get("value") for trace in traces] == sorted(opened)
    assert {_type(trace.find("event")) for trace in traces} == {"DocumentReceived"}


def _type(event: Any) -> str:
    return next(str(each.get("value")) for each in event if each.get("key") == "type")


@pytest.mark.parametrize("form", LOGS)
def test_cor_08_no_export_tells_names_numbers_or_what_letters_say(form: str, folder: Path, lines: list[Any]) -> None:
    """None of the staff's names, of the personal numbers, and of the bodies of letters and notes."""
    content = (folder / form).read_bytes().decode("utf-8", "replace")
    people = {person["name"] for person in lines[0]["data"]["staff"]}
    numbers = {line["data"].get("personal_number") for line in lines} - {None, ""}
    texts = {line["data"][name][:40] for line in lines for name in ("body", "text") if name in line["data"]}

    assert min(map(len, (people, numbers, texts))) > 2
    assert [private for private in people | numbers | texts if private in content] == []


def test_sim_09_the_verdicts_of_the_run_are_its_test_cases(folder: Path) -> None:
    """As many as its summary has, none of them failed."""
    summary = json.loads((folder / "run/summary.json").read_text(encoding="utf-8"))
    root = etree.parse(folder / "junit").getroot()

    names = [case.get("name") for case in root.iter("testcase")]
    assert [row["id"] for row in summary["checks"]] == names[: len(summary["checks"])]
    assert (root.get("failures"), root.get("errors")) == ("0", "0")
