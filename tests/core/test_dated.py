"""What the law fixes is a dated row: the latest that has begun counts."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.dated import LegalRule, in_force
from saksgang.errors import InputRefused

OLD = LegalRule("reply", "1 month", dt.date(1995, 2, 1), "the old act", "official")
NEW = LegalRule("reply", "3 weeks", dt.date(2027, 1, 1), "the new act", "projected")


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (dt.date(1995, 2, 1), "1 month"),
        (dt.date(2026, 12, 31), "1 month"),
        (dt.date(2027, 1, 1), "3 weeks"),
    ],
)
def test_plg_02_the_row_in_force_on_a_day_counts(day: dt.date, value: str) -> None:
    """From its first day on, whichever way round the rows stand."""
    assert in_force((OLD, NEW), "reply", day) == in_force((NEW, OLD), "reply", day) == value


def test_cor_22_a_day_before_all_rows_is_refused_in_words() -> None:
    """The sentence says which rule, which day and where to add a row."""
    with pytest.raises(InputRefused, match=r"no legal rule 'reply' for 1990-01-01; add a row .* to rules\.toml"):
        in_force((OLD, NEW), "reply", dt.date(1990, 1, 1))
