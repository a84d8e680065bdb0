"""What an archive takes it gives back as it was, whatever kind of record it is (SIM-12)."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.archive import KINDS, Archive, Filed
from saksgang.records import Case, Contact, Deadline, Document, Letter, Note, Request, Target, Task

CASE = "SAK-2026-00001"
NOON = dt.datetime(2026, 4, 7, 12, 0, 1, 5, tzinfo=dt.UTC)
DAY = dt.date(2026, 4, 7)
FACTS = {"text": "æøå", "number": -(2**63), "yes": True, "none": None, "list": [1, {"deep": ["x"]}]}
RECORDS: list[Filed] = [
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


def test_sim_12_every_kind_of_record_comes_back_as_it_was() -> None:
    """In the same order, equal in every field, and with facts that nobody can write into."""
    archive = Archive()
    archive.put(CASE, RECORDS)

    back = archive.take(CASE)
    assert back == RECORDS
    assert [type(record) for _, _, record in back] == [KINDS[table] for table, _, _ in back]
    with pytest.raises(TypeError):
        back[0][2].facts["list"][1]["deep"].append("y")
    assert (archive.take(CASE), archive.numbers()) == ([], [])


def test_sim_12_a_case_is_found_by_its_number_its_records_and_its_ways() -> None:
    """And by nothing else; while it is not there the ways lead nowhere, and afterwards to it again."""
    archive = Archive()
    archive.put(CASE, RECORDS, ["party: citizen:1"])

    for key in (CASE, f"{CASE}/task-1", f"{CASE}/none-such", "small/document-1", "small/document-2", "small", ""):
        expected = CASE if CASE in key or key == "small/document-1" else ""
        assert archive.case_of(key) == expected
    assert archive.cases_by("party: citizen:1") == [CASE]
    assert archive.cases_by("party: citizen:2") == []

    taken = archive.take(CASE)
    assert (archive.case_of("small/document-1"), archive.cases_by("party: citizen:1")) == ("", [])
    archive.put(CASE, taken, ["party: citizen:1"])
    assert (archive.case_of("small/document-1"), archive.cases_by("party: citizen:1")) == (CASE, [CASE])
