"""The last bank day: payment, postings, specification."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from saksgang.commands import AskService, CompleteTask, WriteNote
from saksgang.identity import synthetic_number
from saksgang_benefits.selvbetjening import shown
from tests.plugins.benefits.bench import APPLICANT, Bench, bench, local


@pytest.mark.parametrize(
    ("start", "month", "day"),
    [
        ("2025-05-05 09:00", "2025-05", "2025-05-28"),  # Ascension, its Friday, a Saturday
        ("2024-12-02 09:00", "2024-12", "2024-12-30"),
        ("2025-12-01 09:00", "2025-12", "2025-12-30"),
        ("2024-03-04 09:00", "2024-03", "2024-03-27"),  # Easter
        ("2024-02-05 09:00", "2024-02", "2024-02-29"),
    ],
)
def test_ben_23_paid_on_the_last_bank_day_at_six(start: str, month: str, day: str) -> None:
    """As Nationalbanken's closing days have it, and on no other day."""
    office = bench(start)
    case = office.granted(supplementary=False, married=False)
    office.wait_until(f"{day} 06:00")
    assert f"payment/{month}" not in office.facts(case)
    office.wait_until(f"{day} 06:01")

    assert office.facts(case)[f"payment/{month}"]["paid_on"] == day
    assert office.task(case, "decision_letter").state == "done"


def test_ben_23_each_month_once_for_as_long_as_the_case_runs(office: Bench) -> None:
    """Over the reform the amount follows the rates of each month."""
    case = office.granted(supplementary=False, married=False)
    office.wait_until("2025-08-15 12:00")
    months = sorted(key for key in office.facts(case) if key.startswith("payment/"))
    amounts = {key[8:]: office.facts(case)[key]["amount"] for key in months}

    assert len(months) == 12
    assert {key: amounts[key] for key in ("2024-12", "2025-01", "2025-06", "2025-07")} == {
        "2024-12": "12326.00",
        "2025-01": "12770.00",
        "2025-06": "12770.00",
        "2025-07": "12498.00",
    }
    assert len(office.ports["betaling"].orders) == 12
    assert len(office.letters(case, "udbetalingsspecifikation")) == 12
    assert office.failures() == []


def test_ben_23_the_specification_shows_every_line_and_the_mark() -> None:
    """In August 2025 the rate is derived, and the letter, the payment and self-service say so."""
    office = bench("2025-08-05 09:00")
    case = office.granted(supplementary=False)
    office.wait_until("2025-08-29 12:00")
    (letter,) = office.letters(case, "udbetalingsspecifikation")
    mark = "Beløbet bygger på en afledt sats, som endnu ikke er bekræftet."

    for text in ("august 2025", "29. august 2025", "12.498,00 kr.", "-13.800,00 kr.", "2.737,02 kr.", "13.933,02 kr."):
        assert text in letter.body
    assert mark in letter.body
    assert office.facts(case)["payment/2025-08"]["mark"] == mark
    assert shown(office.view, APPLICANT)[0].payments[0].mark == mark


def test_ben_23_months_before_the_decision_are_paid_with_the_first(office: Bench) -> None:
    """Help begins with the month of the application."""
    case = office.apply(married=False)
    office.wait_until("2024-09-09 09:00")
    office.inform(case)
    office.grant(case, supplementary=False)
    office.wait_until("2024-09-30 12:00")

    assert [key for key in sorted(office.facts(case)) if key.startswith("payment/")] == [
        "payment/2024-08",
        "payment/2024-09",
    ]


def test_ben_23_nobody_orders_a_payment_by_hand(office: Bench) -> None:
    """The payment run does."""
    case = office.granted()

    assert office.refused(AskService("betaling", case, about="2024-08")).startswith("BEN-23")


