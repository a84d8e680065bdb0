"""Two benefits at once: what comes in goes where it is waited for (BEN-12, BEN-14, BEN-18, BEN-21)."""

from __future__ import annotations

from saksgang.commands import ChangeStatus, CreateTask, WriteNote
from saksgang_benefits.checks_belonging import ThingsGoWhereTheyAreWaitedFor
from saksgang_benefits.names import SPOUSE_EVENT
from tests.plugins.benefits.bench import SPOUSE, Bench
from tests.plugins.benefits.checks_pages import CASE, Book, book, drafted, opened, received, registered, status

SINGLE = {"benefit": "enkeltydelse", "purpose": "tandpleje", "amount": "3000.00"}
ASKS = "Vi mangler dokumentation fra din a-kasse."


def where(office: Bench, document: str) -> str:
    return office.view.document(document).case


def test_ben_21_a_payslip_goes_on_the_benefit_that_it_releases(office: Bench) -> None:
    """A single payment that was applied for later does not get it, and the month is paid."""
    case = office.granted()
    office.wait_until("2024-08-20 09:00")
    office.apply(**SINGLE)
    payslip = office.payslip("2024-08")

    assert where(office, payslip) == case
    office.report(case, "2024-08", payslip)
    office.wait_until("2024-08-30 12:00")
    assert office.facts(case)["payment/2024-08"]["state"] == "ordered"


def test_ben_21_a_payslip_of_a_month_that_is_paid_goes_where_it_is_asked_for(office: Bench) -> None:
    """The month waits for it no longer, and the letter of another case does."""
    office.granted()
    office.wait_until("2024-08-20 09:00")
    single = office.apply(**SINGLE)
    case = where(office, office.payslip("2024-08"))
    office.report(case, "2024-08", office.payslip("2024-08"))
    office.wait_until("2024-09-02 09:00")
    office.request(single, "payslip")

    assert where(office, office.payslip("2024-08")) == single
    assert where(office, office.payslip("2024-09")) == case


def test_ben_12_an_event_goes_on_the_monthly_benefit(office: Bench) -> None:
    """Also where nobody asked for it; somebody with a single payment alone gets it there."""
    case = office.apply()
    office.apply(**SINGLE)
    alone = office.apply(SPOUSE, **SINGLE)

    assert where(office, office.submit("Hændelse", sender="service:jobnet", event=SPOUSE_EVENT)) == case
    assert office.facts(case)["spouse_registered_on"] == "2024-08-05"
    assert where(office, office.submit("Hændelse", SPOUSE, event="Flytning registreret")) == alone


def test_ben_14_documentation_goes_on_the_case_whose_letter_asks_for_it(office: Bench) -> None:
    """And ends the reminder of that letter alone; where two letters ask, a person says."""
    monthly = office.apply()
    single = office.apply(**SINGLE)
    letters = [office.request(monthly, "unemployment_fund"), office.request(single, "expense")]
    for case, letter in zip((monthly, single), letters, strict=True):
        office.do(CreateTask("follow_up", case, about=letter, owner="karla"))
    either = office.submit("Dokumentation")

    assert (where(office, either), office.task(either, "create_case").state) == ("", "open")
    assert where(office, office.submit("Dokumentation", matter="expense")) == single
    assert [office.task(case, "follow_up").state for case in (monthly, single)] == ["waiting", "cancelled"]
    assert where(office, office.submit("Dokumentation")) == monthly


def test_ben_14_documentation_that_nobody_asked_for_goes_on_the_monthly_benefit(office: Bench) -> None:
    """Unless it names another case."""
    monthly = office.apply(married=False)
    single = office.apply(**SINGLE)

    assert where(office, office.submit("Dokumentation")) == monthly
    assert where(office, office.submit("Dokumentation", case=single)) == single


def test_ben_21_a_spouses_ended_case_does_not_hide_the_household(office: Bench) -> None:
    """A payslip under the spouse's own number goes on the applicant's case, also beside a single one of his own."""
    case = office.granted()
    for ends in (True, False):
        own = office.apply(SPOUSE, **SINGLE)
        if ends:
            office.do(WriteNote(own, "Borgeren ønsker sagen lukket."))
            office.do(ChangeStatus(own, "afsluttet", "trukket"))
        assert where(office, office.submit("Lønseddel", SPOUSE, "citizen:spouse", month="2024-08")) == case


def two(number: str = "7208850007") -> Book:
    """A monthly case that has asked for documentation, and a single one of the same citizen."""
    return book().rule(opened()).add(drafted("anmodning", ASKS)).rule(opened(number, "enkeltydelse", "EY-2024-00001"))


def test_ben_14_the_check_finds_what_lands_elsewhere() -> None:
    """Documentation beside the case that asks for it, a payslip or an event on the single one."""
    check = ThingsGoWhereTheyAreWaitedFor
    wrong = registered("Dokumentation", opened=False, case="EY-2024-00001")
    right = registered("Dokumentation", opened=False)

    assert f"was asked for on ['{CASE}']" in two("720885-0007").rule(received("Dokumentation"), wrong).wrong(check)
    assert two().rule(received("Dokumentation"), right).held(check)
    assert two().rule(received("Dokumentation", case="EY-2024-00001"), wrong).verdict(check).judged == 0
    assert two().rule(received("Dokumentation")).add(wrong).verdict(check).judged == 0
    archived = status("arkiveret", final=True)
    assert two().rule(archived, received("Dokumentation"), wrong).verdict(check).judged == 0
    for category in ("Lønseddel", "Hændelse"):
        single = registered(category, opened=False, case="EY-2024-00001")
        assert "is on a single benefit" in two().rule(received(category), single).wrong(check)
        assert two().rule(received(category), registered(category, opened=False)).held(check)
