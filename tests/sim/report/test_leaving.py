"""A report takes the place of a report only: whatever else a slip of the hand names stays as it was (COR-22)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from saksgang.exits import Exit
from tests.sim.report.journals import CASE, folder_of, hostile_case
from tests.sim.running import said


@pytest.mark.parametrize("more", [(), ("--case", CASE)])
@pytest.mark.parametrize("name", ["journal.jsonl", "journal.head.json", "summary.json", "mine.txt"])
def test_cor_22_a_report_is_not_written_over_what_is_none(tmp_path: Path, name: str, more: tuple[str, ...]) -> None:
    """The run's own journal, head and summary, or somebody's text: one sentence, and every byte stays."""
    run = folder_of(tmp_path / "run", *hostile_case())
    place = run / name
    place.touch()
    before = place.read_bytes() or b"mine"
    place.write_bytes(before)
    if name == "summary.json":
        place.write_bytes(
            before := (b'{"scenario":"s","seed":1,"start":"","until":"","complete":true,"events":1,"digest":""}')
        )
    answer = said("report", run, *more, "--out", place)

    assert (answer.code, answer.out) == (Exit.USAGE, "")
    assert f"{place} is there and is no report; name another file" in answer.err
    assert answer.err.count("\n") == 1
    assert place.read_bytes() == before


def test_cor_22_a_report_takes_the_place_of_an_earlier_one(tmp_path: Path) -> None:
    """Of a run or of a case; a link to the journal is the journal; what is no file has nothing to lose."""
    run = folder_of(tmp_path / "run", *hostile_case())
    link = tmp_path / "link.html"
    link.symlink_to(run / "journal.jsonl")

    assert said("report", run).code == said("report", run).code == Exit.HELD
    assert said("report", run, "--case", CASE, "--out", run / "report.html").code == Exit.HELD
    assert said("report", run, "--out", link).code == Exit.USAGE
    assert said("report", run, "--out", "/dev/null").code == Exit.HELD
    assert "There is no folder" in said("report", run, "--out", tmp_path / "no" / "such.html").err


def test_cor_22_a_comparison_is_no_report(tmp_path: Path) -> None:
    """Each page knows its own kind."""
    run = folder_of(tmp_path / "run", *hostile_case())
    said("report", run)
    shutil.copy(run / "report.html", page := tmp_path / "page.html")
    answer = said("compare", "small", "small", "--runs", 2, "--out", page)

    assert answer.code == Exit.USAGE
    assert f"{page} is there and is no comparison" in answer.err
