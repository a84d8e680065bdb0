"""The verb ``saksgang count`` (REG-13)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from saksgang.cli.main import run
from saksgang.journal import LinesJournal
from tests.plugins.contact_registration.bench import Bench
from tests.plugins.contact_registration.test_csv_file import HEAD, call

MUNICIPALITY = """
[municipality]
name = "Birkelund Kommune"
country = "DK"
language = "da"

[[sections]]
id = "jobcenter"
name = "Jobcenter"

[[staff]]
id = "jens"
name = "Jens"
roles = ["registrant"]
section = "jobcenter"

[routines.contact_registration]
first_day = 2026-10-05
last_day = 2026-10-09
departments = [{ section = "jobcenter" }]
areas = [{ name = "kontanthjælp", department = "jobcenter" }]
"""


@pytest.fixture
def journal(office: Bench, tmp_path: Path) -> Path:
    """A journal's file with two registrations of a case with a personal number."""
    for number in (1, 2):
        changes = {"type": "information vedr. sag", "reference_kind": "CPR", "reference": "6704881236"}
        office.register(source=f"opkald {number}", **changes)
    path = tmp_path / "journal.jsonl"
    written = LinesJournal(path)
    written.append(list(office.journal))
    written.close()
    return path


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """A CSV file with a good and a bad row, and a municipality."""
    contacts, municipality = tmp_path / "contacts.csv", tmp_path / "birkelund.toml"
    contacts.write_text("\n".join((HEAD, call("1"), call("1"))), encoding="utf-8")
    municipality.write_text(MUNICIPALITY, encoding="utf-8")
    return str(contacts), str(municipality)


def test_reg_13_a_journal_is_counted_for_people(journal: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A table in Danish with its sum."""
    assert run(["count", str(journal)]) == 0

    head, row, whole = capsys.readouterr().out.splitlines()
    assert head.split() == [
        "Afdeling",
        "Kanal",
        "Henvendelsestype",
        "Afslutning",
        "Enkeltvis",
        "Masse",
        "Tilsidesat",
    ]
    assert row.split()[:2] == ["jobcenter", "Telefon"]
    assert row.split()[-3:] == ["2", "0", "0"]
    assert whole.split() == ["I", "alt", "2", "0", "0"]


def test_reg_13_a_journal_is_counted_for_programs(
    journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON on stdout, CSV in a file."""
    out = tmp_path / "result.csv"

    assert run(["count", str(journal), "--json", "--csv", str(out)]) == 0

    data = json.loads(capsys.readouterr().out)
    assert data["total"] == {"singly": 2, "in_batches": 0, "overruled": 0}
    assert data["rows"][0]["type"] == "information vedr. sag"
    assert out.read_text(encoding="utf-8").splitlines() == [
        "department,channel,type,closing,singly,in_batches,overruled",
        "jobcenter,telephone,information vedr. sag,straksafsluttet,2,0,0",
    ]


def test_cor_08_no_personal_number_leaves_by_the_count(
    journal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither on the terminal nor in a file, though the registrations have it."""
    assert "6704881236" in journal.read_text(encoding="utf-8")
    out = tmp_path / "result.csv"
    for more in ([], ["--json"], ["--csv", str(out)]):
        run(["count", str(journal), *more])

    said = capsys.readouterr()
    assert "670488" not in said.out + said.err + out.read_text(encoding="utf-8")


def test_reg_13_a_file_kept_by_hand_is_counted(files: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """Good rows on stdout, each bad one in a line on stderr, and exit code 1."""
    contacts, municipality = files

    assert run(["count", contacts, "--municipality", municipality, "--json"]) == 1

    said = capsys.readouterr()
    assert json.loads(said.out)["total"]["singly"] == 1
    assert json.loads(said.out)["refused"] == 1
    assert said.err.count("\n") == 1
    assert "line 3: REG-02" in said.err


def test_cor_22_what_cannot_be_counted_is_told_in_a_line(
    files: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No municipality, one that does not count, no journal, a place that cannot be written to."""
    contacts, municipality = files
    quiet = tmp_path / "quiet.toml"
    quiet.write_text(MUNICIPALITY.partition("[routines")[0].replace('["registrant"]', "[]"), encoding="utf-8")
    nowhere = str(tmp_path / "none" / "result.csv")
    for arguments in (
        [contacts],
        [str(tmp_path / "none")],
        [contacts, "--municipality", municipality, "--csv", nowhere],
    ):
        assert run(["count", *arguments]) == 2
        assert "Traceback" not in capsys.readouterr().err
    assert run(["count", contacts, "--municipality", str(quiet)]) in (2, 4)
    assert "Traceback" not in capsys.readouterr().err
