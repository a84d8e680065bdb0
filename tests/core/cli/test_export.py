"""``saksgang export`` writes a run in the forms of others (SIM-09, SIM-10, CLI-01)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.export import LOGS
from tests.core.cli.small_run import bare, said, small_run

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("form", [*LOGS, "junit"])
def test_sim_10_a_run_is_exported(form: str, capfd: Capture, tmp_path: Path) -> None:
    """From its folder or its journal; stdout stays empty, stderr says what was written."""
    small_run(tmp_path / "run")
    for n, source in enumerate((tmp_path / "run", tmp_path / "run" / "journal.jsonl")):
        answer = said(capfd, "export", source, "--format", form, "--out", tmp_path / f"out{n}")

        assert (answer.code, answer.out) == (0, "")
        assert answer.err.startswith(f"{tmp_path}/out{n}: ")
    assert (tmp_path / "out0").stat().st_size > 0
    if form != "junit":
        assert (tmp_path / "out0").read_bytes() == (tmp_path / "out1").read_bytes()


def test_sim_10_events_that_a_form_has_no_room_for_are_told(capfd: Capture, tmp_path: Path) -> None:
    """The opening of the office is of no case."""
    small_run(tmp_path / "run")
    answer = said(capfd, "export", tmp_path / "run", "--format", "xes", "--out", tmp_path / "log")

    assert answer.err == f"{tmp_path}/log: 8 events; 1 of no case have no trace\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nowhere", "--format", "csv", "--out", "log"), "The journal nowhere cannot be opened"),
        (("run", "--format", "csv", "--out", "run"), "There is something at run already"),
        (("run", "--format", "junit", "--out", "no/log"), "There is no folder no to write log in"),
        (("run", "--format", "excel", "--out", "log"), "'excel' is not one of"),
        (("run", "--format", "csv"), "Missing option '--out'"),
        (("run", "--format", "csv", "--out", "-"), "name one instead of -"),
        (("run/notes.txt", "--format", "csv", "--out", "log"), "it is no journal"),
    ],
)
def test_cor_22_what_cannot_be_exported_is_told(
    arguments: tuple[str, ...], told: str, capfd: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence, exit code 2, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    small_run(tmp_path / "run")
    (tmp_path / "run" / "notes.txt").write_text("what I remember")
    answer = said(capfd, "export", *arguments)

    assert answer.code == 2
    assert told in answer.err
    assert "Traceback" not in answer.err
    assert [each.name for each in tmp_path.iterdir()] == ["run"]


def test_cor_21_a_damaged_journal_is_not_exported(capfd: Capture, tmp_path: Path) -> None:
    """The message names the last good event; no file is left."""
    small_run(tmp_path / "run")
    file = tmp_path / "run" / "journal.jsonl"
    file.write_bytes(file.read_bytes().replace(b"kari", b"liva"))
    answer = said(capfd, "export", tmp_path / "run", "--format", "xes", "--out", tmp_path / "log")

    assert answer.code == 1
    assert "is damaged" in answer.err
    assert not (tmp_path / "log").exists()


def test_sim_09_checks_of_a_routine_that_is_not_installed_are_skipped_and_told(capfd: Capture, tmp_path: Path) -> None:
    """A test case says so in the file, and a line on stderr; of a run that is all installed there is neither."""
    small_run(tmp_path / "run")
    told = said(capfd, "export", tmp_path / "run", "--format", "junit", "--out", tmp_path / "a.xml", among=bare())
    whole = said(capfd, "export", tmp_path / "run", "--format", "junit", "--out", tmp_path / "b.xml")
    a, b = ((tmp_path / name).read_text(encoding="utf-8") for name in ("a.xml", "b.xml"))
    line = "saksgang: not installed here, so not judged: small; see: saksgang plugins list.\n"

    assert (told.code, told.err.startswith(line)) == (0, True)
    assert '<testcase classname="small" name="small-is-judged">' in a
    assert '<skipped message="not installed here, so its checks were not judged" />' in a
    assert "not installed" not in whole.err + b
