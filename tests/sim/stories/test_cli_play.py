"""``saksgang play``: what it prints and how it ends (CLI-01, CLI-02, CLI-03)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from saksgang.cli.main import run
from saksgang.exits import Exit

MUNICIPALITY = """
[municipality]
name = "Lilleby"
country = "NO"
language = "nb"

[[staff]]
id = "turid"
name = "Turid Moen"
roles = ["konsulent"]

[[staff]]
id = "berit"
name = "Berit Dal"
roles = ["leder"]

[[staff]]
id = "ola"
name = "Ola Vik"
roles = ["fagansatt"]

[routines.ppt_intake]
directory_fallback = "berit"
"""
STORY = """
title = "{title}"
requirements = ["PPT-01"]

[people]
guardian = {{ mailbox = true }}

[[step]]
at = "2026-05-11 08:30"
who = "guardian"
does = "submit document"
category = "Henvendelse"
called = "the inquiry"
sees = [{{ document = "the inquiry", registered = {registered} }}]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two stories, of which the second fails."""
    (tmp_path / "municipality.toml").write_text(MUNICIPALITY, encoding="utf-8")
    holds = STORY.format(title="It lies in the inbox", registered="false")
    (tmp_path / "a_holds.toml").write_text(holds, encoding="utf-8")
    fails = STORY.format(title="It registers itself", registered="true")
    (tmp_path / "b_fails.toml").write_text(fails, encoding="utf-8")
    return tmp_path


def test_cli_02_stories_that_hold_end_with_0(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line for each story and a summary."""
    code = run(["play", str(folder / "a_holds.toml")])

    assert code == Exit.HELD
    assert capsys.readouterr().out.splitlines() == ["ok      It lies in the inbox", "1 story played, all held."]


def test_cli_03_a_failing_story_ends_with_1_and_the_command_that_repeats_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder's stories are played in order of name; the last line plays the failed ones again."""
    code = run(["play", str(folder)])

    out, err = capsys.readouterr()
    assert code == Exit.FAILED
    assert out.splitlines()[0] == "ok      It lies in the inbox"
    assert out.splitlines()[1] == "FAILED  It registers itself"
    assert out.splitlines()[-1] == "2 stories played, 1 failed."
    assert "was there  registered false" in out
    assert err.splitlines()[-1] == f"To repeat: saksgang play {folder / 'b_fails.toml'}"


def test_cli_01_json_has_everything_and_nothing_else_is_on_stdout(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """For a program: each story with its failures; the summary goes to stderr."""
    code = run(["play", "--json", str(folder)])

    out, err = capsys.readouterr()
    holds, fails = json.loads(out)
    assert code == Exit.FAILED
    assert (holds["title"], holds["held"], holds["requirements"]) == ("It lies in the inbox", True, ["PPT-01"])
    assert (fails["failures"][0]["step"], fails["failures"][0]["there"]) == (1, "registered false")
    assert "2026-05-11 08:30 guardian: Document" in fails["failures"][0]["timeline"][0]
    assert err.splitlines()[0] == "2 stories played, 1 failed."


def test_cli_02_without_a_story_nothing_ran(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An empty folder proves nothing and says so."""
    assert run(["play", str(tmp_path)]) == Exit.NOTHING_RAN
    assert capsys.readouterr().out == "No story was found.\n"


def test_cli_02_a_wrong_story_is_refused_before_anything_runs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also the sound ones beside it are not played."""
    (folder / "c_wrong.toml").write_text('title = "Wrong"\nrequirements = ["PPT-01"]\nsteps = 1\n', encoding="utf-8")

    code = run(["play", str(folder)])

    out, err = capsys.readouterr()
    assert (code, out) == (Exit.REFUSED, "")
    assert 'c_wrong.toml: steps (line 3): There is no such key in a story. Did you mean "step"?' in err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["no_such.toml"], "There is no story no_such.toml"),
        (["--routine", "ppt_intak"], 'Did you mean "ppt_intake"?'),
        (["--routine", "ppt_intake", "."], "Name either paths or a routine."),
    ],
)
def test_cli_02_wrong_usage_ends_with_2(
    arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, no traceback."""
    assert run(["play", *arguments]) == Exit.USAGE
    assert sentence in capsys.readouterr().err


def test_sim_07_without_paths_the_stories_of_the_installed_routines_are_played(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The shipped stories hold."""
    assert run(["play", "--routine", "ppt_intake"]) == Exit.HELD

    out = capsys.readouterr().out.splitlines()
    assert len(out) > 20
    assert all(line.startswith("ok      ") for line in out[:-1])
