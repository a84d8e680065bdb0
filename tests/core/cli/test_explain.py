"""``saksgang explain`` answers from a journal or from a rule alone (COR-13, CLI-01)."""

from __future__ import annotations

from pathlib import Path

import pytest

from saksgang.commands import PauseDeadline
from tests.core.cli.small_run import CASE, registry, said, small_run
from tests.core.small_office import NUMBER

Capture = pytest.CaptureFixture[str]


def test_cor_13_a_case_of_a_run_is_explained(capfd: Capture, tmp_path: Path) -> None:
    """With label and source from the routine's declaration, and days by name."""
    small_run(tmp_path / "run")
    answer = said(capfd, "explain", tmp_path / "run", CASE)

    lines = answer.out.splitlines()
    assert (answer.code, answer.err) == (0, "")
    assert '"Frist for svar"' in lines[0]
    assert "Source: forvaltningsloven § 11 a." in lines[0]
    assert "Friday 3 April 2026: not counted, Langfredag." in lines
    assert lines[-1] == "Still running, due Wednesday 8 April 2026 at 10:00."


def test_cli_01_an_explanation_is_there_as_json(capfd: Capture, tmp_path: Path) -> None:
    """One entry a deadline, with the same lines."""
    small_run(tmp_path / "run")
    text = said(capfd, "explain", tmp_path / "run" / "journal.jsonl", f"{CASE}/deadline-1").out
    data = said(capfd, "explain", tmp_path / "run", CASE, "--json").data

    assert [entry["id"] for entry in data] == [f"{CASE}/deadline-1"]
    assert data[0]["lines"] == text.splitlines()


def test_cor_13_an_explanation_is_told_in_the_language_asked_for(capfd: Capture, tmp_path: Path) -> None:
    """Of a journal as of a rule alone; without ``--lang`` in English."""
    small_run(tmp_path / "run")
    case = said(capfd, "explain", tmp_path / "run", CASE, "--lang", "nb")
    rule = said(capfd, "explain", "--rule", "3 days", "--from", "2026-05-02 09:00", "--country", "DK", "--lang", "da")

    assert "Fredag 3. april 2026: regnes ikke med, langfredag." in case.out.splitlines()
    assert rule.out.splitlines()[-1].startswith("Forfalder tirsdag den 5. maj 2026 kl. 09:00 lokal tid")


def test_cli_02_a_language_that_is_not_there_is_wrong_usage(capfd: Capture, tmp_path: Path) -> None:
    """With those that are."""
    answer = said(capfd, "explain", tmp_path / "run", CASE, "--lang", "xx")

    assert answer.code == 2
    assert "'xx' is not one of 'en', 'nb', 'da'" in answer.err


def test_cor_13_a_routine_that_is_not_installed_is_told_on_stderr(capfd: Capture, tmp_path: Path) -> None:
    """The due times are explained all the same."""
    small_run(tmp_path / "run")
    bare = registry()
    del bare._loaded["small"]
    answer = said(capfd, "explain", tmp_path / "run", CASE, among=bare)

    assert answer.code == 0
    assert "routine small is not installed here" in answer.out
    assert "without labels and sources: small" in answer.err


def test_cor_08_a_number_in_a_reason_is_masked(capfd: Capture, tmp_path: Path) -> None:
    """A reason is free text and may hold one."""
    pause = PauseDeadline(f"{CASE}/deadline-1", f"venter på mor {NUMBER}")
    small_run(tmp_path / "run", lambda office: office.do(pause))

    answer = said(capfd, "explain", tmp_path / "run", CASE)
    assert "(venter på mor ***********)" in answer.out


def test_cor_13_a_rule_is_explained_without_a_journal(capfd: Capture) -> None:
    """Three days from Saturday 2 May 2026 at 09:00, moved off the weekend by nothing: Tuesday at 09:00."""
    answer = said(capfd, "explain", "--rule", "3 days", "--from", "2026-05-02 09:00", "--country", "NO")

    assert answer.out.splitlines()[-1].startswith("Due Tuesday 5 May 2026 at 09:00 local time (Europe/Oslo)")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["run"],
        ["run", ""],
        ["run", " "],
        ["--rule", "3 days"],
        ["run", CASE, "--country", "NO"],
        ["run", "--rule", "3 days"],
    ],
)
def test_cli_02_half_a_question_is_wrong_usage(capfd: Capture, arguments: list[str]) -> None:
    """Journal and key belong together, rule, start and country too, and the two do not mix."""
    answer = said(capfd, "explain", *arguments)

    assert (answer.code, answer.out) == (2, "")
    assert "Name a JOURNAL and a KEY" in answer.err


@pytest.mark.parametrize(
    ("rule", "start", "country", "told"),
    [
        ("3 dys", "2026-05-02 09:00", "NO", '"3 days"'),
        ("3 days", "2. mai", "NO", "'2. mai'"),
        ("3 days", "2026-05-02 09:00", "SE", "'SE'"),
    ],
)
def test_cor_22_bad_input_is_told_in_one_line(capfd: Capture, rule: str, start: str, country: str, told: str) -> None:
    """The wrong part is named."""
    answer = said(capfd, "explain", "--rule", rule, "--from", start, "--country", country)

    assert (answer.code, answer.err.count("\n")) == (2, 1)
    assert told in answer.err


def test_cor_22_a_missing_journal_is_told_in_one_line(capfd: Capture, tmp_path: Path) -> None:
    """A path that leads nowhere is a user's mistake."""
    answer = said(capfd, "explain", tmp_path / "nowhere", CASE)

    assert (answer.code, answer.err.count("\n")) == (2, 1)
