"""An audit as people and programs read it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from saksgang.audit import Audit, AuditRule, Finding, Outcome
from saksgang.cli.listing import columns
from saksgang.configuration.problems import escaped
from saksgang.legaltime import Almanac
from saksgang.worklists import hidden

__all__ = ["audit_data", "audit_lines", "broken"]

HEADINGS = ("judged", "held", "broken", "open", "excused", "share", "rule")


def broken(result: Audit) -> bool:
    """Whether a rule was broken."""
    return any(finding.counts["broken"] for finding in result.findings)


def audit_lines(result: Audit, almanac: Almanac, worst: int) -> Iterator[str]:
    """The page: a table of the rules, the worst cases of each that was broken, the verdict."""
    since, until = (f"{almanac.local(at):%Y-%m-%d %H:%M}" for at in (result.since, result.until))
    yield f"{result.entries:,} entries of {result.cases:,} cases, {since} to {until} local time ({almanac.zone})"
    yield ""
    yield columns(HEADINGS, [_row(finding) for finding in result.findings])
    for finding in result.findings:
        if finding.worst and worst:
            yield ""
            yield f"Broken, the worst first: {_name(finding.rule)}"
            yield columns(
                ("case", "from", "due", "then", "what"), [_case(each, almanac) for each in finding.worst[:worst]]
            )
            if (more := finding.counts["broken"] - worst) > 0:
                yield f"and {more:,} more"
    yield ""
    yield _verdict(result)


def audit_data(result: Audit, almanac: Almanac) -> dict[str, object]:
    """The same as data; times are local, with their offset."""
    return {
        "entries": result.entries,
        "cases": result.cases,
        "since": _time(result.since, almanac),
        "until": _time(result.until, almanac),
        "verdict": _word(result),
        "rules": [
            {
                "name": finding.rule.name,
                "rule": finding.rule.text,
                "judged": finding.judged,
                **{name: finding.counts[name] for name in ("held", "broken", "open", "excused")},
                "share": None if finding.share is None else round(finding.share, 4),
                "hints": list(finding.hints),
                "worst": [_case_data(each, almanac) for each in finding.worst],
            }
            for finding in result.findings
        ],
    }


def _row(finding: Finding) -> tuple[str, ...]:
    counts = finding.counts
    numbers = (finding.judged, counts["held"], counts["broken"], counts["open"], counts["excused"])
    share = "-" if finding.share is None else f"{finding.share:.1%}"
    return (*(f"{number:,}" for number in numbers), share, _name(finding.rule))


def _name(rule: AuditRule) -> str:
    return _shown(f"{rule.name}: {rule.text}" if rule.name else rule.text)


def _case(outcome: Outcome, almanac: Almanac) -> tuple[str, ...]:
    times = (f"{almanac.local(at):%Y-%m-%d %H:%M}" if at else "-" for at in (outcome.since, outcome.due, outcome.then))
    return (_shown(outcome.case), *times, _shown(outcome.told))


def _case_data(outcome: Outcome, almanac: Almanac) -> dict[str, object]:
    return {
        "case": hidden(outcome.case),
        "from": _time(outcome.since, almanac),
        "due": _time(outcome.due, almanac),
        "then": _time(outcome.then, almanac),
        "what": hidden(outcome.told),
    }


def _shown(text: str) -> str:
    """Of a log from anywhere: without what looks like a personal number (COR-08), and nothing a terminal would obey."""
    return escaped(hidden(text))


def _time(at: dt.datetime | None, almanac: Almanac) -> str | None:
    return almanac.local(at).isoformat(timespec="seconds") if at else None


def _word(result: Audit) -> str:
    if broken(result):
        return "broken"
    return "held" if any(finding.judged for finding in result.findings) else "nothing judged"


def _verdict(result: Audit) -> str:
    number = sum(finding.counts["broken"] for finding in result.findings)
    rules = f"{len(result.findings)} rule{'' if len(result.findings) == 1 else 's'}"
    idle = sum(not finding.judged for finding in result.findings)
    without = f"; {idle} had no occasion" if idle else ""
    judged = sum(finding.judged for finding in result.findings)
    if not judged:
        return f"Nothing was judged: {rules} had no occasion that has ended."
    put = f"{rules}, put to the test {judged:,} times"
    return f"NOT all held: {put}, broken {number:,} times{without}." if number else f"All held: {put}{without}."
