"""Checks of months that are held."""

from __future__ import annotations

import pytest

from saksgang.events import CaseAmended, DeadlineMissed
from saksgang_benefits.checks_held_again import HoldsAreToldAgain, HoldsEndWithTheSpouse
from saksgang_benefits.checks_holding import HeldMonthsAreNotPaid, HoldsAreTold, ReportsAreRecalculated
from saksgang_benefits.checks_months import MonthsArePaidOrHeld
from tests.plugins.benefits.checks_pages import (
    CASE,
    Book,
    R,
    amended,
    book,
    calculation,
    done,
    moment,
    opened,
    payment,
    received,
    registered,
    status,
    task,
)

SLIP = "benefits/document-7"
HELD = amended(hold_2024_06={"state": "held", "since": "2024-06-28"})
RELEASED = amended(hold_2024_06={"state": "released", "since": "2024-07-02", "document": SLIP})
GRANTED = amended(decision={"outcome": "granted", "supplementary": True, "from_month": "2024-06"})
REPORT = amended(income_2024_06={"document": SLIP, "pay": "13800.00", "hours": "87"})
PAID = amended(payment_2024_06=payment(payslip=SLIP))
END = "2024-12-31 00:00"


def granted(month: str = "2024-06", slip: bool = True) -> Book:
    """A supplementary case, with a payslip of that month."""
    journal = book().rule(opened(), GRANTED)
    came = (received("Lønseddel", document=SLIP, month=month), registered("Lønseddel", SLIP, opened=False))
    return journal.rule(*came) if slip else journal


def test_ben_18_a_month_is_paid_with_its_payslip() -> None:
    """Reported, released and paid by the payslip of that very month on the case."""
    assert granted().add(REPORT).rule(HELD, RELEASED, PAID).held(HeldMonthsAreNotPaid)


@pytest.mark.parametrize(
    ("what", "said"), [(REPORT, "was reported by"), (RELEASED, "was released by"), (PAID, "was paid by")]
)
def test_ben_18_another_months_payslip_or_none_does_nothing(what: object, said: str) -> None:
    """Neither reports, nor releases, nor pays."""
    for journal in (granted("2024-05"), granted(slip=False)):
        assert said in journal.rule(what).wrong(HeldMonthsAreNotPaid)


def test_ben_18_the_applicants_own_payslip_frees_nothing() -> None:
    """It neither releases nor pays, and its pay is not the spouse's; without a spouse's pay it may be reported."""
    check = HeldMonthsAreNotPaid
    came = (received("Lønseddel", document=SLIP, month="2024-06", person="applicant"),)
    own = granted(slip=False).rule(*came, registered("Lønseddel", SLIP, opened=False))
    nothing = amended(income_2024_06={"document": SLIP, "pay": "0", "own_pay": "4000.00"})

    assert own.add(nothing).held(check)
    assert "was reported as that" in own.add(REPORT).wrong(check)
    for what in (RELEASED, PAID):
        other = granted(slip=False).rule(*came, registered("Lønseddel", SLIP, opened=False))
        assert "no such payslip" in other.rule(what).wrong(check)


def test_ben_18_holds_end_with_the_spouse() -> None:
    """At once, and none comes after; then nothing needs a payslip."""
    check, freed = HoldsEndWithTheSpouse, amended(hold_2024_06={"state": "released", "document": ""})
    for change in (amended(married=False), amended(spouse_refuses=True)):
        start = granted(slip=False).rule(HELD)
        assert start.add(change).rule(freed, amended(payment_2024_06=payment())).held(check)
        assert start.verdict(HeldMonthsAreNotPaid).count == 0
        assert "is still held" in granted(slip=False).rule(HELD).add(change).wrong(check)
        assert "is held, and there is no spouse" in granted(slip=False).add(change).rule(HELD).wrong(check)
    single = book().rule(opened(kind="enkeltydelse"), HELD)
    assert "is held, and there is no spouse" in single.wrong(check)


def test_ben_18_nothing_is_paid_without_a_payslip_or_while_held() -> None:
    """A payment that names none is found, and one of a month that still is held."""
    bare = amended(payment_2024_06=payment())

    assert "was paid by nothing" in granted().rule(bare).wrong(HeldMonthsAreNotPaid)
    assert "while it was held" in granted().add(REPORT).rule(HELD, PAID).wrong(HeldMonthsAreNotPaid)
    plain = book().rule(opened(), amended(decision={"outcome": "granted", "supplementary": False}), bare)
    assert plain.verdict(HeldMonthsAreNotPaid).judged == 0


