"""Checks of what follows by itself."""

from __future__ import annotations

from saksgang.events import DeadlineMissed
from saksgang_benefits.checks_follow import RejectionsAreSeenTo, RemindersAreOutOfTheWay, SilenceOfTheBankIsTold
from tests.plugins.benefits.checks_pages import (
    CASE,
    LETTER,
    Book,
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
    settled = amended(payment_2024_06=payment(state="settled by hand", postings=[]))
    order, old = (asked("betaling", month, paid_on=day) for day in ("2024-06-03", "2024-05-31"))

    assert book().rule(opened()).add(again).rule(order).held(check)
    assert "was ordered again on 2024-06-03 as of 2024-05-31" in book().rule(opened()).add(again).rule(old).wrong(check)
    posted = amended(payment_2024_06=payment(state="settled by hand"))
    rejected = book().rule(opened(), amended(payment_2024_06=payment(state="rejected"))).add(by_hand)
    assert "is still posted" in rejected.rule(posted).wrong(check)
    assert book().rule(opened()).add(by_hand).rule(settled).held(check)
    unclear = done("unclear_answer", "looked into", about=month)
    assert book().rule(opened()).add(unclear).rule(settled).held(check)
    assert "was to be settled by hand" in book().rule(opened()).add(unclear).wrong(check)
    assert book().rule(opened()).add(done("unclear_answer", "looked into", about="Jobnet")).verdict(check).judged == 0
    assert "was to be settled again" in book().rule(opened()).add(again).rule(settled).wrong(check)
    assert "was to be settled by hand" in book().rule(opened()).add(by_hand).wrong(check)


def test_ben_23_the_silence_of_the_bank_is_told() -> None:
    """On the next payment day; what is ordered on that day, or answered before it, needs no task."""
    check, told = SilenceOfTheBankIsTold, task("unclear_answer", "2024-06")
    due = DeadlineMissed(R, CASE, "d", "payment", "", "due", moment("2024-07-31 03:59"))

    def ordered(state: str = "ordered") -> Book:
        return book().rule(opened(), amended(payment_2024_06=payment(state=state))).at("2024-07-31 04:00")

    assert ordered().rule(due, told).held(check)
    assert ordered().rule(told, due).held(check)
    assert "and nobody is told" in ordered().rule(due).wrong(check)
    assert "and nobody is told" in ordered().rule(told, done("unclear_answer", "", about="2024-06"), due).wrong(check)
    assert ordered("paid").rule(due).verdict(check).judged == 0
