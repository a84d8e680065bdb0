"""A household is helped once: spouses on two cases, before a grant, at a grant and after it (BEN-03, BEN-23)."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from attrs import evolve

from saksgang.commands import AmendCase, ChangeStatus, CompleteTask, RegisterDocument, WriteNote
from saksgang.events import DeadlineMissed
from saksgang.identity import synthetic_number
from saksgang_benefits.checks_households import (
    HelpBeginsWithTheApplication,
    HouseholdsAreHelpedOnce,
    StoppedCasesAreTold,
)
from saksgang_benefits.checks_intake import ApplicationsAreTakenUpAtOnce
from saksgang_benefits.checks_payments import NobodyIsPaidTwice
from saksgang_benefits.households import names_spouse
from saksgang_benefits.selvbetjening import shown
from tests.plugins.benefits.bench import APPLICANT, Bench
from tests.plugins.benefits.checks_pages import (
    ASTA,
    BO,
    CASE,
    Book,
    R,
    amended,
    book,
    done,
    moment,
    opened,
    payment,
    received,
    registered,
    status,
    task,
)

PARTNER = synthetic_number("DK", dt.date(1987, 12, 24), 1)
COUPLE = {"married": True, "spouse_number": PARTNER, "spouse_work": "full-time"}
GRANT = {"supplementary": False}
GRANTED = {"outcome": "granted", "from_month": "2024-06"}


def by_mistake(office: Bench, **facts: object) -> str:
    """The spouse applies, too, and somebody makes a case of it."""
    document = office.submit("Ansøgning", PARTNER, "citizen:2", benefit="kontanthjælp", **facts)
    assert office.view.document(document).case == ""
    assert office.task(document, "create_case").state == "open"
    office.do(RegisterDocument(document, "Ansøgning", case_type="kontanthjælp"))
    return office.view.document(document).case


def decide(office: Bench, case: str) -> CompleteTask:
    office.inform(case)
    office.do(WriteNote(case, "Bevilges."))
    return CompleteTask(office.task(case, "decide").id, "granted", facts=GRANT)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (COUPLE, {"married": False}),
        ({"married": False}, {"married": True, "spouse_number": APPLICANT, "spouse_work": "full-time"}),
        (COUPLE, {"married": True, "spouse_number": APPLICANT, "spouse_work": "full-time"}),
    ],
)
def test_ben_23_spouses_are_not_granted_on_two_cases(
    office: Bench, first: dict[str, object], second: dict[str, object]
) -> None:
    """Whichever of them tells of the marriage: a person is asked, and the second grant is refused."""
    case = office.apply(APPLICANT, benefit="kontanthjælp", **first)
    office.do(decide(office, case))
    other = by_mistake(office, **second)

    assert office.refused(decide(office, other)).startswith(
        f"BEN-23: The citizen or the spouse is granted help on case {case} already"
    )


def test_ben_05_a_marriage_is_noted_on_a_case_that_is_not_decided(office: Bench) -> None:
    """Whether the other one is paid counts when it is to be granted."""
    case = office.apply(APPLICANT, benefit="kontanthjælp", married=False)
    office.do(decide(office, case))
    other = office.apply(PARTNER, benefit="kontanthjælp", married=False)
    office.do(AmendCase(other, {**COUPLE, "spouse_number": APPLICANT}))
    assert office.case(other).facts["married"] is True

    assert f"is granted help on case {case}" in office.refused(decide(office, other))


def test_ben_23_a_spouse_is_named_by_number_or_by_who_it_is() -> None:
    """And nobody else is the spouse, whoever it is that asks."""
    told = {"married": True, "spouse": "citizen:2"}

    assert names_spouse(told, "", "citizen:2")
    assert not names_spouse(told, "", "citizen:1")
    assert not names_spouse(told, "")
    assert not names_spouse({"married": True, "spouse_number": ""}, "", "citizen:1")
    assert not names_spouse({**told, "married": False}, "", "citizen:2")


def test_ben_23_a_couple_that_parted_is_two_households(office: Bench) -> None:
    """Once neither case tells of a marriage, both are granted."""
    case = office.apply(APPLICANT, benefit="kontanthjælp", **COUPLE)
    office.do(decide(office, case))
    other = by_mistake(office, married=False)
    grant = decide(office, other)
    assert office.refused(grant).startswith("BEN-23")

    office.do(AmendCase(case, {"married": False}))
    office.do(grant)
    assert office.case(other).status == "bevilget"


def test_ben_23_two_granted_cases_do_not_become_one_household(office: Bench) -> None:
    """They marry: that is noted when one of the cases has paid its last month; other facts may change before."""
    case = office.apply(APPLICANT, benefit="kontanthjælp", married=False)
    other = office.apply(PARTNER, benefit="kontanthjælp", married=False)
    for each in (case, other):
        office.do(decide(office, each))
    assert office.refused(AmendCase(case, COUPLE)).startswith(
        f"BEN-23: The citizen or the spouse is granted help on case {other}"
    )
    office.do(AmendCase(case, {"wealth": "100.00"}))

    month = f"{office.view.today:%Y-%m}"
    office.do(WriteNote(other, "Ønsker sagen afsluttet: gift."))
    office.do(ChangeStatus(other, "afsluttet", "gift"))
    assert office.refused(AmendCase(case, COUPLE)).startswith("BEN-23")
    office.wait_until(_after(month))
    office.do(AmendCase(case, COUPLE))
    assert office.case(case).facts["married"] is True


def test_ben_23_what_is_noted_of_a_stopped_case_concerns_the_months_that_it_still_pays(office: Bench) -> None:
    """Its last month waits for a payslip when the spouse's own case begins with the month after."""
    case = office.granted()
    office.do(WriteNote(case, "Ønsker sagen afsluttet: flytter hver for sig."))
    office.do(ChangeStatus(case, "afsluttet", "flytter"))
    office.wait_until("2024-09-05 09:00")
    other = office.apply(PARTNER, married=False)
    office.do(decide(office, other))
    assert office.facts(other)["decision"]["from_month"] == "2024-09"

    office.do(AmendCase(case, {"spouse_number": PARTNER, "spouse_work": "full-time"}))
    assert office.facts(case)["spouse_work"] == "full-time"


