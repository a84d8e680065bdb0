"""The days by which the checks judge."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.events import OfficeOpened
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_days import OfficeDays
from tests.plugins.benefits.checks_pages import moment, office

LATE = moment("2024-08-31 22:30")


def opened(zone: str) -> OfficeDays:
    check, event = OfficeDays(), evolve(office(), zone=zone)
    recorded = Recorded("office:1", moment("2024-06-03 07:00"), "system", "", event)
    for shown in check.shown(OfficeOpened, ""):
        shown(event, recorded)
    return check


@pytest.mark.parametrize(
    ("zone", "day", "month"),
    [
        ("Europe/Copenhagen", dt.date(2024, 9, 1), "2024-09"),
        ("Atlantic/Faroe", dt.date(2024, 8, 31), "2024-08"),
    ],
)
def test_cor_14_day_and_month_are_those_of_the_offices_clock(zone: str, day: dt.date, month: str) -> None:
    """Half past midnight in Copenhagen is still the month before on the Faroe Islands."""
    check = opened(zone)
    assert (check.day(LATE), check.month(LATE), check.local(LATE).date()) == (day, month, day)


def test_cor_14_before_the_office_opens_the_days_are_danish() -> None:
    """A journal that lacks its opening is judged all the same."""
    assert OfficeDays().day(LATE) == dt.date(2024, 9, 1)
