"""Each kind of rule over a case: held, broken, still open, excused."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saksgang.audit import Entry, Outcome, Times, rule_of
from saksgang.audit.judging import judged
from saksgang.checks.almanac import is_working
from saksgang.errors import InputRefused
from tests.core.audit.logs import DENMARK, NORWAY, entries, local

LATER = local("2027-12-31")


def outcomes(text: str, log: Sequence[Entry], until: dt.datetime = LATER, times: Times = NORWAY) -> list[Outcome]:
    """What a rule finds in a case."""
    return list(judged(rule_of(text), log, times, until))


def verdicts(text: str, *rows: str, until: str = "2027-12-31") -> list[str]:
    """The verdicts alone."""
    return [outcome.verdict for outcome in outcomes(text, entries(*rows), local(until))]


@pytest.mark.parametrize(
    ("rule", "first", "then", "verdict"),
    [
        # Whole days: the twenty-first to its last minute.
        ("21 days", "2026-03-02 10:00", "2026-03-23 23:59", "held"),
        ("21 days", "2026-03-02 10:00", "2026-03-24 00:00", "broken"),
        ("21 days", "2026-03-02 10:00", "2026-03-02 10:00", "held"),
        # Hours: the minute counts, all of it; the night of summer time has one hour less.
        ("48 hours", "2026-03-02 10:00", "2026-03-04 10:00", "held"),
        ("48 hours", "2026-03-02 10:00", "2026-03-04 10:01", "broken"),
        ("24 hours", "2026-03-28 12:00", "2026-03-29 13:00", "held"),
        ("24 hours", "2026-03-28 12:00", "2026-03-29 13:01", "broken"),
        # Working days: Easter 2026 takes 2, 3 and 6 April, and the weekend.
        ("2 working days", "2026-04-01 10:00", "2026-04-08 12:00", "held"),
        ("2 working days", "2026-04-01 10:00", "2026-04-09 00:00", "broken"),
        ("2 working days, same minute", "2026-04-01 10:00", "2026-04-08 10:01", "broken"),
        # Months: the last day where the month has no such day.
        ("1 month", "2026-01-31 10:00", "2026-02-28 23:00", "held"),
        ("1 month", "2026-01-31 10:00", "2026-03-01 00:00", "broken"),
        # Moved off a Saturday.
        ("5 days, moved to a working day", "2026-03-02 10:00", "2026-03-09 12:00", "held"),
        ("5 days", "2026-03-02 10:00", "2026-03-09 12:00", "broken"),
    ],
)
def test_within_counts_as_legal_time_does(rule: str, first: str, then: str, verdict: str) -> None:
    """Days, hours, working days and months, from the first minute to the last."""
    assert verdicts(f"A -> B within {rule}", f"A {first}", f"B {then}") == [verdict]


def test_danish_holidays_are_danish() -> None:
    """1 May is a holiday in Norway and none in Denmark."""
    log = entries("A 2026-04-30 10:00", "B 2026-05-04 10:00")

    assert [each.verdict for each in outcomes("A -> B within 1 working day", log, times=NORWAY)] == ["held"]
    assert [each.verdict for each in outcomes("A -> B within 1 working day", log, times=DENMARK)] == ["broken"]


def test_what_came_before_does_not_count() -> None:
    """An answer is one to what came no later."""
    assert verdicts("A -> B within 5 days", "B 2026-03-01", "A 2026-03-02") == ["broken"]


def test_every_occasion_is_judged_by_what_came_after_it() -> None:
    """Two were received; the one answer is in time for the second alone."""
    rows = ("A 2026-03-02", "A 2026-03-20", "B 2026-03-24")

    assert verdicts("A -> B within 10 days", *rows) == ["broken", "held"]


def test_what_is_not_due_yet_is_open() -> None:
    """Until the last minute that counts is over."""
    assert verdicts("A -> B within 5 days", "A 2026-03-02", until="2026-03-07 23:59") == ["open"]
    assert verdicts("A -> B within 5 days", "A 2026-03-02", until="2026-03-08 00:00") == ["broken"]


def test_what_became_needless_is_excused() -> None:
    """When it came in time and before the answer; too late, it excuses nothing."""
    rule = "A -> B within 5 days unless C"

    assert verdicts(rule, "A 2026-03-02", "C 2026-03-04") == ["excused"]
    assert verdicts(rule, "A 2026-03-02", "C 2026-03-04", "B 2026-03-05") == ["excused"]
    assert verdicts(rule, "A 2026-03-02", "B 2026-03-04", "C 2026-03-05") == ["held"]
    assert verdicts(rule, "A 2026-03-02", "C 2026-03-08") == ["broken"]
    assert verdicts(rule, "C 2026-03-01", "A 2026-03-02") == ["broken"]


@pytest.mark.parametrize(
    ("then", "verdict", "told"),
    [
        ("2026-05-01 08:00", "held", ""),
        ("2026-05-01 23:59", "held", ""),
        ("2026-04-30 23:59", "broken", "1 day early"),
        ("2026-05-02 00:00", "broken", "1 day late"),
        ("2026-05-11 00:00", "broken", "10 days late"),
    ],
)
def test_exactly_is_that_local_day(then: str, verdict: str, told: str) -> None:
    """Sixty days after 2 March is 1 May, over the night of summer time."""
    (outcome,) = outcomes("A -> B exactly 60 days", entries("A 2026-03-02 10:00", f"B {then}"))

    assert (outcome.verdict, outcome.told) == (verdict, told)


def test_exactly_in_hours_is_that_minute() -> None:
    """And it is over when the minute is."""
    assert verdicts("A -> B exactly 2 hours", "A 2026-03-02 10:00", "B 2026-03-02 12:00") == ["held"]
    assert verdicts("A -> B exactly 2 hours", "A 2026-03-02 10:00", "B 2026-03-02 11:59") == ["broken"]
    assert verdicts("A -> B exactly 2 hours", "A 2026-03-02 10:00", until="2026-03-02 12:00") == ["open"]


def test_exactly_takes_any_that_fits() -> None:
    """Something else on the way does not break it, and nothing is broken before the day is over."""
    rows = ("A 2026-03-02", "B 2026-03-10", "B 2026-03-12")

    assert verdicts("A -> B exactly 10 days", *rows) == ["held"]
    assert verdicts("A -> B exactly 10 days", *rows[:2], until="2026-03-12 12:00") == ["open"]


@pytest.mark.parametrize(
    ("column", "then", "verdict"),
    [
        ("2026-03-16", "2026-03-16 23:59", "held"),
        ("2026-03-16", "2026-03-17 00:00", "broken"),
        ("2026-03-16T12:00:30+01:00", "2026-03-16 12:00", "held"),
        ("2026-03-16T12:00:30+01:00", "2026-03-16 12:01", "broken"),
    ],
)
def test_a_due_time_may_stand_in_a_column(column: str, then: str, verdict: str) -> None:
    """A date to its end, a time to the end of its minute."""
    log = entries("A 2026-03-02", f"B {then}", Frist=column)

    assert [each.verdict for each in outcomes("A -> B by Frist", log)] == [verdict]


def test_without_a_due_time_nothing_is_judged() -> None:
    """An empty cell is no deadline."""
    assert outcomes("A -> B by Frist", entries("A 2026-03-02", Frist="")) == []


def test_cor_22_a_due_time_that_cannot_be_read_is_told_with_its_place() -> None:
    """Line and column."""
    with pytest.raises(InputRefused, match="line 2, column 'Frist': The time 'soon' cannot be read"):
        outcomes("A -> B by Frist", entries("A 2026-03-02", Frist="soon"))


def test_never_before() -> None:
    """Each one needs one that came no later; at the same time is early enough."""
    assert verdicts("never B before A", "B 2026-03-01", "A 2026-03-02", "B 2026-03-03") == ["broken", "held"]
    assert verdicts("never B before A", "B 2026-03-02", "A 2026-03-02") == ["held"]
    assert verdicts("never B before A", "B 2026-03-02") == ["broken"]
    assert verdicts("never B before A", "A 2026-03-02") == []


def test_at_most_so_many_a_case() -> None:
    """One verdict a case that has any."""
    assert verdicts("at most 1 B", "B 2026-03-01", "A 2026-03-02") == ["held"]
    assert verdicts("at most 1 B", "B 2026-03-01", "B 2026-03-02", "B 2026-03-03") == ["broken"]
    assert verdicts("at most 1 B", "A 2026-03-02") == []


def test_names_may_end_with_a_star() -> None:
    """All that begin like it."""
    assert verdicts("A* -> B within 1 day", "A1 2026-03-02", "A2 2026-03-02", "B 2026-03-02") == ["held", "held"]


@given(
    st.dates(dt.date(2020, 1, 1), dt.date(2029, 12, 31)),
    st.integers(1, 30),
    st.integers(0, 60),
    st.sampled_from(["NO", "DK"]),
)
def test_working_days_agree_with_a_second_calendar(start: dt.date, number: int, after: int, country: str) -> None:
    """Counted a day at a time by the calendar of the checks, which shares no code with the product's."""
    end, left = start, number
    while left:
        end += dt.timedelta(days=1)
        left -= is_working(country, end)
    then = start + dt.timedelta(days=after)
    log = entries(f"A {start}", f"B {then}")
    times = NORWAY if country == "NO" else DENMARK
    (outcome,) = outcomes(f"A -> B within {number} working days", log, local("2031-01-01"), times)

    assert outcome.verdict == ("held" if then <= end else "broken")
