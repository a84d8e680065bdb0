"""Letters: what they have to say, and how they go out."""

from __future__ import annotations

import datetime as dt
import hashlib

import pytest
from attrs import evolve

from saksgang.commands import (
    AmendCase,
    AssignCase,
    ChangeStatus,
    CompleteLetter,
    CompleteTask,
    DraftLetter,
    PrintLetter,
    ReportLetterFailed,
    ReportNoMailbox,
    ReviseLetter,
    SendLetter,
    WaitWithTask,
    WriteNote,
)
from saksgang.errors import InputRefused
from saksgang.events import LetterPrintOrdered, LetterSent, TaskReopened
from saksgang.identity import synthetic_number
from saksgang_benefits.letter_fields import decision_fields
from saksgang_benefits.matters import MATTERS, composed, raised, waits_for
from tests.plugins.benefits.bench import Bench, bench, only

OTHER = synthetic_number("DK", dt.date(1990, 6, 2), 0)


def draft(office: Bench, case: str, **fields: str) -> DraftLetter:
    filled = {**decision_fields(office.case(case), "Ydelseskontoret"), **fields}
    return DraftLetter(case, "afgorelse_bevilling", "citizen:1", filled)


def test_ben_08_one_letter_raises_several_matters(office: Bench) -> None:
    """Spouse and unemployment fund stand in one letter, each with its central paragraph."""
    case = office.apply()
    letter = office.view.letter(office.request(case, "spouse_not_registered", "unemployment_fund"))

    assert MATTERS["spouse_not_registered"] in letter.body
    assert MATTERS["unemployment_fund"] in letter.body
    assert raised(letter.body) == ("spouse_not_registered", "unemployment_fund")


def test_ben_08_a_letter_without_a_central_matter_is_refused(office: Bench) -> None:
    """Neither drafted nor left after a revision."""
    case = office.apply()
    fields = {"case_number": case, "matters": "Send mere.", "time": "10 dage", "unit": "Ydelseskontoret"}

    assert office.refused(DraftLetter(case, "anmodning", "citizen:1", fields)).startswith("BEN-08")
    fields["matters"] = composed("bank_statement")
    letter = only(office.do(DraftLetter(case, "anmodning", "citizen:1", fields)), "LetterDrafted").letter
    assert office.refused(ReviseLetter(letter, "Send mere.")).startswith("BEN-08")


def test_ben_08_matters_are_composed_by_key() -> None:
    """Unknown keys and none at all are refused; a matter named twice is raised once."""
    assert composed("payslip", "payslip") == MATTERS["payslip"]
    for wrong in ((), ("skat",)):
        with pytest.raises(InputRefused, match="one or more of the matters"):
            composed(*wrong)


def test_ben_14_each_matter_waits_for_its_kind_of_document() -> None:
    """A letter of two matters waits for both."""
    assert waits_for(composed("spouse_not_registered", "unemployment_fund")) == {
        "Kontaktforløb oprettet på ægtefælle",
        "Dokumentation",
    }


def test_ben_09_a_completed_letter_goes_by_itself(office: Bench) -> None:
    """To the mailbox, and on paper at once where there is none; the copy is what was sent."""
    case = office.apply()
    letter = office.request(case, "unemployment_fund", available=False)
    (sent,) = office.told(LetterSent)
    body = office.view.letter(letter).body

    assert sent.sha256 == hashlib.sha256(body.encode()).hexdigest()
    office.do(ReportNoMailbox(letter), "system:mailbox")
    assert [each.letter for each in office.told(LetterPrintOrdered)] == [letter]


def test_ben_09_nobody_chooses_the_way(office: Bench) -> None:
    """Neither print nor sending is ordered by hand."""
    case = office.apply()
    letter = office.request(case, "unemployment_fund", available=False)

    assert office.refused(PrintLetter(letter, "borger ønsker papir")).startswith("BEN-09")
    assert office.refused(SendLetter(letter)).startswith("BEN-09")


def test_ben_19_the_decision_letter_ends_its_task(office: Bench) -> None:
    """It tells amount, steps and the monthly payslip."""
    case = office.granted()
    (letter,) = office.letters(case, "afgorelse_bevilling")
    task = office.task(case, "decision_letter")

    assert "13.494,19 kr." in letter.body
    assert "Ægtefælles fradrag for 87 timer: 2.642,19 kr." in letter.body
    assert "lønseddel skal uploades hver måned" in letter.body
    assert (task.state, task.done_by) == ("done", "karla")


