"""What a run was judged to be, as test cases: from its ``summary.json``, or from verdicts just heard (SIM-09)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from attrs import field, frozen

from saksgang.checks import Verdict
from saksgang.declarations import listed
from saksgang.errors import InputRefused
from saksgang.journal import Journal

__all__ = ["Report", "TestCase", "report_of_summary", "report_of_verdicts"]

SHOWN = 10


@frozen
class TestCase:
    """One test case.

    Attributes:
        group: the requirements that it judges.
        told: the rule as a sentence.
        failure: why it failed, a line each; empty when it did not.
        skipped: why it was not judged; ``""`` when it was.
    """

    __test__ = False  # pytest collects classes with this name

    group: str
    name: str
    told: str
    failure: tuple[str, ...] = ()
    skipped: str = ""


@frozen
class Report:
    """A run's verdicts: test cases by the name of their suite, and what else is to be known of the run."""

    name: str
    suites: Mapping[str, tuple[TestCase, ...]]
    properties: Mapping[str, str] = field(factory=dict)


@frozen
class _Violation:
    requirement: str
    case: str
    at: str
    event: str
    sentence: str


@frozen
class _Check:
    id: str
    requirements: tuple[str, ...]
    kind: str
    sentence: str
    status: str
    judged: int
    violations: int
    first_violations: tuple[_Violation, ...]


@frozen
class _Target:
    deadline: str
    asked: float
    share: float
    ended: int
    held: bool


@frozen
class _Summary:
    """The fields of ``summary.json`` that matter here; docs/journal.md tells them all."""

    scenario: str
    municipality: str
    seed: int
    start: str
    until: str
    complete: bool
    events: int
    digest: str
    checks: tuple[_Check, ...]
    targets: tuple[_Target, ...]
    plugin_failures: int


def report_of_summary(path: Path, journal: Journal) -> Report:
    """The report of a run that left its summary.

    Raises:
        InputRefused: the file cannot be read, or is that of another journal.
    """
    try:
        summary = msgspec.convert(msgspec.json.decode(path.read_bytes()), _Summary)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError, RecursionError) as error:
        raise InputRefused(
            f"The summary {path} cannot be read ({error}): take it away and name the journal, to have it judged anew."
        ) from error
    if summary.digest != journal.digest:
        raise InputRefused(
            f"The summary {path} is of another journal than the one beside it: take it away and name the journal, to "
            "have it judged anew."
        )
    names = ("municipality", "seed", "start", "until", "events", "digest")
    properties = {name: str(getattr(summary, name)) for name in names}
    suites = {
        "checks": tuple(map(_of_check, summary.checks)),
        "targets": tuple(map(_of_target, summary.targets)),
        "run": (_of_plugins(summary.plugin_failures), _of_end(summary)),
    }
    return Report(summary.scenario, suites, properties)


def report_of_verdicts(
    name: str, verdicts: Iterable[Verdict], properties: Mapping[str, str], missing: Iterable[str] = ()
) -> Report:
    """The report of a journal that was judged just now; targets are a scenario's, so there are none.

    Of each routine that is ``missing`` here nothing was judged, and a test case that was skipped says so.
    """
    checks = (
        _Check(
            verdict.id,
            verdict.requirements,
            verdict.kind,
            verdict.sentence,
            verdict.status,
            verdict.judged,
            verdict.count,
            tuple(
                _Violation(each.requirement, each.case, each.at.isoformat(), each.event, each.sentence)
                for each in verdict.violations[:SHOWN]
            ),
        )
        for verdict in verdicts
    )
    suites = {"checks": tuple(map(_of_check, checks)), "not judged": tuple(map(_of_missing, missing))}
    return Report(name, {title: cases for title, cases in suites.items() if cases}, properties)


def _of_check(check: _Check) -> TestCase:
    group = listed(check.requirements)
    if check.status == "not put to the test":
        return TestCase(group, check.id, check.sentence, skipped=check.status)
    return TestCase(group, check.id, check.sentence, tuple(_broken(check)))


def _of_missing(routine: str) -> TestCase:
    skipped = "not installed here, so its checks were not judged"
    return TestCase(routine, f"{routine}-is-judged", f"The checks of {routine} are judged.", skipped=skipped)


def _broken(check: _Check) -> Iterable[str]:
    if check.status == "not reached":
        yield "Never reached: it was to happen at least once, so the run proves nothing about it."
    if check.violations:
        yield f"Violated {check.violations} times, put to the test {check.judged} times."
    for each in check.first_violations:
        where = f"case {each.case or 'none'} at {each.at} event {each.event or 'none'}"
        yield f"{each.requirement} {where}: {each.sentence}"


def _of_target(target: _Target) -> TestCase:
    told = f"At least {target.asked:.0%} are met."
    if not target.ended:
        return TestCase("target", target.deadline, told, ("None ended, so the run proves nothing about it.",))
    was = f"{target.share:.1%} of {target.ended} were met, asked was {target.asked:.0%}."
    return TestCase("target", target.deadline, told, () if target.held else (was,))


def _of_plugins(failures: int) -> TestCase:
    failed = (f"Plugins failed {failures} times.",) if failures else ()
    return TestCase("run", "no-plugin-failed", "No plugin raised an error.", failed)


def _of_end(summary: _Summary) -> TestCase:
    partial = () if summary.complete else (f"Interrupted on {summary.until}: this is a partial report.",)
    return TestCase("run", "the-run-came-to-its-end", "The run was not interrupted.", partial)
