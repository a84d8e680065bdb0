"""Which tasks a person completes (PPT-01, PPT-07, PPT-11)."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.commands import AssignCase, CompleteTask, ReassignTask, WriteNote
from saksgang.errors import Refused
from saksgang_ppt_intake import refusing_tasks
from saksgang_ppt_intake.declaration import TASK_ROWS
from saksgang_ppt_intake.rows import Category
from tests.plugins.ppt_intake.bench import SETTINGS, Bench, a_case, a_document, a_task, view_of

DOCUMENT = "ppt_intake/document-1"
LEFT_TO_PEOPLE = {"review_case", "ask_under_work", "undelivered_letter", "undelivered_confirmation"}
OUTCOMES = {kind: outcomes for kind, _, outcomes in TASK_ROWS}


@pytest.mark.parametrize("kind", sorted(set(OUTCOMES) - LEFT_TO_PEOPLE))
def test_ppt_01_a_task_that_an_act_does_is_not_ticked_off(kind: str) -> None:
    """The look itself: whoever asks is told which act does it."""
    view = view_of(a_case(), a_task(kind))
    for actor in ("staff:post", "staff:nord1", "staff:sjef_nord"):
        command = CompleteTask(f"PPT-2026-00001/{kind}", OUTCOMES[kind][0])
        wrong = refusing_tasks.complete_task(command, actor, view) or ""
        assert wrong.startswith("PPT-")
        assert f"({kind}) is done by {refusing_tasks.DONE_BY_ACT[kind][1]}" in wrong


def test_ppt_01_the_inbox_is_not_emptied_by_ticking_off(office: Bench) -> None:
    """In the office: the document stays until it is registered."""
    document = office.submit()
    task = office.task(document, "register_document")

    with pytest.raises(Refused, match=r"registering the document.*PPT-01"):
        office.do(CompleteTask(task.id, "new case"))
    assert [each.id for each in office.view.inbox("ppt_intake")] == [document]


@pytest.mark.parametrize(
    ("outcome", "category", "rule"),
    [
        ("reply letter", "Henvendelse", "PPT-07"),
        ("journal note", "Henvisning", "PPT-11"),
        ("journal note", "Fornyet henvisning", "PPT-11"),
        ("journal note", "Henvendelse", None),
        ("journal note", "Opplysninger", None),
        ("no answer needed", "Henvisning", "PPT-11"),
        ("no answer needed", "Henvendelse", "PPT-11"),
        ("no answer needed", "Opplysninger", None),
    ],
)
def test_ppt_11_how_a_review_may_end(outcome: str, category: str, rule: str | None) -> None:
    """The look itself: an individual decision is answered in writing, and what needs an answer gets one."""
    wrong = refusing_tasks.review_outcome(outcome, SETTINGS.category(category))

    assert (wrong or "").partition(":")[0] == (rule or "")


def test_ppt_11_the_refusal_says_what_to_do_instead() -> None:
    """The look itself: a referral is not one that needs no answer, a decision that needs none may be noted."""
    referral = SETTINGS.category("Henvisning")
    for_information = Category("Vedtak til orientering", individual_decision=True, needs_answer=False)

    assert "has to be answered" in (refusing_tasks.review_outcome("no answer needed", referral) or "")
    assert "answered in writing" in (refusing_tasks.review_outcome("journal note", referral) or "")
    assert refusing_tasks.review_outcome("journal note", for_information) is None


def test_ppt_11_a_referral_is_not_answered_with_a_note(office: Bench) -> None:
    """In the office: note or not, the review stays open until a letter is sent."""
    case, _ = office.assigned_case()
    office.do(WriteNote(case, "Ringte."), "staff:nord1")
    task = office.task(case, "review_case")

    for outcome in ("journal note", "no answer needed", "reply letter"):
        with pytest.raises(Refused, match="PPT-"):
            office.do(CompleteTask(task.id, outcome), "staff:nord1")
    assert office.task(case, "review_case").state == "open"


def test_ppt_07_answered_by_note_needs_the_note(office: Bench) -> None:
    """A note from before the inquiry came to review says nothing about its answer."""
    case, _ = office.new_case("Henvendelse")
    office.do(WriteNote(case, "Ny sak."), "staff:post")
    office.clock.time = office.clock.time.replace(hour=10)
    office.do(AssignCase(case, "nord1"), "staff:sjef_sor")
    task = office.task(case, "review_case")
    with pytest.raises(Refused, match=r"nord1 wrote no journal note.*PPT-07"):
        office.do(CompleteTask(task.id, "journal note"), "staff:nord1")

    office.do(WriteNote(case, "Svarte på telefon."), "staff:nord1")
    office.do(CompleteTask(task.id, "journal note"), "staff:nord1")

    assert office.task(case, "review_case").outcome == "journal note"


def test_ppt_07_each_review_has_a_note_of_its_own_by_whoever_ends_it(office: Bench) -> None:
    """The consultant's note about something else answers nothing, and one note does not answer two inquiries."""
    case, first = office.new_case("Henvendelse")
    office.do(WriteNote(case, "Kjenner barnet fra før."), "staff:nord1")
    office.clock.time += dt.timedelta(minutes=5)
    office.do(AssignCase(case, "nord1"), "staff:sjef_sor")
    second = office.submit("Henvendelse")
    office.register(second, "Henvendelse", case=case)
    reviews = {task.about: task.id for task in office.tasks(case, "review_case")}
    office.clock.time += dt.timedelta(minutes=5)

    office.do(WriteNote(case, "Ringte om noe annet."), "staff:post")
    with pytest.raises(Refused, match="PPT-07"):
        office.do(CompleteTask(reviews[first], "journal note"), "staff:nord1")

    office.do(WriteNote(case, "Svarte på den første."), "staff:nord1")
    office.do(CompleteTask(reviews[first], "journal note"), "staff:nord1")
    with pytest.raises(Refused, match="PPT-07"):
        office.do(CompleteTask(reviews[second], "journal note"), "staff:nord1")

    office.do(WriteNote(case, "Svarte på den andre."), "staff:nord1")
    office.do(CompleteTask(reviews[second], "journal note"), "staff:nord1")
    assert {task.state for task in office.tasks(case, "review_case")} == {"done"}


