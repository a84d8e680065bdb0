"""From self-service onto a case."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from saksgang.commands import RegisterDocument
from saksgang.events import CaseOpened
from saksgang.worklists import find_by_number, start_page
from saksgang_benefits.personal_numbers import cases_of_number
from tests.plugins.benefits.bench import APPLICANT, MARRIED, SPOUSE, Bench, bench


def test_ben_03_an_application_becomes_a_case_and_a_task(office: Bench) -> None:
    """Both are made by the system, and the case is its caseworker's."""
    case = office.apply()
    task = office.task(case, "handle_application")

    assert (office.case(case).type, office.case(case).status) == ("kontanthjælp", "modtaget")
    assert (task.owner, task.about, office.case(case).responsible) == ("karla", "benefits/document-1", "karla")
    assert office.failures() == []


def test_plg_04_a_case_of_another_routine_with_the_same_number_is_none_of_benefits(office: Bench) -> None:
    """The citizen has a debt as well; the application opens a case of its own, and only that one is found."""
    other = CaseOpened("debts", "GJ-2024-00001", "Gæld", "citizen:1", APPLICANT, "aktiv")
    office.office.record(other, "system:finance")
    case = office.apply()

    assert [each.number for each in cases_of_number(APPLICANT, office.view)] == [case]


def test_cor_22_a_document_that_is_not_there_is_told_by_the_office(office: Bench) -> None:
    """The routine has nothing to say of it."""
    command = RegisterDocument("benefits/document-9", "Ansøgning", case_type="kontanthjælp")

    assert office.refused(command).startswith("COR-02: There is no document 'benefits/document-9'")


def test_ben_01_the_task_is_on_the_start_page(office: Bench) -> None:
    """What the caseworker received is the first thing to be seen."""
    case = office.apply()
    rows = [row for row in start_page(office.view, "karla") if row.kind == "task"]

    assert [(row.case, row.label, row.notice) for row in rows] == [(case, "Behandl ansøgning", "task received")]


def test_ben_04_all_data_are_carried_over(office: Bench) -> None:
    """The facts of the application are those of the case, under the same names."""
    case = office.apply(remarks="min mand arbejder på deltid")
    facts = office.facts(case)

    assert {**MARRIED, "remarks": "min mand arbejder på deltid"}.items() <= facts.items()
    assert office.case(case).personal_number == APPLICANT


@pytest.mark.parametrize(
    ("number", "facts"),
    [(APPLICANT, {}), (APPLICANT, {"benefit": "boligstøtte"}), ("", {"benefit": "kontanthjælp"})],
)
def test_ben_03_where_the_data_do_not_suffice_somebody_is_asked(
    office: Bench, number: str, facts: dict[str, Any]
) -> None:
    """No case is guessed; the task goes by birthday, else to the fallback."""
    document = office.submit("Ansøgning", number, **facts)
    task = office.task(document, "create_case")

    assert office.view.cases() == []
    assert task.owner == ("karla" if number else "viggo")


def test_ben_03_whoever_has_a_case_gets_no_second_one_by_itself(office: Bench) -> None:
    """A person says where the second application belongs; a single benefit is another matter."""
    first = office.apply()
    second = office.submit("Ansøgning", benefit="kontanthjælp")
    office.submit("Ansøgning", benefit="enkeltydelse", purpose="tandpleje", amount="4850.00")

    assert office.task(second, "create_case").owner == "karla"
    assert next(iter(office.view.cases())).number == first
    assert [case.type for case in office.view.cases()] == ["kontanthjælp", "enkeltydelse"]


def test_ben_03_the_caseworker_creates_the_case(office: Bench) -> None:
    """Registering the document ends the task, and the application is there to be dealt with."""
    document = office.submit("Ansøgning", children=1)
    office.do(RegisterDocument(document, "Ansøgning", case_type="kontanthjælp", facts={"benefit": "kontanthjælp"}))
    task = office.task(document, "create_case")
    case = office.view.document(document).case

    assert (task.state, task.outcome, task.done_by) == ("done", "new case", "karla")
    assert office.facts(case)["children"] == 1
    assert office.task(case, "handle_application").owner == "karla"


@pytest.mark.parametrize(
    ("start", "case_type"), [("2025-06-30 22:00", "uddannelseshjælp"), ("2025-07-01 00:05", "kontanthjælp")]
)
def test_ben_03_uddannelseshjaelp_ends_with_june_2025(start: str, case_type: str) -> None:
    """The day is the office's own local day of receipt."""
    office = bench(start)

    assert office.case(office.apply(benefit="uddannelseshjælp")).type == case_type


def test_ben_03_nobody_opens_uddannelseshjaelp_after_june_2025() -> None:
    """Not by hand either."""
    office = bench("2025-07-01 09:00")
    document = office.submit("Ansøgning")

    assert "BEN-03" in office.refused(RegisterDocument(document, "Ansøgning", case_type="uddannelseshjælp"))


def test_ben_03_a_case_is_opened_for_the_benefit_that_was_applied_for(office: Bench) -> None:
    """Another one is refused, and the sentence says which benefit it is and what to do."""
    document = office.submit("Ansøgning", "", benefit="uddannelseshjælp")
    wrong = office.refused(RegisterDocument(document, "Ansøgning", case_type="kontanthjælp"))

    assert wrong.startswith(f"BEN-03: Application {document} is for uddannelseshjælp; open a case of uddannelseshjælp")
    office.do(RegisterDocument(document, "Ansøgning", case_type="uddannelseshjælp"))
    assert office.case(office.view.document(document).case).type == "uddannelseshjælp"


