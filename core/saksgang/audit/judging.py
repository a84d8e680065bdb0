"""Judging one case by one rule: pure functions of the case's entries."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from attrs import frozen

from saksgang.audit.entries import Entry, Times
from saksgang.audit.rules import AtMost, AuditRule, Before, Follows
from saksgang.legaltime import Almanac, Unit, due, fires_at

__all__ = ["Outcome", "Verdict", "judged"]

Verdict: TypeAlias = Literal["held", "broken", "open", "excused"]
ZERO = dt.timedelta()


@frozen
class Outcome:
    """One occasion on which a rule was put to the test.

    Attributes:
        since: when the occasion began.
        due: the last minute that would have been in time, ``None`` for a rule that has no due time.
        then: when what was asked for came, ``None`` when it did not.
        late: how far from what was asked: what the worst is measured by.
        told: what was wrong, ``""`` but for a broken one.
    """

    case: str
    verdict: Verdict
    since: dt.datetime
    due: dt.datetime | None = None
    then: dt.datetime | None = None
    late: dt.timedelta = ZERO
    told: str = ""


def judged(rule: AuditRule, entries: Sequence[Entry], times: Times, until: dt.datetime) -> Iterator[Outcome]:
    """Every occasion in a case.

    Args:
        rule: what is asked.
        entries: those of one case, oldest first.
        times: the office's calendar.
        until: up to which instant the log tells everything.

    Raises:
        InputRefused: a due time cannot be read, or lies outside the calendar.
    """
    match rule:
        case Follows():
            firsts = (entry for entry in entries if rule.first.fit(entry.activity))
            outcomes = (_followed(rule, entry, entries, times, until) for entry in firsts)
            yield from (outcome for outcome in outcomes if outcome is not None)
        case Before():
            yield from _before(rule, entries)
        case AtMost():
            yield from _at_most(rule, entries)


def _followed(
    rule: Follows, entry: Entry, entries: Sequence[Entry], times: Times, until: dt.datetime
) -> Outcome | None:
    last = _due(rule, entry, times)
    if last is None:
        return None
    later = [each for each in entries if each.at >= entry.at and each is not entry]
    thens = [each.at for each in later if rule.then.fit(each.activity)]
    held = next((at for at in thens if _in_time(rule, at, last, times.almanac)), None)
    over = fires_at(last) if rule.how != "exactly" else _end_of(rule, last, times.almanac)
    excuse = next((each.at for each in later if rule.unless is not None and rule.unless.fit(each.activity)), None)
    if held is not None and (excuse is None or held <= excuse):
        return Outcome(entry.case, "held", entry.at, last, held)
    if excuse is not None and excuse < over:
        return Outcome(entry.case, "excused", entry.at, last)
    if until < over:
        return Outcome(entry.case, "open", entry.at, last)
    return _broken(entry, last, thens, until, times.almanac)


def _due(rule: Follows, entry: Entry, times: Times) -> dt.datetime | None:
    """The last minute in time; ``None`` where the log gives none."""
    if rule.time is None:
        written = entry.columns.get(rule.column, "")
        return times.last(written, f"{entry.place}, column {rule.column!r}") if written else None
    return due(entry.at, rule.time, times.almanac)


def _in_time(rule: Follows, at: dt.datetime, last: dt.datetime, almanac: Almanac) -> bool:
    if rule.how != "exactly":
        return at < fires_at(last)
    if _by_hours(rule):
        return last <= at < fires_at(last)
    return almanac.today(at) == almanac.today(last)


def _end_of(rule: Follows, last: dt.datetime, almanac: Almanac) -> dt.datetime:
    """When it is over with being exactly in time."""
    return fires_at(last if _by_hours(rule) else almanac.instant(almanac.today(last), dt.time(23, 59)))


def _by_hours(rule: Follows) -> bool:
    return rule.time is not None and rule.time.duration.unit is Unit.HOURS


def _broken(
    entry: Entry, last: dt.datetime, thens: Sequence[dt.datetime], until: dt.datetime, almanac: Almanac
) -> Outcome:
    if not thens:
        late = max(until - last, ZERO)
        return Outcome(entry.case, "broken", entry.at, last, None, late, "it never came")
    nearest = min(thens, key=lambda at: (abs(at - last), at))
    late = abs(nearest - last)
    days = abs((almanac.today(nearest) - almanac.today(last)).days)
    size = f"{days} day{'' if days == 1 else 's'}" if days else f"{late // dt.timedelta(minutes=1)} minutes"
    return Outcome(
        entry.case, "broken", entry.at, last, nearest, late, f"{size} {'late' if nearest > last else 'early'}"
    )


def _before(rule: Before, entries: Sequence[Entry]) -> Iterator[Outcome]:
    first = next((each.at for each in entries if rule.before.fit(each.activity)), None)
    for entry in entries:
        if rule.never.fit(entry.activity):
            if first is not None and first <= entry.at:
                yield Outcome(entry.case, "held", entry.at, None, entry.at)
            else:
                told = f"{rule.before} never came" if first is None else f"{rule.before} came after it"
                late = ZERO if first is None else first - entry.at
                yield Outcome(entry.case, "broken", entry.at, None, first, late, told)


def _at_most(rule: AtMost, entries: Sequence[Entry]) -> Iterator[Outcome]:
    found = [each.at for each in entries if rule.what.fit(each.activity)]
    if not found:
        return
    case = entries[0].case
    if len(found) <= rule.number:
        yield Outcome(case, "held", found[0])
    else:
        yield Outcome(case, "broken", found[0], None, found[-1], found[-1] - found[0], f"{len(found)} of them")
