"""How a day is written in a letter (PPT-02)."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang_ppt_intake.dates import in_words, is_written

DAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize("text", ["2. mars 2026", " 2.  Mars 2026", "02.03.2026", "2.3.2026", "2026-03-02"])
def test_ppt_02_a_day_may_be_written_in_words_or_figures(text: str) -> None:
    """All of them are that day and no other."""
    assert is_written(DAY, text)
    assert not is_written(DAY + dt.timedelta(days=1), text)


@pytest.mark.parametrize("text", ["", "mars", "03.02.2026", "2. mars", "2. mars 2026 eller så", "i går"])
def test_ppt_02_anything_else_is_no_day(text: str) -> None:
    """Nor a day with something beside it."""
    assert not is_written(DAY, text)
    assert in_words(DAY) == "2. mars 2026"
