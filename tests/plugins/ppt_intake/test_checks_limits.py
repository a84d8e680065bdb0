"""Checks of norm and limit."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.events import DeadlineExtended, DeadlinePaused, DeadlineStarted
from saksgang.records import Target
from saksgang_ppt_intake.checks_limits import EveryInquiryGetsItsDeadline, TheLimitIsOneMonth, one_month_after
from tests.core.checks.pages import instant
from tests.plugins.ppt_intake.checks_pages import CASE, DOC, R, pages, received, registered


def started(**due: str) -> DeadlineStarted:
    """Targets by name, each with its last minute in UTC."""
    targets = tuple(Target(name, "", instant(at)) for name, at in due.items())
    return DeadlineStarted(R, CASE, f"{CASE}/deadline-1", "answer", DOC, instant("03-02 09:00"), targets)


BOTH = started(norm="03-23 22:59", limit="04-02 21:59")
NORM_ONLY = started(norm="03-23 22:59")


@pytest.mark.parametrize(
    ("day", "later"),
    [
        ((2026, 3, 2), (2026, 4, 2)),
        ((2026, 1, 31), (2026, 2, 28)),
        ((2028, 1, 30), (2028, 2, 29)),
        ((2026, 3, 31), (2026, 4, 30)),
        ((2026, 12, 15), (2027, 1, 15)),
    ],
)
def test_ppt_11_one_month_later(day: tuple[int, int, int], later: tuple[int, int, int]) -> None:
    """The same day number, or the last day of a month that is too short."""
    assert one_month_after(dt.date(*day)) == dt.date(*later)


def test_ppt_11_right_deadlines_hold() -> None:
    """Norm and limit for an individual decision, the norm alone for anything else, a norm cut off by the limit."""
    assert pages().add(received(), registered(), BOTH).held(TheLimitIsOneMonth)
    assert pages().add(received(), registered("Henvendelse"), NORM_ONLY).held(TheLimitIsOneMonth)
    cut = started(norm="04-02 21:59", limit="04-02 21:59")
    assert pages(reply_norm="30 working days").add(received(), registered(), cut).held(TheLimitIsOneMonth)


@pytest.mark.parametrize(
    ("subject", "deadline"),
    [
        ("Henvisning", NORM_ONLY),
        ("Henvisning", started(limit="04-02 21:59")),
        ("Henvisning", started(norm="03-24 22:59", limit="04-02 21:59")),
        ("Henvisning", started(norm="03-23 22:59", limit="04-03 21:59")),
        ("Henvisning", started(norm="03-23 22:59", limit="04-02 08:00")),
        ("Henvendelse", BOTH),
        ("Henvendelse", started()),
    ],
)
def test_ppt_11_wrong_deadlines_are_found(subject: str, deadline: DeadlineStarted) -> None:
    """A target too many or too few, a day off, an hour that is not the end of the day."""
    said = pages().add(received(), registered(subject), deadline).wrong(TheLimitIsOneMonth)

    assert said.startswith(f"PPT-11 {CASE}: {CASE}/deadline-1 has ")
    assert f"{DOC} was received on 2026-03-02, so right is norm 2026-03-23 22:59 UTC" in said


def test_ppt_11_a_deadline_for_nothing_and_a_second_one_are_found() -> None:
    """What needs no answer has none, and each inquiry has one."""
    nothing = pages().add(received(), registered("Opplysninger"), NORM_ONLY)
    second = pages().add(received(), registered(), BOTH, BOTH)

    assert "which needs no answer or has a deadline" in nothing.wrong(TheLimitIsOneMonth)
    assert "which needs no answer or has a deadline" in second.wrong(TheLimitIsOneMonth)


@pytest.mark.parametrize(
    "later",
    [
        DeadlinePaused(R, CASE, f"{CASE}/deadline-1", "venter på skolen"),
        DeadlineExtended(R, CASE, f"{CASE}/deadline-1", "norm", instant("03-30 21:59"), "mye å gjøre"),
    ],
)
def test_ppt_11_a_pause_and_an_extension_of_the_answer_are_found(later: DeadlinePaused | DeadlineExtended) -> None:
    """The month goes on whatever is awaited; another deadline of the routine is no concern of this check."""
    put_off = pages().add(received(), registered(), BOTH, later)
    said = put_off.wrong(TheLimitIsOneMonth)

    assert said.startswith(f"PPT-11 {CASE}: {CASE}/deadline-1 had Deadline")
    assert f"({later.reason})" in said
    assert pages().add(later).verdict(TheLimitIsOneMonth).judged == 0


def test_ppt_11_the_deadline_is_there_from_the_registration_on() -> None:
    """At the same instant; none is needed where no answer is."""
    late = pages().add(registered()).at("03-02 09:01").add(BOTH)

    assert pages().add(registered(), BOTH).held(EveryInquiryGetsItsDeadline)
    assert late.wrong(EveryInquiryGetsItsDeadline).startswith(f"PPT-11 {CASE}: {DOC} needs an answer")
    assert pages().add(registered()).verdict(EveryInquiryGetsItsDeadline).count == 1
    assert pages().add(registered("Opplysninger")).verdict(EveryInquiryGetsItsDeadline).judged == 0