def test_ben_23_each_granted_month_has_an_answer_on_its_day() -> None:
    """Paid or held or told on 28 June; a day later, or never, is found."""
    check, end = MonthsArePaidOrHeld, "2024-07-15 00:00"
    told = task("no_amount", "2024-06")

    for answer in (PAID, HELD, told):
        assert granted().at("2024-06-28 04:01").rule(answer).held(check, end)
        late = granted().at("2024-06-29 04:01").rule(answer).wrong(check, end)
        assert late == f"BEN-23 {CASE}: 2024-06 was due on 2024-06-28 and was answered on 2024-06-29."
    assert "answered on no day" in granted().wrong(check, end)
    assert granted().verdict(check, "2024-06-28 12:00").judged == 0


def test_ben_26_no_month_is_due_after_the_stop() -> None:
    """The month of the stop is, the one after is not; without a stop July to December are."""
    stop = amended(stop_month="2024-06")
    paid = granted().rule(stop).at("2024-06-28 04:01").rule(PAID)

    assert paid.held(MonthsArePaidOrHeld, END)
    assert granted().rule(stop).verdict(MonthsArePaidOrHeld, END).count == 1
    assert granted().at("2024-06-28 04:01").rule(PAID).verdict(MonthsArePaidOrHeld, END).count == 6


def test_ben_26_an_ended_case_is_judged_as_before() -> None:
    """Filed away after its month was paid, late or not at all; and what is not over yet does not count."""
    filed, stop = status("arkiveret", "afsluttet", final=True), amended(stop_month="2024-06")

    def ended(at: str, answer: CaseAmended | None = None) -> Book:
        journal = granted().rule(stop).at(at)
        return journal.rule(*([answer] if answer else []), filed)

    assert ended("2024-06-28 04:01", PAID).verdict(MonthsArePaidOrHeld, END).judged == 1
    assert ended("2024-06-28 04:01", PAID).held(MonthsArePaidOrHeld, END)
    assert ended("2024-06-28 04:01", PAID).verdict(MonthsArePaidOrHeld, "2024-06-28 12:00").judged == 0
    assert "was answered on 2024-06-29" in ended("2024-06-29 04:01", PAID).wrong(MonthsArePaidOrHeld, END)
    assert "was answered on no day" in ended("2024-06-28 04:01").wrong(MonthsArePaidOrHeld, END)


def test_ben_23_what_is_decided_later_is_paid_with_the_next() -> None:
    """Decided on the last bank day after six, June is due with July."""
    after = book().rule(opened()).at("2024-06-28 07:00").rule(GRANTED).at("2024-07-31 04:01")

    assert after.rule(PAID, amended(payment_2024_07=payment())).held(MonthsArePaidOrHeld, "2024-08-15 00:00")
    early = book().rule(opened()).at("2024-06-28 03:00").rule(GRANTED).at("2024-07-31 04:01")
    assert (
        early.rule(PAID, amended(payment_2024_07=payment())).verdict(MonthsArePaidOrHeld, "2024-08-15 00:00").count == 1
    )


def test_ben_18_somebody_is_told_of_a_long_hold_to_the_minute() -> None:
    """Ten days after 28 June, at the end of the day; sooner, later, or never is found."""
    check, told = HoldsAreTold, task("payment_held", "2024-06")
    held = granted().at("2024-06-28 04:01").rule(HELD)

    assert held.at("2024-07-08 22:00").rule(told).held(check, END)
    for at in ("2024-07-08 21:59", "2024-07-09 07:00"):
        wrong = granted().at("2024-06-28 04:01").rule(HELD).at(at).rule(told)
        assert "is to be told at 2024-07-08 22:00" in wrong.wrong(check, END)
    silent = granted().at("2024-06-28 04:01").rule(HELD)
    assert "nobody was told" in silent.wrong(check, END)
    assert silent.verdict(check, "2024-07-08 21:00").count == 0


def test_ben_18_a_hold_that_ends_in_time_needs_no_telling() -> None:
    """Released or filed away within the ten days; released after them without a word is found."""
    check = HoldsAreTold

    for ends in (RELEASED, status("arkiveret", final=True)):
        held = granted().at("2024-06-28 04:01").rule(HELD)
        assert held.at("2024-07-02 07:00").rule(ends).held(check, END)
    late = granted().at("2024-06-28 04:01").rule(HELD).at("2024-07-20 07:00").rule(RELEASED)
    assert "nobody was told in time" in late.wrong(check, END)
    assert "is to be told at None" in granted().rule(task("payment_held", "2024-06")).wrong(check, END)


