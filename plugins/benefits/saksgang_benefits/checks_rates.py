"""A second, small table of rates, typed in by hand from the published ones, and who is entitled to which (BEN-16).

Kroner a month before tax. Official: bm.dk's rates for 2024 and Kalundborg Kommune's for the supplements of 2025.
Derived: the rates of 2024 and the 2024-level of the reform times 1.036. Projected: the series times 1.045. Nothing
here knows how the routine keeps or chooses its rates.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from attrs import frozen

__all__ = ["REFORM", "Period", "Person", "adult_rate", "entitled", "period_of", "weakest", "wealth_limit"]

OFFICIAL, DERIVED, PROJECTED = "official", "derived", "projected"
REFORM = (2025, 7)
GROWN_UP, YOUNG = 30, 25


@frozen
class Period:
    """The rates of some months; ``rates`` in kroner, ``disregard`` in øre for each hour worked.

    Attributes:
        official: the keys that are official in a period whose other rates are not.
    """

    first: tuple[int, int]
    last: tuple[int, int]
    status: str
    rates: Mapping[str, int]
    disregard: int
    official: frozenset[str] = frozenset()

    def status_of(self, key: str) -> str:
        """How certain a rate is."""
        return OFFICIAL if key in self.official else self.status


SUPPLEMENTS = frozenset({"child", "single parent", "single", "young", "young with more"})
PERIODS = (
    Period(
        (2024, 1),
        (2024, 12),
        OFFICIAL,
        {"adult parent": 16382, "adult": 12326, "lone parent": 15658, "parent": 10955, "away": 7945, "at home": 3834},
        3037,
    ),
    Period(
        (2025, 1),
        (2025, 6),
        DERIVED,
        {"adult parent": 16972, "adult": 12770, "lone parent": 16222, "parent": 11349, "away": 8231, "at home": 3972},
        3146,
    ),
    Period(
        (2025, 7),
        (2025, 12),
        DERIVED,
        {
            "least": 6789,
            "basic": 7205,
            "raised": 12498,
            "child": 2784,
            "single parent": 1638,
            "single": 1092,
            "young": 1036,
            "young with more": 2590,
        },
        3146,
        SUPPLEMENTS,
    ),
    Period(
        (2026, 1),
        (2026, 12),
        PROJECTED,
        {
            "least": 7094,
            "basic": 7529,
            "raised": 13060,
            "child": 2909,
            "single parent": 1712,
            "single": 1141,
            "young": 1083,
            "young with more": 2707,
        },
        3288,
    ),
)


@frozen
class Person:
    """Somebody for whom a rate is found, at one age.

    Attributes:
        alone: neither spouse nor other adults in the household.
        extra: right to the extra child allowance.
        settled: meets the residence and employment requirements of the reform.
        worked: two and a half years of full-time work within ten.
        ready: *aktivitetsparat*.
    """

    age: int
    parent: bool = False
    alone: bool = False
    extra: bool = False
    at_home: bool = False
    settled: bool = True
    worked: bool = False
    ready: bool = False


def period_of(month: tuple[int, int]) -> Period | None:
    """The rates of a month, ``None`` where this table has none."""
    return next((period for period in PERIODS if period.first <= month <= period.last), None)


def entitled(person: Person, period: Period) -> list[str] | None:
    """The keys of what somebody is entitled to; ``None`` where the rate is not known to anyone."""
    return [_before(person)] if period.first < REFORM else _after(person)


def adult_rate(period: Period, *, parent: bool) -> int:
    """The rate of one adult in øre, above which the income of a spouse who refuses counts (section 30, 2nd para)."""
    before = "adult parent" if parent else "adult"
    return period.rates[before if period.first < REFORM else "raised"] * 100


def wealth_limit(month: tuple[int, int], *, couple: bool) -> int:
    """Wealth that is left out of account, in øre (10.000 kr., and 15.500 kr. from the reform on)."""
    single = 1_000_000 if month < REFORM else 1_550_000
    return single * 2 if couple else single


def weakest(statuses: list[str]) -> str:
    """The least certain of them."""
    order = (PROJECTED, DERIVED, OFFICIAL)
    return next((status for status in order if status in statuses), OFFICIAL)


def age_on(born: dt.date, day: dt.date) -> int:
    """Whole years on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _before(person: Person) -> str:
    if person.age >= GROWN_UP:
        return "adult parent" if person.parent else "adult"
    if person.parent:
        return "lone parent" if person.alone and person.extra else "parent"
    return "at home" if person.at_home else "away"


def _after(person: Person) -> list[str] | None:
    base = _base(person)
    if base is None:
        return None
    found = [base, *(["child"] if person.parent else [])]
    if person.alone and person.parent and person.extra and base != "raised":
        found.append("single parent")
    if person.alone and not person.parent and base != "least":
        found.append("single")
    if person.ready and person.age < GROWN_UP and base == "basic":
        found.append("young with more" if person.parent or person.age >= YOUNG else "young")
    return found


def _base(person: Person) -> str | None:
    if person.age < GROWN_UP and person.at_home and not person.parent:
        return None  # the rate for living at home after the reform has not been found
    if not person.settled:
        return "least"
    grown_up = person.age >= GROWN_UP or (person.age >= YOUNG and person.worked)
    return "raised" if grown_up else "basic"
