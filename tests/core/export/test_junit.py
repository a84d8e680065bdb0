"""JUnit XML: each check and target a test case, red when the run's exit code is not 0 (SIM-09)."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from saksgang.checks import Verdict, Violation
from saksgang.errors import InputRefused
from saksgang.export import Report, report_of_summary, report_of_verdicts, write_junit
from tests.core.export.logs import journal_of

NOON = dt.datetime(2026, 3, 29, 12, tzinfo=dt.UTC)
BROKEN = {
    "requirement": "COR-03",
    "case": "SAK-1",
    "at": "2026-03-29T12:00:00Z",
    "event": "small:7",
    "sentence": "No\0.",
}


def check(name: str, status: str, violations: int = 0) -> dict[str, Any]:
    """A check as ``summary.json`` has it."""
    return {
        "id": name,
        "requirements": ["COR-03", "COR-07"],
        "kind": "safety",
        "sentence": "Nobody who is away gets work.",
        "status": status,
        "judged": 12,
        "violations": violations,
        "first_violations": [BROKEN] * min(violations, 10),
    }


def summary(folder: Path, **changed: object) -> Path:
    """The summary of a run whose journal has nothing but the opening."""
    content: dict[str, object] = {
        "scenario": "small",
        "municipality": "Fjordvik",
        "seed": 7,
        "start": "2026-03-02",
        "until": "2026-05-02",
        "complete": True,
        "events": 1,
        "digest": journal_of().digest,
        "checks": [],
        "targets": [],
        "plugin_failures": 0,
        "letters": {"not": "of interest here"},
    }
    (folder / "summary.json").write_text(json.dumps(content | changed), encoding="utf-8")
    return folder / "summary.json"


def parsed(report: Report, folder: Path) -> ET.Element:
    """The file of a report, read."""
    write_junit(report, folder / "report.xml")
    return ET.parse(folder / "report.xml").getroot()  # noqa: S314 - written a line above


def cases(root: ET.Element) -> dict[str, str]:
    """What became of each test case."""
    return {
        str(case.get("name")): next((each.tag for each in case if each.tag != "system-out"), "passed")
        for case in root.iter("testcase")
    }


def test_sim_09_a_check_is_a_test_case(tmp_path: Path) -> None:
    """Held is passed, violated and never reached have failed, what had no occasion is skipped."""
    checks = [
        check("a", "held"),
        check("b", "violated", 11),
        check("c", "not put to the test"),
        check("d", "not reached"),
    ]
    root = parsed(report_of_summary(summary(tmp_path, checks=checks), journal_of()), tmp_path)

    assert cases(root) == {
        "a": "passed",
        "b": "failure",
        "c": "skipped",
        "d": "failure",
        "no-plugin-failed": "passed",
        "the-run-came-to-its-end": "passed",
    }
    assert {name: root.get(name) for name in ("name", "tests", "failures", "skipped", "errors")} == {
        "name": "small",
        "tests": "6",
        "failures": "2",
        "skipped": "1",
        "errors": "0",
    }


def test_sim_09_a_failure_says_what_was_broken_where(tmp_path: Path) -> None:
    """How often, then the first ten with case, instant and event; signs that XML cannot hold are replaced."""
    report = report_of_summary(summary(tmp_path, checks=[check("b", "violated", 11)]), journal_of())
    failure = parsed(report, tmp_path).find(".//failure")

    assert failure is not None
    assert failure.get("message") == "Violated 11 times, put to the test 12 times."
    lines = (failure.text or "").splitlines()
    assert lines[1] == "COR-03 case SAK-1 at 2026-03-29T12:00:00Z event small:7: No\ufffd."
    assert len(lines) == 11


def test_sim_09_the_run_is_told_in_properties(tmp_path: Path) -> None:
    """Seed and digest, to repeat it and to know it again."""
    root = parsed(report_of_summary(summary(tmp_path), journal_of()), tmp_path)
    told = {each.get("name"): each.get("value") for each in root.iter("property")}

    assert told["seed"] == "7"
    assert told["digest"] == journal_of().digest


@pytest.mark.parametrize(
    ("held", "ended", "became"), [(True, 5, "passed"), (False, 5, "failure"), (True, 0, "failure")]
)
def test_sim_09_a_target_is_a_test_case(held: bool, ended: int, became: str, tmp_path: Path) -> None:
    """One without an occasion proves nothing, and fails as the run's exit code does."""
    target = {"deadline": "small.answer.norm", "asked": 0.9, "share": 0.8, "ended": ended, "held": held}
    root = parsed(report_of_summary(summary(tmp_path, targets=[target]), journal_of()), tmp_path)

    assert cases(root)["small.answer.norm"] == became


@pytest.mark.parametrize(
    ("changed", "name"),
    [({"plugin_failures": 2}, "no-plugin-failed"), ({"complete": False}, "the-run-came-to-its-end")],
)
def test_sim_09_a_run_that_failed_otherwise_is_red(changed: dict[str, object], name: str, tmp_path: Path) -> None:
    """A plugin that raised, an interrupted run."""
    assert cases(parsed(report_of_summary(summary(tmp_path, **changed), journal_of()), tmp_path))[name] == "failure"


def test_sim_09_verdicts_heard_just_now_become_the_same_test_cases(tmp_path: Path) -> None:
    """For a journal without a summary."""
    broken = Violation("COR-03", "SAK-1", NOON, "small:7", "Kari is away.")
    verdicts = (
        Verdict("a", ("COR-03",), "safety", "…", "held", 3, 0, ()),
        Verdict("b", ("COR-03",), "safety", "…", "violated", 3, 1, (broken,)),
    )
    root = parsed(report_of_verdicts("saksgang replay run", verdicts, {"events": "9"}), tmp_path)

    assert cases(root) == {"a": "passed", "b": "failure"}
    assert "COR-03 case SAK-1 at 2026-03-29T12:00:00+00:00 event small:7: Kari is away." in "".join(root.itertext())


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", b"{" * 5000, b'{"scenario": 7}'])
def test_cor_22_a_summary_that_cannot_be_read_is_told(content: bytes, tmp_path: Path) -> None:
    """In a sentence with the way out."""
    (tmp_path / "summary.json").write_bytes(content)

    with pytest.raises(InputRefused, match="cannot be read"):
        report_of_summary(tmp_path / "summary.json", journal_of())


def test_cor_22_a_summary_of_another_journal_is_refused(tmp_path: Path) -> None:
    """Its verdicts would be told of events that they were not about."""
    with pytest.raises(InputRefused, match="of another journal"):
        report_of_summary(summary(tmp_path, digest="0" * 64), journal_of())
