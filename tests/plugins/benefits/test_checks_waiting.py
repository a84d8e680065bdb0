"""Checks of the time to hand in, reminders and waiting tasks."""

from __future__ import annotations

import pytest

from saksgang.events import DeadlineExtended, DeadlineStarted, LetterAvailable, LetterFailed, LetterPosted, TaskCreated
from saksgang.records import Target
from saksgang_benefits.checks_waiting import (
    MoreTimeEndsOnAWorkingDay,
    NothingClosesAWaitingTask,
    RemindersAreTheCaseworkers,
    RemindersComeBackOnTheDayAfter,
    TenDaysToHandIn,
)
from tests.plugins.benefits.checks_pages import (
    CASE,
    LETTER,
    Book,
    R,
    book,
    cancelled,
    done,
    drafted,
    moment,
    reopened,
    task,
    waits,
)

ASKS, THERE, POSTED = drafted("anmodning"), LetterAvailable(R, CASE, LETTER), LetterPosted(R, CASE, LETTER)
REMINDER = task("follow_up", LETTER)


def runs(due: str, about: str = LETTER) -> DeadlineStarted:
    """Until that minute in UTC."""
    target = Target("due", "10 days, end of day, moved to a working day", moment(due))
    return DeadlineStarted(R, CASE, f"{CASE}/deadline-1", "documentation", about, moment("2024-06-03 07:00"), (target,))


@pytest.mark.parametrize(
    ("there", "due"),
    [
        ("2024-06-03 07:00", "2024-06-13 21:59"),
        ("2024-05-08 07:00", "2024-05-21 21:59"),
        ("2024-06-05 22:30", "2024-06-17 21:59"),
        ("2024-12-15 08:00", "2024-12-27 22:59"),
    ],
)
def test_ben_10_ten_days_from_the_day_after(there: str, due: str) -> None:
    """To the end of the day; Whitsun, a Sunday after a late evening, and Christmas move it to a working day."""
    right = book().add(ASKS).at(there).rule(THERE, runs(due))
    wrong = book().add(ASKS).at(there).rule(THERE, runs("2024-06-14 21:59"))

    assert right.held(TenDaysToHandIn, "2025-01-01 00:00")
    assert f"it is due {moment(due)}" in wrong.wrong(TenDaysToHandIn, "2025-01-01 00:00")


def test_ben_10_paper_takes_six_working_days_more() -> None:
    """Posted on Monday 10 June, it is presumed to arrive on the 18th, and the ten days end on the 28th."""
    journal = book().add(ASKS).at("2024-06-10 11:40")

    assert journal.rule(POSTED, runs("2024-06-28 21:59")).held(TenDaysToHandIn)
    soon = book().add(ASKS).at("2024-06-10 11:40").rule(POSTED, runs("2024-06-20 21:59"))
    assert "is due" in soon.wrong(TenDaysToHandIn)


def test_ben_10_the_time_runs_at_once_and_for_such_letters_only() -> None:
    """No time, time later, time for nothing."""
    assert "no time runs" in book().add(ASKS).rule(THERE).wrong(TenDaysToHandIn)
    late = book().add(ASKS).rule(THERE).at("2024-06-03 08:00").rule(runs("2024-06-13 21:59"))
    assert late.verdict(TenDaysToHandIn).count == 2
    assert "is not there" in book().add(ASKS).rule(runs("2024-06-13 21:59")).wrong(TenDaysToHandIn)
    assert book().add(drafted("udbetalingsspecifikation")).rule(THERE).verdict(TenDaysToHandIn).judged == 0


def test_ben_11_reminders_are_made_by_hand() -> None:
    """By one of the staff, with an owner, about a letter."""
    nobodys: TaskCreated = task("follow_up", LETTER, owner="")

    assert book().add(REMINDER).held(RemindersAreTheCaseworkers)
    assert "made by rule" in book().rule(REMINDER).wrong(RemindersAreTheCaseworkers)
    assert "for nobody" in book().add(nobodys).wrong(RemindersAreTheCaseworkers)
    assert book().add(task("follow_up", "")).verdict(RemindersAreTheCaseworkers).count == 1


def reminded(due: str) -> Book:
    """A reminder that a rule has put away until then."""
    return book().add(ASKS).rule(THERE, runs(due)).add(REMINDER).rule(waits())


