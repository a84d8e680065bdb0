"""The table of rates."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import combinations

import pytest

from saksgang.errors import InputRefused
from saksgang_benefits.rates import RATES, STATUSES, rate, weakest


@pytest.mark.parametrize(
    ("key", "day", "amount", "status"),
    [
        ("adult", "2013-06-01", "10500.00", "official"),
        ("adult_provider", "2016-01-01", "14575.00", "official"),
        ("young_away", "2021-12-31", "7541.00", "official"),
        ("adult", "2024-08-01", "12326.00", "official"),
        ("adult", "2025-06-30", "12770.00", "derived"),
        ("raised", "2025-07-01", "12498.00", "derived"),
        ("child_supplement", "2025-12-31", "2784.00", "official"),
        ("disregard", "2024-01-01", "30.37", "official"),
        ("disregard", "2025-08-01", "31.46", "derived"),
        ("wealth_couple", "2025-06-30", "20000.00", "official"),
        ("wealth_couple", "2025-07-01", "31000.00", "official"),
    ],
)
def test_ben_16_the_rate_of_a_day(key: str, day: str, amount: str, status: str) -> None:
    """Amounts as the official tables have them, and how sure each is."""
    found = rate(key, dt.date.fromisoformat(day))

    assert (found.amount, found.status) == (Decimal(amount), status)


@pytest.mark.parametrize(("key", "day"), [("adult", "2025-07-01"), ("raised", "2025-06-30"), ("adult", "2022-05-01")])
def test_ben_16_a_rate_does_not_outlive_its_dates(key: str, day: str) -> None:
    """Before, after and between the rows there is none, and the sentence says what to do."""
    with pytest.raises(InputRefused, match=r"add a row with its dates and source to rates\.toml"):
        rate(key, dt.date.fromisoformat(day))


def test_ben_16_a_projected_rate_is_refused_unless_allowed() -> None:
    """Nobody is paid by an expectation."""
    day = dt.date(2026, 3, 1)

    with pytest.raises(InputRefused, match="only projected"):
        rate("raised", day)
    assert rate("raised", day, allow_projected=True).amount == Decimal("13060.00")


def test_ben_16_rows_are_whole_and_never_overlap() -> None:
    """Each has a law, a source and a known status, and no key has two amounts on one day."""
    assert all(row.legal_ref and row.source and row.unit and row.status in STATUSES for row in RATES)
    for one, other in combinations(RATES, 2):
        if one.key == other.key:
            later = max(one.valid_from, other.valid_from)
            assert not (one.holds(later) and other.holds(later)), one.key


def test_ben_16_what_rests_on_several_rates_is_as_sure_as_the_weakest() -> None:
    """One derived amount makes the sum derived, one projected makes it projected."""
    assert weakest(["official", "derived"]) == "derived"
    assert weakest(["projected", "derived"]) == "projected"
    assert weakest([]) == "official"
