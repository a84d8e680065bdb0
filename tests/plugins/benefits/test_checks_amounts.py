"""The check that the amount is there when it is needed."""

from __future__ import annotations

import pytest

from saksgang_benefits.checks_amounts import TheAmountIsThere
from tests.plugins.benefits.checks_pages import Book, amended, book, calculation, opened, status

INFORMED, GRANTED = status("fuldt oplyst"), status("bevilget", "fuldt oplyst")
RIGHT, LESS = amended(calculation_2024_06=calculation()), amended(calculation_2024_06=calculation("9826.00"))
EARNS = amended(own_income="2500.00", own_hours="0")


def informed() -> Book:
    return book().rule(opened(children=0)).at("2024-06-04 07:00").add(INFORMED).rule(RIGHT).at("2024-06-05 07:00")


@pytest.mark.parametrize("turn", [INFORMED, GRANTED])
def test_ben_16_the_amount_is_there_with_the_turn(turn: object) -> None:
    """12.326 kr. for a single person without children in 2024; none, or another, is found."""
    start = [opened(children=0)]

    assert book().rule(*start).at("2024-06-04 07:00").add(turn).rule(RIGHT).held(TheAmountIsThere)
    assert "no calculation" in book().rule(*start).at("2024-06-04 07:00").add(turn).wrong(TheAmountIsThere)
    assert "shows 9826.00" in book().rule(*start).at("2024-06-04 07:00").add(turn, LESS).wrong(TheAmountIsThere)


def test_ben_16_it_follows_what_a_person_corrects_until_the_decision() -> None:
    """With 2.500 kr. of pay it is 9.826 kr.; the old amount is found, and after the decision it is shown as decided."""
    assert informed().add(EARNS).rule(LESS).held(TheAmountIsThere)
    assert "shows 12326.00" in informed().add(EARNS).wrong(TheAmountIsThere)
    assert informed().add(GRANTED).at("2024-06-06 07:00").add(EARNS).held(TheAmountIsThere)


def test_ben_16_in_the_next_month_it_is_that_months() -> None:
    """Decided in July, the calculation of June is not enough."""
    wrong = informed().at("2024-07-01 07:00").add(GRANTED).wrong(TheAmountIsThere, "2024-07-02 00:00")

    assert "no calculation for 2024-07" in wrong
