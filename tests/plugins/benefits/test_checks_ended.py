"""Checks of what a turn of a case ends."""

from __future__ import annotations

import pytest

from saksgang.checks import Check
from saksgang.events import DeadlineCancelled, DeadlineStarted, Event, LetterFailed
from saksgang.records import Target
from saksgang_benefits.checks_ended import (
    CasesEndWhenTheDecisionIsTold,
    FailedLettersBringTheReminderBack,
    NobodyWaitsForWhatIsOver,
    PaidSingleCasesClose,
    WorkLosesItsSense,
)
from tests.plugins.benefits.checks_pages import (
    CASE,
    LETTER,
    Book,
    R,
    amended,
    book,
    cancelled,
    done,
    moment,
    opened,
    payment,
    reopened,
    sent,
    status,
    task,
    waits,
)

TIME = DeadlineStarted(
    R, CASE, "d", "documentation", LETTER, moment("2024-06-03 07:00"), (Target("due", "x", moment("2024-06-13 21:59")),)
)
STOPPED = DeadlineCancelled(R, CASE, "d", "documentation", LETTER, "due", "fuldt oplyst")
REMINDER, FAILED = task("follow_up", LETTER), LetterFailed(R, CASE, LETTER, "ukendt")
INFORMED, CLOSED, BACK = status("fuldt oplyst"), status("afsluttet"), status("under oplysning", "fuldt oplyst")
TOLD = sent("afgorelse_bevilling")
PAID = amended(payment_2024_06=payment(state="paid"))


def later(*before: Event) -> Book:
    """These, and what follows a day later."""
    return book().rule(opened(), *before).at("2024-06-04 07:00")


def test_ben_15_nobody_waits_for_what_is_over() -> None:
    """Fully informed, the time and the reminder that a rule put away end at once."""
    waiting = [TIME, REMINDER, waits()]
    whole = later(*waiting).add(INFORMED).rule(STOPPED, cancelled("follow_up"))

    assert whole.held(NobodyWaitsForWhatIsOver)
    assert "d goes on" in later(*waiting).add(INFORMED).rule(cancelled("follow_up")).wrong(NobodyWaitsForWhatIsOver)
    assert "task-1 goes on" in later(*waiting).add(INFORMED).rule(STOPPED).wrong(NobodyWaitsForWhatIsOver)


def test_ben_13_a_reminder_that_a_person_left_waiting_stays() -> None:
    """Nothing closes what a caseworker left waiting, and while a case is being informed the time runs on."""
    left = book().rule(opened(), TIME, REMINDER).add(waits()).at("2024-06-04 07:00").add(INFORMED).rule(STOPPED)

    assert left.held(NobodyWaitsForWhatIsOver)
    assert later(TIME).add(BACK).verdict(NobodyWaitsForWhatIsOver).judged == 0


@pytest.mark.parametrize(
    ("turn", "kind", "lost"),
    [
        (CLOSED, "handle_application", True),
        (CLOSED, "decide", True),
        (BACK, "decide", True),
        (CLOSED, "payslip", False),
        (BACK, "handle_application", False),
        (INFORMED, "decide", False),
    ],
)
def test_ben_26_work_loses_its_sense(turn: Event, kind: str, lost: bool) -> None:
    """What concerns payments stays to be done; what a person left waiting stays in any case."""
    journal = later(task(kind)).add(turn)
    left = book().rule(opened(), task(kind)).add(waits()).at("2024-06-04 07:00").add(turn)

    assert (journal.verdict(WorkLosesItsSense).status == "violated") is lost
    assert left.verdict(WorkLosesItsSense).judged == 0
    assert later(task(kind)).add(turn).rule(cancelled(kind)).verdict(WorkLosesItsSense).count == 0


def test_ben_11_a_letter_that_failed_brings_the_reminder_back() -> None:
    """At once; one that is left waiting is found, one about another letter has nothing to do with it."""
    check = FailedLettersBringTheReminderBack
    other = LetterFailed(R, CASE, f"{LETTER}0", "ukendt")

    assert later(REMINDER, waits()).rule(FAILED, reopened()).held(check)
    assert "reached nobody" in later(REMINDER, waits()).rule(FAILED).wrong(check)
    assert later(REMINDER, waits()).rule(other).verdict(check).judged == 0


def test_ben_23_a_single_benefit_that_is_paid_closes_its_case() -> None:
    """At once; a benefit that is paid by the month goes on."""
    check: type[Check] = PaidSingleCasesClose
    single = [opened(kind="enkeltydelse"), status("bevilget")]

    for first, last in ((TOLD, PAID), (PAID, TOLD)):
        waiting = book().rule(*single, first).at("2024-06-28 07:00")
        assert waiting.verdict(check).judged == 0
        assert waiting.rule(last, CLOSED).held(check)
        open_still = book().rule(*single, first).at("2024-06-28 07:00").rule(last)
        assert "was paid and stays open" in open_still.wrong(check, "2024-07-01 00:00")
    assert later(status("bevilget")).rule(TOLD, PAID).verdict(check).judged == 0


def test_ben_19_a_case_ends_when_its_decision_is_told() -> None:
    """No rule closes it or files it away before; a caseworker may close it, and who was never decided about may go."""
    check: type[Check] = CasesEndWhenTheDecisionIsTold
    decided, filed = done("decide", "granted"), status("arkiveret", "afsluttet", final=True)

    assert book().add(decided).rule(TOLD, CLOSED, filed).held(check)
    assert "became 'afsluttet' before its decision letter" in book().add(decided).rule(CLOSED).wrong(check)
    assert "became 'arkiveret'" in book().add(decided, CLOSED).rule(filed).wrong(check)
    assert book().add(decided, CLOSED).verdict(check).judged == 0
    assert book().add(opened(), CLOSED).rule(filed).verdict(check).judged == 0
