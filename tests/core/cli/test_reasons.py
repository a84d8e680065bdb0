"""Desk and explanation tell why a rule acted in Norwegian and Danish; data stays as the journal is (COR-06, COR-13)."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from types import ModuleType

import pytest
from attrs import evolve

from saksgang import hookspecs
from saksgang.commands import CreateTask, MeetDeadline, RecordContact, ReportAbsence, SubmitDocument, WaitWithTask
from saksgang.declarations import Routine
from saksgang.hookspecs import hookimpl
from saksgang.plugins import Registry
from tests.core.cli.small_run import CASE, Said, registry, said, small_run
from tests.core.packages import package_in
from tests.core.small_office import ROUTINE, SmallOffice

Capture = pytest.CaptureFixture[str]
LINES = """
[nb]
"not opened within {rule}" = "ikke åpnet innen {rule}"
"reply letter" = "svarbrev"

[da]
"not opened within {rule}" = "ikke åbnet inden for {rule}"
"reply letter" = "svarbrev til borgeren"
"""
ENGLISH = ("not opened", "reply letter", "is absent until", "telephone", "letter,", "from citizen:1 by")
LAST = dt.date(2026, 4, 10)


class Lines:
    """The small routine from a package with lines for its reasons."""

    def __init__(self, package: str) -> None:
        self.package = package

    @hookimpl
    def declare_routine(self) -> Routine:
        """Say what it is."""
        return evolve(ROUTINE, package=self.package)


def more(office: SmallOffice) -> None:
    """What is told with a reason, a channel or a direction; one task goes to a queue, one document is in the inbox."""
    office.do(ReportAbsence("ola", LAST, LAST, "kurs"))
    office.do(MeetDeadline(f"{CASE}/deadline-1", "not opened within 2 working days"), "rule:X-1")
    office.do(RecordContact("small", "citizen:1", "in", "telephone", "reply letter", CASE))
    office.do(SubmitDocument("small", "citizen:1", "citizen:1", "Etterlyst"))
    office.at("2026-04-10 09:00")
    office.do(CreateTask("reply", case=CASE, owner="ola"), "rule:X-2")


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """The folder of a run in which rules said why."""
    small_run(tmp_path / "run", more)
    return tmp_path / "run"


@pytest.fixture
def among(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Registry:
    """The routine with its lines, and nothing else."""
    found = Registry(hookspecs.PROJECT, "no such group", hookspecs)
    found.register(Lines(package_in(tmp_path, monkeypatch, LINES)), "small", "test")
    return found


def told(answer: Said, expected: tuple[str, ...]) -> None:
    """It has these words, and none of English."""
    assert answer.code == 0, answer.err
    assert [each for each in expected if each not in answer.out] == [], answer.out
    assert [each for each in ENGLISH if each in answer.out] == [], answer.out


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "nb",
            (
                "holdt, forfall 2026-04-08 10:00: ikke åpnet innen 2 arbeidsdager",
                "ola er borte til og med 10. april 2026 og har ingen stedfortreder: til køen",
                "(inn, telefon) med citizen:1 om svarbrev",
                "datert 2026-04-01, brev",
            ),
        ),
        (
            "da",
            (
                "overholdt, forfald 2026-04-08 10:00: ikke åbnet inden for 2 arbejdsdage",
                "ola er fraværende til og med 10. april 2026 og har ingen stedfortræder: til køen",
                "(ind, telefon) med citizen:1 om svarbrev til borgeren",
                "dateret 2026-04-01, brev",
            ),
        ),
    ],
)
def test_cor_06_a_desk_tells_the_reasons_of_a_case_in_its_language(
    capfd: Capture, run: Path, among: Registry, language: str, expected: tuple[str, ...]
) -> None:
    """Of the routine and of the core, spans of time and days in them; channels and directions too."""
    told(said(capfd, "desk", run, "kari", "--case", CASE, "--lang", language, among=among), expected)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("nb", ("ola er borte til og med 10. april 2026", "fra citizen:1, kanal brev, datert 2026-04-01")),
        ("da", ("ola er fraværende til og med 10. april 2026", "fra citizen:1, kanal brev, dateret 2026-04-01")),
    ],
)
def test_cor_06_a_desk_tells_the_remarks_of_its_lists_in_its_language(
    capfd: Capture, run: Path, among: Registry, language: str, expected: tuple[str, ...]
) -> None:
    """Why a task is in the queue, and where a document in the inbox is from."""
    told(said(capfd, "desk", run, "kari", "--lang", language, among=among), expected)


@pytest.mark.parametrize(
    ("language", "deadline", "task"),
    [
        (
            "nb",
            "Holdt onsdag 1. april 2026 kl. 12:00 (ikke åpnet innen 2 arbeidsdager).",
            "(ola er borte til og med 10. april 2026 og har ingen stedfortreder: til køen).",
        ),
        (
            "da",
            "Overholdt onsdag den 1. april 2026 kl. 12:00 (ikke åbnet inden for 2 arbejdsdage).",
            "(ola er fraværende til og med 10. april 2026 og har ingen stedfortræder: til køen).",
        ),
    ],
)
def test_cor_13_an_explanation_tells_reasons_in_its_language(
    capfd: Capture, run: Path, among: Registry, language: str, deadline: str, task: str
) -> None:
    """Of how a deadline ended, and of why a task is not with whom a rule named."""
    told(said(capfd, "explain", run, CASE, "--lang", language, among=among), (deadline,))
    last = said(capfd, "explain", run, f"{CASE}/task-2", "--lang", language, among=among)
    told(last, (task, "Svar på henvendelse"))


def test_cor_06_a_desk_has_the_reasons_of_plugins_that_are_no_routine(
    capfd: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as a simulation, which writes into the cases of every routine; a single file is in no package."""
    helper, alone = ModuleType("helper"), ModuleType("alone")
    helper.__package__ = package_in(tmp_path, monkeypatch, '[da]\n"at a loss" = "ved ikke hvordan"\n')
    alone.__package__ = ""
    found = registry(helper, alone)
    small_run(tmp_path / "run", lambda office: office.do(WaitWithTask(f"{CASE}/task-1", "at a loss")))
    told(said(capfd, "desk", tmp_path / "run", "kari", "--lang", "da", among=found), ("ved ikke hvordan",))

    assert found.beside == (helper.__package__,)


def test_cor_06_in_english_and_as_data_the_journal_has_the_word(capfd: Capture, run: Path, among: Registry) -> None:
    """What a program reads is the same whoever asks, and nothing is told by half."""
    english = said(capfd, "desk", run, "kari", "--case", CASE, among=among).out
    data = said(capfd, "desk", run, "kari", "--json", "--lang", "nb", among=among).out

    assert "not opened within 2 working days" in english
    assert "(in, telephone) with citizen:1 about reply letter" in english
    assert "ola is absent until 2026-04-10 and has no deputy: the queue" in data
    assert "from citizen:1 by letter, dated 2026-04-01" in data
