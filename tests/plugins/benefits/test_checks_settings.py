"""How the checks read numbers, money and months themselves."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang_benefits.checks_settings import birth, exact_hours, exact_ore, month_parts


@pytest.mark.parametrize(
    ("number", "born"),
    [
        ("7208781248", (1978, 8, 12)),
        ("120878-1248", (1978, 8, 12)),
        ("8902920003", (1992, 2, 29)),
        ("6101045003", (2004, 1, 1)),
        ("9112404003", (1940, 12, 31)),
        ("6101365003", (2036, 1, 1)),
        ("6101605003", (1860, 1, 1)),
    ],
)
def test_ben_02_a_number_is_decoded(number: str, born: tuple[int, int, int]) -> None:
    """Sixty is taken from the day of a fictitious number; the seventh digit tells the century."""
    assert birth(number) == dt.date(*born)


@pytest.mark.parametrize("number", ["", "9902920003", "8902930003", "7213850007", "72088500", "Asta"])
def test_ben_02_what_is_no_number_has_no_birthday(number: str) -> None:
    """No such day, no such month, 29 February of a year without one, too short, no digits."""
    assert birth(number) is None


def test_ben_16_money_is_read_to_the_oere() -> None:
    """Text in kroner, signed, whole or with øre; anything else is no amount."""
    assert [exact_ore(text) for text in ("13494.19", "-13800.00", "12326", "0.1", 25)] == [
        1349419,
        -1380000,
        1232600,
        10,
        2500,
    ]
    assert [exact_ore(text) for text in ("", "1.234", "1,5", None, True, "x")] == [None] * 6
    assert exact_hours("75.5") * 2 == 151
    assert exact_hours(None) == exact_hours("") == 0


def test_ben_23_months_are_read() -> None:
    """Year and month, or nothing."""
    assert month_parts("2024-08") == (2024, 8)
    assert [month_parts(text) for text in ("2024-13", "2024-8", "august")] == [None] * 3
