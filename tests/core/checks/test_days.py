"""Local days of instants, over midnight and over changes of the clocks."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.checks.days import LocalDays
from tests.core.checks.pages import instant


@pytest.mark.parametrize(
    ("at", "day", "noon"),
    [
        ("03-02 22:59", "2026-03-02", "03-02 11:00"),
        ("03-02 23:00", "2026-03-03", "03-03 11:00"),
        ("03-28 23:00", "2026-03-29", "03-29 10:00"),
        ("03-29 21:59", "2026-03-29", "03-29 10:00"),
        ("03-29 22:00", "2026-03-30", "03-30 10:00"),
        ("10-25 22:59", "2026-10-25", "10-25 11:00"),
        ("10-25 23:00", "2026-10-26", "10-26 11:00"),
    ],
)
def test_cor_14_an_instant_is_on_its_local_day(at: str, day: str, noon: str) -> None:
    """Also on days of 23 and 25 hours, whichever day was asked for before."""
    days = LocalDays("Europe/Oslo")
    for before in ("01-01 12:00", "12-31 12:00", at):
        days.at(instant(before))

    found = days.at(instant(at))
    assert (found.date, found.noon) == (dt.date.fromisoformat(day), instant(noon))
    assert found.begins <= instant(at) < found.ends
