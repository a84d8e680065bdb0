"""An explanation tells every day that mattered and ends where the deadline does (COR-13)."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksgang.errors import InputRefused
from saksgang.legaltime import Almanac, Rule, Step, due, explain
from tests.core.legaltime.test_second_opinion import COUNTRIES, rules, starts

NORWAY = Almanac("NO")
EASTER = datetime(2026, 4, 1, 8, tzinfo=UTC)


def told(start: datetime, rule: str) -> list[str]:
    """Give the lines of an explanation in Norway."""
    return [step.text for step in explain(start, Rule.parse(rule), NORWAY)]


def test_cor_13_two_working_days_over_easter_day_by_day() -> None:
    """Each day from the Wednesday before Easter 2026 is told: not counted, why, or its number."""
    steps = explain(EASTER, Rule.parse("2 working days"), NORWAY)
    assert [(step.date.day, step.counted) for step in steps] == [
        (1, None), (2, None), (3, None), (4, None), (5, None), (6, None), (7, 1), (8, 2), (8, None),
    ]  # fmt: skip
    assert [step.text for step in steps] == [
        (
            'Wednesday 1 April 2026 at 10:00: the start of "2 working days"; '
            "this day is not counted, every working day after it is."
        ),
        "Thursday 2 April 2026: not counted, Skjærtorsdag.",
        "Friday 3 April 2026: not counted, Langfredag.",
        "Saturday 4 April 2026: not counted, Saturday.",
        "Sunday 5 April 2026: not counted, Første påskedag.",
        "Monday 6 April 2026: not counted, Andre påskedag.",
        "Tuesday 7 April 2026: working day 1.",
        "Wednesday 8 April 2026: working day 2.",
        ("Due Wednesday 8 April 2026 at 10:00 local time (Europe/Oslo); the whole minute counts, missed from 10:01."),
    ]


def test_cor_13_a_month_too_short_and_a_move_are_told() -> None:
    """The clamp of 31 January and each closed day that the end leaves have a line."""
    assert told(datetime(2026, 1, 31, 9, tzinfo=UTC), "1 month, end of day, moved to a working day")[1:] == [
        "31 January + 1 month: February has 28 days, so the 28th.",
        "Saturday 28 February 2026: the end moves to the next day, Saturday.",
        "Sunday 1 March 2026: the end moves to the next day, Sunday.",
        "Due Monday 2 March 2026 at 23:59 local time (Europe/Oslo); the whole day counts.",
    ]


def test_cor_13_a_month_long_enough_has_no_line() -> None:
    """From 31 January, two months later is 31 March: nothing was clamped and nothing is said of it."""
    assert not any("has 31 days" in line for line in told(datetime(2026, 1, 31, 9, tzinfo=UTC), "2 months"))


def test_cor_13_a_change_of_summer_time_is_told() -> None:
    """Over the nights of summer time the change is told, with what it means for hours and for days."""
    spring, autumn = datetime(2026, 3, 28, 11, tzinfo=UTC), datetime(2026, 10, 24, 10, tzinfo=UTC)
    clock = "Sunday 29 March 2026: the clock went from UTC+01:00 to UTC+02:00; "
    assert clock + "the hours go on as they pass." in told(spring, "48 hours")
    assert clock + "the deadline keeps to the local clock." in told(spring, "2 days")
    back = "Sunday 25 October 2026: the clock went from UTC+02:00 to UTC+01:00; the hours go on as they pass."
    assert back in told(autumn, "48 hours")
    assert not any("the clock went" in line for line in told(EASTER, "48 hours"))


def test_cor_13_a_minute_that_does_not_exist_is_told() -> None:
    """A day that ends in the missing hour says which minute is taken instead."""
    lines = told(datetime(2026, 3, 28, 1, 30, tzinfo=UTC), "1 day")
    assert "Sunday 29 March 2026: 02:30 does not exist on that day; the next minute is 03:00." in lines


def test_cor_13_a_long_walk_is_folded_but_names_each_holiday() -> None:
    """Sixty working days from February 2026 are told in runs, with every holiday by name."""
    lines = told(datetime(2026, 2, 2, 9, tzinfo=UTC), "60 working days")
    assert lines[2] == (
        "Tuesday 3 February 2026 to Wednesday 1 April 2026: working day 1 to 42; not counted, 8 weekends: 16 days."
    )
    assert [line.split(": not counted, ")[1] for line in lines if ": not counted, " in line] == [
        "Skjærtorsdag.",
        "Langfredag.",
        "1 weekend: 1 day.",
        "Første påskedag.",
        "Andre påskedag.",
    ]
    assert len(lines) < 15


def test_cor_13_exactly_forty_days_are_told_one_by_one() -> None:
    """Forty days have a line each, forty-one are folded into one."""
    january = datetime(2026, 1, 5, 9, tzinfo=UTC)
    assert len(told(january, "40 days")) == 42
    assert told(january, "41 days")[1] == "Tuesday 6 January 2026 to Sunday 15 February 2026: day 1 to 41."


def test_an_explanation_in_an_unknown_language_is_refused() -> None:
    """A language without words is refused, not silently told in another."""
    with pytest.raises(InputRefused, match="'fi'"):
        explain(EASTER, Rule.parse("1 day"), NORWAY, language="fi")


def test_cor_10_an_explanation_does_not_follow_the_environment() -> None:
    """Under a Thai, an English and no locale, and another zone, the words are the same."""
    code = (
        "from datetime import UTC, datetime; from saksgang.legaltime import *\n"
        "steps = explain(datetime(2026, 4, 1, 8, tzinfo=UTC), Rule.parse('2 working days'), Almanac('NO'))\n"
        "print(ascii([step.text for step in steps]))"
    )
    path = os.pathsep.join(sys.path)
    for place in ({"LANGUAGE": "th", "LANG": "th_TH.UTF-8", "TZ": "Asia/Bangkok"}, {"LANG": "en_US.UTF-8"}):
        environment = {"PYTHONPATH": path, **place}
        run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
        assert run.stdout.decode().strip() == ascii(told(EASTER, "2 working days"))


@given(starts, rules, st.sampled_from(sorted(COUNTRIES)))
def test_cor_13_an_explanation_ends_where_the_deadline_does(start: datetime, text: str, country: str) -> None:
    """The last line has the due minute's local date, the lines are in order, the count is the rule's."""
    rule, almanac = Rule.parse(text), Almanac(country)
    steps = explain(start, rule, almanac)
    local = almanac.local(due(start, rule, almanac))
    dates = [step.date for step in steps]
    assert steps[-1].date == local.date()
    assert f"{local:%H:%M} local time" in steps[-1].text
    assert dates == sorted(dates)
    if "days" in rule.duration.unit:
        assert max(step.counted or 0 for step in steps) == rule.duration.number


def test_a_step_is_a_value() -> None:
    """Two lines with the same date, number and words are equal."""
    assert Step(date(2026, 1, 5), 1, "x") == Step(date(2026, 1, 5), 1, "x")
