"""Whose case it is (PPT-04, PPT-06, and what follows when people are away)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.commands import (
    AmendCase,
    AssignCase,
    CompleteTask,
    CreateTask,
    ReassignTask,
    ReportAbsence,
    ReportDeparture,
    SeeCase,
)
from saksgang.events import CaseAssigned, DocumentRegistered
from saksgang_ppt_intake import distributing
from tests.plugins.ppt_intake.bench import STAFF, Bench, a_case, a_document, a_task, bench, record, view_of

DOCUMENT, CASE = "ppt_intake/document-1", "PPT-2026-00001"
OPENED = DocumentRegistered("ppt_intake", CASE, DOCUMENT, "Henvisning", "post", opened=True)
DISTRIBUTED = a_task("distribute_case", DOCUMENT, state="done")


def assigned(to: str) -> CaseAssigned:
    return CaseAssigned("ppt_intake", CASE, to, "")


def test_ppt_04_a_new_case_is_to_be_distributed_by_the_directory() -> None:
    """The decision: a task for the consultant who registered, with the proposal and the row behind it."""
    (answer,) = distributing.distribute_new_case(OPENED, record(OPENED), view_of(a_case(), a_document()))

    facts = {"proposal": "nord1", "rule": "directory[0]"}
    assert answer.command == CreateTask("distribute_case", CASE, about=DOCUMENT, owner="post", facts=facts)
    assert answer.rule == "PPT-04"


def test_ppt_04_a_document_on_an_existing_case_distributes_nothing() -> None:
    """The case has its caseworker."""
    event = evolve(OPENED, opened=False)

    assert distributing.distribute_new_case(event, record(event), view_of(a_case(), a_document())) == []


def test_ppt_04_the_chosen_name_goes_into_the_field_saksbehandler(office: Bench) -> None:
    """The consultant follows the proposal: the case has its caseworker and distributing it is done."""
    case, _ = office.new_case()
    task = office.task(case, "distribute_case")
    assert (task.owner, task.facts) == ("post", {"proposal": "nord1", "rule": "directory[0]"})

    office.do(AssignCase(case, "nord1"))

    assert office.view.case(case).responsible == "nord1"
    done = office.task(case, "distribute_case")
    assert (done.state, done.done_by) == ("done", "post")
    assert office.failures() == []


def test_ppt_04_the_proposal_follows_facts_that_are_corrected(office: Bench) -> None:
    """Another year of birth, another caseworker: one open task, with the new proposal."""
    case, _ = office.new_case()
    office.do(AmendCase(case, {"birth_year": 2012}))

    old, new = office.tasks(case, "distribute_case")
    assert (old.state, new.state, new.facts["proposal"], new.owner) == ("cancelled", "open", "nord2", "post")
    office.do(AssignCase(case, "nord2"))
    assert office.view.case(case).responsible == "nord2"


def test_ppt_04_facts_that_change_nothing_leave_the_proposal(office: Bench) -> None:
    """Another fact does not make the consultant start again."""
    case, _ = office.new_case()
    office.do(AmendCase(case, {"language": "nb"}))

    assert office.task(case, "distribute_case").state == "open"


def test_ppt_06_a_leader_who_gets_a_case_assesses_it() -> None:
    """The decision: a task for that leader, about the document that opened the case."""
    view = view_of(a_case(), a_document(), DISTRIBUTED)
    (answer,) = distributing.give_to_leader(assigned("sjef_sor"), record(assigned("sjef_sor")), view)

    assert answer.command == CreateTask("assess_case", CASE, about=DOCUMENT, owner="sjef_sor")
    assert answer.rule == "PPT-06"


def test_ppt_06_straight_to_a_caseworker_needs_no_assessment(office: Bench) -> None:
    """That step does not occur: the specialist has the review at once."""
    case, document = office.new_case()
    office.do(AssignCase(case, "nord1"))

    assert office.tasks(case, "assess_case") == []
    task = office.task(case, "review_case")
    assert (task.about, task.owner, task.state) == (document, "nord1", "open")


def test_ppt_06_the_leader_redistributes_and_the_case_is_new_to_the_caseworker(office: Bench) -> None:
    """Assessed by the leader, then new in the list of the one who got it, also if the leader had seen it."""
    case, document = office.new_case("Henvendelse", institution="Lia barnehage")
    office.do(AssignCase(case, "sjef_sor"))
    assert office.task(case, "assess_case").owner == "sjef_sor"
    assert office.tasks(case, "review_case") == []
    office.do(SeeCase(case), "staff:sjef_sor")
    assert not office.view.case(case).new

    office.do(AssignCase(case, "nord2"), "staff:sjef_sor")

    found = office.view.case(case)
    assert (found.responsible, found.new, found in office.view.cases_of("nord2")) == ("nord2", True, True)
    task = office.task(case, "assess_case")
    assert (task.state, task.outcome, task.done_by) == ("done", "assigned", "sjef_sor")
    assert office.task(case, "review_case").about == document


def test_ppt_06_one_leader_gives_it_to_another(office: Bench) -> None:
    """The first assessment is done, the second one open."""
    case, _ = office.new_case()
    office.do(AssignCase(case, "sjef_nord"), "staff:sjef_sor")
    office.do(AssignCase(case, "sjef_sor"), "staff:sjef_nord")

    tasks = [(task.owner, task.state) for task in office.tasks(case, "assess_case")]
    assert tasks == [("sjef_nord", "done"), ("sjef_sor", "open")]


def test_ppt_06_assigning_to_the_same_leader_again_changes_nothing(office: Bench) -> None:
    """The assessment is still to be done, once."""
    case, _ = office.new_case()
    office.do(AssignCase(case, "sjef_nord"), "staff:sjef_sor")
    office.do(AssignCase(case, "sjef_nord"), "staff:sjef_sor")

    assert office.task(case, "assess_case").state == "open"


def test_ppt_06_a_leader_who_is_also_a_specialist_reviews() -> None:
    """Somebody with both roles can do the work: the case needs no further distribution."""
    both = evolve(STAFF[4], roles=("fagansatt", "leder"))
    view = view_of(a_case(), a_document(), DISTRIBUTED, both)
    event = assigned("sjef_nord")

    assert distributing.give_to_leader(event, record(event), view) == []
    (answer,) = distributing.give_to_specialist(event, record(event), view)
    assert isinstance(answer.command, CreateTask)
    assert answer.command.kind == "review_case"


def test_ppt_06_open_work_follows_the_case() -> None:
    """The decision: reviews, preliminary replies and undelivered letters go where the case goes, other tasks stay."""
    view = view_of(
        a_case(),
        a_task("review_case", DOCUMENT, id="1", owner="nord1"),
        a_task("preliminary_reply", DOCUMENT, id="2", owner="nord1"),
        a_task("review_case", "other", id="3", owner="nord1", state="done"),
        a_task("revise_letter", "letter", id="4", owner="nord1"),
        a_task("review_case", "third", id="5", owner="nord2"),
        a_task("undelivered_letter", "fourth", id="6", owner="nord1"),
        a_task("undelivered_confirmation", "fifth", id="7", owner="post"),
    )
    event = assigned("nord2")
    answers = distributing.hand_work_over(event, record(event), view)

    assert [answer.command for answer in answers] == [
        ReassignTask("1", "nord2", "the case went to nord2"),
        ReassignTask("2", "nord2", "the case went to nord2"),
        ReassignTask("6", "nord2", "the case went to nord2"),
    ]


def test_ppt_06_a_case_that_changes_hands_is_reviewed_once(office: Bench) -> None:
    """The new caseworker gets the review that was open, not a second one."""
    case, _ = office.assigned_case(to="nord1")
    office.do(AssignCase(case, "nord2"), "staff:sjef_nord")

    assert office.task(case, "review_case").owner == "nord2"


def test_ppt_07_what_came_before_the_distribution_is_reviewed_too(office: Bench) -> None:
    """Information that lay in the queue goes to the caseworker, beside what opened the case."""
    case, first = office.new_case()
    second = office.submit("Opplysninger")
    office.register(second, "Opplysninger", case=case)
    office.do(AssignCase(case, "nord1"))

    assert {task.about: task.owner for task in office.tasks(case, "review_case")} == {first: "nord1", second: "nord1"}


@pytest.mark.parametrize("to", ["", "post"])
def test_ppt_06_a_case_that_falls_to_nobody_goes_to_the_leaders(to: str) -> None:
    """The decision: without somebody who can work on it, the leaders' queue assesses it."""
    view = view_of(a_case(), a_document(), DISTRIBUTED)
    (answer,) = distributing.give_to_leader(assigned(to), record(assigned(to)), view)

    assert answer.command == CreateTask("assess_case", CASE, about=DOCUMENT, owner="")


