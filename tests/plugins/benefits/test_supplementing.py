"""Each month waits for its payslip."""

from __future__ import annotations

from typing import Any

import pytest

from saksgang.commands import AmendCase, CompleteTask, TakeTask, WaitWithTask, WriteNote
from saksgang.events import TaskTaken
from saksgang.worklists import saved_search
from saksgang_benefits.searches import PAYSLIPS_FOUND
from tests.plugins.benefits.bench import Bench, bench


def test_ben_18_a_month_without_its_payslip_is_held(office: Bench) -> None:
    """Nothing is paid on the payment day, and the hold has its date."""
    case = office.granted()
    office.wait_until("2024-08-30 12:00")

    assert "payment/2024-08" not in office.facts(case)
    assert office.facts(case)["hold/2024-08"] == {"state": "held", "since": "2024-08-30"}
    assert office.letters(case, "udbetalingsspecifikation") == []


def test_ben_18_only_that_months_payslip_releases_it(office: Bench) -> None:
    """September's payslip releases September, not August."""
    case = office.granted()
    office.wait_until("2024-09-20 09:00")
    september = office.payslip("2024-09")
    wrong = {"document": september, "pay": "1.00", "hours": 1}

    assert office.refused(AmendCase(case, {"income/2024-08": wrong})).startswith("BEN-18")
    office.report(case, "2024-09", september)
    office.wait_until("2024-09-30 12:00")
    assert "payment/2024-09" in office.facts(case)
    assert "payment/2024-08" not in office.facts(case)


def test_ben_18_the_applicants_own_payslip_does_not_release_the_month(office: Bench) -> None:
    """It is not the spouse's pay; without a supplementary grant it may be reported as the applicant's own."""
    case = office.granted()
    own = office.submit("Lønseddel", month="2024-08", person="applicant")
    report = {"document": own, "pay": "0", "own_pay": "4000.00", "own_hours": "20"}

    assert office.refused(AmendCase(case, {"income/2024-08": report})).startswith("BEN-18")
    alone = bench()
    case = alone.granted(supplementary=False, married=False)
    own = alone.submit("Lønseddel", month="2024-08", person="applicant")
    report["document"] = own
    assert "is not the spouse's" in alone.refused(AmendCase(case, {"income/2024-08": {**report, "pay": "4000.00"}}))
    alone.do(AmendCase(case, {"income/2024-08": report}))
    assert alone.facts(case)["calculation/2024-08"]["income"] == "payslip"


@pytest.mark.parametrize("change", [{"married": False}, {"spouse_refuses": True}])
def test_ben_18_no_month_waits_for_a_spouse_who_is_not_reckoned_with(office: Bench, change: dict[str, Any]) -> None:
    """After a divorce, a death or a refusal what is held is freed, and what comes is paid for the applicant alone."""
    case = office.granted()
    office.wait_until("2024-09-02 09:00")
    assert office.facts(case)["hold/2024-08"]["state"] == "held"
    office.do(AmendCase(case, change))

    assert office.facts(case)["hold/2024-08"] == {"state": "released", "since": "2024-09-02", "document": ""}
    assert office.deadline(case, "held").targets[0].state == "met"
    office.wait_until("2024-10-31 12:00")
    paid = [office.facts(case)[f"payment/2024-{month}"]["amount"] for month in ("08", "09", "10")]
    assert paid == ["12326.00"] * 3


def test_ben_18_only_a_spouse_who_is_reckoned_with_makes_a_grant_supplementary(office: Bench) -> None:
    """Not one who refuses, and a single benefit waits for no payslip."""
    case = office.apply()
    office.do(AmendCase(case, {"spouse_refuses": True}))
    office.inform(case)
    office.do(WriteNote(case, "Bevilges."))
    grant = CompleteTask(office.task(case, "decide").id, "granted", facts={"supplementary": True})
    assert office.refused(grant).startswith("BEN-18")
    alone = bench()
    single = alone.apply(benefit="enkeltydelse", purpose="tandpleje", amount="3000.00", married=False)
    alone.inform(single)
    alone.do(WriteNote(single, "Bevilges."))
    facts = {"supplementary": True, "amount": "3000.00"}
    assert alone.refused(CompleteTask(alone.task(single, "decide").id, "granted", facts=facts)).startswith("BEN-18")


def test_ben_18_released_after_recalculation_and_paid_with_the_next(office: Bench) -> None:
    """The late payslip of August is recalculated at once and paid on the last bank day of September."""
    case = office.granted()
    office.wait_until("2024-09-03 09:00")
    document = office.payslip("2024-08")
    office.report(case, "2024-08", document, "15000.00", "100")

    # 24.652 - (15.000 - 100 x 30,37)
    assert office.facts(case)["calculation/2024-08"]["amount"] == "12689.00"
    assert office.facts(case)["hold/2024-08"] == {"state": "released", "since": "2024-09-03", "document": document}
    assert office.deadline(case, "held").targets[0].state == "met"
    office.wait_until("2024-09-30 12:00")
    payment = office.facts(case)["payment/2024-08"]
    assert (payment["amount"], payment["paid_on"], payment["payslip"]) == ("12689.00", "2024-09-30", document)


def test_ben_18_somebody_is_told_of_a_month_held_too_long(office: Bench) -> None:
    """Ten days after the payment day, once for the month, whoever owns the birthday."""
    case = office.granted()
    office.wait_until("2024-09-09 23:59")
    assert office.tasks(case, "payment_held") == []
    office.wait_until("2024-09-10 00:00")
    task = office.task(case, "payment_held")

    assert (task.about, task.owner) == ("2024-08", "karla")
    office.wait_until("2024-12-15 12:00")
    assert [each.about for each in office.tasks(case, "payment_held")] == ["2024-08", "2024-09", "2024-10", "2024-11"]


