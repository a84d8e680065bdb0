"""Checks of calculations."""

from __future__ import annotations

from typing import Any

import pytest

from saksgang.events import CaseAmended
from saksgang_benefits.checks_money import (
    CalculationsAreRight,
    LinesAddUp,
    OnlyAllowedRatesAreUsed,
    TheSpouseIsReadRightly,
    UncertainAmountsAreMarked,
)
from tests.plugins.benefits.checks_pages import (
    CASE,
    Book,
    R,
    amended,
    book,
    calculation,
    drafted,
    line,
    opened,
    payment,
)

MARK = "Beløbet er ikke bekræftet."
COUPLE = {
    "married": True,
    "spouse_birth_year": 1976,
    "spouse_work": "part-time",
    "spouse_income": "13800.00",
    "spouse_hours": "80",
    "spouse_registered_on": "2024-06-05",
}


def calculated(
    month: str = "2024-06", projected: bool = False, facts: dict[str, Any] | None = None, **made: Any
) -> Book:
    event = CaseAmended(R, CASE, {f"calculation/{month}": {**calculation(**made), "month": month}})
    return book(allow_projected=projected).rule(opened(**(facts or {})), event)


def test_ben_16_the_lines_give_the_amount() -> None:
    """To the øre; each rate with its source; as certain as the least certain of them."""
    two = [line("24652.00"), line("-11157.81", rate="")]

    assert calculated(amount="13494.19", lines=two).held(LinesAddUp)
    assert "which is not 13494.20" in calculated(amount="13494.20", lines=two).wrong(LinesAddUp)
    assert "which is not 12326.00" in calculated(lines=[]).wrong(LinesAddUp)
    nowhere = {**line("12326.00"), "source": ""}
    assert "does not say where its rate is from" in calculated(lines=[nowhere]).wrong(LinesAddUp)
    derived = [line("12326.00", status="derived")]
    assert "its lines say otherwise" in calculated(lines=derived).wrong(LinesAddUp)
    assert calculated(amount="", lines=[]).verdict(LinesAddUp).judged == 0


@pytest.mark.parametrize(
    ("amount", "changes", "said"),
    [
        ("12326.00", {}, ""),
        ("12326.01", {}, "comes to 12326.00 (official), not to 12326.01 (official)"),
        ("12325.99", {}, "comes to 12326.00"),
        ("12326.00", {"status": "derived"}, "not to 12326.00 (derived)"),
        ("", {"obstacle": "intet"}, "has no amount (intet), although it comes to 12326.00"),
    ],
)
def test_ben_16_the_book_keeper_comes_to_the_same(amount: str, changes: dict[str, Any], said: str) -> None:
    """One øre more or less is found, and so is a wrong certainty, and an amount withheld."""
    journal = calculated(amount=amount, **changes)

    assert journal.held(CalculationsAreRight) if not said else said in journal.wrong(CalculationsAreRight)


def test_ben_07_a_couple_is_reckoned_by_what_the_calculation_says_of_the_spouse() -> None:
    """Both rates less the pay; alone where the spouse refuses; nothing while that is open."""
    assert calculated(facts=COUPLE, amount="13281.60", spouse="complies").held(CalculationsAreRight)
    assert calculated(facts=COUPLE, amount="12326.00", spouse="refuses").held(CalculationsAreRight)
    assert calculated(facts=COUPLE, amount="", spouse="not yet registered", obstacle="x").held(CalculationsAreRight)
    assert "13281.60" in calculated(facts=COUPLE, amount="12326.00", spouse="complies").wrong(CalculationsAreRight)


def test_ben_22_a_calculation_from_a_payslip_has_the_payslips_numbers() -> None:
    """Those of its own month."""
    june, may = {"pay": "13800.00", "hours": "87"}, {"pay": "12900.00", "hours": "80"}
    facts = {**COUPLE, "income/2024-06": june, "income/2024-05": may}

    assert calculated(facts=facts, amount="13494.19", spouse="complies", income="payslip").held(CalculationsAreRight)
    wrong = calculated(facts=facts, amount="14181.60", spouse="complies", income="payslip")
    assert "comes to 13494.19" in wrong.wrong(CalculationsAreRight)


