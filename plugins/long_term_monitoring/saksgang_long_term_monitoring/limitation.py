"""When claims lapse, and the last day on which a case may come up for review without an overrule (MON-14)."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable
from functools import lru_cache

from saksgang.legaltime import Almanac, Rule, due
from saksgang_long_term_monitoring.claims import Claim
from saksgang_long_term_monitoring.law import rule_in_force

__all__ = ["lapses", "last_review_day", "months_before", "warned"]

NOON = dt.time(12)


def lapses(claim: Claim, almanac: Almanac) -> dt.date:
    """The last day on which a claim has not lapsed: 3 years, with an enforcement basis 10 (foreldelsesloven)."""
    return _lapses(claim.basis, claim.limitation_from, almanac)


@lru_cache(maxsize=10_000)
def _lapses(basis: str, since: dt.date, almanac: Almanac) -> dt.date:
    rule = Rule.parse(rule_in_force(f"limitation_{basis}", since))
    return almanac.today(due(almanac.instant(since, NOON), rule, almanac))


def warned(claim: Claim, margin: int, almanac: Almanac) -> dt.date:
    """The day on which a claim is listed as lapsing soon: so many calendar months before."""
    return _warned(claim.basis, claim.limitation_from, margin, almanac)


@lru_cache(maxsize=10_000)
def _warned(basis: str, since: dt.date, margin: int, almanac: Almanac) -> dt.date:
    return months_before(_lapses(basis, since, almanac), margin)


def last_review_day(claims: Iterable[Claim], margin: int, almanac: Almanac) -> dt.date | None:
    """The last day on which a review may be due, ``None`` where nothing is owed: the earliest of the open claims."""
    return min((warned(claim, margin, almanac) for claim in claims if claim.open), default=None)


def months_before(day: dt.date, months: int) -> dt.date:
    """The same day number so many months earlier, or the last day of a month that has no such."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
