"""The basis of calculation, against amounts worked out by hand."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal as D  # noqa: N817 - a table of amounts
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksgang_benefits.calculation import Basis, Calculation, Earnings, calculate, granted_amount
from saksgang_benefits.household import Adult, Household

THIRTIES, TWENTIES = Adult(dt.date(1989, 8, 12)), Adult(dt.date(2001, 3, 4), activity_ready=True)

AT_HOME = Adult(dt.date(2001, 3, 4), lives_with_parents=True)


def made(  # noqa: PLR0917 - a row of the table
    month: str,
    spouse: str = "complies",
    pay: str = "13800.00",
    hours: str = "87",
    wealth: str = "0",
    own: str = "0",
    allow: bool = False,
    **home: Any,
) -> Calculation:
    married = spouse != "no spouse"
    household = Household(home.pop("applicant", THIRTIES), spouse, THIRTIES if married else None, **home)
    earned = Earnings(D(pay), D(hours)) if married else Earnings()
    basis = Basis(household, Earnings(D(own)), earned, D(wealth), dt.date.fromisoformat(f"{month}-01"), allow)
    return calculate(month, basis, "payslip")


@pytest.mark.parametrize(
    ("calculation", "amount", "status"),
    [
        # 2 × 12.326 = 24.652; 87 × 30,37 = 2.642,19; 13.800 - 2.642,19 = 11.157,81.
        (made("2024-08"), "13494.19", "official"),
        # 2 × 12.498 = 24.996; 87 × 31,46 = 2.737,02; 13.800 - 2.737,02 = 11.062,98.
        (made("2025-08"), "13933.02", "derived"),
        # 12.326; of 11.157,81 nothing lies above one rate of 12.326.
        (made("2024-08", "refuses"), "12326.00", "official"),
        # 20.000 - 2.642,19 = 17.357,81, of which 5.031,81 above 12.326: 12.326 - 5.031,81.
        (made("2024-08", "refuses", "20000.00"), "7294.19", "official"),
        # 160 hours at the most: 160 × 30,37 = 4.859,20; 24.652 - (24.000 - 4.859,20).
        (made("2024-08", pay="24000.00", hours="200"), "5511.20", "official"),
        # 87,5 × 30,37 = 2.657,375, which is 2.657,38.
        (made("2024-08", hours="87.5"), "13509.38", "official"),
        # Never less than nothing: 24.652 - 40.000 + 2.642,19 is below zero.
        (made("2024-08", pay="40000.00"), "0.00", "official"),
        # The hours are worth more than the pay, of which no more than the pay is kept.
        (made("2024-08", pay="1000.00", hours="100"), "24652.00", "official"),
        (made("2024-08", "no spouse"), "12326.00", "official"),
        (made("2024-08", "no spouse", own="2000.00"), "10326.00", "official"),
        (made("2024-08", "no spouse", children=2), "16382.00", "official"),
        (made("2025-03", "no spouse"), "12770.00", "derived"),
        # 12.498 + 1.092 after the reform.
        (made("2025-07", "no spouse", lives_alone=True), "13590.00", "derived"),
        # 7.205 + 2.784 + 1.638 + 2.590.
        (
            made(
                "2025-07",
                "no spouse",
                applicant=TWENTIES,
                children=1,
                lives_alone=True,
                extra_child_allowance=True,
            ),
            "14217.00",
            "derived",
        ),
        # Two providers: 2 × (12.498 + 2.784).
        (made("2025-07", pay="0", hours="0", children=1), "30564.00", "derived"),
        (made("2024-08", "no spouse", wealth="10000.00"), "12326.00", "official"),
        (made("2024-08", "no spouse", wealth="10000.01"), "0.00", "official"),
        (made("2024-08", wealth="20000.01"), "0.00", "official"),
        (made("2025-07", wealth="31000.00"), "13933.02", "derived"),
        # 2 × 13.060 - (13.800 - 87 × 32,88 = 2.860,56), projected.
        (made("2026-02", allow=True), "15180.56", "projected"),
    ],
)
def test_ben_16_amounts_are_right_to_the_ore(calculation: Calculation, amount: str, status: str) -> None:
    """Rates, earnings, hours, wealth and spouse, worked out by hand."""
    assert (calculation.facts()["amount"], calculation.status, calculation.obstacle) == (amount, status, "")


@pytest.mark.parametrize(
    ("calculation", "why"),
    [
        (made("2026-02"), "only projected"),
        (made("2022-05", "no spouse"), "no rate 'adult'"),
        (made("2025-08", "no spouse", applicant=AT_HOME), "no rate 'home'"),
        (made("2024-08", "not yet registered"), "Jobnet"),
    ],
)
def test_ben_16_what_cannot_be_calculated_has_an_obstacle_and_no_amount(calculation: Calculation, why: str) -> None:
    """No amount is ever guessed."""
    facts = calculation.facts()

    assert (facts["amount"], facts["lines"]) == ("", [])
    assert why in facts["obstacle"]


def test_ben_16_every_step_is_shown_with_its_source() -> None:
    """Each line tells label, amount, law, and of a rate its date, source and status."""
    lines = made("2025-08").facts()["lines"]

    assert [(line["label"], line["amount"]) for line in lines] == [
        ("Ansøger: Kontanthjælp, forhøjet sats", "12498.00"),
        ("Ægtefælle: Kontanthjælp, forhøjet sats", "12498.00"),
        ("Ægtefælles indtægt", "-13800.00"),
        ("Ægtefælles fradrag for 87 timer", "2737.02"),
    ]
    assert lines[0] == {
        "label": "Ansøger: Kontanthjælp, forhøjet sats",
        "amount": "12498.00",
        "law": "aktivloven § 16",
        "rate": "raised",
        "valid_from": "2025-07-01",
        "status": "derived",
        "source": "amount at 2024 level × 1.036",
    }


@pytest.mark.parametrize(
    ("month", "mark"), [("2024-08", ""), ("2025-08", "afledt sats"), ("2026-02", "forventet sats")]
)
def test_ben_16_what_is_not_official_is_marked(month: str, mark: str) -> None:
    """The mark is a sentence for letters and pages; an official amount has none."""
    found = made(month, allow=True).facts()["mark"]

    assert mark in found
    assert bool(found) == bool(mark)


@given(
    st.decimals(0, 60000, places=2),
    st.integers(0, 250),
    st.sampled_from(["complies", "refuses"]),
    st.sampled_from(["2024-08", "2025-03", "2025-09"]),
)
def test_ben_16_lines_add_up_and_no_amount_is_negative(pay: D, hours: int, spouse: str, month: str) -> None:
    """Whatever is earned, the steps make the amount, between nothing and the sum of the rates."""
    calculation = made(month, spouse, str(pay), str(hours))
    rates = sum(line.amount for line in calculation.lines if line.label.startswith(("Ansøger:", "Ægtefælle:")))

    assert sum(D(line["amount"]) for line in calculation.facts()["lines"]) == D(calculation.facts()["amount"])
    assert 0 <= calculation.amount <= rates


def test_ben_16_a_single_payment_is_what_was_granted() -> None:
    """One line, with its law."""
    facts = granted_amount("2024-08", D("2500.5"), "aktivloven § 82 a").facts()

    assert (facts["amount"], facts["lines"][0]["law"]) == ("2500.50", "aktivloven § 82 a")