def payment_day(day: str) -> DeadlineMissed:
    """The payment time of the case is over."""
    return DeadlineMissed(R, CASE, f"{CASE}/deadline-2", "payment", "", "due", moment(f"{day} 04:00"))


def test_ben_18_a_month_that_stays_held_is_told_again_on_each_payment_day() -> None:
    """Once the task is done; while somebody has it there is nothing to tell, and silence is found."""
    check, told = HoldsAreToldAgain, task("payment_held", "2024-06")
    listed = granted().at("2024-06-28 04:01").rule(HELD).at("2024-07-08 22:00").rule(told)
    assert listed.at("2024-07-31 04:01").rule(payment_day("2024-07-31")).verdict(check, END).count == 0

    forgotten = granted().rule(HELD, told).add(done("payment_held", "looked into", about="2024-06"))
    again = forgotten.at("2024-07-31 04:01").rule(payment_day("2024-07-31"))
    assert "nobody is told again" in again.wrong(check, END)
    assert again.rule(task("payment_held", "2024-06")).held(check, END)


@pytest.mark.parametrize("ends", [RELEASED, status("arkiveret", final=True)])
def test_ben_18_nothing_is_told_again_of_a_month_that_is_not_held(ends: object) -> None:
    """The payslip came, or the case is filed away."""
    over = (
        granted()
        .rule(HELD, task("payment_held", "2024-06"))
        .add(done("payment_held", "looked into", about="2024-06"))
        .rule(ends)
    )
    quiet = over.at("2024-07-31 04:01").rule(payment_day("2024-07-31"))

    assert quiet.verdict(HoldsAreToldAgain, END).count == 0


def test_ben_18_a_later_telling_is_another_checks() -> None:
    """The first is judged to the minute; the later ones are due with the payment day."""
    first = granted().at("2024-06-28 04:01").rule(HELD).at("2024-07-08 22:00").rule(task("payment_held", "2024-06"))
    again = (
        first.add(done("payment_held", "looked into", about="2024-06"))
        .at("2024-07-31 04:01")
        .rule(task("payment_held", "2024-06"))
    )

    assert again.held(HoldsAreTold, END)


def test_ben_22_a_report_is_in_the_amount_at_once() -> None:
    """That month's, from the payslip, by a person's report."""
    check = ReportsAreRecalculated
    anew, stated = (amended(calculation_2024_06=calculation(income=by)) for by in ("payslip", "statement"))
    other = amended(calculation_2024_05=calculation(income="payslip"))

    assert granted().add(REPORT).rule(anew).held(check)
    for wrong in (stated, other):
        assert "was not calculated anew" in granted().add(REPORT).rule(wrong).wrong(check)
    assert granted().add(REPORT).at("2024-06-03 07:01").rule(anew).verdict(check).count == 1
    assert "was reported by rule" in granted().rule(REPORT, anew).wrong(check)


def test_ben_22_the_same_figures_by_another_payslip_change_no_amount() -> None:
    """A payslip that came twice is reported twice; other figures are calculated anew, and so is a first report."""
    check = ReportsAreRecalculated
    anew = amended(calculation_2024_06=calculation(income="payslip"))
    again = amended(income_2024_06={"document": "benefits/document-8", "pay": "13800.00", "hours": "87"})
    other = amended(income_2024_06={"document": "benefits/document-8", "pay": "13900.00", "hours": "87"})

    def reported_and(*events: CaseAmended) -> Book:
        return granted().add(REPORT).rule(anew).at("2024-06-04 07:00").add(*events)

    assert reported_and(again).held(check)
    assert "was not calculated anew" in reported_and(other).wrong(check)
    assert granted().add(REPORT).at("2024-06-04 07:00").add(again).verdict(check).count == 2


def test_ben_18_a_report_frees_the_month_that_was_held() -> None:
    """At the same instant; another month's release frees nothing, and a month that was not held has none."""
    check = ReportsAreRecalculated
    anew = amended(calculation_2024_06=calculation(income="payslip"))
    other = amended(hold_2024_05={"state": "released", "since": "2024-07-02", "document": SLIP})

    assert granted().rule(HELD).add(REPORT).rule(anew, RELEASED).held(check)
    for wrong in ((anew,), (anew, other)):
        said = granted().rule(HELD).add(REPORT).rule(*wrong).wrong(check)
        assert said == f"BEN-18 {CASE}: An income was reported for 2024-06 of case {CASE}, and the month is still held."
