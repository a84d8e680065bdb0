"""Checks of what meets norm and limit, and of the preliminary reply."""

from __future__ import annotations

import pytest
from attrs import evolve

from saksgang.events import DeadlineCancelled, DeadlineMet, DeadlineMissed, DeadlineStarted, Event, NoteWritten
from saksgang.records import Target
from saksgang_ppt_intake.checks_answers import APreliminaryReplyIsAskedFor, OnlyRepliesMeetDeadlines
from tests.core.checks.pages import instant
from tests.plugins.ppt_intake.checks_pages import CASE, DOC, R, done, drafted, pages, sent, task

D = f"{CASE}/deadline-1"
NORM = Target("norm", "", instant("03-23 22:59"))
LIMIT = Target("limit", "", instant("04-02 21:59"))
BOTH = DeadlineStarted(R, CASE, D, "answer", DOC, instant("03-02 09:00"), (NORM, LIMIT))
NORM_ONLY = evolve(BOTH, targets=(NORM,))
MET_NORM, MET_LIMIT = (DeadlineMet(R, CASE, D, "answer", DOC, t.name, t.due, "svar") for t in (NORM, LIMIT))
MISSED_NORM, MISSED_LIMIT = (DeadlineMissed(R, CASE, D, "answer", DOC, t.name, t.due) for t in (NORM, LIMIT))
REPLY, PRELIMINARY = (drafted("svarbrev"), sent("svarbrev")), (drafted("forelopig_svar"), sent("forelopig_svar"))
NOTE = NoteWritten(R, CASE, "n", "fred", "Ringte.")
REVIEWED = done("review_case", "journal note", "fred", DOC)
ANOTHER = done("review_case", "journal note", "fred", "ppt_intake/document-2", 2)
ASKED = task("preliminary_reply", "fred")


@pytest.mark.parametrize(
    "events",
    [
        (BOTH, *REPLY, MET_NORM, MET_LIMIT),
        (BOTH, *PRELIMINARY, MET_LIMIT),
        (BOTH, MISSED_NORM, *PRELIMINARY, MET_LIMIT, *REPLY),
        (NORM_ONLY, NOTE, REVIEWED, MET_NORM),
    ],
)
def test_ppt_11_answers_meet_what_they_answer(events: tuple[Event, ...]) -> None:
    """A reply both targets, a preliminary reply the limit alone, a review with a note the norm."""
    assert pages().add(*events).held(OnlyRepliesMeetDeadlines)


@pytest.mark.parametrize(
    ("events", "wrong"),
    [
        ((BOTH, *REPLY, MET_NORM), f"An answer was given, but the limit of {DOC}, which it meets, runs on."),
        ((BOTH, *REPLY, MET_LIMIT), f"An answer was given, but the norm of {DOC}, which it meets, runs on."),
        ((BOTH, *PRELIMINARY), f"An answer was given, but the limit of {DOC}, which it meets, runs on."),
        ((NORM_ONLY, NOTE, REVIEWED), f"An answer was given, but the norm of {DOC}, which it meets, runs on."),
        ((BOTH, MET_NORM), f"norm of {DOC} was met, but nothing that meets it was sent just then."),
        ((BOTH, *PRELIMINARY, MET_LIMIT, MET_NORM), f"norm of {DOC} was met, but nothing that meets it"),
        ((NORM_ONLY, REVIEWED, MET_NORM), f"norm of {DOC} was met, but nothing that meets it"),
        ((NORM_ONLY, evolve(NOTE, by="kari"), REVIEWED, MET_NORM), f"norm of {DOC} was met, but nothing that meets it"),
        ((NORM_ONLY, NOTE, ANOTHER, REVIEWED, MET_NORM), f"norm of {DOC} was met, but nothing that meets it"),
        ((BOTH, NOTE, REVIEWED, MET_LIMIT), f"limit of {DOC} was met, but nothing that meets it"),
        ((BOTH, drafted("mottaksbekreftelse"), sent("mottaksbekreftelse"), MET_NORM), f"norm of {DOC} was met"),
        ((BOTH, drafted("svarbrev", answers="d-9"), sent("svarbrev"), MET_LIMIT), f"limit of {DOC} was met"),
    ],
)
def test_ppt_11_an_answer_without_effect_and_an_effect_without_answer_are_found(
    events: tuple[Event, ...], wrong: str
) -> None:
    """A target that runs on, one met by nothing, by a confirmation, or by a reply to another inquiry."""
    said = pages().add(*events).wrong(OnlyRepliesMeetDeadlines)

    assert said.startswith(f"PPT-11 {CASE}: ")
    assert wrong in said


def test_ppt_11_a_target_that_is_met_later_is_found() -> None:
    """A minute after the reply, the reply had no effect and the target is met by nothing."""
    late = pages().add(BOTH, *PRELIMINARY).at("03-02 09:01").add(MET_LIMIT)

    assert late.verdict(OnlyRepliesMeetDeadlines).count == 2


def test_ppt_11_a_preliminary_reply_is_asked_for_when_the_norm_is_missed() -> None:
    """At once, while the limit runs; not where there is no limit or it is over."""
    missed = pages().add(BOTH).at("03-23 23:00").add(MISSED_NORM)
    over = pages().add(BOTH).at("04-02 22:00").add(MISSED_NORM, MISSED_LIMIT)
    cancelled = DeadlineCancelled(R, CASE, D, "answer", DOC, "limit", "trukket")

    assert missed.wrong(APreliminaryReplyIsAskedFor).startswith(f"PPT-11 {CASE}: The norm on case {CASE} was missed")
    assert missed.follow(ASKED).held(APreliminaryReplyIsAskedFor)
    assert over.verdict(APreliminaryReplyIsAskedFor).count == 0
    assert pages().add(BOTH, cancelled, MISSED_NORM).verdict(APreliminaryReplyIsAskedFor).count == 0
    assert pages().add(NORM_ONLY).at("03-23 23:00").add(MISSED_NORM).verdict(APreliminaryReplyIsAskedFor).count == 0


@pytest.mark.parametrize("events", [(BOTH,), (NORM_ONLY, MISSED_NORM), (BOTH, MET_NORM), (BOTH, MISSED_LIMIT)])
def test_ppt_11_a_preliminary_reply_is_not_asked_for_otherwise(events: tuple[Event, ...]) -> None:
    """No norm was missed, or there is no limit that could still be kept."""
    said = pages().add(*events).follow(ASKED).wrong(APreliminaryReplyIsAskedFor)

    assert "A preliminary reply was asked for on case" in said
