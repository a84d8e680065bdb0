"""Which rates somebody is entitled to."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from saksgang_benefits.entitlement import LABELS, adult_rate, entitled
from saksgang_benefits.household import Adult, Household
from saksgang_benefits.rates import RATES

BEFORE, AFTER = dt.date(2025, 6, 1), dt.date(2025, 7, 1)


def keys(day: dt.date, age: int, worked: bool = False, met: bool = True, **home: Any) -> tuple[str, ...]:
    own = {name: home.pop(name) for name in ("activity_ready", "lives_with_parents") if name in home}
    adult = Adult(day.replace(year=day.year - age), met, worked, **own)
    return entitled(adult, Household(adult, **home), day)


@pytest.mark.parametrize(
    ("age", "home", "key"),
    [
        (30, {}, "adult"),
        (30, {"children": 1}, "adult_provider"),
        (29, {}, "young_away"),
        (29, {"lives_with_parents": True}, "young_home"),
        (29, {"children": 1}, "young_provider"),
        (29, {"children": 1, "lives_alone": True, "extra_child_allowance": True}, "young_single_provider"),
        (29, {"children": 1, "lives_alone": True}, "young_provider"),
    ],
)
def test_ben_16_before_the_reform(age: int, home: dict[str, Any], key: str) -> None:
    """One rate a person, by age, children and household (§§ 23 and 25)."""
    assert keys(BEFORE, age, **home) == (key,)


def test_ben_16_a_spouse_has_no_supplement_by_the_applicants_statement() -> None:
    """Each is ready for activities, and lives with parents, for himself or herself."""
    applicant = Adult(dt.date(1998, 1, 1), activity_ready=True)
    spouse = Adult(dt.date(1998, 1, 1))
    home = Household(applicant, "complies", spouse)

    assert entitled(applicant, home, AFTER) == ("basic", "youth_25_29")
    assert entitled(spouse, home, AFTER) == ("basic",)


def test_ben_16_in_2013_an_adult_was_25() -> None:
    """The age is a dated amount like any other."""
    assert keys(dt.date(2013, 6, 1), 25) == ("adult",)
    assert keys(dt.date(2014, 6, 1), 25) == ("young_away",)


@pytest.mark.parametrize(
    ("age", "worked", "met", "home", "expected"),
    [
        (30, False, True, {}, ("raised",)),
        (30, False, False, {}, ("minimum",)),
        (29, False, True, {}, ("basic",)),
        (29, True, True, {}, ("raised",)),
        (24, True, True, {}, ("basic",)),
        (25, True, True, {}, ("raised",)),
        (29, False, True, {"lives_with_parents": True}, ("home",)),
        (30, False, True, {"children": 3}, ("raised", "child_supplement")),
        (30, False, True, {"lives_alone": True}, ("raised", "single_supplement")),
        (30, False, False, {"lives_alone": True}, ("minimum",)),
        (24, False, True, {"activity_ready": True}, ("basic", "youth_18_24")),
        (25, False, True, {"activity_ready": True}, ("basic", "youth_25_29")),
        (30, False, True, {"activity_ready": True}, ("raised",)),
        (24, False, False, {"activity_ready": True}, ("minimum",)),
        (
            24,
            False,
            True,
            {"activity_ready": True, "children": 1, "lives_alone": True, "extra_child_allowance": True},
            ("basic", "child_supplement", "single_provider_supplement", "youth_25_29"),
        ),
        (
            30,
            False,
            True,
            {"children": 1, "lives_alone": True, "extra_child_allowance": True},
            ("raised", "child_supplement"),
        ),
    ],
)
def test_ben_16_after_the_reform(
    age: int, worked: bool, met: bool, home: dict[str, Any], expected: tuple[str, ...]
) -> None:
    """Three rates and their supplements (§§ 16 to 19)."""
    assert keys(AFTER, age, worked, met, **home) == expected


@pytest.mark.parametrize(
    ("day", "children", "key"), [(BEFORE, 0, "adult"), (BEFORE, 1, "adult_provider"), (AFTER, 1, "raised")]
)
def test_ben_07_one_adult_rate_is_left_to_a_spouse_who_refuses(day: dt.date, children: int, key: str) -> None:
    """Which rate it is follows the rules of the month (§ 30)."""
    home = Household(Adult(dt.date(1980, 1, 1)), children=children)

    assert adult_rate(home, day) == key


def test_ben_16_every_rate_has_a_label() -> None:
    """What can stand in a calculation can be shown."""
    monthly = {row.key for row in RATES if row.unit == "kr. per month"}

    assert monthly <= set(LABELS)
