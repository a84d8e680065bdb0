"""The dated rows of the law (PPT-11)."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.errors import InputRefused
from saksgang.legaltime import Rule
from saksgang_ppt_intake.law import ROWS, LegalRule, rule_in_force

OLD = LegalRule("limit", "2 months", dt.date(2000, 1, 1), "old act", "official")
NEW = LegalRule("limit", "1 month", dt.date(2020, 1, 1), "new act", "official")


def test_ppt_11_the_legal_limit_is_one_month_to_the_end_of_the_day() -> None:
    """Forvaltningsloven § 11 a: a month, not moved off a weekend."""
    assert rule_in_force("preliminary_reply", dt.date(2026, 11, 16)) == "1 month, end of day"


@pytest.mark.parametrize(
    ("day", "value"), [((2019, 12, 31), "2 months"), ((2020, 1, 1), "1 month"), ((2026, 1, 1), "1 month")]
)
def test_ppt_11_the_row_of_the_day_of_receipt_counts(day: tuple[int, int, int], value: str) -> None:
    """A change of the law counts from its first day, whatever order the rows stand in."""
    assert rule_in_force("limit", dt.date(*day), (NEW, OLD)) == value


def test_ppt_11_each_rule_has_its_own_rows() -> None:
    """A newer row of another rule changes nothing."""
    other = LegalRule("another", "3 days", dt.date(2025, 1, 1), "act", "official")

    assert rule_in_force("limit", dt.date(2026, 1, 1), (OLD, NEW, other)) == "1 month"


def test_a_day_before_all_rows_is_refused() -> None:
    """What nobody has looked up is not guessed."""
    with pytest.raises(InputRefused, match=r"rules\.toml"):
        rule_in_force("limit", dt.date(1999, 12, 31), (OLD, NEW))


def test_every_row_has_its_source_and_can_be_read() -> None:
    """A value without a source is no law."""
    assert all(row.source and row.status == "official" and str(Rule.parse(row.value)) == row.value for row in ROWS)
