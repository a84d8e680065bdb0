"""Fully informed, and only then decided."""

from __future__ import annotations

import pytest

from saksgang.commands import (
    AmendCase,
    CancelTask,
    ChangeStatus,
    CompleteTask,
    CreateTask,
    RegisterDocument,
    SeeCase,
    WaitWithTask,
    WriteNote,
)
from tests.plugins.benefits.bench import SPOUSE, Bench, bench


def test_ben_15_there_is_nothing_to_decide_before(office: Bench) -> None:
    """Neither a task nor a status leads to a decision."""
    case = office.apply(married=False)
    office.do(SeeCase(case))

    assert office.tasks(case, "decide") == []
    for status in ("bevilget", "afslået"):
        assert office.refused(ChangeStatus(case, status)).startswith("BEN-15")


def test_ben_15_the_conclusion_ends_the_asking_and_asks_to_decide(office: Bench) -> None:
    """Open tasks are done by who concluded; that one is to decide."""
    case = office.apply(married=False)
    office.submit("Dokumentation")
    office.do(ChangeStatus(case, "fuldt oplyst"), "staff:viggo")

    assert {(task.kind, task.state, task.done_by) for task in office.view.tasks(case)} == {
        ("handle_application", "done", "viggo"),
        ("review_document", "done", "viggo"),
        ("decide", "open", ""),
    }
    assert office.task(case, "decide").owner == "viggo"


def test_ben_15_a_case_may_turn_out_not_to_be_informed(office: Bench) -> None:
    """Then there is no decision to make until it is again."""
    case = office.apply(married=False)
    office.inform(case)
    task = office.task(case, "decide")
    office.do(ChangeStatus(case, "under oplysning"))

    assert office.view.task(task.id).state == "cancelled"
    office.do(ChangeStatus(case, "fuldt oplyst"))
    assert [each.state for each in office.tasks(case, "decide")] == ["cancelled", "open"]


def test_ben_07_a_spouse_not_yet_registered_keeps_the_case_open(office: Bench) -> None:
    """The statement of the application is not enough; the event is, or that the spouse refuses."""
    case = office.apply(spouse_registered=True)

    assert office.refused(ChangeStatus(case, "fuldt oplyst")).startswith("BEN-07")
    office.do(AmendCase(case, {"spouse_refuses": True}))
    office.do(ChangeStatus(case, "fuldt oplyst"))
    assert office.facts(case)["calculation/2024-08"]["amount"] == "12326.00"


def test_ben_15_more_is_needed_only_where_it_was_asked_for(office: Bench) -> None:
    """The task of the application does not end by itself, nor by saying that it is informed."""
    case = office.apply()
    task = office.task(case, "handle_application")

    assert office.refused(CompleteTask(task.id, "more needed")).startswith("BEN-15")
    assert office.refused(CompleteTask(task.id, "informed")).startswith("BEN-15")
    letter = office.request(case, "unemployment_fund")
    office.do(CreateTask("follow_up", case, about=letter, owner="karla"))
    office.do(CompleteTask(task.id, "more needed"))
    assert office.view.task(task.id).outcome == "more needed"


@pytest.mark.parametrize("outcome", ["more needed", "noted"])
def test_ben_11_the_last_task_of_an_undecided_case_does_not_end_without_a_reminder(outcome: str) -> None:
    """Letter and time alone bring nothing back on a list; a reminder does, and so does a task that waits."""
    office = bench()
    case = office.apply()
    letter = office.request(case, "spouse_not_registered", "unemployment_fund")
    office.do(CreateTask("follow_up", case, about=letter, owner="karla"))
    office.do(CompleteTask(office.task(case, "handle_application").id, "more needed"))
    office.submit("Dokumentation")
    office.do(CompleteTask(office.task(case, "review_document").id, outcome))
    office.wait_until("2024-08-16 09:00")
    last = office.task(case, "follow_up")

    assert last.state == "open"
    assert "is the last task" in office.refused(CompleteTask(last.id, outcome))
    office.do(CreateTask("follow_up", case, about=office.request(case, "spouse_not_registered"), owner="karla"))
    office.do(CompleteTask(last.id, outcome))
    assert [task.state for task in office.tasks(case, "follow_up")] == ["done", "waiting"]


def test_ben_15_a_case_that_turns_out_not_to_be_informed_is_on_a_list() -> None:
    """The application is to be handled again by whoever has the case, unless there is other work on it."""
    office = bench()
    first, second = office.apply(married=False), office.apply(SPOUSE, married=False)
    for case in (first, second):
        office.do(ChangeStatus(case, "fuldt oplyst"))
    office.submit("Dokumentation", SPOUSE)
    for case in (first, second):
        office.do(ChangeStatus(case, "under oplysning"))

    again = office.tasks(first, "handle_application")[-1]
    assert (again.state, again.owner, len(office.tasks(second, "handle_application"))) == ("open", "karla", 1)
    assert again.about == office.tasks(first, "handle_application")[0].about


