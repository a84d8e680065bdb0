"""The end of a case, and what the citizen sees."""

from __future__ import annotations

import pytest

from saksgang.commands import (
    AmendCase,
    ChangeStatus,
    CompleteLetter,
    CompleteTask,
    CreateTask,
    DraftLetter,
    OpenCase,
    WriteNote,
)
from saksgang_benefits.labels import STATUSES
from saksgang_benefits.matters import composed
from saksgang_benefits.selvbetjening import shown
from tests.plugins.benefits.bench import APPLICANT, Bench, only

WISH = "Aftalt i telefonen: borger ønsker sagen afsluttet, da hun har fået arbejde."


def close(office: Bench, case: str) -> None:
    office.do(WriteNote(case, WISH), "staff:viggo")
    office.do(ChangeStatus(case, "afsluttet", "har fået arbejde"), "staff:viggo")


def test_ben_26_the_month_of_the_stop_is_still_paid_then_the_case_is_archived(office: Bench) -> None:
    """Closed on the tenth, paid on the last bank day, archived when the payment service has taken it."""
    case = office.granted(supplementary=False)
    office.wait_until("2024-08-10 09:00")
    close(office, case)

    assert office.facts(case)["stop_month"] == "2024-08"
    assert shown(office.view, APPLICANT)[0].status == "Afsluttet"
    office.wait_until("2024-08-30 12:00")
    assert office.facts(case)["payment/2024-08"]["amount"] == "13494.19"
    office.answer(case, "betaling", accepted=True)
    assert office.case(case).status == "arkiveret"
    office.wait_until("2024-11-05 12:00")
    assert "payment/2024-09" not in office.facts(case)
    assert shown(office.view, APPLICANT)[0].status == "Afsluttet"


def test_ben_26_the_stop_month_of_a_supplementary_case_waits_for_its_payslip(office: Bench) -> None:
    """Also after the case was closed."""
    case = office.granted()
    close(office, case)
    office.wait_until("2024-09-20 09:00")
    assert office.case(case).status == "afsluttet"
    office.report(case, "2024-08", office.payslip("2024-08"))
    office.wait_until("2024-09-30 12:00")
    office.answer(case, "betaling", accepted=True)

    assert office.facts(case)["payment/2024-08"]["paid_on"] == "2024-09-30"
    assert "hold/2024-09" not in office.facts(case)
    assert office.case(case).status == "arkiveret"


def test_ben_26_a_closing_word_begins_a_word_of_the_note(office: Bench) -> None:
    """Somebody who had a job (jobbede) has not asked for anything (bede)."""
    case = office.granted(supplementary=False)
    office.do(WriteNote(case, "Hun jobbede i Netto."))
    assert office.refused(ChangeStatus(case, "afsluttet", "job")).startswith("BEN-26")
    office.do(WriteNote(case, "Hun har bedt om det."))
    office.do(ChangeStatus(case, "afsluttet", "job"))


def test_ben_20_a_month_that_is_released_no_longer_waits_for_its_payslip(office: Bench) -> None:
    """The citizen sees that it is paid the next time."""
    case = office.granted()
    office.wait_until("2024-09-03 09:00")
    assert [each.state for each in shown(office.view, APPLICANT)[0].payments] == ["Afventer lønseddel"]
    office.report(case, "2024-08", office.payslip("2024-08"))
    assert [each.state for each in shown(office.view, APPLICANT)[0].payments] == ["Udbetales næste gang"]


def test_ben_26_a_month_that_is_paid_is_not_after_the_last_one(office: Bench) -> None:
    """A stop before it would leave the month free to be paid again on another case (BEN-23)."""
    case = office.granted(supplementary=False)
    office.wait_until("2024-08-30 12:00")

    assert office.refused(AmendCase(case, {"stop_month": "2024-07"})).startswith("BEN-26")
    office.do(AmendCase(case, {"stop_month": "2024-08"}))


def test_ben_26_somebody_is_told_of_a_case_that_has_stopped_and_is_not_closed(office: Bench) -> None:
    """On each payment day after the last month, while nobody has the task."""
    case = office.granted(supplementary=False)
    office.do(AmendCase(case, {"stop_month": "2024-08"}))
    office.wait_until("2024-09-30 05:59")
    assert office.tasks(case, "no_amount") == []
    office.wait_until("2024-10-31 12:00")

    told = office.task(case, "no_amount")
    assert (told.about, told.facts["obstacle"]) == ("2024-08", "Ophørsmåneden er forbi, og sagen er ikke afsluttet.")
    close(office, case)
    office.do(CompleteTask(told.id, "looked into"))
    office.wait_until("2024-12-31 12:00")
    assert len(office.tasks(case, "no_amount")) == 1


def test_ben_26_a_later_month_may_be_the_last(office: Bench) -> None:
    """The caseworker notes the month of the first working day before closing."""
    case = office.granted(supplementary=False)
    office.do(AmendCase(case, {"stop_month": "2024-10"}))
    close(office, case)
    office.wait_until("2024-12-15 12:00")

    assert [key for key in sorted(office.facts(case)) if key.startswith("payment/")] == [
        "payment/2024-08",
        "payment/2024-09",
        "payment/2024-10",
    ]


def test_ben_19_a_closed_case_ends_when_its_decision_is_told(office: Bench) -> None:
    """The citizen wished it closed before the letter was written: paid or not, the letter comes first."""
    case = office.apply(married=False)
    office.inform(case)
    office.grant(case, supplementary=False)
    close(office, case)
    office.wait_until("2024-08-30 12:00")
    office.answer(case, "betaling", accepted=True)

    assert office.case(case).status == "afsluttet"
    office.decide_letter(case)
    assert office.case(case).status == "arkiveret"