def test_ppt_07_information_is_put_aside_without_an_answer(office: Bench) -> None:
    """A category that needs none: reviewed, nothing owed."""
    case, _ = office.assigned_case("Opplysninger")
    office.do(CompleteTask(office.task(case, "review_case").id, "no answer needed"), "staff:nord1")

    assert office.task(case, "review_case").state == "done"


def test_who_ends_a_review_and_who_answers_a_question() -> None:
    """The look itself: a review is for those who work on cases, the question for the staff."""
    view = view_of(
        a_case(), a_document("Opplysninger"), a_task("review_case", DOCUMENT, id="r"), a_task("ask_under_work", id="a")
    )

    def wrong(task: str, outcome: str, actor: str) -> str:
        return refusing_tasks.complete_task(CompleteTask(task, outcome), actor, view) or ""

    assert wrong("r", "no answer needed", "staff:post").startswith("PPT-07: Only fagansatt or leder")
    assert wrong("r", "no answer needed", "staff:sjef_sor") == ""
    assert wrong("a", "yes", "citizen:1").startswith("PPT-08: ")
    assert wrong("a", "yes", "staff:post") == ""


def test_ppt_01_work_is_given_to_somebody_who_can_do_it(office: Bench) -> None:
    """Else it would lie on the list of one who is refused; a colleague with the role may have it, and the queue."""
    task = office.task(office.submit(), "register_document").id

    with pytest.raises(Refused, match=r"register_document\) is for konsulent; nord1 has: fagansatt.*PPT-01"):
        office.do(ReassignTask(task, "nord1", "bytte"))
    for owner in ("post", ""):
        office.do(ReassignTask(task, owner, "bytte"))
        assert office.view.task(task).owner == owner
