"""CSV: a row an event, for spreadsheets that must not run what stands in it (SIM-10, COR-08)."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from saksgang.events import (
    EVENTS,
    DeadlineStarted,
    DispatchFailed,
    DocumentReceived,
    DocumentRegistered,
    TaskCreated,
    TaskTaken,
)
from saksgang.export.csv_file import unformulated
from saksgang.journal import MemoryJournal
from saksgang.records import Target
from tests.core.export.logs import NOON, everything, exported, journal_of
from tests.core.small_office import NUMBER

CASE = "SAK-2026-00001"
TODAY = NOON.date()


def table(journal: MemoryJournal, folder: Path) -> list[dict[str, str]]:
    """The rows of the export, each by its headings."""
    with exported(journal, "csv", folder).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def received(category: str) -> DocumentReceived:
    """A document that no case is known for yet."""
    return DocumentReceived(
        "small", "", "small/document-1", "citizen:1", "citizen:1", "message", category, TODAY, TODAY, {}, NUMBER
    )


def test_sim_10_every_event_is_a_row_in_its_order(tmp_path: Path) -> None:
    """The sorting column counts them from 1, and nothing else is needed to sort by."""
    rows = table(everything(), tmp_path)

    assert [row["type"] for row in rows] == ["OfficeOpened", *EVENTS]
    assert [row["position"] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]


def test_sim_10_times_are_local_with_their_offset(tmp_path: Path) -> None:
    """On the day of summer time, 12:00 UTC is 14:00 in Norway."""
    assert table(journal_of(), tmp_path)[0]["time"] == "2026-03-29T14:00:05.000+02:00"


def test_sim_10_what_happened_before_a_case_was_known_belongs_to_it(tmp_path: Path) -> None:
    """The receipt of a document, and the work on it, when the document is registered on a case in the end."""
    task = TaskCreated("small", "", "small/task-1", "register", "small/document-1", "", "saksbehandler", "")
    rows = table(
        journal_of(
            received("Søknad"),
            task,
            TaskTaken("small", "", "small/task-1", "kari", ""),
            DocumentRegistered("small", CASE, "small/document-1", "Søknad", "kari", opened=False),
            TaskTaken("small", "", "small/task-2", "kari", ""),
        ),
        tmp_path,
    )

    assert [row["case"] for row in rows] == ["", CASE, CASE, CASE, CASE, ""]
    assert rows[3]["activity"] == "TaskTaken register"


@pytest.mark.parametrize(
    ("key", "thing"),
    [(f"mailbox/{CASE}/letter-1", f"{CASE}/letter-1"), (f"{CASE}/request-2", f"{CASE}/request-2"), ("odd", "")],
)
def test_sim_05_what_a_service_did_not_take_is_told(key: str, thing: str, tmp_path: Path) -> None:
    """The letter or the request whose key was refused."""
    failed = DispatchFailed("small", CASE, key, "mailbox", "TimeoutError")
    row = table(journal_of(failed), tmp_path)[1]

    assert (row["thing"], row["kind"]) == (thing, "mailbox")


def test_sim_10_a_deadline_that_starts_says_when_it_is_due(tmp_path: Path) -> None:
    """Its norm and its limit, in local time."""
    targets = (Target("norm", "1 day", NOON.replace(day=30)), Target("limit", "2 days", NOON.replace(day=31)))
    started = DeadlineStarted("small", CASE, f"{CASE}/deadline-1", "answer", "", NOON, targets)
    row = table(journal_of(started), tmp_path)[1]

    assert (row["due"], row["limit"]) == ("2026-03-30T14:00:05.000+02:00", "2026-03-31T14:00:05.000+02:00")


@pytest.mark.parametrize(
    "text", ["=cmd()", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", '=HYPERLINK("x")']
)
def test_cor_08_no_spreadsheet_takes_a_cell_for_a_formula(text: str, tmp_path: Path) -> None:
    """What a sender calls a document is anybody's text; an apostrophe makes text of it."""
    row = table(journal_of(received(text)), tmp_path)[1]

    assert row["kind"] == f"'{text}"
    assert row["activity"] == f"DocumentReceived {text}".rstrip()


@pytest.mark.parametrize("text", ["", "Søknad", "a=b", "2026-03-29T14:00:05.000+02:00", "1-2"])
def test_sim_10_other_text_stays_as_it_is(text: str) -> None:
    """Only what begins like a formula is changed."""
    assert unformulated(text) == text


def test_cor_08_a_personal_number_that_stands_in_a_category_is_masked(tmp_path: Path) -> None:
    """And the field for it is no column at all."""
    rows = table(journal_of(received(f"om {NUMBER}")), tmp_path)

    assert rows[1]["kind"] == "om ***********"
    assert NUMBER not in (tmp_path / "log.csv").read_text(encoding="utf-8")