def test_ben_23_a_rejected_payment_is_somebodys_task(office: Bench) -> None:
    """It is ordered again from there, and paid when the service takes it."""
    case = office.granted(supplementary=False)
    office.wait_until("2024-08-30 12:00")
    office.answer(case, "betaling", accepted=False, reason="ingen NemKonto")
    task = office.task(case, "payment_rejected")

    assert (task.about, task.owner, task.facts) == ("2024-08", "karla", {"reason": "ingen NemKonto"})
    assert office.facts(case)["payment/2024-08"]["state"] == "rejected"
    office.wait_until("2024-09-12 10:00")
    office.do(CompleteTask(task.id, "send again"))
    office.answer(case, "betaling", accepted=True)
    payment = office.facts(case)["payment/2024-08"]
    assert (payment["state"], payment["paid_on"]) == ("paid", "2024-09-12")
    assert office.ports["betaling"].orders[-1].facts["paid_on"] == "2024-09-12"


def test_ben_24_a_rejected_payment_that_is_settled_by_hand_is_posted_no_more(office: Bench) -> None:
    """The money never left."""
    case = office.granted(supplementary=False)
    office.wait_until("2024-08-30 12:00")
    office.answer(case, "betaling", accepted=False, reason="borgeren er død")
    office.do(CompleteTask(office.task(case, "payment_rejected").id, "looked into"))

    payment = office.facts(case)["payment/2024-08"]
    assert (payment["state"], payment["postings"]) == ("settled by hand", [])


def test_ben_23_somebody_is_told_when_the_payment_service_says_nothing(office: Bench) -> None:
    """On the next payment day, once a month."""
    case = office.granted(supplementary=False)
    office.wait_until("2024-09-29 12:00")
    assert office.tasks(case, "unclear_answer") == []
    office.wait_until("2024-09-30 12:00")
    assert [task.about for task in office.tasks(case, "unclear_answer")] == ["2024-08"]
    office.wait_until("2024-10-31 12:00")
    assert [task.about for task in office.tasks(case, "unclear_answer")] == ["2024-08", "2024-09"]


@pytest.mark.parametrize("facts", [{}, {"reference": "1"}, {"accepted": "?"}, {"accepted": -2}])
def test_ben_23_an_answer_that_says_neither_paid_nor_rejected_is_somebodys_task(
    office: Bench, facts: dict[str, Any]
) -> None:
    """The month stays ordered, so that nothing goes out twice, until somebody has settled it."""
    case = office.granted(supplementary=False)
    office.wait_until("2024-08-30 12:00")
    office.answer(case, "betaling", **facts)
    task = office.task(case, "unclear_answer")

    assert (task.about, task.owner) == ("2024-08", "karla")
    assert office.facts(case)["payment/2024-08"]["state"] == "ordered"
    assert office.tasks(case, "payment_rejected") == office.failures() == []
    office.do(CompleteTask(task.id, "looked into"))
    assert office.facts(case)["payment/2024-08"]["state"] == "settled by hand"


def test_ben_24_the_postings_of_a_month_balance_with_its_payments(office: Bench) -> None:
    """Debit and credit are what was ordered, case by case and altogether."""
    numbers = [synthetic_number("DK", local("1989-08-12 12:00").date(), serial) for serial in (2, 4, 6)]
    cases = [office.granted(number=number, supplementary=False, children=n) for n, number in enumerate(numbers)]
    office.wait_until("2024-08-30 12:00")
    payments = [office.facts(case)["payment/2024-08"] for case in cases]
    postings = [posting for payment in payments for posting in payment["postings"]]
    ordered = sum(Decimal(order.facts["amount"]) for order in office.ports["betaling"].orders)
    sides = {
        side: sum(Decimal(each["amount"]) for each in postings if each["side"] == side) for side in ("debit", "credit")
    }

    assert sides == {"debit": ordered, "credit": ordered}
    # 13.494,19 without children, and twice 2 x 16.382 - 11.157,81 with.
    assert ordered == Decimal("56706.57")


