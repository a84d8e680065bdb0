"""Checks of what follows by itself."""

from __future__ import annotations

from saksgang.events import DeadlineMissed
from saksgang_benefits.checks_follow import RejectionsAreSeenTo, RemindersAreOutOfTheWay
from tests.plugins.benefits.checks_pages import (
    CASE,
    LETTER,
    R,
    amended,
    asked,
    book,
    done,
    moment,
    opened,
    payment,
    task,
    waits,
)

LATER = "2024-06-03 07:01"
OVER = DeadlineMissed(R, CASE, f"{CASE}/deadline-1", "documentation", LETTER, "due", moment("2024-06-13 21:59"))


def test_ben_11_a_reminder_waits_for_its_time() -> None:
    """From the instant at which it is made, unless the time of its letter is over."""
    check, reminder = RemindersAreOutOfTheWay, task("follow_up", LETTER)

    assert book().add(reminder).rule(waits()).held(check)
    assert "before its time is over" in book().add(reminder).wrong(check)
    assert book().add(reminder).at(LATER).rule(waits()).verdict(check).count == 1
    assert book().rule(OVER).add(reminder).verdict(check).judged == 0
    assert book().add(task("decide")).verdict(check).judged == 0


def test_ben_23_a_rejected_payment_is_seen_to() -> None:
    """Ordered again, or settled by hand, as was said of it."""
    check, month = RejectionsAreSeenTo, "2024-06"
    again, by_hand = (done("payment_rejected", outcome, about=month) for outcome in ("send again", "looked into"))
    settled = amended(payment_2024_06=payment(state="settled by hand"))

    assert book().rule(opened()).add(again).rule(asked("betaling", month)).held(check)
    assert book().rule(opened()).add(by_hand).rule(settled).held(check)
    unclear = done("unclear_answer", "looked into", about=month)
    assert book().rule(opened()).add(unclear).rule(settled).held(check)
    assert "was to be settled by hand" in book().rule(opened()).add(unclear).wrong(check)
    assert book().rule(opened()).add(done("unclear_answer", "looked into", about="Jobnet")).verdict(check).judged == 0
    assert "was to be settled again" in book().rule(opened()).add(again).rule(settled).wrong(check)
    assert "was to be settled by hand" in book().rule(opened()).add(by_hand).wrong(check)
