"""Laws of deadlines."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.checks.almanac import due_by_counting
from saksgang.checks.laws_counting import DayCounter, DueTimesAreCounted
from saksgang.checks.laws_deadlines import (
    DeadlinesAreKeptAsLedgers,
    DeadlinesEndAtTheirTime,
    NoDeadlineIsLeftRunning,
)
from saksgang.events import (
    DeadlineCancelled,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlinePaused,
    DeadlineResumed,
    DeadlineStarted,
    Event,
)
from saksgang.records import Target
from tests.core.checks.pages import Pages, instant, opening

R, C, D = "ppt_intake", "C", "C/deadline-1"
# From 2 March 2026, 10:00 in Oslo: 15 working days end on the 23rd, a month on 2 April, in summer time.
NORM, LIMIT = instant("03-23 22:59"), instant("04-02 21:59")
MONTH = "1 month, end of day"


def started(norm: str = "03-23 22:59", limit: str = "04-02 21:59", start: str = "03-02 09:00") -> DeadlineStarted:
    norms = Target("norm", "15 working days, end of day", instant(norm))
    return DeadlineStarted(R, C, D, "answer", "d-1", instant(start), (norms, Target("limit", MONTH, instant(limit))))


def met(target: str = "norm", due: str = "03-23 22:59", reason: str = "svar") -> DeadlineMet:
    return DeadlineMet(R, C, D, "answer", "d-1", target, instant(due), reason)


def missed(target: str = "norm", due: str = "03-23 22:59") -> DeadlineMissed:
    return DeadlineMissed(R, C, D, "answer", "d-1", target, instant(due))


def resumed(norm: str, limit: str) -> DeadlineResumed:
    return DeadlineResumed(R, C, D, started(norm, limit).targets, "kom")


CANCELLED = DeadlineCancelled(R, C, D, "answer", "d-1", "limit", "trukket")
PAUSED = DeadlinePaused(R, C, D, "venter på skolen")
LATER = resumed("03-25 22:59", "04-04 21:59")
EXTENDED = DeadlineExtended(R, C, D, "norm", instant("03-30 21:59"), "avtalt")


@pytest.mark.parametrize(
    "way",
    [
        (missed(), met("limit", "04-02 21:59")),
        (met(), CANCELLED),
        (PAUSED, LATER, missed("norm", "03-25 22:59"), CANCELLED),
        (EXTENDED, met("norm", "03-30 21:59"), CANCELLED),
    ],
)
def test_cor_12_a_kept_ledger_holds(way: tuple[Event, ...]) -> None:
    """Missed, met, cancelled, paused and resumed, extended: each from what was before, with its reason."""
    assert Pages().add(started(), *way).held(DeadlinesAreKeptAsLedgers)


@pytest.mark.parametrize(
    "way",
    [
        (started(),),
        (met(), met()),
        (missed(), met()),
        (met(), missed()),
        (CANCELLED, CANCELLED),
        (met("norm", "03-24 22:59"),),
        (met("norm", "03-23 22:59", ""),),
        (PAUSED, missed()),
        (PAUSED, PAUSED),
        (LATER,),
        (PAUSED, resumed("03-20 22:59", "04-02 21:59")),
        (PAUSED, resumed("04-05 22:59", "04-02 21:59")),
        (DeadlineExtended(R, C, D, "norm", instant("03-20 22:59"), "avtalt"),),
        (DeadlineExtended(R, C, D, "norm", instant("03-30 22:59"), ""),),
        (DeadlineExtended(R, C, D, "norm", instant("04-10 22:59"), "avtalt"),),
        (DeadlinePaused(R, C, D, ""),),
    ],
)
def test_cor_12_what_a_ledger_does_not_admit_is_said(way: tuple[Event, ...]) -> None:
    """A second end, another due time, an end while paused, an earlier due time and a missing reason are found."""
    said = Pages().add(started(), *way).wrong(DeadlinesAreKeptAsLedgers)

    assert said.startswith("COR-12 C: Deadline C/deadline-1 ")


def test_cor_12_a_norm_after_its_limit_is_said() -> None:
    """The norm may not be later than the limit."""
    said = Pages().add(started("04-03 21:59")).wrong(DeadlinesAreKeptAsLedgers)

    assert said.startswith("COR-12 C: Deadline C/deadline-1 has a norm that is later than its limit")


@pytest.mark.parametrize(
    ("when", "event", "wrong"),
    [
        ("03-23 22:59", met(), ""),
        ("03-23 23:00", met(), "met too late"),
        ("03-23 23:00", missed(), ""),
        ("03-23 23:01", missed(), ""),
        ("03-23 22:59", missed(), "missed too early"),
        ("03-23 23:02", missed(), "missed too late"),
    ],
)
def test_cor_15_targets_end_at_their_time(when: str, event: Event, wrong: str) -> None:
    """The whole due minute is in time; the minute after it is for missing."""
    pages = Pages().add(started()).at(when).add(event)

    if wrong:
        said = pages.wrong(DeadlinesEndAtTheirTime)
        assert said.startswith("COR-15 C: Deadline C/deadline-1, target norm, due 2026-03-23 22:59")
        assert wrong in said
    else:
        assert pages.held(DeadlinesEndAtTheirTime)


def test_cor_12_what_stands_still_is_never_met_too_late() -> None:
    """Its due minute went by while it was paused; had it run, it would have been."""
    late = met()
    pages = Pages().add(started(), DeadlinePaused("ppt_intake", "C", late.deadline, "venter på foresatte"))

    assert pages.at("04-20 09:00").add(late).held(DeadlinesEndAtTheirTime)
    assert "met too late" in Pages().add(started()).at("04-20 09:00").add(late).wrong(DeadlinesEndAtTheirTime)


def test_cor_15_an_office_that_was_down_may_miss_later() -> None:
    """What fell due while it was down is missed when it opens again, but not much later than that."""
    again = Pages().add(started()).at("03-25 07:00").add(opening())
    slow = Pages().add(started()).at("03-25 07:00").add(opening())

    assert again.add(missed()).held(DeadlinesEndAtTheirTime)
    assert "missed too late" in slow.at("03-25 07:02").add(missed()).wrong(DeadlinesEndAtTheirTime)


def test_cor_15_what_was_over_when_it_began_is_missed_at_once() -> None:
    """A deadline of a document that was registered long after it came begins late; that is no delay of the clock."""
    late = Pages().at("03-30 07:00").add(started())

    assert late.add(missed()).held(DeadlinesEndAtTheirTime)
    assert "missed too late" in late.at("03-30 07:05").add(missed()).wrong(DeadlinesEndAtTheirTime)


def test_cor_15_no_deadline_is_left_running() -> None:
    """At the end a target whose minute is over has ended."""
    pages = Pages().add(started())

    assert pages.verdict(NoDeadlineIsLeftRunning, "03-23 23:00").count == 0
    said = pages.wrong(NoDeadlineIsLeftRunning, "03-23 23:01")
    assert said.startswith("COR-15 C: Deadline C/deadline-1, target norm, was due 2026-03-23 22:59")
    assert Pages().add(started(), met(), CANCELLED).held(NoDeadlineIsLeftRunning)


def test_cor_12_no_deadline_is_paused_for_ever() -> None:
    """What stands still is not due, but four months on somebody has forgotten it; resumed, it runs and can be over."""
    still = Pages().add(started(), PAUSED)

    assert still.verdict(NoDeadlineIsLeftRunning, "06-30 09:00").count == 0
    assert still.wrong(NoDeadlineIsLeftRunning, "06-30 09:01") == (
        "COR-15 C: Deadline C/deadline-1 was paused at 2026-03-02 09:00:00+00:00 UTC and has stood still ever since."
    )
    assert Pages().add(started(), PAUSED, LATER, met("norm", "03-25 22:59"), CANCELLED).held(NoDeadlineIsLeftRunning)


def test_cor_14_counted_due_times_hold() -> None:
    """15 working days and a month from 2 March; a norm that a limit cuts off; a start at night."""
    short = Target("norm", "30 working days, end of day", LIMIT)
    cut = DeadlineStarted(R, C, D, "answer", "d-1", instant("03-02 09:00"), (short, started().targets[1]))

    assert Pages().add(started(), cut).held(DueTimesAreCounted)


@pytest.mark.parametrize(("norm", "limit"), [("03-24 22:59", "04-02 21:59"), ("03-23 22:59", "04-02 22:59")])
def test_cor_14_another_due_time_is_said(norm: str, limit: str) -> None:
    """A day more, or winter time where summer time holds, is found."""
    said = Pages().add(started(norm, limit)).wrong(DueTimesAreCounted)

    assert said.startswith("COR-14 C: Deadline C/deadline-1, target ")
    assert "but counting gives" in said


def test_cor_11_a_rule_that_nobody_understands_is_said() -> None:
    """It is a violation, not a crash."""
    odd = DeadlineStarted(R, C, D, "answer", "", instant("03-02 09:00"), (Target("due", "soon", NORM),))

    assert Pages().add(odd).wrong(DueTimesAreCounted).startswith("COR-14 C: ")


@pytest.mark.parametrize(
    ("rule", "start", "due"),
    [
        ("2 working days", "03-26 09:13", "03-30 08:13"),  # Thursday to Monday, over the night of summer time
        ("2 days", "03-26 09:13", "03-28 09:13"),
        ("2 days", "03-28 09:13", "03-30 08:13"),
        ("48 hours", "03-28 09:13", "03-30 09:13"),
        ("2 working days", "04-01 08:00", "04-08 08:00"),  # over Easter
        ("1 month, end of day", "01-31 11:00", "02-28 22:59"),
        ("1 month, end of day", "12-05 11:00", "01-05 22:59"),
        ("2 working days", "03-26 01:30", "03-30 00:30"),  # half past two at night
        ("10 days, end of day, moved to a working day", "03-18 09:00", "03-30 21:59"),  # a Saturday, moved to Monday
    ],
)
def test_cor_11_days_are_counted(rule: str, start: str, due: str) -> None:
    """Due times of a spring in Norway, worked out by hand."""
    expected = instant(due)
    expected = expected.replace(year=2027) if start.startswith("12") else expected

    assert DayCounter("NO", "Europe/Oslo").due(rule, instant(start)) == expected


@pytest.mark.parametrize("rule", ["1 day", "20 days", "3 working days", "1 month", "9 days, end of day", "5 hours"])
def test_cor_11_the_quick_counter_counts_as_the_slow_one(rule: str) -> None:
    """Over both changes of the clocks, at night and by day, to the minute."""
    counter = DayCounter("NO", "Europe/Oslo")
    for first in (dt.date(2026, 3, 9), dt.date(2026, 10, 5)):
        for quarter in range(0, 24 * 4 * 22, 7):
            start = dt.datetime.combine(first, dt.time(0, 3, 21), dt.UTC) + quarter * dt.timedelta(minutes=15)
            assert counter.due(rule, start) == due_by_counting("NO", "Europe/Oslo", start, rule), start
