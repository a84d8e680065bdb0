"""Durations are read, written and refused by kind (COR-11)."""

from __future__ import annotations

from contextlib import suppress
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksgang.errors import InputRefused
from saksgang.legaltime import Duration, Unit


@pytest.mark.parametrize(
    ("text", "expected", "canonical"),
    [
        ("2 working days", Duration(Unit.WORKING_DAYS, 2), "2 working days"),
        ("1 working day", Duration(Unit.WORKING_DAYS, 1), "1 working day"),
        ("1 working days", Duration(Unit.WORKING_DAYS, 1), "1 working day"),
        ("10 days", Duration(Unit.DAYS, 10), "10 days"),
        ("48 hours", Duration(Unit.HOURS, 48), "48 hours"),
        ("1 hour", Duration(Unit.HOURS, 1), "1 hour"),
        ("6 months", Duration(Unit.MONTHS, 6), "6 months"),
        ("3 years", Duration(Unit.MONTHS, 36), "36 months"),
        ("1 year", Duration(Unit.MONTHS, 12), "12 months"),
        ("2 weeks", Duration(Unit.DAYS, 14), "14 days"),
        ("  2   WORKING\tDays ", Duration(Unit.WORKING_DAYS, 2), "2 working days"),
        ("monday 09:00", Duration(Unit.WEEKDAY, weekday=0, at=time(9)), "monday 09:00"),
        ("Sunday 7:05", Duration(Unit.WEEKDAY, weekday=6, at=time(7, 5)), "sunday 07:05"),
        ("100 years", Duration(Unit.MONTHS, 1200), "1200 months"),
    ],
)
def test_cor_11_each_form_is_read_and_written(text: str, expected: Duration, canonical: str) -> None:
    """Every form of a configuration gives its duration and has one canonical text."""
    assert Duration.parse(text) == expected
    assert str(expected) == canonical


def test_cor_11_days_working_days_and_hours_are_three_things() -> None:
    """Two days, two working days and 48 hours are never equal, as PPT-10 needs all three."""
    assert len({Duration.parse(text) for text in ("2 days", "2 working days", "48 hours")}) == 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("1 month 3 days", "mixes kinds (month and days)"),
        ("2 weeks and 1 hour", "mixes kinds (weeks and hour)"),
        ("2 working days 4 hours", "mixes kinds (working days and hours)"),
        ("2 days monday 09:00", "mixes kinds (days and monday)"),
        ("2 wrking days", 'did you mean "2 working days"?'),
        ("2days", 'did you mean "2 days"?'),
        ("friday", 'did you mean "friday 09:00"?'),
        ("monday 24:00", 'did you mean "monday 09:00"?'),
        ("0 days", "from 1 to 36525 days"),
        ("-2 working days", "from 1 to 25000 working days"),
        ("101 years", "from 1 to 1200 months"),
        ("999999999999 hours", "from 1 to 876600 hours"),
        ("1.5 days", "a whole number"),
        ("two days", "a whole number"),
        ("", "such as"),
        ("2", "such as"),
        ("days", "such as"),
        ("x" * 5000, "longer than 60 characters"),
    ],
)
def test_cor_11_what_cannot_be_a_duration_is_refused_in_words(text: str, names: str) -> None:
    """A duration that cannot be read is refused in one short line that names the fault or the remedy."""
    with pytest.raises(InputRefused) as refusal:
        Duration.parse(text)
    assert names in str(refusal.value)
    assert "\n" not in str(refusal.value)
    assert len(str(refusal.value)) < 400


def test_a_number_in_the_place_of_a_text_is_refused() -> None:
    """A bare number out of a configuration file has no kind and is refused."""
    with pytest.raises(InputRefused, match="not a text"):
        Duration.parse(2)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "fields",
    [
        {"unit": Unit.DAYS, "number": 2, "weekday": 1},
        {"unit": Unit.WEEKDAY},
        {"unit": Unit.WEEKDAY, "weekday": 7, "at": time(9)},
        {"unit": Unit.WEEKDAY, "weekday": 0, "at": time(9, 0, 30)},
        {"unit": Unit.WEEKDAY, "number": 2, "weekday": 0, "at": time(9)},
    ],
)
def test_fields_that_do_not_belong_together_are_refused(fields: dict[str, object]) -> None:
    """A duration built by hand keeps the same bounds as one that was read."""
    with pytest.raises(InputRefused):
        Duration(**fields)  # type: ignore[arg-type]


numbered = st.builds(
    Duration,
    st.sampled_from([Unit.HOURS, Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS]),
    st.integers(1, 1200),
)
to_a_weekday = st.builds(
    lambda weekday, hour, minute: Duration(Unit.WEEKDAY, 1, weekday, time(hour, minute)),
    st.integers(0, 6),
    st.integers(0, 23),
    st.integers(0, 59),
)


@given(numbered | to_a_weekday)
def test_cor_11_a_written_duration_reads_back_equal(duration: Duration) -> None:
    """The canonical text of any duration reads back to the same value, with the same hash."""
    again = Duration.parse(str(duration))
    assert again == duration
    assert len({again, duration}) == 1


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text whatsoever ends in another error than a worded refusal."""
    with suppress(InputRefused):
        assert Duration.parse(text).number >= 1
