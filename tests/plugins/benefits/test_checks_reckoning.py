"""The book-keeper's arithmetic against amounts worked out by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from saksgang_benefits.checks_reckoning import reckon
from tests.plugins.benefits.checks_pages import ASTA

COUPLE = {"married": True, "spouse_birth_year": 1976, "spouse_income": "13800.00", "spouse_hours": "87"}
YOUNG = "7208980003"


def only(
    facts: dict[str, Any], month: tuple[int, int], spouse: str = "no spouse", number: str = ASTA
) -> tuple[str, str]:
    """The one right amount in kroner, and its certainty."""
    found = reckon(facts, number, month, spouse, reported=True)
    assert found is not None
    (each,) = set(found)
    return f"{float(each.amount) / 100:.2f}", each.status


@pytest.mark.parametrize(
    ("facts", "month", "spouse", "amount", "status"),
    [
        (COUPLE, (2024, 8), "complies", "13494.19", "official"),
        (COUPLE, (2025, 8), "complies", "13933.02", "derived"),
        (COUPLE, (2024, 8), "refuses", "12326.00", "official"),
        ({**COUPLE, "spouse_income": "20000.00", "spouse_hours": "0"}, (2024, 8), "refuses", "4652.00", "official"),
        ({**COUPLE, "spouse_hours": 200}, (2024, 8), "complies", "15711.20", "official"),
        ({**COUPLE, "spouse_income": "40000.00"}, (2024, 8), "complies", "0.00", "official"),
        ({**COUPLE, "spouse_income": "2000.00"}, (2024, 8), "complies", "24652.00", "official"),
        ({**COUPLE, "children": 3}, (2024, 8), "complies", "21606.19", "official"),
        ({**COUPLE, "children": 1}, (2025, 8), "complies", "19501.02", "derived"),
        ({**COUPLE, "wealth": "20000.01"}, (2024, 8), "complies", "0.00", "official"),
        ({"wealth": "15500.00"}, (2025, 8), "no spouse", "12498.00", "derived"),
        ({"own_income": "3000.00", "own_hours": "20"}, (2024, 8), "no spouse", "9933.40", "official"),
        ({"residence_met": False}, (2025, 8), "no spouse", "6789.00", "derived"),
        ({"lives_alone": True}, (2025, 8), "no spouse", "13590.00", "derived"),
        ({}, (2026, 1), "no spouse", "13060.00", "projected"),
    ],
)
def test_ben_16_a_month_comes_to(
    facts: dict[str, Any], month: tuple[int, int], spouse: str, amount: str, status: str
) -> None:
    """Couples, those alone, those whose spouse refuses, before the reform and after it."""
    assert only(facts, month, spouse) == (amount, status)


@pytest.mark.parametrize(
    ("facts", "month", "amount"),
    [
        ({}, (2024, 5), "7945.00"),
        ({"lives_with_parents": True}, (2024, 5), "3834.00"),
        ({"children": 1}, (2024, 5), "10955.00"),
        ({"children": 1, "lives_alone": True, "extra_child_allowance": True}, (2024, 5), "15658.00"),
        ({"worked": True}, (2025, 9), "12498.00"),
        ({"activity_ready": True}, (2025, 9), "9795.00"),
        (
            {"activity_ready": True, "children": 1, "lives_alone": True, "extra_child_allowance": True},
            (2025, 9),
            "14217.00",
        ),
    ],
)
def test_ben_16_below_thirty_a_month_comes_to(facts: dict[str, Any], month: tuple[int, int], amount: str) -> None:
    """A person born in 1998, by household, work and readiness."""
    assert only(facts, month, number=YOUNG)[0] == amount


def test_ben_16_where_no_rate_is_known_nothing_is_reckoned() -> None:
    """Living with parents after the reform, a year without a table, a number that cannot be read."""
    assert reckon({"lives_with_parents": True}, YOUNG, (2025, 9), "no spouse", reported=True) is None
    assert reckon({}, ASTA, (2019, 9), "no spouse", reported=True) is None
    assert reckon({}, "?", (2024, 9), "no spouse", reported=True) is None


def test_ben_16_a_birth_year_alone_leaves_two_readings() -> None:
    """A spouse born in 1995 is 29 or 30 in September 2025: the basic rate or the raised one."""
    found = reckon({"married": True, "spouse_birth_year": 1995}, ASTA, (2025, 9), "complies", reported=True)

    assert found is not None
    assert {each.amount for each in found} == {Fraction(1249800 + 720500), Fraction(2 * 1249800)}


def test_ben_22_a_report_takes_the_place_of_the_statement() -> None:
    """Only where the calculation rests on the payslip, and for the applicant's own pay only where it is reported."""
    facts = {**COUPLE, "own_income": "1000.00", "income/2024-08": {"pay": "12900.00", "hours": "80"}}
    reported = reckon(facts, ASTA, (2024, 8), "complies", reported=True)
    stated = reckon(facts, ASTA, (2024, 8), "complies", reported=False)

    assert reported is not None
    assert stated is not None
    assert {each.amount for each in reported} == {Fraction(1318160)}
    assert {each.amount for each in stated} == {Fraction(1249419)}
