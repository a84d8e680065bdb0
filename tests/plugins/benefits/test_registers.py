"""What registers say beside the citizen."""

from __future__ import annotations

from typing import Any

import pytest

from saksgang.commands import AmendCase, AskService, ChangeStatus, CompleteTask, ReportServiceAnswer, SeeCase, WriteNote
from saksgang_benefits.labels import STATED
from saksgang_benefits.registers import NOT_STATED
from tests.plugins.benefits.bench import APPLICANT, SPOUSE, Bench


def test_ben_05_registers_are_asked_when_the_case_opens_and_is_viewed(office: Bench) -> None:
    """About applicant and spouse, and again at the caseworker's first look."""
    case = office.apply()
    asked = office.view.requests(case)
    office.do(SeeCase(case))
    again = office.view.requests(case)[3:]

    assert [each.service for each in asked] == ["eIndkomst", "Jobnet", "folkeregister"]
    assert [each.service for each in again] == ["eIndkomst", "Jobnet", "folkeregister"]
    assert asked[0].facts == {"applicant": APPLICANT, "spouse": SPOUSE}


def test_ben_05_a_caseworker_asks_again(office: Bench) -> None:
    """The register is asked at the time of viewing; nobody else asks it."""
    case = office.apply()
    office.do(AskService("eIndkomst", case), "staff:viggo")

    assert len(office.view.requests(case)) == 4
    assert office.refused(AskService("eIndkomst", case), "staff:piccolo").startswith("BEN-05")
    assert office.refused(AskService("eIndkomst", routine="benefits"), "staff:viggo").startswith("BEN-05")


def test_ben_05_answers_are_kept_with_their_time_stamp(office: Bench) -> None:
    """The instant is that of the answer."""
    case = office.apply()
    office.wait_until("2024-08-05 09:30")
    office.answer(case, "eIndkomst", spouse_income="14250.00")

    kept = office.facts(case)["register/eIndkomst"]
    assert kept == {"at": "2024-08-05T07:30:00+00:00", "spouse_income": "14250.00"}


def test_ben_05_an_answer_to_an_earlier_question_does_not_replace_a_newer_one(office: Bench) -> None:
    """However late it arrives; the first answer to the newest question stays."""
    case = office.apply()
    office.do(AskService("eIndkomst", case), "staff:viggo")
    earlier, newer = (each.id for each in office.view.requests(case) if each.service == "eIndkomst")
    office.office.do(ReportServiceAnswer(newer, {"spouse_income": "14250.00"}), "system:eIndkomst")
    office.office.do(ReportServiceAnswer(earlier, {"spouse_income": "1.00"}), "system:eIndkomst")

    assert office.facts(case)["register/eIndkomst"]["spouse_income"] == "14250.00"
    assert all(each.answered for each in office.view.requests(case) if each.service == "eIndkomst")


@pytest.mark.parametrize(
    ("register", "facts"),
    [
        ("eIndkomst", {}),
        ("eIndkomst", {"spouse_income": "-1.00"}),
        ("eIndkomst", {"spouse_income": "2026-02-30"}),
        ("eIndkomst", {"spouse_income": ["14250.00"]}),
        ("eIndkomst", {"own_income": "0.00"}),
        ("Jobnet", {"spouse_registered": "?"}),
        ("Jobnet", {"spouse_registered": -2}),
        ("folkeregister", {"children": -1, "married": True}),
        ("folkeregister", {"children": "?", "married": True}),
        ("folkeregister", {"children": 1, "married": "2026-02-30"}),
    ],
)
def test_ben_05_an_answer_that_cannot_be_is_somebodys_task_and_changes_nothing(
    office: Bench, register: str, facts: dict[str, Any]
) -> None:
    """Of another type, below zero, or without what was told before; told once, and the next answer counts again."""
    case = office.apply()
    right: dict[str, dict[str, Any]] = {
        "eIndkomst": {"spouse_income": "14250.00"},
        "Jobnet": {"spouse_registered": True},
        "folkeregister": {"children": 1, "married": True},
    }
    office.answer(case, register, **right[register])
    before = office.facts(case)
    for _ in range(2):
        office.do(AskService(register, case), "staff:viggo")
        office.answer(case, register, **facts)

    told = office.task(case, "unclear_answer")
    assert (told.about, told.role) == (register, "sagsbehandler")
    assert office.facts(case) == before
    assert office.failures() == []
    office.do(CompleteTask(told.id, "looked into"), f"staff:{told.owner}")
    office.wait_until("2024-08-05 09:30")
    office.do(AskService(register, case), "staff:viggo")
    office.answer(case, register, **right[register])
    assert office.facts(case)[f"register/{register}"]["at"] == "2024-08-05T07:30:00+00:00"


