"""Checks of payments and the month's books."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from saksgang.events import ServiceAsked
from saksgang_benefits.checks_books import TheBooksBalanceEachMonth
from saksgang_benefits.checks_payments import (
    NobodyIsPaidTwice,
    PaymentDaysAreBankDays,
    PaymentsAreSpecified,
    PaymentsFollowTheCalculation,
    PostingsBalance,
    kroner,
)
from tests.plugins.benefits.checks_pages import (
    ASTA,
    BO,
    CASE,
    Book,
    amended,
    asked,
    book,
    calculation,
    drafted,
    opened,
    payment,
    postings,
    sent,
)

GRANTED = amended(decision={"outcome": "granted", "from_month": "2024-06"})
CALCULATED = amended(calculation_2024_06=calculation())
TOTAL = "I alt før skat: 12.326,00 kr."
SPECIFIED = (drafted("udbetalingsspecifikation", TOTAL), sent("udbetalingsspecifikation"))
PAYDAY = "2024-06-28 04:01"


def order(amount: str = "12326.00", to: str = "citizen:asta", number: int = 1, **facts: Any) -> ServiceAsked:
    told = {"amount": amount, "to": to, "postings": postings(amount, amount), **facts}
    return asked("betaling", "2024-06", number, **told)


def paid(at: str = PAYDAY, kind: str = "kontanthjælp", **changes: Any) -> Book:
    """A granted case whose June was calculated and paid then."""
    return (
        book()
        .rule(opened(kind=kind, purpose="tandpleje"), GRANTED, CALCULATED)
        .at(at)
        .rule(amended(payment_2024_06=payment(**changes)))
    )


def test_ben_23_kroner_are_read_as_citizens_do() -> None:
    """Points for thousands, a comma before the øre."""
    assert [kroner(ore) for ore in (1349419, 100, 5, 123456700)] == ["13.494,19", "1,00", "0,05", "1.234.567,00"]


@pytest.mark.parametrize(
    ("at", "month", "right"),
    [
        ("2024-06-28 04:01", "2024-06", "2024-06-28"),
        ("2024-03-27 05:01", "2024-03", "2024-03-27"),
        ("2025-05-28 04:01", "2025-05", "2025-05-28"),
        ("2024-12-30 05:01", "2024-12", "2024-12-30"),
        ("2026-12-30 05:01", "2026-12", "2026-12-30"),
    ],
)
def test_ben_23_money_moves_on_the_last_bank_day(at: str, month: str, right: str) -> None:
    """By hand: before a weekend, Easter, Ascension, New Year; a day before or after is found."""
    fact, check = f"payment_{month.replace('-', '_')}", PaymentDaysAreBankDays
    made = payment(paid_on=right, month=month)

    assert book().rule(opened()).at(at).rule(amended(**{fact: made})).held(check, "2027-01-15 00:00")
    for day in (int(right[-2:]) - 1, int(right[-2:]) + 1):
        other = f"{right[:-2]}{day:02}"
        journal = book().rule(opened()).at(f"{other} 05:01").rule(amended(**{fact: {**made, "paid_on": other}}))
        assert journal.wrong(check, "2027-01-15 00:00").endswith(f"on {other}; the last bank day is {right}.")


def test_ben_23_a_month_is_paid_once_and_not_before_it_came() -> None:
    """After a rejection it may be sent again; a day that the payment misstates is found."""
    check, again = PaymentDaysAreBankDays, amended(payment_2024_06=payment())

    assert "paid a second time" in paid().rule(again).wrong(check, "2024-07-01 00:00")
    rejected = amended(payment_2024_06=payment(state="rejected"))
    anew = amended(payment_2024_06=payment(paid_on="2024-07-02"))
    assert paid().rule(rejected).at("2024-07-02 07:00").rule(anew).held(check, "2024-07-03 00:00")
    old = paid().rule(rejected).at("2024-07-02 07:00").rule(again)
    assert "on 2024-07-02 and says 2024-06-28" in old.wrong(check, "2024-07-03 00:00")
    assert "and says 2024-06-27" in paid(paid_on="2024-06-27").wrong(check, "2024-07-01 00:00")
    soon = book().rule(opened()).at("2024-05-31 04:01").rule(amended(payment_2024_06=payment(paid_on="2024-05-31")))
    assert "before the month came" in soon.wrong(check, "2024-07-01 00:00")


def test_ben_23_nobody_is_paid_twice_for_a_month() -> None:
    """On two cases; another citizen, another month and a single benefit are something else."""
    check, other = NobodyIsPaidTwice, "KH-2024-00002"

    def second(number: str = ASTA, kind: str = "kontanthjælp", **fact: Any) -> Book:
        event = evolve(amended(**(fact or {"payment_2024_06": payment()})), case=other)
        return paid().rule(opened(number, kind, other), event)

    assert paid().held(check)
    assert second().wrong(check) == f"BEN-23 {other}: 2024-06 was paid on case {CASE} to the same citizen."
    assert second(BO).held(check)
    assert second(kind="enkeltydelse").held(check)
    assert second(payment_2024_07=payment()).held(check)


def test_ben_23_what_was_calculated_is_paid() -> None:
    """An øre more, another certainty, a month that nothing grants, or nothing calculated is found."""
    check = PaymentsFollowTheCalculation

    assert paid().held(check, "2024-07-01 00:00")
    assert "calculated is 12326.00" in paid(amount="12326.01").wrong(check, "2024-07-01 00:00")
    assert "its calculation is not" in paid(status="derived").wrong(check, "2024-07-01 00:00")
    early = book().rule(opened(), GRANTED, amended(calculation_2024_05=calculation()))
    early.rule(amended(payment_2024_05=payment()))
    assert "nothing is granted for it" in early.wrong(check)
    none = book().rule(opened(), GRANTED, amended(payment_2024_06=payment(status=None, mark=None)))
    assert "calculated is nothing" in none.wrong(check)
    refused = book().rule(opened(), CALCULATED, amended(payment_2024_06=payment()))
    assert "nothing is granted for it" in refused.wrong(check)


def test_ben_23_a_single_benefit_pays_what_was_decided() -> None:
    """The amount of the decision, whatever was applied for."""
    check, decision = PaymentsFollowTheCalculation, {"outcome": "granted", "from_month": "2024-06", "amount": "4200.00"}
    single = (opened(kind="enkeltydelse", amount="4850.00"), amended(decision=decision))

    assert book().rule(*single, amended(payment_2024_06=payment("4200.00"))).held(check)
    assert "calculated is 4200.00" in book().rule(*single, amended(payment_2024_06=payment("4850.00"))).wrong(check)


def test_ben_24_both_sides_of_a_payment_are_its_amount() -> None:
    """To the øre, on the account of what is paid."""
    check = PostingsBalance

    assert paid().held(check)
    for wrong in (postings("12326.01"), postings(credit="12325.99"), [], postings()[:1]):
        assert paid(postings=wrong).verdict(check).count >= 1
    assert "not on 5.57.73 007" in paid(postings=postings(account="5.57.73 gr. 008")).wrong(check)
    assert "not on 5.57.73 008" in paid(kind="uddannelseshjælp").wrong(check)
    assert paid(kind="uddannelseshjælp", postings=postings(account="5.57.73 gr. 008")).held(check)
    assert paid(kind="enkeltydelse", postings=postings(account="5.57.72 gr. 007")).held(check)
    assert "not on 5.57.72 007" in paid(kind="enkeltydelse").wrong(check)


def test_ben_23_a_payment_has_one_order_and_one_specification() -> None:
    """Of that amount, at once, to the applicant; a missing one, a second one and a wrong one are found."""
    check = PaymentsAreSpecified
    other = (drafted("udbetalingsspecifikation", "I alt: 1,00 kr."), SPECIFIED[1])

    assert paid().rule(order(postings=postings()), *SPECIFIED).held(check)
    assert f"The payment {CASE} 2024-06 has no specification" in paid().rule(order()).wrong(check)
    assert "has no order" in paid().rule(*SPECIFIED).wrong(check)
    assert "orders 12326.01" in paid().rule(order("12326.01"), *SPECIFIED).wrong(check)
    assert "pays to citizen:bo" in paid().rule(order(to="citizen:bo"), *SPECIFIED).wrong(check)
    moved = paid().rule(order(postings=postings(account="5.46.61")), *SPECIFIED).wrong(check)
    assert moved.startswith(f"BEN-24 {CASE}: ")
    assert "is not on the case" in paid().rule(order(), order(number=2), *SPECIFIED).wrong(check)
    assert paid().rule(order(), *other).verdict(check).count == 2
    assert paid().rule(order(), *SPECIFIED, SPECIFIED[1]).verdict(check).count == 1


def test_ben_23_what_is_sent_again_needs_no_second_specification() -> None:
    """The order alone; and a month with nothing to pay may be specified."""
    first = paid().rule(order(), *SPECIFIED, amended(payment_2024_06=payment(state="rejected")))
    again = first.at("2024-07-02 07:00").rule(amended(payment_2024_06=payment()), order(number=2))
    nothing = book().rule(opened(), amended(payment_2024_06=payment("0.00", state="nothing to pay")), *SPECIFIED)

    assert again.held(PaymentsAreSpecified)
    assert nothing.verdict(PaymentsAreSpecified).count == 0


def test_ben_24_the_books_of_a_month_balance() -> None:
    """Payments, orders, specifications, debits and credits; each of them one øre off is found."""
    check = TheBooksBalanceEachMonth
    ore_more = drafted("udbetalingsspecifikation", TOTAL.replace(",00", ",01"))

    assert paid().rule(order(), *SPECIFIED).held(check)
    for wrong in (
        paid(amount="12326.01").rule(order(), *SPECIFIED),
        paid().rule(order("12326.01"), *SPECIFIED),
        paid().rule(order(postings=postings("12326.01")), *SPECIFIED),
        paid().rule(order(postings=postings(credit="12325.99")), *SPECIFIED),
        paid().rule(order(), ore_more, SPECIFIED[1]),
        paid().rule(order(), drafted("udbetalingsspecifikation", "Intet."), SPECIFIED[1]),
        paid().rule(order()),
    ):
        assert wrong.wrong(check).startswith("BEN-24 : The books of 2024-06 do not balance: payments 12.326,0")


def test_ben_24_what_is_sent_again_is_in_the_books_once() -> None:
    """Rejected in June and sent again in July: June's sum stands, July has none."""
    journal = paid().rule(order(), *SPECIFIED, amended(payment_2024_06=payment(state="rejected")))
    again = journal.at("2024-07-02 07:00").rule(amended(payment_2024_06=payment()), order(number=2))

    assert again.verdict(TheBooksBalanceEachMonth).judged == 1
    assert again.held(TheBooksBalanceEachMonth)
