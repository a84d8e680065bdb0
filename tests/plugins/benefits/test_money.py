"""Kroner and øre."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksgang.errors import InputRefused
from saksgang_benefits.money import amount, kroner, plain, to_the_ore


@pytest.mark.parametrize(
    ("said", "number"), [("13800.00", "13800"), (87, "87"), ("87.5", "87.5"), ("", "0"), (None, "0")]
)
def test_what_a_fact_says_is_read_exactly(said: object, number: str) -> None:
    """Texts, whole numbers and nothing are amounts."""
    assert amount(said) == Decimal(number)


@pytest.mark.parametrize("said", ["-1", "mange", True, 0.1, "NaN", "Infinity", "1000000000", ["1"], "12.326,00"])
def test_what_is_no_amount_is_refused(said: object) -> None:
    """Negative, huge and unreadable amounts, and floats, get a sentence."""
    with pytest.raises(InputRefused, match="is no amount"):
        amount(said)


@pytest.mark.parametrize(("number", "rounded"), [("0.005", "0.01"), ("0.004", "0.00"), ("-0.001", "0.00")])
def test_half_an_ore_goes_up_and_zero_has_no_sign(number: str, rounded: str) -> None:
    """Rounding is commercial, and never leaves a negative zero."""
    assert str(to_the_ore(Decimal(number))) == rounded


@pytest.mark.parametrize(
    ("number", "text"), [("13494.19", "13.494,19 kr."), ("0", "0,00 kr."), ("-2642.1", "-2.642,10 kr.")]
)
def test_letters_show_amounts_as_danes_write_them(number: str, text: str) -> None:
    """Full stops between thousands, a comma before the øre."""
    assert kroner(number) == text


@given(st.decimals(min_value=0, max_value=10**8, places=2))
def test_ben_16_an_amount_survives_the_journal(number: Decimal) -> None:
    """What is written as a fact is read back to the øre."""
    assert amount(plain(number)) == number