def _after(month: str) -> str:
    year, number = (int(part) for part in month.split("-"))
    return f"{year + number // 12}-{number % 12 + 1:02}-02 09:00"


def paid(second: str, **facts: Any) -> Book:
    """June is paid to Asta, and on a second case to somebody."""
    pay = amended(payment_2024_06=payment())
    journal = book().rule(opened(married=True, spouse_number=BO), pay)
    return journal.rule(opened(second, case="KH-2024-00002", **facts), evolve(pay, case="KH-2024-00002"))


def test_sim_06_a_household_that_is_paid_twice_is_found() -> None:
    """Whichever of the two cases tells of the marriage; strangers are paid each."""
    check = NobodyIsPaidTwice
    pay = amended(payment_2024_06=payment())
    mirrored = book().rule(opened(), pay, opened(BO, case="KH-2024-00002", married=True, spouse_number=ASTA))
    mirrored.rule(evolve(pay, case="KH-2024-00002"))

    assert paid(BO).wrong(check) == f"BEN-23 KH-2024-00002: 2024-06 was paid on case {CASE} to the same household."
    assert "to the same household" in mirrored.wrong(check)
    assert paid("7208850015").held(check)


def test_sim_06_a_spouses_application_that_opened_a_case_by_itself_is_found() -> None:
    """It becomes the task to create a case; the one to handle it is not what is asked for."""
    check = ApplicationsAreTakenUpAtOnce
    start = book().rule(opened(married=True, spouse_number=BO)).at("2024-06-04 07:00")
    start.rule(received(number=BO, document="benefits/document-2", benefit="kontanthjælp"))
    handled = task("handle_application", "benefits/document-2")
    create = task("create_case", "benefits/document-2", case="")

    assert start.rule(create).held(check)
    wrong = book().rule(opened(married=True, spouse_number=BO)).at("2024-06-04 07:00")
    wrong.rule(received(number=BO, document="benefits/document-2", benefit="kontanthjælp"), handled)
    assert "did not become a task" in wrong.wrong(check)