def test_ben_19_a_supplementary_grant_tells_of_payslips(office: Bench) -> None:
    """Neither drafted nor revised without it."""
    case = office.apply()
    office.inform(case)
    office.grant(case, supplementary=True)

    assert office.refused(draft(office, case, conditions="Ingen.")).startswith("BEN-19")
    letter = only(office.do(draft(office, case)), "LetterDrafted").letter
    short = office.view.letter(letter).body.replace("lønseddel", "papirer")
    assert office.refused(ReviseLetter(letter, short)).startswith("BEN-19")


def test_ben_19_a_letter_tells_the_decision_that_was_made(office: Bench) -> None:
    """No grant before the decision, and no refusal of what was granted."""
    case = office.apply()
    office.inform(case)
    fields = {"case_number": case, "benefit": "kontanthjælp", "reason": "x", "unit": "y"}
    refusal = DraftLetter(case, "afgorelse_afslag", "citizen:1", fields)

    assert office.refused(draft(office, case)).startswith("BEN-19")
    office.grant(case, supplementary=True)
    assert office.refused(refusal).startswith("BEN-19")


def test_ben_19_a_decision_letter_is_of_its_case_and_goes_to_its_applicant(office: Bench) -> None:
    """Another number, benefit or person is refused, and so is a refusal without a reason, or a text without number."""
    granted, refused = office.apply(), office.apply(OTHER, married=False)
    office.inform(granted)
    office.grant(granted, supplementary=True)
    office.do(ChangeStatus(refused, "fuldt oplyst"))
    office.do(WriteNote(refused, "Afslag."))
    office.do(CompleteTask(office.task(refused, "decide").id, "refused"))
    fields = {"case_number": refused, "benefit": "kontanthjælp", "reason": "Formue.", "unit": "y"}

    assert office.refused(draft(office, granted, case_number="KH-1999-00001")).startswith("BEN-08")
    assert office.refused(draft(office, granted, benefit="uddannelseshjælp")).startswith("BEN-19")
    assert office.refused(evolve(draft(office, granted), to="citizen:666")).startswith("BEN-20")
    assert office.refused(evolve(draft(office, granted), to="citizen:spouse")).startswith("BEN-20")
    for wrong in ({"reason": " "}, {"benefit": "hjælp"}, {"benefit": "kontanthjælp og enkeltydelse"}):
        refusal = DraftLetter(refused, "afgorelse_afslag", "citizen:1", {**fields, **wrong})
        assert office.refused(refusal).startswith("BEN-19")
    letter = only(office.do(DraftLetter(refused, "afgorelse_afslag", "citizen:1", fields)), "LetterDrafted").letter
    assert office.refused(ReviseLetter(letter, "Du har ikke ret til kontanthjælp.")).startswith("BEN-08")


def test_ben_08_a_letter_that_asks_goes_to_applicant_or_spouse(office: Bench) -> None:
    """To nobody of whom the case does not tell, nor to a spouse from before."""
    case = office.apply()
    fields = {"case_number": case, "matters": composed("bank_statement"), "time": "10 dage", "unit": "y"}

    office.do(DraftLetter(case, "anmodning", "citizen:spouse", fields))
    assert office.refused(DraftLetter(case, "anmodning", "citizen:666", fields)).startswith("BEN-20")
    office.do(AmendCase(case, {"married": False}))
    assert office.refused(DraftLetter(case, "anmodning", "citizen:spouse", fields)).startswith("BEN-20")


@pytest.mark.parametrize("field", ["amount", "basis", "mark"])
def test_ben_16_a_letter_cannot_say_another_amount_or_drop_the_mark(field: str) -> None:
    """Derived amounts of August 2025 are marked in the letter."""
    office = bench("2025-08-05 09:00")
    case = office.apply()
    office.inform(case)
    office.grant(case, supplementary=True)

    assert "afledt sats" in draft(office, case).fields["mark"]
    assert office.refused(draft(office, case, **{field: "noget andet"})).startswith("BEN-16")


def test_ben_16_a_letter_that_was_overtaken_is_drafted_anew(office: Bench) -> None:
    """What is sent is what is calculated."""
    case = office.apply()
    office.inform(case)
    office.grant(case, supplementary=True)
    letter = only(office.do(draft(office, case)), "LetterDrafted").letter
    office.report(case, "2024-08", office.payslip("2024-08"), "9000.00", "60")

    assert office.refused(CompleteLetter(letter)).startswith("BEN-16")
    office.do(CompleteLetter(only(office.do(draft(office, case)), "LetterDrafted").letter))
    assert office.task(case, "decision_letter").state == "done"