def test_ben_13_a_task_waits_openly_and_is_not_cancelled(office: Bench) -> None:
    """The reason is kept, and no hand drops it."""
    case = office.apply()
    task = office.task(case, "handle_application")
    office.do(WaitWithTask(task.id, "venter på a-kassen"))

    assert (office.view.task(task.id).state, office.view.task(task.id).reason) == ("waiting", "venter på a-kassen")
    assert office.refused(CancelTask(task.id, "ikke relevant")).startswith("BEN-13")


def test_ben_16_the_calculation_follows_what_is_amended_before_the_decision(office: Bench) -> None:
    """A corrected number of children changes the rate."""
    case = office.apply(married=False)
    office.inform(case)
    office.do(AmendCase(case, {"children": 1}))

    assert office.facts(case)["calculation/2024-08"]["amount"] == "16382.00"


def test_ben_16_what_the_system_keeps_is_not_written_by_hand(office: Bench) -> None:
    """Calculations, payments, holds, register answers, flags and the decision."""
    case = office.apply()
    for key in ("calculation/2024-08", "payment/2024-08", "hold/2024-08", "register/Jobnet", "decision", "differences"):
        assert office.refused(AmendCase(case, {key: {}})).startswith("BEN-16")


def test_ben_17_a_decision_without_a_note_of_ones_own_is_refused(office: Bench) -> None:
    """An older note, and another's, are none."""
    case = office.apply(married=False)
    office.do(WriteNote(case, "Ansøgning læst."))
    office.wait_until("2024-08-05 10:00")
    office.inform(case)
    office.do(WriteNote(case, "Set."), "staff:viggo")
    command = CompleteTask(office.task(case, "decide").id, "granted", facts={"supplementary": False})

    assert office.refused(command).startswith("BEN-17")
    office.do(WriteNote(case, "Bevilges."))
    office.do(command)
    assert office.case(case).status == "bevilget"


def test_ben_17_only_a_caseworker_completes_a_task(office: Bench) -> None:
    """Whatever the task is, and whoever else works at the office."""
    case = office.apply(married=False)
    office.inform(case)
    office.do(WriteNote(case, "Bevilges."), "staff:piccolo")
    command = CompleteTask(office.task(case, "decide").id, "granted", facts={"supplementary": False})

    assert office.refused(command, "staff:piccolo").startswith("BEN-17: Only a sagsbehandler may complete a task")


def test_ben_17_the_decision_is_kept_on_the_case(office: Bench) -> None:
    """Who, when, what, from which month."""
    case = office.granted()

    assert office.facts(case)["decision"] == {
        "outcome": "granted",
        "by": "karla",
        "on": "2024-08-05",
        "supplementary": True,
        "from_month": "2024-08",
    }


def test_ben_17_a_status_is_not_a_decision(office: Bench) -> None:
    """Also a fully informed case is decided by its task alone."""
    case = office.apply(married=False)
    office.inform(case)

    assert office.refused(ChangeStatus(case, "bevilget")).startswith("BEN-17")


def test_ben_18_a_grant_says_whether_it_is_supplementary(office: Bench) -> None:
    """And it cannot be where there is no spouse."""
    case = office.apply(married=False)
    office.inform(case)
    office.do(WriteNote(case, "Bevilges."))
    task = office.task(case, "decide").id

    assert office.refused(CompleteTask(task, "granted")).startswith("BEN-18")
    assert office.refused(CompleteTask(task, "granted", facts={"supplementary": True})).startswith("BEN-18")


def test_ben_16_nothing_is_granted_without_an_amount() -> None:
    """After the reform no rate is known for who lives with parents."""
    from saksgang.identity import synthetic_number
    from tests.plugins.benefits.bench import bench, local

    office = bench("2025-08-05 09:00")
    young = synthetic_number("DK", local("2001-06-03 12:00").date(), 0)
    case = office.apply(young, married=False, lives_with_parents=True)
    office.inform(case)
    office.do(WriteNote(case, "Bevilges."))
    command = CompleteTask(office.task(case, "decide").id, "granted", facts={"supplementary": False})

    assert "no rate 'home'" in office.refused(command)


def test_ben_23_a_month_is_granted_on_one_case_only(office: Bench) -> None:
    """A second case of the same citizen is granted when the first has its last month, and for the months after it."""
    first = office.granted(supplementary=False, married=False)
    document = office.submit("Ansøgning", benefit="kontanthjælp")
    office.do(RegisterDocument(document, "Ansøgning", case_type="kontanthjælp"))
    second = office.view.document(document).case
    office.inform(second)
    office.do(WriteNote(second, "Bevilges."))
    grant = CompleteTask(office.task(second, "decide").id, "granted", facts={"supplementary": False})

    assert office.refused(grant).startswith(
        f"BEN-23: The citizen or the spouse is granted help on case {first} already"
    )
    office.do(AmendCase(first, {"stop_month": "2024-08"}))
    office.do(grant)
    assert office.facts(second)["decision"]["from_month"] == "2024-09"
    office.wait_until("2024-09-30 12:00")
    paid = [[key for key in office.facts(case) if key.startswith("payment/")] for case in (first, second)]
    assert paid == [["payment/2024-08"], ["payment/2024-09"]]
