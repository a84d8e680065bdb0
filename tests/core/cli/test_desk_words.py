"""A desk in Norwegian and Danish, by the labels of its routines (COR-06)."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from string import Formatter

import pytest
from attrs import evolve

from saksgang.cli.desk_page import list_text
from saksgang.cli.desk_words import DeskWords, tables
from saksgang.declarations import Catalogue
from saksgang.legaltime import Almanac
from saksgang.records import Letter, Task
from saksgang.worklists import LISTS, Row
from tests.core.cli.small_run import CASE, said, small_run

NOW = dt.datetime(2026, 4, 1, tzinfo=dt.UTC)
Capture = pytest.CaptureFixture[str]
ROW = Row(
    kind="task",
    id="task-1",
    routine="gone",
    case=CASE,
    type="reply",
    label="reply",
    state="waiting",
    queue="officer",
    waits_for="office",
    marks=("new", "overdue", "waiting", "paused"),
)
NOTICES = ("waits for your approval", "new in your case list", "was returned to you", "due today", "task received")


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """The folder of a small run."""
    small_run(tmp_path / "run")
    return tmp_path / "run"


def fields(text: str) -> set[str]:
    """What a phrase is filled in with."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_cor_06_both_languages_say_the_same_with_the_same_fields() -> None:
    """No phrase is in one of them only, and a translation loses nothing that is filled in."""
    norwegian, danish = tables()["nb"], tables()["da"]

    for table in ("phrases", "states"):
        assert list(norwegian[table]) == list(danish[table])
        for language in (norwegian, danish):
            assert [phrase for phrase, text in language[table].items() if fields(text) != fields(phrase)] == []


def test_cor_06_every_list_state_and_notice_has_its_words() -> None:
    """Those of the program, so that none shows up in English; states as the records name them."""
    own = tables()["nb"]
    documented = f"{Letter.__doc__}{Task.__doc__}".partition("state:")[2]
    states = set(re.findall(r"``([a-z ]+)``", documented.partition("rounds:")[0]))

    assert set(LISTS) <= set(own["phrases"])
    assert set(NOTICES) <= set(own["phrases"])
    assert len(states) > 10
    assert states <= set(own["states"])


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "nb",
            (
                "Sak SAK-2026-00001, ny",
                "saksbehandler  kari",
                "Dokumenter: 1",
                "Henvendelse, mottatt 2026-04-01, datert 2026-04-01, brev",
                "Svarbrev til citizen:1: til godkjenning",
                "Svar på henvendelse til kari: åpen",
                "Frist for svar, frist: løper, forfaller 2026-04-08 10:00",
                "Historikk: 7",
                "(Frist for svar) begynte å løpe",
            ),
        ),
        ("da", ("Sag SAK-2026-00001, ny", "til godkendelse", "Svar på henvendelse til kari: åben", "Historik: 7")),
    ],
)
def test_cor_06_a_case_is_told_in_the_language_of_its_office(
    capfd: Capture, run: Path, language: str, expected: tuple[str, ...]
) -> None:
    """Heads, states and history in it, kinds by their labels."""
    answer = said(capfd, "desk", run, "kari", "--case", CASE, "--lang", language)

    assert answer.code == 0
    assert [each for each in expected if each not in answer.out] == [], answer.out


def test_cor_06_the_lists_are_told_in_it_too(capfd: Capture, run: Path) -> None:
    """Titles, columns, notices and marks."""
    answer = said(capfd, "desk", run, "kari", "--lang", "nb")

    titles = [line for line in answer.out.splitlines() if line and not line.startswith(" ")]
    assert titles == [
        "Arbeidsbordet til kari, 2026-04-01 12:00 lokal tid",
        "Oppstartsside: 2",
        "Saksliste: 1",
        "Oppgaveliste: 1",
        "Forfallsliste: 1",
        "Postbilde: ingenting",
        "Til godkjenning: ingenting",
        "På vent: ingenting",
    ]
    assert "ny på sakslisten din" in answer.out
    assert not re.search(r"(?<!/)\b(case|task|deadline|open|running|queue|overdue|document)\b(?!-)", answer.out)


def test_cor_06_json_is_the_same_in_every_language(capfd: Capture, run: Path) -> None:
    """It is data."""
    for more in ([], ["--case", CASE]):
        asked = ("desk", run, "kari", *more, "--json")
        assert said(capfd, *asked, "--lang", "da").out == said(capfd, *asked).out


def test_cor_06_what_no_routine_declares_goes_by_its_id() -> None:
    """Where a plugin is not at hand any more; the rest is in the language all the same."""
    say = DeskWords("nb", Catalogue({}))
    task = Task("task-1", "gone", CASE, "reply", "", "kari", "officer", "", NOW, NOW, outcome="sent on", state="done")
    text = list_text("task list", [ROW], Almanac("NO"), say)

    assert (say.task(task), say.ended(task)) == ("reply", "sent on")
    assert say.ended(evolve(task, outcome="done")) == "utført"
    assert "ny, forfalt, på vent, står stille" in text
    assert "køen til officer" in text
    assert "kontoret" in text
