"""Who is to be provided for."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from saksgang.errors import InputRefused
from saksgang_benefits.household import Adult, availability, household
from tests.plugins.benefits.bench import APPLICANT, MARRIED, SPOUSE

REGISTERED = {"register/Jobnet": {"spouse_registered": True}}
UNREGISTERED = {"register/Jobnet": {"spouse_registered": False}}


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "not yet registered"),
        ({"spouse_registered": True}, "not yet registered"),  # what is only stated does not count
        (REGISTERED, "complies"),
        (UNREGISTERED, "not yet registered"),
        ({**UNREGISTERED, "spouse_registered_on": "2024-08-07"}, "complies"),
        ({"spouse_work": "full-time"}, "complies"),
        ({"spouse_work": "none"}, "not yet registered"),
        ({**REGISTERED, "spouse_refuses": True}, "refuses"),
        ({"married": False}, "no spouse"),
    ],
)
def test_ben_07_the_spouse_has_three_outcomes(changes: dict[str, Any], outcome: str) -> None:
    """Complies, not yet registered, refuses; and nobody to ask."""
    assert availability({**MARRIED, **changes}) == outcome


def test_a_household_is_read_off_the_facts() -> None:
    """Birth dates come from the numbers, decoded."""
    home = household({**MARRIED, "children": 2, "lives_alone": True}, APPLICANT)

    assert home.applicant.birth == dt.date(1989, 8, 12)
    assert home.spouse == Adult(dt.date(1987, 12, 24))
    assert (home.children, home.lives_alone) == (2, False)  # who is married does not live alone


def test_a_year_of_birth_is_enough_for_the_spouse() -> None:
    """Where no number is known the year stands for it."""
    facts = {**MARRIED, "spouse_number": "", "spouse_birth_year": 1987}

    spouse = household(facts, APPLICANT).spouse

    assert spouse is not None
    assert spouse.birth == dt.date(1987, 1, 1)


def test_a_spouse_of_unknown_age_is_told_of_without_numbers() -> None:
    """The sentence says what to add, and repeats no number."""
    with pytest.raises(InputRefused, match="add spouse_number or spouse_birth_year") as refused:
        household({**MARRIED, "spouse_number": ""}, APPLICANT)
    assert SPOUSE not in str(refused.value)


@pytest.mark.parametrize(("day", "age"), [("2019-08-11", 29), ("2019-08-12", 30), ("2025-03-01", 35)])
def test_ages_turn_on_the_birthday(day: str, age: int) -> None:
    """Whole years only."""
    assert Adult(dt.date(1989, 8, 12)).age(dt.date.fromisoformat(day)) == age
