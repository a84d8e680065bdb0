"""Where a payment is posted."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksgang.errors import InputRefused
from saksgang_benefits.postings import ROWS, posting_key, postings

KEYS = sorted({row.key for row in ROWS} - {"udbetaling"})


@pytest.mark.parametrize(
    ("key", "day", "account", "status"),
    [
        ("kontanthjælp", "2024-08-01", "5.57.73 dranst 1 gruppering 007 art 5.2", "official"),
        ("uddannelseshjælp", "2025-06-01", "5.57.73 dranst 1 gruppering 008 art 5.2", "official"),
        ("uddannelseshjælp", "2025-07-01", "5.57.73 dranst 1 gruppering 007 art 5.2", "unconfirmed"),
        ("kontanthjælp", "2025-07-01", "5.57.73 dranst 1 gruppering 007 art 5.2", "unconfirmed"),
        ("tandpleje", "2025-07-01", "5.57.72 dranst 1 gruppering 007 art 5.2", "official"),
    ],
)
def test_ben_24_the_account_follows_benefit_and_date(key: str, day: str, account: str, status: str) -> None:
    """By the dated table, with how sure each row is."""
    debit = postings(key, Decimal(100), dt.date.fromisoformat(day))[0]

    assert (debit["side"], debit["account"], debit["status"]) == ("debit", account, status)


DAYS = st.dates(dt.date(2020, 1, 1), dt.date(2027, 1, 1))


@given(st.sampled_from(KEYS), st.decimals("0.01", 100_000, places=2), DAYS)
def test_ben_24_debit_equals_credit_to_the_ore(key: str, amount: Decimal, day: dt.date) -> None:
    """Whatever is paid whenever, both sides are the amount."""
    rows = postings(key, amount, day)
    sides = {side: sum(Decimal(row["amount"]) for row in rows if row["side"] == side) for side in ("debit", "credit")}

    assert sides == {"debit": amount, "credit": amount}


@given(st.sampled_from(KEYS), DAYS)
def test_ben_24_money_is_not_taken_from_the_account_that_it_is_spent_on(key: str, day: dt.date) -> None:
    """Debit and credit are two accounts, whatever the benefit."""
    debit, credit = postings(key, Decimal(1), day)

    assert debit["account"] != credit["account"]


def test_ben_24_what_has_no_account_is_refused() -> None:
    """No payment without a posting."""
    with pytest.raises(InputRefused, match=r"konteringer\.toml"):
        postings("fritid", Decimal(1), dt.date(2024, 1, 1))


def test_ben_24_the_key_is_the_cases_own() -> None:
    """A single payment is posted by its purpose, everything else by its case type."""
    assert posting_key("kontanthjælp", {"purpose": "tandpleje"}) == "kontanthjælp"
    assert posting_key("enkeltydelse", {"purpose": "tandpleje"}) == "tandpleje"
