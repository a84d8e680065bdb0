"""Completed letters, the section leader, and every round between (PPT-09, PPT-10)."""

from __future__ import annotations

import datetime as dt

import pytest
from attrs import evolve

from saksgang.commands import (
    ApproveLetter,
    CancelTask,
    CompleteLetter,
    CompleteTask,
    CreateTask,
    ReassignTask,
    ReportAbsence,
    ReturnLetter,
    ReviseLetter,
    SendLetter,
    StopLetter,
    TakeTask,
)
from saksgang.errors import Refused
from saksgang.events import LetterApproved, LetterCompleted, LetterReturned, LetterStopped, TaskReassigned
from saksgang.records import Absence, StaffMember
from saksgang_ppt_intake import approving
from tests.plugins.ppt_intake.bench import STAFF, Bench, a_case, a_letter, a_task, record, view_of

CASE, LETTER = "PPT-2026-00001", "PPT-2026-00001/letter-1"
COMPLETED = LetterCompleted("ppt_intake", CASE, LETTER, "svarbrev", "nord1", needs_approval=True, round=1)
STANDARD = evolve(COMPLETED, template="mottaksbekreftelse", needs_approval=False)


def away(number: int) -> StaffMember:
    return evolve(STAFF[number], absences=(Absence(dt.date(2026, 11, 16), dt.date(2026, 11, 20), "kurs"),))


def test_ppt_09_a_completed_reply_goes_to_the_section_leader() -> None:
    """The decision: a task for the leader of the responsible caseworker's section; nothing is sent."""
    view = view_of(a_case(responsible="nord1"), a_letter())
    (answer,) = approving.ask_for_approval(COMPLETED, record(COMPLETED), view)

    assert isinstance(answer.command, CreateTask)
    assert (answer.command.kind, answer.command.owner, answer.rule) == ("approve_letter", "sjef_nord", "PPT-09")
    assert approving.send_without_approval(COMPLETED, record(COMPLETED), view) == []


def test_ppt_05_a_standard_letter_is_sent_when_it_is_completed() -> None:
    """The decision: sent at once, and no leader is asked."""
    view = view_of(a_case(responsible="nord1"), a_letter("mottaksbekreftelse"))
    (answer,) = approving.send_without_approval(STANDARD, record(STANDARD), view)

    assert answer.command == SendLetter(LETTER)
    assert approving.ask_for_approval(STANDARD, record(STANDARD), view) == []


def test_ppt_09_which_leader_is_asked() -> None:
    """The leader of the section; nobody for a case of nobody, for a section without a leader, for one's own letter."""
    letter = a_letter()

    assert approving.approver_of(letter, "nord1", view_of(a_case(responsible="sor1"), letter)) == "sjef_sor"
    assert approving.approver_of(letter, "nord1", view_of(a_case(), letter)) == ""
    own = a_letter(author="sjef_nord")
    assert approving.approver_of(own, "sjef_nord", view_of(a_case(responsible="nord1"), own)) == ""
    assert approving.approver_of(letter, "sjef_nord", view_of(a_case(responsible="nord1"), letter)) == ""
    gone = evolve(STAFF[4], gone=True)
    assert approving.approver_of(letter, "nord1", view_of(a_case(responsible="nord1"), letter, gone)) == ""


def test_ppt_09_an_absent_leader_is_asked_where_the_deputy_may_approve() -> None:
    """The north leader's deputy is a leader; the south leader's is a specialist who could not approve."""
    letter = a_letter()

    north = view_of(a_case(responsible="nord1"), letter, away(4))
    south = view_of(a_case(responsible="sor1"), letter, away(5))
    assert approving.approver_of(letter, "nord1", north) == "sjef_nord"
    assert approving.approver_of(letter, "nord1", south) == ""
    alone = view_of(a_case(responsible="nord1"), letter, evolve(away(4), deputy=""))
    assert approving.approver_of(letter, "nord1", alone) == "sjef_nord"


def test_ppt_09_the_leader_has_it_on_the_start_page(office: Bench) -> None:
    """The letter waits for approval, the task is the leader's, and nothing has left the house."""
    case, document = office.assigned_case()
    letter = office.complete(case, "svarbrev", document, "staff:nord1")

    assert [task.about for task in office.view.owned_tasks("sjef_nord")] == [letter]
    assert office.view.letter(letter).state == "to approve"
    assert office.mailbox.orders == []


def test_ppt_09_the_deputy_of_an_absent_leader_has_it(office: Bench) -> None:
    """And the task says why it is not with the leader."""
    office.do(ReportAbsence("sjef_nord", dt.date(2026, 11, 16), dt.date(2026, 11, 20), "kurs"), "staff:sjef_nord")
    case, document = office.assigned_case()
    office.complete(case, "svarbrev", document, "staff:nord1")

    task = office.task(case, "approve_letter")
    assert task.owner == "sjef_sor"
    assert "sjef_nord is absent" in task.reason


def test_ppt_10_an_approved_letter_is_sent_by_itself() -> None:
    """The decision: the leader's task is done, and the letter goes to the mailbox."""
    event = LetterApproved("ppt_intake", CASE, LETTER, "sjef_nord")
    view = view_of(a_case(), a_letter(), a_task("approve_letter", LETTER, owner="sjef_nord"))
    answers = approving.send_approved(event, record(event), view)

    assert [answer.command for answer in answers] == [
        CompleteTask(f"{CASE}/approve_letter", "approved", by="sjef_nord"),
        SendLetter(LETTER),
    ]
    assert answers[-1].rule == "PPT-10"


