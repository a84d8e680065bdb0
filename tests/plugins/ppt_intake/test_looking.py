"""Looking things up on a case."""

from __future__ import annotations

from attrs import evolve

from saksgang.records import Deadline, Target
from saksgang_ppt_intake.looking import document_on, opening_document
from tests.plugins.ppt_intake.bench import MONDAY, a_case, a_document, a_task, view_of

DOCUMENT, CASE = "ppt_intake/document-1", "PPT-2026-00001"


def test_the_document_that_opened_a_case_is_the_one_it_was_distributed_for() -> None:
    """Other tasks about other documents may be older."""
    view = view_of(a_case(), a_task("review_case", "other"), a_task("distribute_case", DOCUMENT, state="done"))

    assert opening_document(view, CASE) == DOCUMENT
    assert opening_document(view_of(a_case()), CASE) == ""


def test_unfinished_is_open_or_waiting() -> None:
    """Of the kinds asked for, about the thing asked for."""
    view = view_of(
        a_case(),
        *(a_task("review_case", DOCUMENT, id=state, state=state) for state in ("open", "waiting", "done", "cancelled")),
        a_task("review_case", "other", id="other"),
        a_task("confirm_receipt", DOCUMENT, id="confirm"),
    )

    assert [task.id for task in view.unfinished(CASE, "review_case", about=DOCUMENT)] == ["open", "waiting"]
    assert [task.id for task in view.unfinished(CASE, "review_case")] == ["open", "waiting", "other"]
    assert view.unfinished(CASE, "review_case", about="") == []


def test_a_document_on_another_case_is_not_on_this_one() -> None:
    """Nor is one in the inbox, or none at all."""
    view = view_of(a_case(), a_document(), a_document(id="inbox", case=""), a_document(id="other", case="PPT-2"))

    assert document_on(view, CASE, DOCUMENT) is not None
    assert [document_on(view, CASE, key) for key in ("inbox", "other", "none")] == [None, None, None]


def test_what_runs_is_of_one_kind_about_one_thing() -> None:
    """What ended, another kind and another thing are left out; what is named as about nothing is about no document."""
    running = Deadline("1", "ppt_intake", CASE, "answer", DOCUMENT, MONDAY, (Target("norm", "1 day", MONDAY),))
    view = view_of(
        a_case(),
        running,
        evolve(running, id="2", kind="opened"),
        evolve(running, id="3", about="other"),
        evolve(running, id="4", targets=(Target("norm", "1 day", MONDAY, "met"),)),
    )

    assert view.running(CASE, "answer", about=DOCUMENT) == [running]
    assert [each.id for each in view.running(CASE, "answer", "opened")] == ["1", "2", "3"]
    assert [each.id for each in view.running(CASE)] == ["1", "2", "3"]
    assert view.running(CASE, "answer", about="") == []