@pytest.mark.parametrize(
    ("came", "right", "other"),
    [
        ("2025-06-30 16:00", "uddannelseshjælp", "kontanthjælp"),
        ("2025-07-01 08:00", "kontanthjælp", "uddannelseshjælp"),
    ],
)
def test_ben_03_the_day_on_which_an_application_came_in_says_which_benefit_there_is(
    came: str, right: str, other: str
) -> None:
    """However late somebody opens the case: help is given from the application on, by the rules of then."""
    office = bench(came)
    document = office.submit("Ansøgning", "", benefit="uddannelseshjælp")
    office.wait_until("2025-07-01 09:00")

    assert f"open a case of {right}" in office.refused(RegisterDocument(document, "Ansøgning", case_type=other))
    office.do(RegisterDocument(document, "Ansøgning", case_type=right))
    case = office.case(office.view.document(document).case)
    assert (case.type, case.facts["benefit"]) == (right, "uddannelseshjælp")


def test_ben_04_what_the_application_says_is_not_typed_again(office: Bench) -> None:
    """Other words for it are refused by name; what it leaves open is added."""
    document = office.submit("Ansøgning", "", benefit="kontanthjælp", children=1)
    typed = {"benefit": "kontanthjælp", "children": 2, "lives_alone": True}
    command = RegisterDocument(document, "Ansøgning", case_type="kontanthjælp", facts=typed)

    assert office.refused(command).startswith(f"BEN-04: Application {document} itself says children, and")
    office.do(evolve(command, facts={"lives_alone": True}))
    facts = office.facts(office.view.document(document).case)
    assert (facts["children"], facts["lives_alone"]) == (1, True)


def test_ben_12_an_event_becomes_the_task_of_its_name(office: Bench) -> None:
    """It goes to the applicant's caseworker, the day is noted and Jobnet is asked again."""
    case = office.apply()
    asked = len(office.view.requests(case))
    office.submit("Hændelse", sender="service:jobnet", event="Kontaktforløb oprettet på ægtefælle", date="2024-08-07")

    assert office.task(case, "Kontaktforløb oprettet på ægtefælle").owner == "karla"
    assert office.facts(case)["spouse_registered_on"] == "2024-08-07"
    assert [each.service for each in office.view.requests(case)[asked:]] == ["Jobnet"]


def test_ben_12_an_event_about_the_spouse_finds_the_applicants_case(office: Bench) -> None:
    """Jobnet knows only who registered; the case is the one with that spouse."""
    case = office.apply()
    office.submit("Hændelse", SPOUSE, "service:jobnet", event="Kontaktforløb oprettet på ægtefælle")

    assert office.task(case, "Kontaktforløb oprettet på ægtefælle").owner == "karla"


def test_ben_12_an_event_that_a_person_registers_is_one_all_the_same(office: Bench) -> None:
    """Whatever subject is written, and also where it opens a case: its task, its day, and each register asked once."""
    event = "Kontaktforløb oprettet på ægtefælle"
    document = office.submit("Hændelse", sender="service:jobnet", event=event, date="2024-08-04")
    office.do(RegisterDocument(document, "Hændelse", case_type="kontanthjælp", facts={"benefit": "kontanthjælp"}))
    case = office.view.document(document).case

    assert office.task(case, event).about == document
    assert office.task(case, "handle_application").about == document
    assert office.facts(case)["spouse_registered_on"] == "2024-08-04"
    assert [each.service for each in office.view.requests(case)] == ["eIndkomst", "Jobnet", "folkeregister"]


def test_ben_12_an_unknown_event_is_read_by_somebody(office: Bench) -> None:
    """What the event list does not have is not lost."""
    office.apply()
    document = office.submit("Hændelse", sender="service:x", event="Noget andet")

    assert office.task(document, "create_case").owner == "karla"


def test_ben_14_uploaded_documentation_becomes_a_task_on_the_case(office: Bench) -> None:
    """It goes on the case by itself."""
    case = office.apply()
    document = office.submit("Dokumentation", matter="a-kasse")

    assert office.view.document(document).case == case
    assert office.task(case, "review_document").about == document


def test_ben_14_documentation_of_nobodys_case_is_read_by_somebody(office: Bench) -> None:
    """Without an open case there is a task to find or create one."""
    document = office.submit("Dokumentation")

    assert office.task(document, "create_case").state == "open"


def test_ben_21_a_payslip_from_the_spouse_becomes_a_task(office: Bench) -> None:
    """For the birthday's owner, whoever deals with payslips."""
    case = office.apply()
    office.payslip("2024-08")

    assert office.task(case, "payslip").owner == "karla"


def test_ben_25_any_caseworker_finds_the_case_by_number(office: Bench) -> None:
    """With or without a hyphen; the number itself stays hidden."""
    case = office.apply()

    (row,) = find_by_number(office.view, f"{APPLICANT[:6]}-{APPLICANT[6:]}")
    assert (row.case, row.personal_number) == (case, "**********")