def test_ben_18_a_month_that_stays_held_is_told_again_each_payment_day(office: Bench) -> None:
    """Who has looked into it has it on the list again, until the payslip is there; who has it there gets no second."""
    case = office.granted()
    office.wait_until("2024-09-12 09:00")
    office.do(CompleteTask(office.task(case, "payment_held").id, "looked into"), "staff:karla")
    office.wait_until("2024-09-29 12:00")
    assert office.view.unfinished(case, "payment_held") == []
    office.wait_until("2024-09-30 06:01")
    assert [task.about for task in office.view.unfinished(case, "payment_held")] == ["2024-08"]

    office.wait_until("2024-11-15 12:00")
    assert [task.about for task in office.tasks(case, "payment_held")].count("2024-08") == 2
    office.report(case, "2024-08", office.payslip("2024-08"))
    for task in office.view.unfinished(case, "payment_held"):
        office.do(CompleteTask(task.id, "looked into"), "staff:karla")
    office.wait_until("2024-11-29 12:00")
    assert [task.about for task in office.view.unfinished(case, "payment_held")] == ["2024-09", "2024-10"]


def test_ben_18_another_case_is_not_held() -> None:
    """Without a supplementary grant there is nothing to wait for."""
    from tests.plugins.benefits.bench import bench

    office = bench()
    case = office.granted(supplementary=False)
    office.wait_until("2024-08-30 12:00")

    assert office.facts(case)["payment/2024-08"]["amount"] == "13494.19"


@pytest.mark.parametrize(
    ("report", "rule"),
    [
        ({"pay": "13800.00", "hours": "87"}, "BEN-18"),
        ({"document": "benefits/document-1", "pay": "1", "hours": "1"}, "BEN-18"),
        ({"document": "benefits/document-9", "pay": "1", "hours": "1"}, "BEN-18"),
        ({"document": "benefits/document-3", "hours": "1"}, "BEN-22"),
        ({"document": "benefits/document-3", "pay": "mange"}, "BEN-22"),
        ("13800", "BEN-22"),
    ],
)
def test_ben_22_a_report_without_payslip_or_pay_is_refused(office: Bench, report: Any, rule: str) -> None:
    """It names the payslip of that month on that case, and says numbers."""
    case = office.granted()
    assert office.payslip("2024-08") == "benefits/document-3"

    assert office.refused(AmendCase(case, {"income/2024-08": report})).startswith(rule)


def test_ben_22_no_income_is_reported_for_a_single_payment(office: Bench) -> None:
    """Its amount is what was decided: the payslip that came in on it is of no use there, and its task says so."""
    case = office.apply(benefit="enkeltydelse", married=False, purpose="tandpleje", amount="4000.00")
    document = office.submit("Lønseddel", month="2024-08", person="spouse")
    report = {"document": document, "pay": "13800.00", "hours": "87"}
    assert office.refused(AmendCase(case, {"income/2024-08": report})).startswith("BEN-22: Case EY-2024-00001 is of")

    office.do(WriteNote(case, "Lønsedlen har ingen betydning for enkeltydelsen."))
    office.do(CompleteTask(office.task(case, "payslip").id, "not usable"))
    assert office.task(case, "payslip").state == "done"


def test_ben_18_a_paid_month_is_not_reported_again(office: Bench) -> None:
    """What is paid is paid."""
    case = office.granted()
    document = office.payslip("2024-08")
    office.report(case, "2024-08", document)
    office.wait_until("2024-08-30 12:00")
    income = {"document": document, "pay": "1.00", "hours": "1"}

    assert "paid already" in office.refused(AmendCase(case, {"income/2024-08": income}))


def test_ben_21_the_payslip_is_found_across_owners_and_taken(office: Bench) -> None:
    """Both names are in the history."""
    case = office.granted()
    office.payslip("2024-08")
    (row,) = saved_search(office.view, PAYSLIPS_FOUND)
    office.do(TakeTask(row.id), "staff:mogens")

    assert (row.owner, row.case, PAYSLIPS_FOUND.title) == ("karla", case, "Lønsedler")
    assert [(event.previous, event.by) for event in office.told(TaskTaken)] == [("karla", "mogens")]


def test_ben_21_who_takes_a_waiting_payslip_goes_on_with_it(office: Bench) -> None:
    """The owner left it to the colleague."""
    case = office.granted()
    office.payslip("2024-08")
    task = office.task(case, "payslip")
    office.do(WaitWithTask(task.id, "til Mogens"))
    office.do(TakeTask(task.id), "staff:mogens")

    assert (office.view.task(task.id).state, office.view.task(task.id).owner) == ("open", "mogens")


def test_ben_22_reported_recalculated_noted_and_only_then_done(office: Bench) -> None:
    """In this order; the task does not end before."""
    case = office.granted()
    document = office.payslip("2024-08")
    done = CompleteTask(office.task(case, "payslip").id, "income reported")

    assert office.refused(done, "staff:mogens").startswith("BEN-22")
    office.report(case, "2024-08", document, "12000.00", "80")
    # 24.652 - (12.000 - 80 x 30,37)
    assert office.facts(case)["calculation/2024-08"]["amount"] == "15081.60"
    assert office.facts(case)["calculation/2024-08"]["income"] == "payslip"
    assert office.refused(done, "staff:mogens").startswith("BEN-22")
    office.do(WriteNote(case, "Lønseddel for august indberettet."), "staff:mogens")
    office.do(done, "staff:mogens")
    assert office.task(case, "payslip").done_by == "mogens"
