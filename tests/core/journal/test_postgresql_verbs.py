"""Every verb that reads a journal reads one in PostgreSQL by its address (COR-21, COR-22)."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from saksgang.journal import PostgresqlJournal, open_journal
from saksgang.plugins import Registry
from tests.core.cli.small_run import CASE, said, small_run
from tests.core.journal.server import Server

Capture = pytest.CaptureFixture[str]
NOBODY = "postgresql://kari:hemmelig@127.0.0.1:1/journals"


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """A run's folder."""
    small_run(tmp_path / "run")
    return tmp_path / "run"


@pytest.fixture
def kept(run: Path, address: str) -> str:
    """The address of the same journal in PostgreSQL."""
    with closing(open_journal(run)) as lines, closing(PostgresqlJournal(address)) as journal:
        journal.append(list(lines))
        assert journal.digest == lines.digest
    return address


@pytest.mark.parametrize(
    "command",
    [
        ("desk", "JOURNAL", "kari"),
        ("desk", "JOURNAL", "kari", "--case", CASE, "--json"),
        ("replay", "JOURNAL"),
        ("replay", "JOURNAL", "--json"),
        ("explain", "JOURNAL", CASE),
        ("explain", "JOURNAL", f"{CASE}/deadline-1", "--lang", "nb"),
    ],
)
def test_cor_21_a_verb_says_the_same_of_the_same_journal(
    capfd: Capture, run: Path, kept: str, command: tuple[str, ...]
) -> None:
    """Wherever it lies."""
    of_lines, of_postgresql = (
        said(capfd, *[place if word == "JOURNAL" else word for word in command]) for place in (run, kept)
    )

    assert of_postgresql == of_lines
    assert (of_lines.code, of_lines.err) == (0, "")


@pytest.mark.parametrize("form", ["csv", "xes", "ocel-json", "junit"])
def test_cor_21_an_export_is_the_same_of_the_same_journal(
    capfd: Capture, tmp_path: Path, run: Path, kept: str, form: str
) -> None:
    """To the byte; JUnit names the command that judges again."""
    for place, name in ((run, "lines"), (kept, "postgresql")):
        assert said(capfd, "export", place, "--format", form, "--out", tmp_path / name).code == 0

    of_postgresql = (tmp_path / "postgresql").read_text(encoding="utf-8").replace(kept.replace("&", "&amp;"), str(run))
    assert of_postgresql.replace(f"'{run}'", str(run)) == (tmp_path / "lines").read_text(encoding="utf-8")


def test_cor_21_a_plugins_verb_that_asks_for_a_path_is_given_an_address(
    capfd: Capture, tmp_path: Path, kept: str
) -> None:
    """The report of the simulation, and the count of a routine."""
    installed = Registry.installed()

    report = said(capfd, "report", kept, "--out", tmp_path / "report.html", among=installed)
    assert (report.code, "Fjordvik" in (tmp_path / "report.html").read_text(encoding="utf-8")) == (0, True)
    assert said(capfd, "count", kept, among=installed).code == 0


def test_cor_21_damage_is_told_with_the_last_good_event(capfd: Capture, kept: str, server: Server) -> None:
    """With exit code 1, as of a file."""
    server.run("DELETE FROM journal WHERE position = 9", kept)
    answer = said(capfd, "replay", kept, "--json")

    assert (answer.code, answer.data["verdict"]) == (1, "damaged")
    assert f"last good event is {answer.data['last_good']}, so put a copy" in answer.err


@pytest.mark.parametrize(
    "command",
    [
        ("desk", NOBODY, "kari"),
        ("replay", NOBODY),
        ("explain", NOBODY, CASE),
        ("export", NOBODY, "--format", "csv", "--out", "run.csv"),
        ("report", NOBODY),
        ("report", NOBODY, "--case", CASE, "--out", "-"),
        ("count", NOBODY),
        ("replay", "postgresql://kari:hemmelig@db"),
        ("report", "postgresql://kari:hemmelig@db"),
        ("count", "postgresql://kari:hemmelig@db"),
    ],
)
def test_cor_22_a_journal_out_of_reach_is_one_sentence_without_the_password(
    capfd: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """With exit code 2 and nothing written."""
    monkeypatch.chdir(tmp_path)
    answer = said(capfd, *command, among=Registry.installed())

    assert (answer.code, answer.out, len(answer.err.splitlines())) == (2, "", 1)
    assert answer.err.startswith("saksgang: The ")
    assert "hemmelig" not in answer.err
    assert list(tmp_path.iterdir()) == []