def test_ppt_04_a_proposed_caseworker_who_is_absent_without_deputy(office: Bench) -> None:
    """The consultant follows the directory, the office finds nobody, and a leader takes over; nothing gets lost."""
    case, document = office.new_case()
    office.do(ReportAbsence("nord1", dt.date(2026, 11, 16), dt.date(2026, 11, 20), "syk"), "staff:nord1")
    office.do(AssignCase(case, "nord1"))

    assert office.view.case(case).responsible == ""
    task = office.task(case, "assess_case")
    assert (task.owner, task.role, task.about) == ("", "leder", document)
    office.do(AssignCase(case, "nord2"), "staff:sjef_nord")
    assert office.task(case, "review_case").owner == "nord2"
    assert office.failures() == []


def test_ppt_06_the_assessment_of_a_leader_who_leaves_goes_to_the_deputy(office: Bench) -> None:
    """It is not done by leaving: the deputy, a leader too, has it still to do."""
    case, _ = office.new_case()
    office.do(AssignCase(case, "sjef_nord"), "staff:sjef_sor")
    office.do(ReportDeparture("sjef_nord"), "system:personnel")

    task = office.task(case, "assess_case")
    assert (task.owner, task.state) == ("sjef_sor", "open")
    assert office.view.case(case).responsible == "sjef_sor"


def test_ppt_06_the_cases_of_a_specialist_who_leaves_are_assessed_anew() -> None:
    """Without a deputy the case is nobody's: the leaders' queue has it, the review waits in the specialists'."""
    office = bench()
    case, _ = office.assigned_case(to="nord1")
    office.do(ReportDeparture("nord1"), "system:personnel")

    assert office.view.case(case).responsible == ""
    assert office.task(case, "assess_case").owner == ""
    assert office.task(case, "review_case").owner == ""
    assert office.failures() == []


def test_ppt_06_work_on_a_case_of_nobody_goes_back_to_the_queue() -> None:
    """The decision: given to nobody, and the reason says where it went."""
    view = view_of(a_case(), a_task("review_case", DOCUMENT, id="1", owner="nord1"))
    (answer,) = distributing.hand_work_over(assigned(""), record(assigned("")), view)

    assert answer.command == ReassignTask("1", "", "the case went to the queue")


def test_ppt_04_who_distributed_is_kept() -> None:
    """The decision: the task is done by the one who assigned, as a person, not as an actor."""
    view = view_of(a_case(), a_document(), a_task("distribute_case", DOCUMENT, owner="post"))
    event = assigned("nord1")
    (answer,) = distributing.end_distribution(event, record(event, "staff:sjef_nord"), view)

    assert answer.command == CompleteTask("PPT-2026-00001/distribute_case", "assigned", by="sjef_nord")
