"""From ``ny`` to ``under arbeid``: asked, not decided (PPT-08)."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from saksgang.commands import CancelTask, ChangeStatus, CompleteTask, CreateTask, WriteNote
from saksgang.events import LetterCompleted, NoteWritten, StatusChanged, TaskCompleted
from saksgang_ppt_intake import status
from tests.plugins.ppt_intake.bench import Bench, a_case, a_task, record, view_of

CASE = "PPT-2026-00001"
NOTED = NoteWritten("ppt_intake", CASE, "n", "nord1", "Snakket med skolen.")
COMPLETED = LetterCompleted("ppt_intake", CASE, "l", "svarbrev", "nord1", needs_approval=True, round=1)
YES = TaskCompleted("ppt_intake", CASE, "t", "ask_under_work", "", "yes", "nord1", "nord1")


@pytest.mark.parametrize("event", [NOTED, COMPLETED])
def test_ppt_08_a_letter_or_note_on_a_new_case_raises_the_question(event: NoteWritten | LetterCompleted) -> None:
    """The decision: whoever completed it is asked."""
    (answer,) = status.ask_under_work(event, record(event), view_of(a_case()))

    assert answer.command == CreateTask("ask_under_work", CASE, owner="nord1")
    assert answer.rule == "PPT-08"


@pytest.mark.parametrize(
    ("event", "records"),
    [
        (NOTED, [a_case(status="under arbeid")]),
        (NOTED, [a_case(), a_task("ask_under_work")]),
        (NOTED, [a_case(), a_task("ask_under_work", state="waiting")]),
        (evolve(COMPLETED, template="mottaksbekreftelse"), [a_case()]),
        (evolve(NOTED, by="rule:PPT-99"), [a_case()]),
    ],
)
def test_ppt_08_when_it_does_not_ask(event: NoteWritten | LetterCompleted, records: list[Any]) -> None:
    """Under work, asked already, the consultant's standard letter, and what no person wrote raise no question."""
    assert status.ask_under_work(event, record(event), view_of(*records)) == []


def test_ppt_08_only_yes_changes_the_status() -> None:
    """The decision: yes while the case is new, and nothing else."""
    view = view_of(a_case())

    assert [answer.command for answer in status.do_as_answered(YES, record(YES), view)] == [
        ChangeStatus(CASE, "under arbeid", "as answered when asked")
    ]
    for event in (evolve(YES, outcome="no"), evolve(YES, kind="review_case")):
        assert status.do_as_answered(event, record(event), view) == []
    assert status.do_as_answered(YES, record(YES), view_of(a_case(status="under arbeid"))) == []


def test_ppt_08_a_change_of_status_drops_the_question() -> None:
    """The decision: the open question is cancelled, and says why."""
    event = StatusChanged("ppt_intake", CASE, "ny", "under arbeid", "")
    view = view_of(a_case(status="under arbeid"), a_task("ask_under_work"))
    (answer,) = status.drop_question(event, record(event), view)

    assert answer.command == CancelTask(f"{CASE}/ask_under_work", "the case is 'under arbeid' already")


def test_ppt_08_yes_sets_the_case_to_under_arbeid_and_it_asks_no_more(office: Bench) -> None:
    """Asked at the first note, answered yes; the next note asks nothing."""
    case, _ = office.assigned_case()
    office.do(WriteNote(case, "Snakket med skolen."), "staff:nord1")
    task = office.task(case, "ask_under_work")
    assert (task.owner, office.view.case(case).status) == ("nord1", "ny")

    office.do(CompleteTask(task.id, "yes"), "staff:nord1")
    office.do(WriteNote(case, "Snakket med foreldrene."), "staff:nord1")

    assert office.view.case(case).status == "under arbeid"
    assert len(office.tasks(case, "ask_under_work")) == 1
    assert office.failures() == []


def test_ppt_08_no_leaves_the_case_new_and_it_asks_next_time(office: Bench) -> None:
    """The system asks, it does not decide; while the case is new, the next letter asks again."""
    case, document = office.assigned_case()
    office.do(WriteNote(case, "Snakket med skolen."), "staff:nord1")
    office.do(CompleteTask(office.task(case, "ask_under_work").id, "no"), "staff:nord1")
    assert office.view.case(case).status == "ny"

    office.complete(case, "svarbrev", document, "staff:nord1")

    assert [task.state for task in office.tasks(case, "ask_under_work")] == ["done", "open"]


def test_ppt_08_one_open_question_is_enough(office: Bench) -> None:
    """Two notes in a row: asked once."""
    case, _ = office.assigned_case()
    office.do(WriteNote(case, "Ringte skolen."), "staff:nord1")
    office.do(WriteNote(case, "Ringte skolen igjen."), "staff:nord1")

    assert len(office.tasks(case, "ask_under_work")) == 1


def test_ppt_08_the_status_changed_by_hand_takes_the_question_away(office: Bench) -> None:
    """Nobody is asked about what somebody has done already."""
    case, _ = office.assigned_case()
    office.do(WriteNote(case, "Ringte skolen."), "staff:nord1")
    office.do(ChangeStatus(case, "under arbeid"), "staff:nord1")

    assert office.task(case, "ask_under_work").state == "cancelled"
