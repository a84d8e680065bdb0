"""Checks of review and reply."""

from __future__ import annotations

from saksgang.events import StatusChanged, TaskReassigned, TaskTaken
from saksgang_ppt_intake.checks_replies import (
    EveryDocumentIsReviewed,
    RepliesComeFromTheReviewer,
    SpecialistsAreAskedToReview,
)
from tests.plugins.ppt_intake.checks_pages import CASE, DOC, LETTER, R, assigned, done, drafted, pages, registered, task

REVIEW = task("review_case", "fred", "fagansatt")
T = f"{CASE}/task-1"
TO_FRIDA = TaskReassigned(R, CASE, T, "frida", "fagansatt", "", "")


def test_ppt_07_the_reviewer_replies() -> None:
    """Who was given the review, took it, got it later or did it may write the reply."""
    for steps in ((), (TO_FRIDA,), (TaskTaken(R, CASE, T, "frida", "fred"),)):
        author = "frida" if steps else "fred"
        assert pages().add(REVIEW, *steps, drafted("svarbrev", author)).held(RepliesComeFromTheReviewer)
    by_frida = pages().add(REVIEW, done("review_case", "reply letter", "frida"), drafted("svarbrev", "frida"))
    assert by_frida.held(RepliesComeFromTheReviewer)


def test_ppt_07_nobody_else_replies() -> None:
    """Another specialist, somebody without a review, a leader and a rule are found."""
    for author in ("frida", "rule:PPT-07"):
        said = pages().add(REVIEW, drafted("svarbrev", author)).wrong(RepliesComeFromTheReviewer)
        assert said.startswith(f"PPT-07 {CASE}: {LETTER} is a reply by {author}")
    assert pages().add(drafted("svarbrev")).verdict(RepliesComeFromTheReviewer).count == 1
    leader = pages().add(task("review_case", "lena", "fagansatt"), drafted("svarbrev", "lena"))
    assert leader.verdict(RepliesComeFromTheReviewer).count == 1


def test_ppt_07_a_specialist_who_gets_a_case_is_asked_to_review_it() -> None:
    """At the same instant; a leader is not asked, nor anybody when it was reviewed before."""
    again = pages().add(assigned("fred"), REVIEW).at("03-03 09:00").add(assigned("frida", "fred"), TO_FRIDA)
    reviewed = pages().add(assigned("fred"), REVIEW, done("review_case", "reply letter", "fred"))

    assert again.held(SpecialistsAreAskedToReview)
    assert reviewed.at("03-03 09:00").add(assigned("frida", "fred")).held(SpecialistsAreAskedToReview)
    assert pages().add(assigned("lena")).verdict(SpecialistsAreAskedToReview).count == 0


def test_ppt_07_who_has_taken_the_review_before_the_case_need_not_be_asked_again() -> None:
    """The task lies with the one who gets the case; taken by a third it does not."""
    queued = task("review_case", "", "fagansatt")

    for taker, count in (("fred", 0), ("frida", 1)):
        taken = TaskTaken(R, CASE, T, taker, "")
        journal = pages().add(queued, taken).at("03-02 10:00").add(assigned("fred"))
        assert journal.verdict(SpecialistsAreAskedToReview).count == count


def test_ppt_07_a_review_that_is_missing_late_or_for_another_is_found() -> None:
    """Nobody was asked, was asked later, or somebody else was."""
    missing = pages().add(assigned("fred"))
    late = pages().add(assigned("fred")).at("03-02 09:01").add(REVIEW)
    other = pages().add(assigned("frida"), REVIEW)

    assert missing.wrong(SpecialistsAreAskedToReview) == (
        f"PPT-07 {CASE}: Case {CASE} went to fred, who was not asked to review it."
    )
    assert late.verdict(SpecialistsAreAskedToReview).count == 1
    assert other.verdict(SpecialistsAreAskedToReview).count == 1


def test_ppt_07_every_document_is_reviewed_in_the_end() -> None:
    """40 working days after 2 March end on 30 April; nobody needs to review what lies on an ended case."""
    waiting = pages().add(registered())

    assert waiting.verdict(EveryDocumentIsReviewed, "04-30 08:00").count == 0
    assert f"PPT-07 {CASE}: Nobody was asked to review {DOC}" in waiting.wrong(EveryDocumentIsReviewed, "04-30 08:01")
    assert waiting.add(task("review_case", "fred", about=DOC)).held(EveryDocumentIsReviewed)
    ended = StatusChanged(R, CASE, "ny", "avsluttet", "", final=True)
    assert pages().add(registered(), ended).held(EveryDocumentIsReviewed)


def test_ppt_07_a_document_that_comes_to_a_specialists_case_is_reviewed() -> None:
    """At once; what comes while the case lies with a leader waits with it."""
    given = pages().add(assigned("fred"), REVIEW).at("03-03 09:00").add(registered("Opplysninger"))
    led = pages().add(assigned("fred"), REVIEW).at("03-03 09:00").add(assigned("lena", "fred"), registered())

    assert given.wrong(SpecialistsAreAskedToReview) == (
        f"PPT-07 {CASE}: {DOC} came to the specialist's case {CASE} and nobody was asked to review it."
    )
    asked = task("review_case", "fred", about=DOC, number=2)
    assert given.add(asked).held(SpecialistsAreAskedToReview)
    assert led.verdict(SpecialistsAreAskedToReview).count == 0