def test_ben_26_closed_after_the_last_payment_a_case_is_archived_at_once(office: Bench) -> None:
    """Nothing is left to calculate."""
    case = office.granted(supplementary=False)
    office.wait_until("2024-08-30 12:00")
    office.answer(case, "betaling", accepted=True)
    close(office, case)

    assert office.case(case).status == "arkiveret"


@pytest.mark.parametrize("note", ["", "Sagen lukkes.", "Lukkes efter vores anmodning.", "Vi har bedt om lønsedlen."])
def test_ben_26_the_note_says_that_the_citizen_asked(office: Bench, note: str) -> None:
    """Without such a note of the day, or without a reason, the case stays open."""
    case = office.granted(supplementary=False)
    if note:
        office.do(WriteNote(case, note))

    assert office.refused(ChangeStatus(case, "afsluttet", "arbejde")).startswith("BEN-26")
    office.do(WriteNote(case, WISH), "staff:viggo")
    assert office.refused(ChangeStatus(case, "afsluttet", "arbejde")).startswith("BEN-26")
    assert office.refused(ChangeStatus(case, "afsluttet"), "staff:viggo").startswith("BEN-26")


def test_ben_26_a_citizen_who_has_died_asks_for_nothing(office: Bench) -> None:
    """The note tells of the death instead."""
    case = office.granted(supplementary=False)
    office.do(WriteNote(case, "Borgeren er afgået ved døden."))
    office.do(ChangeStatus(case, "afsluttet", "dødsfald"))

    assert office.case(case).status == "afsluttet"


def test_ben_26_yesterdays_note_does_not_close_the_case(office: Bench) -> None:
    """The note belongs to the act."""
    case = office.granted(supplementary=False)
    office.do(WriteNote(case, WISH))
    office.wait_until("2024-08-06 09:00")

    assert office.refused(ChangeStatus(case, "afsluttet", "arbejde")).startswith("BEN-26")


def test_ben_26_archiving_is_not_done_by_hand_and_a_stop_is_a_month(office: Bench) -> None:
    """Nobody stops a payment by archiving."""
    case = office.granted(supplementary=False)
    close(office, case)

    assert office.refused(ChangeStatus(case, "arkiveret")).startswith("BEN-26")
    assert office.refused(AmendCase(case, {"stop_month": "oktober"})).startswith("BEN-26")


def test_ben_26_an_application_that_is_withdrawn_ends_at_once(office: Bench) -> None:
    """There is nothing to pay, and no work left."""
    case = office.apply()
    close(office, case)

    assert office.case(case).status == "arkiveret"
    assert office.task(case, "handle_application").state == "cancelled"


def test_ben_15_what_was_waited_for_is_dropped_with_the_case(office: Bench) -> None:
    """A withdrawn application needs no documentation: neither its time nor its reminder runs on."""
    case = office.apply()
    letter = office.request(case, "unemployment_fund")
    office.do(CreateTask("follow_up", case, about=letter, owner="karla"))
    close(office, case)

    assert office.deadline(case, "documentation").targets[0].state == "cancelled"
    assert office.task(case, "follow_up").state == "cancelled"


def test_ben_20_the_citizen_sees_decision_letters_payments_and_status(office: Bench) -> None:
    """What went out, as it went out; drafts are not shown, a held month waits for its payslip."""
    case = office.apply()
    assert shown(office.view, APPLICANT)[0].status == "Modtaget"
    office.inform(case)
    office.grant(case, supplementary=True)
    office.decide_letter(case)
    office.report(case, "2024-08", office.payslip("2024-08"))
    office.wait_until("2024-09-30 12:00")
    (seen,) = shown(office.view, APPLICANT)

    assert (seen.number, seen.status, seen.decision, seen.decided_on) == (case, "Bevilget", "Bevilget", "2024-08-05")
    assert [letter.title for letter in seen.letters] == [
        "Afgørelse: Vi har bevilget din ansøgning",
        "Udbetalingsspecifikation",
    ]
    assert [(each.month, each.amount, each.state) for each in seen.payments] == [
        ("august 2024", "13.494,19 kr.", "Under udbetaling"),
        ("september 2024", "", "Afventer lønseddel"),
    ]


def test_ben_20_nobody_elses_case_is_shown(office: Bench) -> None:
    """Self-service looks by the citizen's own number."""
    office.apply()

    assert shown(office.view, "") == ()


def test_ben_20_a_letter_to_the_spouse_is_not_among_the_citizens(office: Bench) -> None:
    """It is the spouse's own; each sees what was written to them."""
    case = office.apply()
    fields = {"case_number": case, "matters": composed("bank_statement"), "time": "10 dage", "unit": "y"}
    for to in ("citizen:spouse", "citizen:1"):
        drafted = only(office.do(DraftLetter(case, "anmodning", to, fields)), "LetterDrafted")
        office.do(CompleteLetter(drafted.letter))

    assert len(office.letters(case, "anmodning")) == 2
    assert len(shown(office.view, APPLICANT)[0].letters) == 1


def test_every_status_has_its_word() -> None:
    """Archived and closed are the same to the citizen."""
    assert STATUSES["arkiveret"].da == STATUSES["afsluttet"].da


def test_ben_03_no_case_without_an_application(office: Bench) -> None:
    """Nobody opens one from nothing."""
    command = OpenCase("benefits", "kontanthjælp", "citizen:1", APPLICANT)

    assert office.refused(command).startswith("BEN-03")