def test_ppt_10_the_mailbox_gets_an_approved_letter_once(office: Bench) -> None:
    """One order, under one key, with the text that the leader saw."""
    case, document = office.assigned_case()
    letter = office.sent_reply(case, document)

    (order,) = office.mailbox.orders
    assert (order.letter, order.to, order.body) == (letter, "party-1", office.view.letter(letter).body)
    assert office.view.letter(letter).state == "sent"


def test_ppt_09_a_returned_letter_is_the_authors_with_the_comments() -> None:
    """The decision: the leader's task is done, and the author has one to revise it."""
    event = LetterReturned("ppt_intake", CASE, LETTER, "sjef_nord", "Skriv enklere.")
    view = view_of(a_case(), a_letter(), a_task("approve_letter", LETTER, owner="sjef_nord"))
    answers = approving.take_back(event, record(event), view)

    assert [answer.command for answer in answers] == [
        CompleteTask(f"{CASE}/approve_letter", "returned", by="sjef_nord"),
        CreateTask("revise_letter", CASE, about=LETTER, owner="nord1", facts={"comments": "Skriv enklere."}),
    ]


def test_ppt_09_every_round_is_kept(office: Bench) -> None:
    """Returned twice, with comments in the text once, then approved: each round has its tasks and its text."""
    case, document = office.assigned_case()
    letter = office.complete(case, "svarbrev", document, "staff:nord1")
    office.do(ReturnLetter(letter, "Skriv enklere.", body="Tekst [leder: enklere her]"), "staff:sjef_nord")
    assert office.view.letter(letter).body == "Tekst [leder: enklere her]"
    office.do(ReviseLetter(letter, "Enklere tekst"), "staff:nord1")
    office.do(CompleteLetter(letter), "staff:nord1")
    office.do(ReturnLetter(letter, "Datoen mangler."), "staff:sjef_nord")
    office.do(CompleteLetter(letter), "staff:nord1")
    office.do(ApproveLetter(letter), "staff:sjef_nord")

    assert [task.outcome for task in office.tasks(case, "approve_letter")] == ["returned", "returned", "approved"]
    revised = office.tasks(case, "revise_letter")
    assert [(task.outcome, task.facts["comments"]) for task in revised] == [
        ("completed again", "Skriv enklere."),
        ("completed again", "Datoen mangler."),
    ]
    assert office.view.letter(letter).rounds == 3
    assert [event.by for event in office.told(LetterReturned)] == ["sjef_nord", "sjef_nord"]
    assert [order.body for order in office.mailbox.orders] == ["Enklere tekst"]


def test_ppt_10_a_letter_handled_by_hand_needs_no_approval() -> None:
    """The decision: what waits for approval or revision of that letter is dropped, with the reason."""
    event = LetterStopped("ppt_intake", CASE, LETTER, "nord1", "levert i møte")
    view = view_of(a_case(), a_letter(), a_task("approve_letter", LETTER), a_task("approve_letter", "other", id="o"))
    (answer,) = approving.drop_approval(event, record(event), view)

    assert answer.command == CancelTask(f"{CASE}/approve_letter", "the letter is handled by hand: levert i møte")


def test_ppt_10_stopping_a_letter_takes_it_off_the_leaders_page(office: Bench) -> None:
    """Handed over in a meeting instead: the leader has nothing to approve, the answer is still owed."""
    case, document = office.assigned_case()
    letter = office.complete(case, "svarbrev", document, "staff:nord1")
    office.do(StopLetter(letter, "levert i møte"), "staff:nord1")

    assert office.task(case, "approve_letter").state == "cancelled"
    assert office.view.owned_tasks("sjef_nord") == []
    assert office.task(case, "review_case").state == "open"


def test_ppt_09_an_approval_that_falls_to_its_author_goes_to_another_leader() -> None:
    """The decision: whoever may not approve, being the author or no leader, does not keep it; who may does."""
    letter = a_letter(state="to approve")
    waiting = a_task("approve_letter", letter.id, role="leder", facts={"completed_by": "sor1"})
    both = evolve(STAFF[3], roles=("fagansatt", "leder"))
    view = view_of(a_case(responsible="nord1"), letter, waiting, a_task("review_case"), both)

    event = TaskReassigned("ppt_intake", letter.case, waiting.id, "", "leder", "", "stedfortreder")
    for owner in ("nord1", "nord2", "sor1"):
        event = evolve(event, owner=owner)
        (answer,) = approving.keep_from_author(event, record(event), view)
        assert answer.command == ReassignTask(waiting.id, "sjef_nord", "nobody approves a letter of their own")
    for owner in ("sjef_nord", "sjef_sor", ""):
        event = evolve(event, owner=owner)
        assert approving.keep_from_author(event, record(event), view) == []
    other = evolve(event, task=f"{letter.case}/review_case", owner="nord1")
    assert approving.keep_from_author(other, record(other), view) == []


def test_ppt_09_nobody_hands_an_approval_to_its_author_nor_takes_it(office: Bench) -> None:
    """Nor to somebody who is no leader; to another leader or the queue it goes."""
    case, document = office.assigned_case()
    office.complete(case, "svarbrev", document, "staff:nord1")
    (task,) = office.tasks(case, "approve_letter")

    for owner in ("nord1", "nord2"):
        with pytest.raises(Refused, match=f"{owner} cannot approve.*PPT-09"):
            office.do(ReassignTask(task.id, owner, "ferie"), "staff:sjef_nord")
    office.do(ReassignTask(task.id, "sjef_sor", "ferie"), "staff:sjef_nord")
    office.do(ReassignTask(task.id, "", "ferie"), "staff:sjef_sor")
    with pytest.raises(Refused, match="nord1 cannot approve"):
        office.do(TakeTask(task.id), "staff:nord1")
    office.do(TakeTask(task.id), "staff:sjef_sor")
    assert office.view.task(task.id).owner == "sjef_sor"