def test_ben_06_differences_are_flagged_field_by_field(office: Bench) -> None:
    """The same amount written otherwise is no difference."""
    case = office.apply(own_income="0")
    office.answer(case, "eIndkomst", spouse_income="14250.00", own_income="0.00", spouse_hours="87.0", other="x")
    office.answer(case, "folkeregister", children=1, married=True)

    assert office.facts(case)["differences"] == [
        {"field": "children", "statement": 0, "register": 1, "source": "folkeregister"},
        {"field": "spouse_income", "statement": "13800.00", "register": "14250.00", "source": "eIndkomst"},
    ]


def test_ben_06_what_the_citizen_does_not_say_is_flagged_where_a_register_tells_of_it(office: Bench) -> None:
    """Silence about income and household is reckoned as none; that there is none differs from nothing."""
    document = office.submit("Ansøgning", benefit="kontanthjælp", children="", at="noon")
    case = office.view.document(document).case
    office.answer(case, "folkeregister", children=2, married=False, lives_alone=True)
    office.answer(case, "eIndkomst", own_income="0.00", own_hours="0")
    office.answer(case, "Jobnet", own_registered=True, spouse_registered=False)

    assert office.facts(case)["differences"] == [
        {"field": "children", "statement": "not stated", "register": 2, "source": "folkeregister"},
        {"field": "lives_alone", "statement": "not stated", "register": True, "source": "folkeregister"},
    ]
    assert STATED[NOT_STATED].da == "Ikke oplyst"
    office.do(AmendCase(case, {"children": 2, "lives_alone": True}))
    assert office.facts(case)["differences"] == []


def test_ben_06_a_flag_goes_when_the_statement_is_corrected(office: Bench) -> None:
    """The caseworker corrects what the citizen wrote."""
    case = office.apply()
    office.answer(case, "eIndkomst", spouse_income="14250.00")
    office.do(AmendCase(case, {"spouse_income": "14250.00"}))

    assert office.facts(case)["differences"] == []


def test_ben_06_a_flag_blocks_nothing(office: Bench) -> None:
    """The case is concluded, decided and paid with its flags."""
    case = office.apply()
    office.answer(case, "Jobnet", spouse_registered=True)
    office.answer(case, "eIndkomst", spouse_income="14250.00")
    office.do(SeeCase(case))
    office.do(ChangeStatus(case, "fuldt oplyst"))
    office.grant(case, supplementary=False)

    assert office.case(case).status == "bevilget"
    assert len(office.facts(case)["differences"]) == 2


def test_ben_05_an_answer_to_an_archived_case_changes_nothing(office: Bench) -> None:
    """The register may be slow, and the case is over; the answer itself is kept all the same."""
    case = office.apply(married=False)
    office.inform(case)
    office.do(WriteNote(case, "Afslag."))
    office.do(CompleteTask(office.task(case, "decide").id, "refused"))
    office.refuse_letter(case)
    office.answer(case, "folkeregister", children=3)

    assert office.case(case).status == "arkiveret"
    assert "register/folkeregister" not in office.facts(case)
    assert office.view.requests(case)[-1].answer == {"children": 3}
    assert office.failures() == []
