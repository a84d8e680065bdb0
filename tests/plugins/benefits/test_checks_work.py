"""Checks of work that comes and goes."""

from __future__ import annotations

import pytest

from saksgang.events import ServiceAnswered
from saksgang_benefits.checks_work import (
    AnswersOfTheBankAreKept,
    ClosedCasesAreFiledAway,
    InformingEndsWithTheConclusion,
    TheNextWorkComesUp,
)
from tests.plugins.benefits.checks_pages import (
    CASE,
    Book,
    R,
    amended,
    book,
    done,
    opened,
    payment,
    reopened,
    sent,
    status,
    task,
    waits,
)

INFORMED = status("fuldt oplyst")
END = "2024-12-31 00:00"


def test_ben_15_the_decision_is_on_a_list_at_once() -> None:
    """So is the letter after it; later or not at all is found."""
    check = TheNextWorkComesUp

    assert book().add(INFORMED).rule(task("decide")).held(check)
    assert "no task decide came up" in book().add(INFORMED).rule(task("payslip")).wrong(check)
    assert book().add(INFORMED).at("2024-06-03 07:01").rule(task("decide")).verdict(check).count == 1
    assert book().add(done("decide", "granted")).rule(task("decision_letter")).held(check)
    assert "no task decision_letter" in book().add(done("decide", "granted")).wrong(check)


@pytest.mark.parametrize("kind", ["handle_application", "review_document", "follow_up", "Barn registreret"])
def test_ben_15_what_was_to_be_informed_is_off_the_list(kind: str) -> None:
    """At once; what a person left waiting stays, unless the person went on with it."""
    check, asked = InformingEndsWithTheConclusion, task(kind)

    assert book().rule(asked).add(INFORMED).rule(done(kind, "informed")).held(check)
    assert "is still open" in book().rule(asked).add(INFORMED).wrong(check)
    assert book().rule(asked).add(waits(), INFORMED).verdict(check).judged == 0
    assert "is still open" in book().rule(asked).add(waits(), reopened(), INFORMED).wrong(check)
    assert book().rule(task("payslip")).add(INFORMED).verdict(check).judged == 0


def test_ben_19_a_decision_that_was_sent_is_off_the_list() -> None:
    """At once, for grant and refusal."""
    check, asked = InformingEndsWithTheConclusion, task("decision_letter")

    for template in ("afgorelse_bevilling", "afgorelse_afslag"):
        assert book().rule(asked, sent(template), done("decision_letter", "sent")).held(check)
        assert "is still open" in book().rule(asked, sent(template)).wrong(check)
    assert book().rule(asked, sent("anmodning")).verdict(check).judged == 0


def paid(accepted: object) -> Book:
    """The bank has answered for June."""
    facts = {"accepted": accepted}
    return book().rule(opened(), ServiceAnswered(R, CASE, f"{CASE}/request-1", "betaling", "2024-06", facts))


def test_ben_23_what_the_bank_answered_is_on_the_case() -> None:
    """Paid, or rejected with a task; the other word, or no word, is found."""
    check, told = AnswersOfTheBankAreKept, task("payment_rejected", "2024-06")
    yes, no = (amended(payment_2024_06=payment(state=state)) for state in ("paid", "rejected"))

    assert paid(accepted=True).rule(yes).held(check)
    assert paid(accepted=False).rule(no, told).held(check)
    assert "nothing says paid" in paid(accepted=True).rule(no).wrong(check)
    assert "nothing says rejected" in paid(accepted=False).rule(yes, told).wrong(check)
    assert "nothing says task" in paid(accepted=False).rule(no).wrong(check)


def test_ben_23_what_the_bank_did_not_say_is_a_task() -> None:
    """Neither paid nor rejected; told to nobody is found."""
    check, told = AnswersOfTheBankAreKept, task("unclear_answer", "2024-06")

    assert paid("?").rule(told).held(check)
    assert "nothing says unclear" in paid("?").wrong(check)
    again = ServiceAnswered(R, CASE, f"{CASE}/request-2", "betaling", "2024-06", {})
    assert paid(-2).rule(told, again).held(check)
    assert paid(-2).rule(told).add(done("unclear_answer", "looked into", about="2024-06")).rule(again).wrong(check)


def test_ben_26_a_closed_case_is_filed_away_in_the_end() -> None:
    """Not half closed for ever."""
    closed, filed = status("afsluttet", "bevilget"), status("arkiveret", "afsluttet", final=True)

    assert book().add(closed).at("2024-07-31 04:01").rule(filed).held(ClosedCasesAreFiledAway, END)
    assert "not filed away" in book().add(closed).wrong(ClosedCasesAreFiledAway, END)
    assert book().add(closed).verdict(ClosedCasesAreFiledAway, "2024-08-01 00:00").count == 0


@pytest.mark.parametrize("kind", ["no_amount", "payment_held"])
def test_ben_26_a_month_that_cannot_be_paid_keeps_a_closed_case_open_as_long_as_somebody_is_told(kind: str) -> None:
    """Told again lately it may wait; told once and then forgotten it may not."""
    closed, told = status("afsluttet", "bevilget"), task(kind, about="2024-07")

    assert (
        book().add(closed).at("2024-09-30 04:01").rule(told).verdict(ClosedCasesAreFiledAway, "2024-11-01 00:00").count
        == 0
    )
    assert "not filed away" in book().add(closed).rule(told).wrong(ClosedCasesAreFiledAway, END)
