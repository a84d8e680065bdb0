"""Two hands that share no code come to the same working days and due minutes (COR-11, COR-14)."""

from __future__ import annotations

import ast
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from saksgang.checks import almanac as second
from saksgang.errors import InputRefused
from saksgang.legaltime import Almanac, Rule, due

COUNTRIES = {"NO": "Europe/Oslo", "DK": "Europe/Copenhagen"}

_anywhen = st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31), timezones=st.just(UTC))
# Random moments seldom hit the nights that matter, so half of all starts are near one.
_nights = st.sampled_from([datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)])
_near_a_night = st.builds(
    lambda night, days, minutes: night - timedelta(days=days, minutes=minutes),
    _nights,
    st.integers(0, 12),
    st.integers(-120, 120),
)
starts = _anywhen | _near_a_night

_lengths = (
    st.integers(1, 300).map(lambda n: f"{n} hours")
    | st.integers(1, 60).map(lambda n: f"{n} days")
    | st.integers(1, 60).map(lambda n: f"{n} working days")
    | st.integers(1, 40).map(lambda n: f"{n} months")
    | st.builds(
        "{} {:02}:{:02}".format,
        st.sampled_from(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]),
        st.integers(0, 23),
        st.integers(0, 59),
    )
    | st.builds("last bank day {:02}:{:02}".format, st.integers(0, 23), st.integers(0, 59))
)
rules = st.builds(
    "{}{}{}".format,
    _lengths,
    st.sampled_from(["", ", end of day"]),
    st.sampled_from(["", ", moved to a working day"]),
)


@settings(max_examples=400, deadline=None)
@given(starts, rules, st.sampled_from(sorted(COUNTRIES)))
@example(datetime(2026, 3, 28, 1, 30, tzinfo=UTC), "1 days", "NO")
@example(datetime(2026, 10, 24, 23, 30, tzinfo=UTC), "2 hours", "NO")
@example(datetime(2026, 3, 22, 1, 0, tzinfo=UTC), "sunday 02:30", "DK")
@example(datetime(2025, 5, 28, 4, 0, tzinfo=UTC), "last bank day 06:00", "DK")
def test_cor_11_two_hands_agree_on_the_due_minute(start: datetime, rule: str, country: str) -> None:
    """Counting day by day and minute by minute leads to the same due minute for any start and rule."""
    counted = second.due_by_counting(country, COUNTRIES[country], start, rule)
    assert due(start, Rule.parse(rule), Almanac(country)) == counted


@pytest.mark.parametrize("country", sorted(COUNTRIES))
def test_cor_14_two_hands_agree_on_every_working_day(country: str) -> None:
    """From 2010 to 2060 the written-out holidays and the library have the same working days."""
    almanac = Almanac(country)
    days = map(date.fromordinal, range(date(2010, 1, 1).toordinal(), date(2061, 1, 1).toordinal()))
    assert [day for day in days if almanac.is_working_day(day) != second.is_working(country, day)] == []


@pytest.mark.parametrize("country", sorted(COUNTRIES))
def test_cor_14_two_hands_agree_on_every_bank_day(country: str) -> None:
    """From 2010 to 2060 the written-out closing days of banks and the library's have the same bank days."""
    almanac = Almanac(country)
    days = map(date.fromordinal, range(date(2010, 1, 1).toordinal(), date(2061, 1, 1).toordinal()))
    assert [day for day in days if almanac.is_bank_day(day) != second.is_bank_day(country, day)] == []


@pytest.mark.parametrize(
    ("day", "last"),
    [((2024, 3), 27), ((2024, 12), 30), ((2025, 5), 28), ((2026, 12), 30), ((2027, 6), 30), ((2024, 2), 29)],
)
def test_ben_23_the_second_hand_knows_the_published_last_bank_days(day: tuple[int, int], last: int) -> None:
    """Easter, the Friday after Ascension and New Year's Eve move the day of payment forward."""
    assert second.last_bank_day("DK", *day) == date(*day, last)


@pytest.mark.parametrize(
    ("year", "month", "day"),
    [(2008, 3, 23), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25)],
)
def test_easter_falls_on_the_printed_dates(year: int, month: int, day: int) -> None:
    """The second hand's Easter is the one of the printed calendars."""
    assert second.easter_sunday(year) == date(year, month, day)


def test_the_second_hand_counts_the_worked_example() -> None:
    """Two working days from the Wednesday before Easter 2026, 10:00, end on Wednesday the 8th."""
    start = datetime(2026, 4, 1, 8, tzinfo=UTC)
    assert second.count_working_days("NO", "Europe/Oslo", start, 2) == datetime(2026, 4, 8, 8, tzinfo=UTC)


@pytest.mark.parametrize("text", ["2 fortnights", "soon", "2 days, end of week", ""])
def test_the_second_hand_refuses_what_it_does_not_understand(text: str) -> None:
    """A rule text that the second hand cannot read is refused, never guessed."""
    with pytest.raises(InputRefused, match="not understood"):
        second.due_by_counting("NO", "Europe/Oslo", datetime(2026, 4, 1, tzinfo=UTC), text)


def test_the_second_hand_shares_nothing() -> None:
    """The second opinion imports neither the legal-time room nor the holidays library."""
    tree = ast.parse(Path(second.__file__).read_text(encoding="utf-8"))
    modules = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    modules |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    assert modules == {"__future__", "datetime", "functools", "zoneinfo", "saksgang.errors"}
