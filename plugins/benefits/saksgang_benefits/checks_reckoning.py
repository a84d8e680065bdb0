"""An independent book-keeper's arithmetic: what a month comes to, from the facts of a case alone (BEN-07, BEN-16).

Everything is whole øre or an exact fraction of one. Where a fact leaves two readings open, such as a birthday in the
middle of the month, both amounts are right.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from typing import Any

from attrs import frozen

from saksgang_benefits.checks_rates import (
    Period,
    Person,
    adult_rate,
    age_on,
    entitled,
    period_of,
    weakest,
    wealth_limit,
)
from saksgang_benefits.checks_settings import birth, exact_hours, exact_ore

__all__ = ["Reckoned", "income", "reckon"]

COMPLIES, REFUSES, ALONE = "complies", "refuses", "no spouse"
HOURS_A_MONTH = 160
NOTHING = Fraction(0)


@frozen
class Reckoned:
    """One right result.

    Attributes:
        amount: in øre, exact.
        status: of the least certain rate that was used.
    """

    amount: Fraction
    status: str


def income(facts: Mapping[str, Any], month: str, who: str, *, reported: bool) -> tuple[Fraction, Fraction]:
    """A month's income in øre and the hours worked, of ``own`` or ``spouse``: as reported, else as stated."""
    report = facts.get(f"income/{month}") if reported else None
    report = report if isinstance(report, dict) else {}
    keys = ("pay", "hours") if who == "spouse" else ("own_pay", "own_hours")
    source, names = (report, keys) if keys[0] in report else (facts, (f"{who}_income", f"{who}_hours"))
    return Fraction(exact_ore(source.get(names[0])) or 0), exact_hours(source.get(names[1], 0))


def reckon(
    facts: Mapping[str, Any], number: str, month: tuple[int, int], spouse: str, *, reported: bool
) -> list[Reckoned] | None:
    """All right results for a month; ``None`` where no rate is known or an age cannot be told."""
    period = period_of(month)
    ages, others = _ages(birth(number), None, month), _spouse_ages(facts, month)
    if period is None or not ages or (spouse in (COMPLIES, REFUSES) and not others):
        return None
    pairs = product(ages, others if spouse == COMPLIES else [0])
    found = [_one(facts, month, spouse, pair, period, reported=reported) for pair in pairs]
    return None if None in found else [each for each in found if each is not None]


def _one(
    facts: Mapping[str, Any],
    month: tuple[int, int],
    spouse: str,
    ages: tuple[int, int],
    period: Period,
    *,
    reported: bool,
) -> Reckoned | None:
    rates = [entitled(person, period) for person in _people(facts, ages, spouse)]
    if None in rates:
        return None
    keys = [key for found in rates for key in found or ()]
    full = Fraction(sum(period.rates[key] for key in keys) * 100)
    statuses = [period.status_of(key) for key in keys]
    taken = NOTHING
    for who, spared in _counted(facts, spouse, period):
        pay, hours = income(facts, f"{month[0]:04}-{month[1]:02}", who, reported=reported)
        disregard = min(hours, Fraction(HOURS_A_MONTH)) * period.disregard
        statuses += [period.status] if disregard or spared else []
        taken += max(NOTHING, pay - disregard - spared)
    wealth = Fraction(exact_ore(facts.get("wealth", 0)) or 0)
    if wealth > wealth_limit(month, couple=spouse != ALONE):
        full = NOTHING
    return Reckoned(max(NOTHING, full - taken), weakest(statuses))


def _counted(facts: Mapping[str, Any], spouse: str, period: Period) -> Iterator[tuple[str, Fraction]]:
    """Whose income counts, and how much of it is spared beside the hours."""
    yield "own", NOTHING
    if spouse == COMPLIES:
        yield "spouse", NOTHING
    if spouse == REFUSES:
        yield "spouse", Fraction(adult_rate(period, parent=bool(facts.get("children", 0))))


def _people(facts: Mapping[str, Any], ages: tuple[int, int], spouse: str) -> Iterator[Person]:
    parent = bool(facts.get("children", 0))
    alone = spouse == ALONE
    yield Person(
        ages[0],
        parent=parent,
        alone=alone and bool(facts.get("lives_alone", parent)),
        extra=alone and bool(facts.get("extra_child_allowance")),
        at_home=alone and bool(facts.get("lives_with_parents")),
        settled=facts.get("residence_met", True) is not False,
        worked=bool(facts.get("worked")),
        ready=bool(facts.get("activity_ready")),
    )
    if spouse == COMPLIES:
        settled = facts.get("spouse_residence_met", True) is not False
        yield Person(ages[1], parent=parent, settled=settled, worked=bool(facts.get("spouse_worked")))


def _spouse_ages(facts: Mapping[str, Any], month: tuple[int, int]) -> list[int]:
    year = facts.get("spouse_birth_year")
    return _ages(birth(str(facts.get("spouse_number", ""))), year if isinstance(year, int) else None, month)


def _ages(born: dt.date | None, year: int | None, month: tuple[int, int]) -> list[int]:
    """The ages that somebody has in a month: one, or two where the birthday is in it or only the year is known."""
    if born is None:
        return [] if year is None else [month[0] - year - 1, month[0] - year]
    first = dt.date(*month, 1)
    last = (first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)
    return sorted({age_on(born, first), age_on(born, last)})