def test_ben_23_a_month_without_an_amount_is_not_paid_and_nobody_writes_of_money(office: Bench) -> None:
    """Pay above the rates leaves nothing; the month is settled all the same."""
    case = office.granted(supplementary=False, spouse_income="60000.00")
    office.wait_until("2024-08-30 12:00")
    payment = office.facts(case)["payment/2024-08"]

    assert (payment["amount"], payment["state"], payment["postings"]) == ("0.00", "nothing to pay", [])
    assert office.ports["betaling"].orders == []
    assert office.letters(case, "udbetalingsspecifikation") == []


def test_ben_16_a_month_that_cannot_be_calculated_is_somebodys_task() -> None:
    """Who lives with parents has no known rate after the reform: told each month, never guessed."""
    office = bench("2025-06-02 09:00")
    young = synthetic_number("DK", local("2001-06-03 12:00").date(), 0)
    case = office.granted(number=young, supplementary=False, married=False, lives_with_parents=True)
    office.wait_until("2025-07-31 12:00")
    task = office.task(case, "no_amount")

    assert office.facts(case)["payment/2025-06"]["amount"] == "3972.00"
    assert "payment/2025-07" not in office.facts(case)
    assert task.about == "2025-07"
    assert "no rate 'home'" in str(task.facts["obstacle"])


def test_ben_16_a_projected_rate_pays_only_where_it_is_allowed() -> None:
    """January 2026 with and without the setting."""
    for allowed, paid in ((False, False), (True, True)):
        office = bench("2025-12-01 09:00", allow_projected=allowed)
        case = office.granted(supplementary=False, married=False)
        office.wait_until("2026-01-30 12:00")

        assert ("payment/2026-01" in office.facts(case)) is paid


def test_ben_23_a_single_payment_is_paid_once_and_its_case_ends(office: Bench) -> None:
    """By what was granted, not by what was applied for, to the account of its purpose."""
    case = office.apply(benefit="enkeltydelse", married=False, purpose="tandpleje", amount="4000.00")
    office.inform(case)
    office.do(WriteNote(case, "Bevilges delvist."))
    office.do(CompleteTask(office.task(case, "decide").id, "granted", facts={"amount": "2500.00"}))
    office.decide_letter(case)
    office.wait_until("2024-08-30 12:00")
    assert office.view.running(case, "payment") == []
    office.answer(case, "betaling", accepted=True)
    payment = office.facts(case)["payment/2024-08"]
    office.wait_until("2024-10-15 12:00")

    assert (payment["amount"], payment["postings"][0]["text"]) == ("2500.00", "Tandpleje")
    assert office.case(case).status == "arkiveret"
    assert len(office.ports["betaling"].orders) == 1


def test_ben_19_a_single_payment_does_not_end_its_case_before_the_decision_is_told(office: Bench) -> None:
    """Granted on the eve of the payment day: the payment goes out, and the letter is still written on an open case."""
    case = office.apply(benefit="enkeltydelse", married=False, purpose="tandpleje", amount="4000.00")
    office.inform(case)
    office.wait_until("2024-08-29 14:00")
    office.do(WriteNote(case, "Bevilges."))
    office.do(CompleteTask(office.task(case, "decide").id, "granted", facts={"amount": "4000.00"}))
    office.wait_until("2024-08-30 12:00")
    office.answer(case, "betaling", accepted=True)

    assert office.facts(case)["payment/2024-08"]["state"] == "paid"
    assert office.case(case).status == "bevilget"
    office.decide_letter(case)
    assert office.case(case).status == "arkiveret"


@pytest.mark.parametrize(("purpose", "amount", "rule"), [("tandpleje", "", "BEN-16"), ("fest", "10", "BEN-24")])
def test_ben_24_a_single_payment_has_amount_and_account(office: Bench, purpose: str, amount: str, rule: str) -> None:
    """Otherwise it is not granted."""
    case = office.apply(benefit="enkeltydelse", married=False, purpose=purpose, amount="4000.00")
    office.inform(case)
    office.do(WriteNote(case, "Bevilges."))
    command = CompleteTask(office.task(case, "decide").id, "granted", facts={"amount": amount})

    assert office.refused(command).startswith(rule)
