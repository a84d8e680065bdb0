"""``saksgang desk`` shows what somebody of the staff sees (COR-06, COR-08)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.commands import SeeCase, WriteNote
from tests.core.cli.small_run import CASE, said, small_run
from tests.core.small_office import NUMBER

Capture = pytest.CaptureFixture[str]
LETTER = f"{CASE}/letter-1"


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """The folder of a small run."""
    small_run(tmp_path / "run")
    return tmp_path / "run"


def test_cor_06_a_desk_has_the_start_page_and_every_list(capfd: Capture, run: Path) -> None:
    """At the journal's last event, in local time, empty lists included."""
    answer = said(capfd, "desk", run, "kari")

    titles = [line for line in answer.out.splitlines() if line and not line.startswith(" ")]
    assert answer.code == 0
    assert titles == [
        "Desk of kari, 2026-04-01 12:00 local time",
        "Start page: 2",
        "Case list: 1",
        "Task list: 1",
        "Due list: 1",
        "Inbox: nothing",
        "Approvals: nothing",
        "Waiting: nothing",
    ]


def test_cor_06_one_list_is_shown_alone(capfd: Capture, run: Path) -> None:
    """Columns that nobody needs are left out."""
    answer = said(capfd, "desk", run, "kari", "--list", "case list")

    assert [line.split() for line in answer.out.splitlines()[2:]] == [
        ["Case", "list:", "1"],
        ["mark", "what", "id", "kind", "state", "who", "party", "number", "since"],
        ["new", "case", CASE, "Alminnelig", "sak", "ny", "kari", "citizen:1", "*" * 11, "2026-04-01", "10:00"],
    ]


def test_cor_06_a_desk_of_an_earlier_time(capfd: Capture, run: Path) -> None:
    """At eleven the letter of twelve was not there yet; at five o'clock days later the deadline is overdue."""
    early = said(capfd, "desk", run, "liv", "--list", "approvals", "--at", "2026-04-01 11:00", "--json").data
    late = said(capfd, "desk", run, "liv", "--list", "approvals", "--json").data
    after = said(capfd, "desk", run, "kari", "--list", "due list", "--at", "2026-04-10 17:00", "--json").data

    assert (early["at"], early["lists"]["approvals"]) == ("2026-04-01T09:00:00Z", [])
    assert [row["id"] for row in late["lists"]["approvals"]] == [LETTER]
    assert after["lists"]["due list"][0]["marks"] == ["overdue"]


def test_cor_06_a_case_is_shown_with_its_history(capfd: Capture, run: Path) -> None:
    """All that lies on it, and the journal's events in order."""
    answer = said(capfd, "desk", run, "kari", "--case", CASE)

    assert answer.code == 0
    for expected in (
        f"Case {CASE}, new",
        "  small/document-1  Henvendelse, received 2026-04-01, dated 2026-04-01, letter",
        f"  {LETTER}  Svarbrev to citizen:1: to approve",
        f"  {CASE}/task-1  reply for kari: open",
        f"  {CASE}/deadline-1  answer, due: running, due 2026-04-08 10:00",
        "History: 7",
    ):
        assert expected in answer.out.splitlines()
    history = said(capfd, "desk", run, "kari", "--case", CASE, "--json").data["history"]
    assert [moment["kind"] for moment in history][:3] == ["CaseOpened", "DocumentRegistered", "CaseAssigned"]


def test_cor_06_looking_at_a_desk_changes_nothing(capfd: Capture, run: Path) -> None:
    """The journal is as it was, and a new case stays new."""
    file = run / "journal.jsonl"
    before = file.read_bytes()
    said(capfd, "desk", run, "kari", "--case", CASE)

    assert file.read_bytes() == before


def test_cor_06_cases_are_found_by_number(capfd: Capture, run: Path) -> None:
    """The number is masked in the answer unless asked for."""
    found = said(capfd, "desk", run, "kari", "--find", NUMBER)
    shown = said(capfd, "desk", run, "kari", "--find", NUMBER, "--show-numbers")

    assert CASE in found.out
    assert NUMBER not in found.out
    assert NUMBER in shown.out


@pytest.mark.parametrize("more", [[], ["--case", CASE], ["--json"], ["--case", CASE, "--json"]])
def test_cor_08_numbers_show_only_when_asked_for(capfd: Capture, tmp_path: Path, more: list[str]) -> None:
    """Neither text nor JSON has one otherwise, free text included."""
    small_run(tmp_path / "run", lambda office: office.do(WriteNote(CASE, f"Mor: {NUMBER}")))

    assert NUMBER not in said(capfd, "desk", tmp_path / "run", "kari", *more).out
    assert NUMBER in said(capfd, "desk", tmp_path / "run", "kari", *more, "--show-numbers").out


def test_cor_06_a_case_that_was_looked_at_is_no_longer_new(capfd: Capture, tmp_path: Path) -> None:
    """The start page follows the journal."""
    small_run(tmp_path / "run", lambda office: office.do(SeeCase(CASE), "staff:kari"))

    lists = said(capfd, "desk", tmp_path / "run", "kari", "--list", "start page", "--json").data["lists"]
    assert [row["notice"] for row in lists["start page"]] == ["task received"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["karin"], "did you mean 'kari'"),
        (["kari", "--case", "SAK-2026-0001"], "near it are: SAK-2026-00001"),
        (["kari", "--at", "yesterday"], "'yesterday' cannot be read"),
        (["kari", "--at", "2026-03-01"], "The journal begins after 2026-03-01"),
        (["kari", "--find", "123"], "(not shown)"),
        (["kari", "--case", CASE, "--find", NUMBER], "Name one of --list, --case and --find"),
        (["kari", "--list", "nonsense"], "start page"),
    ],
)
def test_cor_22_bad_input_is_told_and_ends_with_2(capfd: Capture, run: Path, arguments: list[str], told: str) -> None:
    """Each mistake is answered with what was meant or expected, never with a traceback."""
    answer = said(capfd, "desk", run, *arguments)

    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert "Traceback" not in answer.err
