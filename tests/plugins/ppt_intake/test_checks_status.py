"""Checks of the way from new to under work."""

from __future__ import annotations

import pytest

from saksgang.events import Event, NoteWritten, StatusChanged
from saksgang_ppt_intake.checks_status import TheQuestionComesOnce, TheSystemDoesNotDecide
from tests.plugins.ppt_intake.checks_pages import CASE, R, completed, done, opened, pages, task

NOTE = NoteWritten(R, CASE, "n", "fred", "Ringte.")
ASKED = task("ask_under_work", "fred")
YES, NO = (done("ask_under_work", outcome, "fred") for outcome in ("yes", "no"))
UNDER_WORK = StatusChanged(R, CASE, "ny", "under arbeid", "")


def test_ppt_08_a_person_decides() -> None:
    """A yes that a rule carries out, or a person's own act."""
    assert pages().add(YES).follow(UNDER_WORK).held(TheSystemDoesNotDecide)
    assert pages().add(UNDER_WORK, actor="staff:fred").held(TheSystemDoesNotDecide)


@pytest.mark.parametrize("before", [NO, NOTE, completed("svarbrev"), done("review_case", "yes", "fred")])
def test_ppt_08_the_system_does_not_decide(before: Event) -> None:
    """A status that follows from a no, a note, a letter or another task is found."""
    said = pages().add(before).follow(UNDER_WORK, actor="rule:PPT-08").wrong(TheSystemDoesNotDecide)

    assert said == f"PPT-08 {CASE}: Case {CASE} was set to under arbeid by rule:PPT-08 without a yes to the question."


@pytest.mark.parametrize("occasion", [NOTE, completed("svarbrev"), completed("forelopig_svar")])
def test_ppt_08_the_question_comes_with_the_first_letter_or_note(occasion: Event) -> None:
    """It is asked at once, a yes is carried out, and nothing is asked once the case is under work."""
    journal = pages().add(opened()).at("03-03 09:00").add(occasion).follow(ASKED).at("03-03 09:01").add(YES)
    journal.follow(UNDER_WORK).at("03-03 09:02").add(NOTE)

    assert journal.held(TheQuestionComesOnce)


def test_ppt_08_after_a_no_it_may_be_asked_again() -> None:
    """The next letter or note is an occasion, while the case is still new."""
    journal = pages().add(opened(), NOTE, ASKED).at("03-02 09:01").add(NO).at("03-02 09:02").add(NOTE)

    assert journal.follow(task("ask_under_work", "fred", number=2)).held(TheQuestionComesOnce)


@pytest.mark.parametrize(
    ("events", "wrong"),
    [
        ((NOTE,), "The first note on case"),
        ((completed("svarbrev"),), "The first letter on case"),
        ((ASKED,), "but nothing was completed"),
        ((completed("mottaksbekreftelse"), ASKED), "but nothing was completed"),
        ((NOTE, ASKED, NOTE, task("ask_under_work", number=2)), f"while {CASE}/task-1 is open"),
        ((UNDER_WORK, NOTE, ASKED), "although it is not new"),
        ((NOTE, ASKED, YES), "but its status stayed ny"),
    ],
)
def test_ppt_08_a_question_too_few_or_too_many_is_found(events: tuple[Event, ...], wrong: str) -> None:
    """No question, one without occasion, one at a confirmation, two at a time, one under work, a yes in vain."""
    said = pages().add(opened(), *events).wrong(TheQuestionComesOnce)

    assert said.startswith(f"PPT-08 {CASE}: ")
    assert wrong in said


def test_ppt_08_a_question_that_comes_later_is_no_question_at_once() -> None:
    """A minute later is found twice: it did not come, and then came without an occasion."""
    late = pages().add(opened(), NOTE).at("03-02 09:01").add(ASKED)

    assert late.verdict(TheQuestionComesOnce).count == 2
