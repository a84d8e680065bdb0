"""An audit: a log read once, every case judged by every rule, the worst kept."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from attrs import define, evolve, field, frozen

from saksgang.audit.entries import Entry, Times
from saksgang.audit.judging import Outcome, judged
from saksgang.audit.rules import AtMost, AuditRule, Before, Follows, Names
from saksgang.errors import InputRefused

__all__ = ["Audit", "Finding", "audit"]

KEPT = 100
MOST_ACTIVITIES = 10_000


@frozen
class Finding:
    """What one rule came to.

    Attributes:
        counts: how many occasions were ``held``, ``broken``, ``open`` and ``excused``.
        worst: the broken ones, worst first, at most a hundred.
        hints: of names in the rule that the log does not have.
    """

    rule: AuditRule
    counts: Counter[str]
    worst: tuple[Outcome, ...]
    hints: tuple[str, ...]

    @property
    def judged(self) -> int:
        """How many occasions ended one way or the other."""
        return self.counts["held"] + self.counts["broken"]

    @property
    def share(self) -> float | None:
        """The share of them that held; ``None`` without any."""
        return self.counts["held"] / self.judged if self.judged else None


@frozen
class Audit:
    """What a log came to: how much there was in it, and each rule's finding in the order of the rules."""

    entries: int
    cases: int
    since: dt.datetime
    until: dt.datetime
    findings: tuple[Finding, ...]


@define
class _Log:
    """What is kept of a log: of each case the entries that a rule names."""

    rules: Sequence[AuditRule]
    columns: dict[str, bool]
    cases: dict[str, list[Entry]] = field(factory=dict)
    activities: dict[str, bool] = field(factory=dict)
    entries: int = 0
    since: dt.datetime | None = None
    until: dt.datetime | None = None

    def see(self, entry: Entry) -> None:
        """One entry more."""
        self.entries += 1
        self.since = min(entry.at, self.since or entry.at)
        self.until = max(entry.at, self.until or entry.at)
        kept = self.cases.setdefault(entry.case, [])
        if self._named(entry.activity):
            for name in self.columns.keys() & entry.columns.keys():
                self.columns[name] = True
            kept.append(evolve(entry, columns={name: entry.columns.get(name, "") for name in self.columns}))

    def _named(self, activity: str) -> bool:
        named = self.activities.get(activity)
        if named is None:
            named = any(names.fit(activity) for rule in self.rules for names in _names_of(rule))
            if len(self.activities) < MOST_ACTIVITIES:
                self.activities[activity] = named
        return named


def audit(entries: Iterable[Entry], rules: Sequence[AuditRule], times: Times, until: dt.datetime | None) -> Audit:
    """Read a log and judge it.

    Args:
        entries: of the log, in any order.
        rules: what is asked.
        times: the office's calendar.
        until: up to which instant the log tells everything; by default its last entry's.

    Raises:
        InputRefused: the log cannot be read, has no entry, begins after ``until``, or a due time in it cannot be read.
    """
    log = _Log(rules, {rule.column: False for rule in rules if isinstance(rule, Follows) and rule.column})
    for entry in entries:
        log.see(entry)
    if log.since is None or log.until is None:
        raise InputRefused("The log has no entry of any case: name the one that is meant, and its columns with --map.")
    if unknown := next((name for name, there in log.columns.items() if not there), None):
        raise InputRefused(f"The log has no column {unknown!r} that a deadline could stand in: write its heading.")
    if until is not None and until < log.since:
        since = f"{times.almanac.local(log.since):%Y-%m-%d %H:%M}"
        raise InputRefused(f"The log begins at {since}, after the time that --until names: name one that it tells of.")
    end = until or log.until
    for case in log.cases.values():
        case.sort(key=lambda entry: (entry.at, entry.number))
    findings = tuple(_finding(rule, log, times, end) for rule in rules)
    return Audit(log.entries, len(log.cases), log.since, end, findings)


def _finding(rule: AuditRule, log: _Log, times: Times, until: dt.datetime) -> Finding:
    counts: Counter[str] = Counter()
    broken: list[Outcome] = []
    for entries in log.cases.values():
        for outcome in judged(rule, entries, times, until):
            counts[outcome.verdict] += 1
            if outcome.verdict == "broken":
                broken.append(outcome)
        if len(broken) > 2 * KEPT:
            broken = _worst(broken)
    return Finding(rule, counts, tuple(_worst(broken)), tuple(_hints(rule, log)))


def _worst(broken: list[Outcome]) -> list[Outcome]:
    return sorted(broken, key=lambda outcome: (-outcome.late, outcome.since, outcome.case))[:KEPT]


def _names_of(rule: AuditRule) -> tuple[Names, ...]:
    match rule:
        case Follows():
            return (rule.first, rule.then, *([rule.unless] if rule.unless else []))
        case Before():
            return rule.never, rule.before
        case AtMost():
            return (rule.what,)


def _hints(rule: AuditRule, log: _Log) -> Iterable[str]:
    """A misspelt name makes a rule that nothing breaks, or that everything does."""
    for names in _names_of(rule):
        for name in names.alternatives:
            if not any(Names((name,)).fit(activity) for activity in log.activities):
                near = get_close_matches(name, log.activities, 1)
                yield f"The log has no activity {name!r}" + (f"; did you mean {near[0]!r}?" if near else ".")