def test_ben_16_a_year_without_a_published_rate() -> None:
    """A projected rate may be a krone off; where it is not allowed there is no amount, and nobody is judged in 2019."""
    right: dict[str, Any] = {"amount": "13061.00", "status": "projected"}

    assert calculated("2026-01", projected=True, **right).held(CalculationsAreRight)
    assert calculated("2026-01", amount="", obstacle="forventet sats").held(CalculationsAreRight)
    assert "has no amount" in calculated("2026-01", projected=True, amount="").wrong(CalculationsAreRight)
    assert "comes to 13060.00" in calculated("2026-01", projected=True, amount="13100.00").wrong(CalculationsAreRight)
    assert calculated("2019-01").verdict(CalculationsAreRight).judged == 0
    at_home: dict[str, Any] = {"lives_with_parents": True}
    young = book().rule(opened("7208980003", **at_home), CaseAmended(R, CASE, {"calculation/2025-09": calculation()}))
    assert "no rate is known" in young.wrong(CalculationsAreRight)


@pytest.mark.parametrize(
    ("facts", "right"),
    [
        ({}, "no spouse"),
        ({**COUPLE, "spouse_registered_on": ""}, "not yet registered"),
        (COUPLE, "complies"),
        ({**COUPLE, "spouse_refuses": True}, "refuses"),
    ],
)
def test_ben_07_the_spouse_is_read_from_the_facts(facts: dict[str, Any], right: str) -> None:
    """Each of the four answers holds where it is right and is found where it is not."""
    for said in ("no spouse", "not yet registered", "complies", "refuses"):
        journal = calculated(facts=facts, amount="" if said == "not yet registered" else "12326.00", spouse=said)
        verdict = journal.verdict(TheSpouseIsReadRightly)
        assert verdict.status == ("held" if said == right else "violated")


def test_ben_07_an_open_answer_has_no_amount() -> None:
    """Whatever it comes to."""
    facts = {**COUPLE, "spouse_registered_on": ""}
    assert "has an amount" in calculated(facts=facts, spouse="not yet registered").wrong(TheSpouseIsReadRightly)


def test_ben_16_a_projected_rate_pays_nobody() -> None:
    """Unless it is allowed."""
    made: dict[str, Any] = {"amount": "13060.00", "status": "projected", "mark": MARK}

    assert calculated("2026-01", projected=True, **made).held(OnlyAllowedRatesAreUsed)
    assert "is not allowed" in calculated("2026-01", **made).wrong(OnlyAllowedRatesAreUsed)
    assert calculated("2026-01", **{**made, "amount": ""}).held(OnlyAllowedRatesAreUsed)
    paid = book().rule(opened(), amended(payment_2024_06=payment(status="projected")))
    assert "The payment of 2024-06" in paid.wrong(OnlyAllowedRatesAreUsed)


@pytest.mark.parametrize("template", ["afgorelse_bevilling", "udbetalingsspecifikation"])
def test_ben_16_what_is_uncertain_is_marked_wherever_it_is_shown(template: str) -> None:
    """In calculation, payment and letter; and what is certain carries no mark."""
    check = UncertainAmountsAreMarked
    derived: dict[str, Any] = {"status": "derived", "mark": MARK}

    assert calculated(**derived).rule(drafted(template, f"I alt 1 kr. {MARK}")).held(check)
    assert "without its mark" in calculated(**derived).rule(drafted(template, "I alt 1 kr.")).wrong(check)
    assert "its mark is ''" in calculated(status="derived").wrong(check)
    assert f"its mark is {MARK!r}" in calculated(mark=MARK).wrong(check)
    assert calculated().rule(drafted(template, "I alt 1 kr.")).held(check)
    unmarked = book().rule(opened(), amended(payment_2024_06=payment(status="derived")))
    assert "The payment of 2024-06" in unmarked.wrong(check)