@pytest.mark.parametrize(
    ("due", "back", "too_soon"),
    [
        ("2024-06-13 21:59", "2024-06-13 22:00", "2024-06-13 21:00"),
        ("2024-06-14 21:59", "2024-06-16 22:00", "2024-06-14 22:00"),
        ("2024-12-23 22:59", "2024-12-23 23:00", "2024-12-23 12:00"),
    ],
)
def test_ben_11_a_reminder_is_back_on_the_first_working_day_after(due: str, back: str, too_soon: str) -> None:
    """The next day, Monday after a Friday, Christmas Eve, which is a working day; not before, not never."""
    check, end = RemindersComeBackOnTheDayAfter, "2024-12-30 00:00"

    assert reminded(due).at(back).rule(reopened()).held(check, end)
    assert "came back on" in reminded(due).at(too_soon).rule(reopened()).wrong(check, end)
    assert "should have come back on" in reminded(due).wrong(check, end)
    assert reminded(due).at(too_soon).rule(cancelled("follow_up")).verdict(check, end).judged == 0
    assert "was waiting until now" in reminded(due).at(back).rule(cancelled("follow_up")).wrong(check, end)


def test_ben_11_a_reminder_is_back_at_once_when_the_letter_could_not_be_delivered() -> None:
    """With the failure and not later, and only for the letter that failed."""
    check = RemindersComeBackOnTheDayAfter
    left = book().add(ASKS, REMINDER).rule(waits("rule:BEN-11")).at("2024-06-04 07:00")
    failed, other = LetterFailed(R, CASE, LETTER, "ukendt"), LetterFailed(R, CASE, f"{CASE}/letter-2", "ukendt")

    assert left.add(failed).rule(reopened()).held(check)
    left = book().add(ASKS, REMINDER).rule(waits("rule:BEN-11")).at("2024-06-04 07:00")
    assert "came back on" in left.add(other).rule(reopened()).wrong(check)


def test_ben_10_more_time_ends_on_a_working_day() -> None:
    """A Monday does, a Saturday does not."""
    check = MoreTimeEndsOnAWorkingDay
    monday, saturday = (
        DeadlineExtended(R, CASE, f"{CASE}/deadline-1", "due", moment(f"2024-06-{day} 21:59"), "ringet")
        for day in (17, 15)
    )

    assert book().add(monday).held(check)
    assert "ends on 2024-06-15, no working day" in book().add(saturday).wrong(check)


def test_ben_11_more_time_moves_the_reminder() -> None:
    """What the caseworker extended is what counts."""
    later = DeadlineExtended(R, CASE, f"{CASE}/deadline-1", "due", moment("2024-06-17 21:59"), "ringet")
    check = RemindersComeBackOnTheDayAfter

    assert reminded("2024-06-13 21:59").add(later).at("2024-06-17 22:00").rule(reopened()).held(check)
    assert "came back on" in reminded("2024-06-13 21:59").add(later).at("2024-06-13 22:00").rule(reopened()).wrong(
        check
    )


def test_ben_13_only_a_person_closes_what_a_person_left_waiting() -> None:
    """A rule that completes or cancels it is found; so is waiting without a reason."""
    check, left = NothingClosesAWaitingTask, task("review_document")

    assert book().add(left, waits()).held(check)
    assert book().add(left, waits(), done("review_document", "noted")).held(check)
    assert book().add(left, waits(), reopened()).rule(done("review_document", "informed")).held(check)
    for ends in (done("review_document", "informed"), cancelled("review_document")):
        assert "was left waiting and was closed by rule" in book().add(left, waits()).rule(ends).wrong(check)
    assert "nobody says why" in book().add(left, waits(reason=" ")).wrong(check)
    assert book().add(left).rule(waits(), cancelled("review_document")).verdict(check).judged == 0


def test_ben_11_a_reminder_of_a_letter_that_failed_comes_back_when_it_fails() -> None:
    """No time runs for it, so that there is no day after; without a failure, coming back early is found."""
    put_away = book().add(ASKS, REMINDER).rule(waits())
    failed = put_away.at("2024-06-03 12:00").rule(LetterFailed(R, CASE, LETTER, "ukendt"), reopened())
    early = book().add(ASKS, REMINDER).rule(waits()).at("2024-06-03 12:00").rule(reopened())

    assert failed.verdict(RemindersComeBackOnTheDayAfter).count == 0
    assert "came back on 2024-06-03" in early.wrong(RemindersComeBackOnTheDayAfter)
