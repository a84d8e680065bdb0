"""What an archive takes it gives back as it was, whatever kind of record it is (SIM-12)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from saksgang.archive import KINDS, Archive
from saksgang.records import Case, Contact, Deadline, Document, Letter, Note, Request, Target, Task

CASE = "SAK-2026-00001"
NOON = dt.datetime(2026, 4, 7, 12, 0, 1, 5, tzinfo=dt.UTC)
DAY = dt.date(2026, 4, 7)
FACTS = {"text": "æøå", "number": -(2**63), "yes": True, "none": None, "list": [1, {"deep": ["x"]}]}
RECORDS: list[tuple[str, str, Any]] = [
    ("cases", CASE, Case(CASE, "small", "Sak", "citizen:1", "0101", "ny", NOON, "kari", False, True, FACTS)),
    ("documents", "small/document-1", Document("d", "small", "s", "p", "brev", "c", DAY, DAY, NOON, CASE, facts=FACTS)),
    ("tasks", f"{CASE}/task-1", Task("t", "small", CASE, "reply", "", "", "clerk", "", NOON, NOON, NOON, facts=FACTS)),
    ("letters", f"{CASE}/letter-1", Letter("l", "small", CASE, "reply", "p", "kari", "T", "B", True, rounds=2)),
    (
        "deadlines",
        f"{CASE}/deadline-1",
        Deadline("x", "small", CASE, "answer", "", NOON, (Target("due", "2 days", NOON), Target("limit", "", NOON))),
    ),
    ("notes", f"{CASE}/note-1", Note("n", "small", CASE, "kari", NOON, "ringt")),
    ("contacts", f"{CASE}/contact-1", Contact("c", "small", CASE, "p", "in", "letter", "a", "kari", NOON, FACTS)),
    ("requests", f"{CASE}/request-1", Request("r", "small", CASE, "register", "2026-04", NOON, FACTS, NOON, FACTS)),
]


@pytest.mark.parametrize(("table", "key", "record"), RECORDS)
def test_sim_12_every_kind_of_record_comes_back_as_it_was(table: str, key: str, record: Any) -> None:
    """Equal in every field, and with facts that nobody can write into; of what is beside it nothing comes."""
    archive = Archive()
    for name, *filed in RECORDS:
        archive.put(CASE, name, [(filed[0], filed[1])])

    [(found, back)] = archive.take(CASE, table)
    assert (found, back, type(back)) == (key, record, KINDS[table])
    if hasattr(back, "facts"):
        with pytest.raises(TypeError):
            back.facts["list"][1]["deep"].append("y")
    assert (archive.take(CASE, table), archive.numbers(table)) == ([], [])
    assert [name for name, *_ in RECORDS if archive.numbers(name)] == [name for name, *_ in RECORDS if name != table]


def test_sim_12_what_was_put_away_in_parts_comes_back_in_the_order_in_which_it_went() -> None:
    """Another case's stays."""
    archive = Archive()
    rows = {key: Note(key, "small", key[:-7], "kari", NOON, "ringt") for key in (f"{CASE}/note-1", f"{CASE}/note-2")}
    for key, row in rows.items():
        archive.put(CASE, "notes", [(key, row)])
    archive.put("SAK-2026-00002", "notes", [("SAK-2026-00002/note-1", rows[f"{CASE}/note-1"])])

    assert archive.numbers("notes") == [CASE, "SAK-2026-00002"]
    assert archive.take(CASE, "notes") == list(rows.items())
    assert archive.numbers("notes") == ["SAK-2026-00002"]


def test_sim_12_a_case_is_found_by_its_number_its_records_and_its_ways() -> None:
    """And by nothing else; while it is not there the ways lead nowhere, and afterwards to it again."""
    archive = Archive()
    document = [(key, record) for name, key, record in RECORDS if name == "documents"]
    archive.put(CASE, "documents", document, ["party: citizen:1"])

    for key in (CASE, f"{CASE}/task-1", f"{CASE}/none-such", "small/document-1", "small/document-2", "small", ""):
        expected = CASE if CASE in key or key == "small/document-1" else ""
        assert archive.case_of(key) == expected
    assert archive.cases_by("party: citizen:1") == [CASE]
    assert archive.cases_by("party: citizen:2") == []

    taken = archive.take(CASE, "documents")
    assert (archive.case_of("small/document-1"), archive.cases_by("party: citizen:1")) == ("", [])
    archive.put(CASE, "documents", taken)
    assert (archive.case_of("small/document-1"), archive.cases_by("party: citizen:1")) == (CASE, [CASE])


def test_sim_12_what_stands_on_no_case_is_found_by_its_own_id() -> None:
    """It lies alone."""
    archive = Archive()
    key, task = next((key, record) for name, key, record in RECORDS if name == "tasks")
    archive.put("small/task-1", "tasks", [("small/task-1", task)])

    assert (archive.case_of("small/task-1"), archive.case_of("small/task-2")) == ("small/task-1", "")
    assert archive.case_of(key) == ""
    assert archive.take("small/task-1", "tasks") == [("small/task-1", task)]
