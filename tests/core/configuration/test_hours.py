"""Working hours in words (COR-07)."""

from __future__ import annotations

import pytest

from saksgang.configuration import working_hours
from saksgang.errors import InputRefused

OFF = None
EIGHT, HALF_PAST_THREE, NINE, NOON, MIDNIGHT = 480, 930, 540, 720, 1440


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("mon-fri 08:00-15:30", [(EIGHT, HALF_PAST_THREE)] * 5 + [OFF] * 2),
        ("mon-thu 08:00-15:30, fri 09:00-12:00", [(EIGHT, HALF_PAST_THREE)] * 4 + [(NINE, NOON), OFF, OFF]),
        ("  Sun 8:00 - 24:00 ", [OFF] * 6 + [(EIGHT, MIDNIGHT)]),
        ("wed 00:00-12:00,mon-tue 09:00-12:00", [(NINE, NOON), (NINE, NOON), (0, NOON), OFF, OFF, OFF, OFF]),
    ],
)
def test_cor_07_hours_are_read_by_weekday(text: str, week: list[tuple[int, int] | None]) -> None:
    """Parts may come in any order; days that no part names are days off."""
    assert working_hours(text) == tuple(week)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "cannot be read"),
        ("mon-fri", "cannot be read"),
        ("mon 08:00-15:30,", "cannot be read"),
        ("mon 08.00-15.30", "cannot be read"),
        ("mon ٠٨:00-15:30", "cannot be read"),
        ("man-fre 08:00-15:30", 'no weekday "man" in working hours. Did you mean "mon"?'),
        ("monday 08:00-15:30", 'no weekday "monday"'),
        ("fri-mon 08:00-15:30", "run backwards"),
        ("mon 08:60-15:30", 'no time "08:60"'),
        ("mon 08:00-24:01", 'no time "24:01"'),
        ("mon 15:30-08:00", "end before they begin"),
        ("mon 08:00-08:00", "end before they begin"),
        ("mon 08:00-11:00, mon-tue 12:00-15:00", "name mon twice"),
        ("mon 08:00-11:00, " * 50, "too long"),
    ],
)
def test_cor_07_hours_that_cannot_be_meant_are_refused_in_words(text: str, words: str) -> None:
    """The refusal says what is wrong with which part."""
    with pytest.raises(InputRefused, match=words.replace("?", r"\?")):
        working_hours(text)
