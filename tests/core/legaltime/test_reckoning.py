"""Due minutes worked out by hand on a calendar (COR-11, COR-12, COR-14, PPT-10, PPT-11, BEN-10, MON-03)."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from saksgang.errors import InputRefused
from saksgang.legaltime import Almanac, Rule, due, fires_at

ZONES = {"NO": ZoneInfo("Europe/Oslo"), "DK": ZoneInfo("Europe/Copenhagen")}


def reckoned(country: str, start: str, rule: str) -> str:
    """Reckon from a local wall time and give the local wall time with its offset."""
    begun = datetime.fromisoformat(start).replace(tzinfo=ZONES[country]).astimezone(UTC)
    return due(begun, Rule.parse(rule), Almanac(country)).astimezone(ZONES[country]).isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("country", "start", "expected"),
    [
        ("NO", "2026-01-05 10:00", "2026-01-07T10:00+01:00"),  # Monday to Wednesday
        ("NO", "2026-01-10 14:00", "2026-01-13T14:00+01:00"),  # Saturday to Tuesday
        ("NO", "2026-01-09 14:00", "2026-01-13T14:00+01:00"),  # Friday to Tuesday
        ("NO", "2026-04-01 10:00", "2026-04-08T10:00+02:00"),  # over Easter
        ("NO", "2024-05-16 10:00", "2024-05-22T10:00+02:00"),  # over 17 May and Whit Monday
        ("DK", "2024-05-16 10:00", "2024-05-21T10:00+02:00"),  # 17 May is no Danish holiday
        ("NO", "2026-05-13 08:00", "2026-05-18T08:00+02:00"),  # over Ascension and a weekend
        ("NO", "2026-04-30 08:00", "2026-05-05T08:00+02:00"),  # over 1 May
        ("DK", "2026-04-30 08:00", "2026-05-04T08:00+02:00"),  # 1 May is a Danish working day
        ("NO", "2026-12-23 12:00", "2026-12-28T12:00+01:00"),  # 24 December counts
        ("NO", "2026-03-27 10:00", "2026-03-31T10:00+02:00"),  # over the summer-time night
        ("NO", "2026-10-23 10:00", "2026-10-27T10:00+01:00"),
        ("NO", "2026-01-05 23:59", "2026-01-07T23:59+01:00"),
    ],
)
def test_ppt_10_two_working_days(country: str, start: str, expected: str) -> None:
    """Two working days end at the same clock minute on the second working day after the start's day."""
    assert reckoned(country, start, "2 working days") == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("2 working days", "2026-03-31T12:00+02:00"),
        ("2 days", "2026-03-29T12:00+02:00"),
        ("48 hours", "2026-03-29T13:00+02:00"),
    ],
)
def test_ppt_10_three_readings_of_two_days(rule: str, expected: str) -> None:
    """From Friday noon before the summer-time night the three readings end at three different minutes."""
    assert reckoned("NO", "2026-03-27 12:00", rule) == expected


@pytest.mark.parametrize(
    ("start", "rule", "expected"),
    [
        ("2026-10-24 12:00", "2 days", "2026-10-26T12:00+01:00"),
        ("2026-10-24 12:00", "48 hours", "2026-10-26T11:00+01:00"),
        ("2026-03-28 02:30", "1 day", "2026-03-29T03:00+02:00"),  # 02:30 does not exist
        ("2026-10-24 02:30", "1 day", "2026-10-25T02:30+02:00"),  # the first of two
        ("2026-10-25 01:30", "2 hours", "2026-10-25T02:30+01:00"),  # the second of two
        ("2026-10-25 01:30", "1 hour", "2026-10-25T02:30+02:00"),
        ("2026-03-28 02:30", "1 day, moved to a working day", "2026-03-30T02:30+02:00"),
    ],
)
def test_cor_14_the_nights_of_summer_time(start: str, rule: str, expected: str) -> None:
    """Hours pass as they do and days keep the clock, also when a minute is missing or comes twice."""
    assert reckoned("NO", start, rule) == expected


