"""``saksgang report``: where it writes, what it refuses, what it says of a run cut short (SIM-09, SIM-11)."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from saksgang.exits import Exit
from saksgang_sim.report.summary_file import Summary
from tests.sim.garden import garden_in
from tests.sim.running import said


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of the garden, whose routine is in a file of its own and not installed."""
    folder = tmp_path_factory.mktemp("garden")
    said("simulate", garden_in(folder).path, "--out", folder / "run")
    return folder / "run"


@pytest.fixture
def run(made: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    shutil.copytree(made, tmp_path / "run")
    return tmp_path / "run"


def changed(run: Path, **fields: object) -> None:
    """The summary with some fields changed."""
    summary = json.loads((run / "summary.json").read_text("utf-8"))
    (run / "summary.json").write_text(json.dumps({**summary, **fields}), "utf-8")


def first_case(run: Path) -> str:
    """The number of a case in it."""
    lines = map(json.loads, (run / "journal.jsonl").read_text("utf-8").splitlines())
    return str(next(line["data"]["case"] for line in lines if line["type"] == "CaseOpened"))


def test_cli_01_the_report_lies_beside_the_journal(run: Path) -> None:
    """Named by its folder or by the journal's file; stdout tells where."""
    for named in (run, run / "journal.jsonl"):
        answer = said("report", named)
        assert (answer.code, answer.err) == (Exit.HELD, "")
        assert answer.out.startswith(f"Report: {run / 'report.html'} (0.")
    assert "<h1>Hagaby</h1>" in (run / "report.html").read_text("utf-8")


def test_cli_01_out_names_another_file_or_stdout(run: Path, tmp_path: Path) -> None:
    """Then nothing lies beside the journal."""
    said("report", run, "--out", tmp_path / "other.html", "--lang", "en")
    out = said("report", run, "--out", "-", "--lang", "en").out

    assert (tmp_path / "other.html").read_text("utf-8") == out
    assert not (run / "report.html").exists()


def test_sim_09_any_case_has_a_page(run: Path) -> None:
    """With the command that makes it again."""
    number = first_case(run)
    answer = said("report", run, "--case", number)
    page = (run / "report-case.html").read_text("utf-8")

    assert answer.out.startswith(f"Report: {run / 'report-case.html'} ")
    assert f"Sak {number}" in page
    assert f"saksgang report {run} --case {number}" in page
    assert json.loads((run / "summary.json").read_text("utf-8"))["repeat"] in page
    assert "<script" not in page


def test_sim_09_the_next_run_into_the_folder_takes_the_reports_away(run: Path, tmp_path: Path) -> None:
    """They are of the run that gives way."""
    said("report", run)
    said("report", run, "--case", first_case(run))
    answer = said("simulate", garden_in(tmp_path / "garden").path, "--out", run)

    assert answer.code == Exit.HELD
    assert {path.name for path in run.iterdir()} & {"report.html", "report-case.html"} == set()


@pytest.mark.parametrize("number", ["", "GAR-2099-00001", "../../etc/passwd"])
def test_cor_22_a_case_that_is_not_there_is_refused(run: Path, number: str) -> None:
    """In one sentence, and nothing is written."""
    answer = said("report", run, "--case", number)

    assert answer.code == Exit.USAGE
    assert f"has no case {number!r}: name one by its number." in answer.err
    assert not (run / "report-case.html").exists()


def test_cor_22_a_folder_without_a_journal_is_refused(tmp_path: Path) -> None:
    """As by every verb that reads one."""
    answer = said("report", tmp_path)

    assert answer.code == Exit.USAGE
    assert "has neither" in answer.err


def test_cor_22_a_file_that_cannot_be_written_is_refused(run: Path, tmp_path: Path) -> None:
    """A sentence names it."""
    answer = said("report", run, "--out", tmp_path)

    assert answer.code == Exit.USAGE
    assert f"The report cannot be written to {tmp_path}: it is a folder; name a file with --out." in answer.err


def test_cor_21_a_damaged_journal_gives_no_report(run: Path) -> None:
    """It ends as with every other verb, and a report that was there stays."""
    said("report", run)
    before = (run / "report.html").read_bytes()
    journal = (run / "journal.jsonl").read_bytes()
    (run / "journal.jsonl").write_bytes(journal.replace(b'"kari"', b'"karl"', 1))
    answer = said("report", run)

    assert answer.code == Exit.FAILED
    assert "is damaged" in answer.err
    assert (run / "report.html").read_bytes() == before


@pytest.mark.parametrize("content", ["[]", "{", '{"scenario": 3}', "\ud800"])
def test_cor_22_a_summary_that_cannot_be_read_is_refused(run: Path, content: str) -> None:
    """With what to do about it."""
    (run / "summary.json").write_text(content, "utf-8", errors="surrogatepass")
    answer = said("report", run)

    assert answer.code == Exit.USAGE
    assert "summary.json cannot be read: " in answer.err
    assert "simulate again, or move it away to do without" in answer.err


def test_sim_11_a_run_that_was_cut_short_is_called_partial(run: Path) -> None:
    """With the day on which it was; a whole run is not."""
    whole = said("report", run, "--out", "-", "--lang", "en").out
    changed(run, complete=False, until="2026-04-20")
    cut = said("report", run, "--out", "-", "--lang", "en").out

    assert "Partial report" not in whole
    assert "The run was interrupted on 20 Apr 2026" in cut


def test_sim_11_without_a_summary_it_says_that_it_cannot_know(run: Path) -> None:
    """A killed process leaves none; the figures are there all the same, the verdicts are not."""
    (run / "summary.json").unlink()
    text = said("report", run, "--out", "-", "--lang", "en").out

    assert "cannot say whether the run came to its end" in text
    assert 'id="checks"' not in text
    assert 'id="months"' in text


def test_sim_05_the_report_of_a_disturbed_run_tells_its_faults(run: Path) -> None:
    """Which were on, and how often each struck; an undisturbed one has no such line."""
    whole = said("report", run, "--out", "-", "--lang", "en").out
    changed(run, faults={"rates": {"print_lost": 0.1, "print_twice": 0.1}, "struck": {"print_lost": 3}})
    text = said("report", run, "--out", "-", "--lang", "en").out

    assert 'print service.</span> <small>print_lost</small></th><td class="number">3</td>' in text
    assert 'second time.</span> <small>print_twice</small></th><td class="number">0</td>' in text
    assert "Faults that were on" not in whole


def test_sim_09_a_summary_of_another_run_is_not_believed(run: Path) -> None:
    """Neither its verdicts nor its seed."""
    changed(run, digest="0" * 64)
    text = said("report", run, "--out", "-", "--lang", "en").out

    assert "belongs to another run" in text
    assert 'id="checks"' not in text


def test_cli_03_the_report_tells_how_to_run_it_again(run: Path, tmp_path: Path) -> None:
    """The command in it gives the same journal."""
    summary = json.loads((run / "summary.json").read_text("utf-8"))
    text = said("report", run, "--out", "-").out
    program, *arguments = summary["repeat"].split()
    again = said(*arguments, "--json")

    assert program == "saksgang"
    assert summary["repeat"] in text
    assert again.data["digest"] == summary["digest"]


def test_sim_09_what_was_violated_stands_on_top_of_the_checks_with_its_case(run: Path) -> None:
    """With the rule, the sentence, and the case on the page."""
    number = first_case(run)
    violation = {"requirement": "GAR-01", "case": number, "at": "x", "event": "y", "sentence": "It was late."}
    check = {
        "id": "garden-in-time",
        "requirements": ["GAR-01"],
        "sentence": "It is in time.",
        "status": "violated",
        "judged": 3,
        "violations": 1,
        "first_violations": [violation],
    }
    changed(run, checks=[check])
    text = said("report", run, "--out", "-", "--lang", "en").out

    assert "1 of 1 checks were violated." in text
    assert f'<a href="#case-{number}">{number}</a>: <span lang="en">It was late.</span>' in text


def test_sim_09_both_kinds_of_journal_give_the_same_report(tmp_path: Path) -> None:
    """To the byte, but for where it lies."""
    path = garden_in(tmp_path / "garden").path
    for kind in ("lines", "sqlite"):
        said("simulate", path, "--out", tmp_path / kind, "--journal", kind)
    lines, sqlite = (said("report", tmp_path / kind, "--out", "-").out for kind in ("lines", "sqlite"))
    number = first_case(tmp_path / "lines")
    cases = [said("report", tmp_path / kind, "--case", number, "--out", "-").out for kind in ("lines", "sqlite")]

    assert lines.replace(str(tmp_path / "lines"), str(tmp_path / "sqlite")) == sqlite
    assert cases[0].replace(str(tmp_path / "lines"), str(tmp_path / "sqlite")) == cases[1]


def test_the_summary_has_what_the_report_reads(run: Path) -> None:
    """Every field that the report knows stands in the file that a run leaves."""
    summary = json.loads((run / "summary.json").read_text("utf-8"))

    assert set(Summary.__struct_fields__) <= set(summary)
