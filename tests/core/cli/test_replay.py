"""``saksgang replay`` proves a journal and judges it again (COR-01, COR-21, CLI-02)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.events import CaseSeen, HandlingFailed, OfficeOpened
from saksgang.journal import Recorded
from tests.core.cli.small_run import CASE, bare, said, small_run
from tests.core.small_office import utc

Capture = pytest.CaptureFixture[str]


def test_cor_01_a_sound_journal_is_replayed(capfd: Capture, tmp_path: Path) -> None:
    """Events, digest, what is open and the verdict are told; the exit code says that all held."""
    office = small_run(tmp_path / "run")
    answer = said(capfd, "replay", tmp_path / "run")

    lines = answer.out.splitlines()
    assert (answer.code, answer.err) == (0, "")
    assert lines[0] == "Fjordvik (NO), 2026-04-01 10:00 to 2026-04-01 12:00 local time"
    assert lines[1].startswith("Events   9,")
    assert lines[2] == f"Digest   {office.journal.digest}"
    assert lines[3] == "Open     cases 1, tasks 1, letters 1, deadlines 1"
    assert lines[4] == "Routines small 1.0"
    assert lines[-1].startswith("All held: ")


def test_cli_01_a_replay_is_there_as_json(capfd: Capture, tmp_path: Path) -> None:
    """With every check's verdict, and without the staff or the settings of the office."""
    small_run(tmp_path / "run")
    data = said(capfd, "replay", tmp_path / "run", "--json").data

    assert (data["verdict"], data["events"], data["judged"]) == ("held", 9, {"small": "1.0"})
    assert data["unfinished"] == {"cases": 1, "tasks": 1, "letters": 1, "deadlines": 1}
    assert data["opened"] == {
        "municipality": "Fjordvik",
        "country": "NO",
        "zone": "Europe/Oslo",
        "language": "nb",
    }
    assert "core-events-follow-their-cause" in [verdict["id"] for verdict in data["verdicts"]]


def test_cli_02_a_violated_check_ends_with_1_and_the_command_that_repeats_it(capfd: Capture, tmp_path: Path) -> None:
    """What was broken is told with its requirement; the last line is the command (CLI-03)."""
    failed = HandlingFailed("small", CASE, "small/failure-1", "small", "respond", "small:1", "KeyError: 'x'")
    small_run(tmp_path / "a run", lambda office: office.office.record(failed, "plugin:small"))

    answer = said(capfd, "replay", tmp_path / "a run")
    assert answer.code == 1
    assert f"PLG-05 case {CASE}" in answer.out
    assert "NOT all held" in answer.out
    assert answer.out.splitlines()[-1] == f"saksgang replay '{tmp_path}/a run'"

    data = said(capfd, "replay", tmp_path / "a run", "--json")
    assert (data.code, data.data["verdict"]) == (1, "violated")
    assert data.err.startswith("saksgang replay ")


def test_cor_21_a_damaged_journal_ends_with_1_and_names_the_last_good_event(capfd: Capture, tmp_path: Path) -> None:
    """One changed byte in the sixth line: the fifth event is the last that is proved."""
    small_run(tmp_path / "run")
    file = tmp_path / "run" / "journal.jsonl"
    lines = file.read_bytes().splitlines(keepends=True)
    lines[5] = lines[5].replace(b"kari", b"liva", 1)
    file.write_bytes(b"".join(lines))

    answer = said(capfd, "replay", tmp_path / "run", "--json")
    assert answer.code == 1
    assert (answer.data["verdict"], answer.data["last_good"]) == ("damaged", "small:4")
    assert "its last good event is small:4" in answer.err
    assert said(capfd, "replay", tmp_path / "run").out == ""


def test_cor_21_a_shortened_journal_is_damaged(capfd: Capture, tmp_path: Path) -> None:
    """A deleted last line is found by the head."""
    small_run(tmp_path / "run")
    file = tmp_path / "run" / "journal.jsonl"
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-1]))

    assert said(capfd, "replay", tmp_path / "run").code == 1


def test_cor_21_an_event_that_cannot_follow_is_damage_not_a_crash(capfd: Capture, tmp_path: Path) -> None:
    """A line that reads back but names a case that was never opened is told with the last good event."""
    seen = CaseSeen("small", "SAK-2026-00099", "kari")
    stranger = Recorded("small:9", utc("2026-04-01 12:00"), "staff:kari", "", seen)
    small_run(tmp_path / "run", lambda office: office.journal.append([stranger]))

    answer = said(capfd, "replay", tmp_path / "run")
    assert (answer.code, answer.out) == (1, "")
    assert "Event small:9 (CaseSeen) does not follow from those before it" in answer.err
    assert "the last good event is small:8" in answer.err


@pytest.mark.parametrize(
    ("country", "zone", "said_of_it"),
    [("NO", "Mars/Phobos", "The time zone 'Mars/Phobos' is not known"), ("XX", "Europe/Oslo", "The country 'XX'")],
)
def test_cor_22_an_office_of_nowhere_is_refused_in_one_sentence(
    country: str, zone: str, said_of_it: str, capfd: Capture, tmp_path: Path
) -> None:
    """Also when it moved there in the middle of its life: no check stumbles over it."""
    moved = OfficeOpened("office", "", "Fjordvik", country, zone, "nb", {}, ())
    again = Recorded("office:2", utc("2026-04-01 12:00"), "system:office", "", moved)
    small_run(tmp_path / "run", lambda office: office.journal.append([again]))

    answer = said(capfd, "replay", tmp_path / "run")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.startswith(f"saksgang: {said_of_it}")


def test_sim_06_the_last_line_names_routines_that_are_not_installed(capfd: Capture, tmp_path: Path) -> None:
    """The core's laws judge all the same, and nobody takes silence for a verdict."""
    small_run(tmp_path / "run")
    answer = said(capfd, "replay", tmp_path / "run", among=bare())
    last = answer.out.splitlines()[-1]

    assert answer.code == 0
    assert last.startswith("All that was judged held: ")
    assert last.endswith("; not installed here, so not judged: small.")
    assert "All held" not in answer.out
    assert said(capfd, "replay", tmp_path / "run", "--json", among=bare()).data["verdict"] == "held in part"


def test_sim_06_a_violation_is_told_in_the_local_time_of_the_office(capfd: Capture, tmp_path: Path) -> None:
    """As the other lines are; and as broken so many times out of those that it was put to the test."""
    failed = HandlingFailed("small", CASE, "small/failure-1", "small", "respond", "small:1", "KeyError: 'x'")
    small_run(tmp_path / "run", lambda office: office.office.record(failed, "plugin:small"))
    out = said(capfd, "replay", tmp_path / "run").out

    assert f"PLG-05 case {CASE} at 2026-04-01 12:00: " in out
    assert any("  violated" in line and "  1 of 1 " in line for line in out.splitlines())