def test_sim_06_two_granted_cases_of_a_household_are_found_before_they_are_paid() -> None:
    """At the second grant, or when they marry; a case that ends this month is none beside."""
    check, second = HouseholdsAreHelpedOnce, "KH-2024-00002"
    granted = amended(decision=GRANTED)

    def two(**facts: Any) -> Book:
        start = book().rule(opened(), granted, opened(BO, case=second), evolve(granted, case=second))
        return start.at("2024-06-10 07:00").add(amended(**facts))

    married = two(married=True, spouse_number=BO)
    assert married.wrong(check) == f"BEN-23 {CASE}: 2024-07 would be paid on case {second}, too, to the same household."
    assert two(married=True, spouse_number="7208850015").held(check)
    assert two(married=True, spouse_number=BO, stop_month="2024-06").held(check)
    later = book().rule(opened(married=True, spouse_number=BO), granted, opened(BO, case=second))
    assert "to the same household" in later.rule(evolve(granted, case=second)).wrong(check)


def written(number: str, between: str) -> str:
    return f"{number[:6]}{between}{number[6:]}"


@pytest.mark.parametrize("between", ["-", " "])
def test_ben_23_a_number_with_a_hyphen_is_the_same_number(office: Bench, between: str) -> None:
    """Who applies again so, or whose spouse is named so, is helped once; what comes in so finds its case."""
    first = office.granted(married=False, supplementary=False)
    again = office.submit("Ansøgning", written(APPLICANT, between), benefit="kontanthjælp")
    assert office.view.document(again).case == ""
    office.do(RegisterDocument(again, "Ansøgning", case_type="kontanthjælp"))
    second = office.view.document(again).case

    assert first in office.refused(decide(office, second))
    document = office.submit("Dokumentation", written(APPLICANT, between), case=first)
    assert office.view.document(document).case == first


@pytest.mark.parametrize("between", ["-", " "])
def test_ben_23_a_spouse_named_with_a_hyphen_is_the_same_spouse(office: Bench, between: str) -> None:
    """The second application asks a person, a payslip under either number finds the case, and nobody is paid twice."""
    couple: dict[str, Any] = {**COUPLE, "spouse_number": written(PARTNER, between), "spouse": ""}
    case = office.granted(supplementary=False, **couple)
    second = by_mistake(office, married=False)

    assert case in office.refused(decide(office, second))
    assert [each.number for each in shown(office.view, written(APPLICANT, between))] == [case]


def test_ben_23_the_checks_read_a_number_with_a_hyphen_as_the_same() -> None:
    """A second case of that citizen, or of that spouse, is found as one of the household."""
    one = opened(married=True, spouse_number=written(BO, "-"), decision=GRANTED)
    for number in (written(ASTA, "-"), written(ASTA, " "), BO):
        other = opened(number, case="KH-2024-00002", decision=GRANTED)
        assert "too, to the same household" in book().rule(one, other).wrong(HouseholdsAreHelpedOnce)


def begun(first: str, stop: str = "") -> Book:
    """An application of June that is granted from some month, beside a case that has its last month."""
    other = opened(BO, case="KH-2024-00002", married=True, spouse_number=ASTA, decision=GRANTED)
    ended = (other, evolve(amended(stop_month=stop), case="KH-2024-00002")) if stop else ()
    came = (received(benefit="kontanthjælp"), opened(), registered())
    return book().rule(*ended, *came, amended(decision={**GRANTED, "from_month": first}))


def test_ben_23_the_check_finds_help_that_begins_in_another_month() -> None:
    """Not with the decision, nor in a month of the other case; that is the month after its last one."""
    check = HelpBeginsWithTheApplication

    assert begun("2024-06").held(check)
    assert "help begins in 2024-06" in begun("2024-07").wrong(check)
    assert begun("2024-08", "2024-07").held(check)
    assert "help begins in 2024-08" in begun("2024-06", "2024-07").wrong(check)
    assert begun("2024-06", "2024-04").held(check)


def test_ben_26_the_check_finds_a_stopped_case_of_which_nobody_is_told() -> None:
    """On a payment day after its last month; a task that is still on the list is enough."""
    check, told = StoppedCasesAreTold, task("no_amount", "2024-07")
    due = DeadlineMissed(R, CASE, "d", "payment", "", "due", moment("2024-07-31 03:59"))
    stopped = (opened(decision=GRANTED), status("bevilget"), amended(stop_month="2024-06"))

    def at(*events: object) -> Book:
        return book().rule(*stopped).at("2024-07-31 04:00").rule(*events)

    assert "nobody is told" in at(due).wrong(check)
    assert at(due, told).held(check)
    assert at(told, due).held(check)
    assert "nobody is told" in at(told, done("no_amount", "looked into"), due).wrong(check)
    assert at(status("afsluttet"), due).verdict(check).judged == 0