def test_ben_20_a_refused_case_closes_when_the_letter_is_sent(office: Bench) -> None:
    """Nothing is to be paid, so it is archived at once."""
    case = office.apply(married=False)
    office.inform(case)
    office.do(WriteNote(case, "Afslag: formue over grænsen."))
    office.do(CompleteTask(office.task(case, "decide").id, "refused"))

    assert office.case(case).status == "afslået"
    office.refuse_letter(case)
    assert office.case(case).status == "arkiveret"


def test_ben_09_a_letter_that_reaches_nobody_is_a_task_until_it_is_sent_anew(office: Bench) -> None:
    """For whoever has the case; another matter, or another person's word for it, does not end it."""
    case = office.apply()
    letter = office.request(case, "unemployment_fund", available=False)
    office.do(ReportLetterFailed(letter, "ukendt modtager"), "system:mailbox")
    task = office.task(case, "undelivered_letter")

    assert (task.owner, task.about, task.state) == ("karla", letter, "open")
    assert office.refused(CompleteTask(task.id, "sent anew")).startswith("BEN-09")
    office.request(case, "bank_statement")
    assert office.view.task(task.id).state == "open"
    office.request(case, "bank_statement", "unemployment_fund", actor="staff:viggo")
    assert [office.view.task(task.id).outcome, office.view.task(task.id).done_by] == ["sent anew", "viggo"]


def test_ben_09_an_undelivered_letter_of_nobodys_case_goes_by_birthday(office: Bench) -> None:
    """A case that lies with nobody has an owner of its birthday all the same."""
    case = office.apply()
    office.do(AssignCase(case, ""))
    letter = office.request(case, "unemployment_fund", available=False)
    office.do(ReportLetterFailed(letter, "ukendt modtager"), "system:mailbox")

    assert office.task(case, "undelivered_letter").owner == "karla"


def test_ben_20_a_refusal_that_reaches_nobody_is_sent_anew_though_its_case_is_filed_away(office: Bench) -> None:
    """And nothing else is written on that case any more."""
    case = office.apply(married=False)
    office.inform(case)
    office.do(WriteNote(case, "Afslag: formue over grænsen."))
    office.do(CompleteTask(office.task(case, "decide").id, "refused"))
    fields = {"case_number": case, "matters": composed("bank_statement"), "time": "10 dage", "unit": "Ydelseskontoret"}
    office.do(ReportLetterFailed(office.refuse_letter(case), "returneret"), "system:print")

    assert office.case(case).ended
    assert office.refused(DraftLetter(case, "anmodning", "citizen:1", fields)).startswith("BEN-26")
    office.refuse_letter(case)
    assert office.task(case, "undelivered_letter").outcome == "sent anew"
    assert "filed away" in office.refused(DraftLetter(case, "afgorelse_afslag", "citizen:1", {}))


def test_ben_23_a_specification_that_fails_is_not_sent_anew_by_the_next_one(office: Bench) -> None:
    """Each tells of its own month; a caseworker reaches the citizen otherwise and says so."""
    case = office.granted(supplementary=False, married=False)
    office.wait_until("2024-08-30 12:00")
    (letter,) = office.letters(case, "udbetalingsspecifikation")
    office.do(ReportLetterFailed(letter.id, "returneret"), "system:print")
    office.wait_until("2024-09-30 12:00")
    task = office.task(case, "undelivered_letter")

    assert task.state == "open"
    office.do(CompleteTask(task.id, "reached otherwise"))
    assert office.view.task(task.id).outcome == "reached otherwise"


def test_ben_13_who_sends_the_letter_goes_on_with_the_task_that_waited_for_it(office: Bench) -> None:
    """A task that was left waiting for a letter is not left behind by it."""
    case = office.apply(married=False)
    office.inform(case)
    office.grant(case, supplementary=False)
    office.do(WaitWithTask(office.task(case, "decision_letter").id, "venter på beløbet"))
    office.decide_letter(case)
    task = office.task(case, "decision_letter")

    assert (task.state, task.outcome, task.done_by) == ("done", "sent", "karla")
    assert [event.task for event in office.told(TaskReopened)] == [task.id]


def test_ben_23_nobody_writes_a_specification(office: Bench) -> None:
    """It comes with a payment and in no other way."""
    case = office.apply()

    assert office.refused(DraftLetter(case, "udbetalingsspecifikation", "citizen:1", {})).startswith("BEN-23")
