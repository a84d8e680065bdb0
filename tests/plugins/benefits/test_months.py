"""Benefit months."""

from __future__ import annotations

import pytest

from saksgang.errors import InputRefused
from saksgang_benefits.months import first_day, in_words, is_month, months


def test_months_run_over_the_new_year() -> None:
    """Both ends are included."""
    assert list(months("2024-11", "2025-02")) == ["2024-11", "2024-12", "2025-01", "2025-02"]


def test_no_months_where_the_end_is_before_the_start() -> None:
    """A stop before the beginning leaves nothing."""
    assert list(months("2024-11", "2024-10")) == []


@pytest.mark.parametrize("name", ["2024-13", "2024-00", "24-08", "august", "2024-08-01", 202408, None])
def test_what_is_no_month_is_refused(name: str) -> None:
    """Only year and month as in ISO dates."""
    assert not is_month(name)
    with pytest.raises(InputRefused, match="is no month"):
        first_day(name)


def test_letters_name_months_in_danish() -> None:
    """Month names are Danish whatever the machine's language is."""
    assert in_words("2024-03") == "marts 2024"