@pytest.mark.parametrize(
    ("start", "rule", "expected"),
    [
        ("2026-01-31 09:15", "1 month", "2026-02-28T09:15+01:00"),
        ("2028-01-31 09:15", "1 month", "2028-02-29T09:15+01:00"),
        ("2026-08-31 09:15", "6 months", "2027-02-28T09:15+01:00"),
        ("2026-10-31 09:15", "1 month", "2026-11-30T09:15+01:00"),
        ("2026-12-31 09:15", "1 month", "2027-01-31T09:15+01:00"),
        ("2026-11-15 09:15", "1 month", "2026-12-15T09:15+01:00"),
        ("2028-02-29 09:15", "1 year", "2029-02-28T09:15+01:00"),
        ("2026-02-28 09:15", "1 month", "2026-03-28T09:15+01:00"),
        ("2026-01-31 09:15", "3 years", "2029-01-31T09:15+01:00"),
    ],
)
def test_cor_11_months_clamp_to_the_end_of_the_month(start: str, rule: str, expected: str) -> None:
    """Months end on the same day number, or on the last day of a month that has no such."""
    assert reckoned("NO", start, rule) == expected


def test_mon_03_six_months_are_not_moved_by_a_weekend() -> None:
    """A review six months after 31 August 2025 falls on Saturday 28 February 2026 and stays there."""
    assert reckoned("NO", "2025-08-31 10:00", "6 months") == "2026-02-28T10:00+01:00"


def test_ppt_11_the_month_of_the_law_ends_with_the_day() -> None:
    """A month from 31 January ends when 28 February is over."""
    assert reckoned("NO", "2026-01-31 15:20", "1 month, end of day") == "2026-02-28T23:59+01:00"


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2026-03-26 11:15", "2026-04-07T23:59+02:00"),  # Easter Sunday, then Easter Monday
        ("2026-12-15 11:15", "2026-12-28T23:59+01:00"),  # both Christmas days and a Sunday
        ("2026-01-05 11:15", "2026-01-15T23:59+01:00"),  # a Thursday stays
        ("2026-05-26 11:15", "2026-06-05T23:59+02:00"),  # Grundlovsdag is no public holiday
        ("2026-01-05 00:00", "2026-01-15T23:59+01:00"),
    ],
)
def test_ben_10_ten_days_move_off_closed_days(start: str, expected: str) -> None:
    """Ten calendar days run to the end of the last day, and an end on a closed day moves on."""
    assert reckoned("DK", start, "10 days, end of day, moved to a working day") == expected


@pytest.mark.parametrize(
    ("start", "rule", "expected"),
    [
        ("2026-01-05 08:59:59", "monday 09:00", "2026-01-05T09:00+01:00"),
        ("2026-01-05 09:00:00", "monday 09:00", "2026-01-12T09:00+01:00"),
        ("2026-01-05 09:00:01", "monday 09:00", "2026-01-12T09:00+01:00"),
        ("2026-01-07 12:00", "tuesday 08:30", "2026-01-13T08:30+01:00"),
        ("2026-03-28 12:00", "sunday 02:30", "2026-03-29T03:00+02:00"),
        ("2026-03-31 12:00", "monday 09:00, moved to a working day", "2026-04-07T09:00+02:00"),
        ("2026-01-07 12:00", "friday 09:00, end of day", "2026-01-09T23:59+01:00"),
    ],
)
def test_cor_11_a_weekday_and_time_is_the_next_such_moment(start: str, rule: str, expected: str) -> None:
    """The next such moment lies strictly after the start, in the local clock of its own day."""
    assert reckoned("NO", start, rule) == expected


@pytest.mark.parametrize("rule", ["48 hours", "2 days", "2 working days", "1 month"])
def test_due_is_cut_to_the_minute(rule: str) -> None:
    """Seconds of the start neither shorten nor lengthen the minute that counts."""
    early = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
    late = datetime(2026, 1, 5, 9, 30, 59, 999_999, tzinfo=UTC)
    found = due(late, Rule.parse(rule), Almanac("NO"))
    assert found == due(early, Rule.parse(rule), Almanac("NO"))
    assert (found.minute, found.second, found.microsecond, found.tzinfo) == (30, 0, 0, UTC)


def test_ppt_10_a_deadline_is_missed_when_its_whole_minute_is_over() -> None:
    """The minute after the due minute is when it fires, so that the same minute is still in time."""
    assert fires_at(datetime(2026, 1, 7, 22, 59, tzinfo=UTC)) == datetime(2026, 1, 7, 23, 0, tzinfo=UTC)


def test_a_due_minute_outside_the_almanac_is_refused() -> None:
    """A rule that leads beyond the known years, or starts without a zone, is refused in words."""
    with pytest.raises(InputRefused, match="1900 to 2200"):
        due(datetime(2150, 1, 1, tzinfo=UTC), Rule.parse("100 years"), Almanac("NO"))
    with pytest.raises(InputRefused, match="no zone"):
        due(datetime(2026, 1, 1), Rule.parse("1 day"), Almanac("NO"))
