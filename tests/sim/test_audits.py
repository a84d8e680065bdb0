"""An audit of an exported run says what the run itself said of its deadlines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.sim.running import said

OPENED = "LetterAvailable * -> LetterOpened * within 2 working days, same minute unless LetterStopped *"
NORM = "DeadlineStarted answer -> DeadlineMet answer.norm by due"
LIMIT = "DeadlineStarted answer -> DeadlineMet answer.limit by limit"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two months of PPT, exported as CSV and XES."""
    folder = tmp_path_factory.mktemp("small")
    assert said("simulate", "small", "--out", folder / "run").code == 0
    for form in ("csv", "xes"):
        assert said("export", folder / "run", "--format", form, "--out", folder / f"log.{form}").code == 0
    return folder


def found(folder: Path, form: str, *rules: str) -> list[Any]:
    """What the rules find, each letter or deadline a case of its own."""
    asked = [word for rule in rules for word in ("--rule", rule)]
    until = json.loads((folder / "run/summary.json").read_text(encoding="utf-8"))["until"]
    at_the_end = ("--until", f"{until} 00:00", "--zone", "Europe/Oslo")
    answer = said(
        "audit", folder / f"log.{form}", "--calendar", "NO", "--map", "case=thing", *asked, *at_the_end, "--json"
    )
    rules_found: list[Any] = answer.data["rules"]
    return rules_found


@pytest.mark.parametrize("form", ["csv", "xes"])
def test_deadlines_are_found_as_the_run_judged_them(form: str, folder: Path) -> None:
    """Opened within two working days, from what happened to letters alone; the norm and the limit, by their columns."""
    deadlines = json.loads((folder / "run/summary.json").read_text(encoding="utf-8"))["deadlines"]
    opened, norm, limit = found(folder, form, OPENED, NORM, LIMIT)

    for rule, name in ((opened, "opened.due"), (norm, "answer.norm"), (limit, "answer.limit")):
        run = deadlines[f"ppt_intake.{name}"]
        assert (rule["held"], rule["broken"], rule["excused"]) == (
            run.get("met", 0),
            run.get("missed", 0),
            run.get("cancelled", 0),
        )
        assert rule["judged"] + rule["open"] + rule["excused"] == run["started"]
    assert min(opened["held"], opened["broken"], opened["excused"], norm["broken"]) > 0


def test_csv_and_xes_are_the_same_log(folder: Path) -> None:
    """Every question is answered alike."""
    rules = (OPENED, NORM, LIMIT, "never LetterSent * before LetterCompleted *", "at most 2 LetterCompleted *")

    assert found(folder, "csv", *rules) == found(folder, "xes", *rules)
