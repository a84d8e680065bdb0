"""Checks of approval."""

from __future__ import annotations

import pytest
from attrs import evolve

from saksgang.events import Event, LetterApproved, LetterReturned, LetterRevised, LetterStopped
from saksgang_ppt_intake.checks_approval import RepliesAreApproved, RepliesDoNotGetStuck, TheLeaderIsAskedEachRound
from tests.plugins.ppt_intake.checks_pages import CASE, LETTER, R, completed, done, drafted, pages, sent, task

REPLY = "svarbrev"
DRAFT, DONE, SENT = drafted(REPLY), completed(REPLY), sent(REPLY)
APPROVED, RETURNED = LetterApproved(R, CASE, LETTER, "lena"), LetterReturned(R, CASE, LETTER, "lena", "kortere")
REVISED = LetterRevised(R, CASE, LETTER, "fred", "Hei")
BY_RULE = LetterApproved(R, CASE, LETTER, "rule:PPT-09")
ASKED = task("approve_letter", "", "leder", LETTER)
BACK = task("revise_letter", "fred", "fagansatt", LETTER, number=2)
DECIDED = done("approve_letter", "approved", "lena", LETTER)


def test_ppt_09_a_reply_is_sent_with_a_leaders_approval() -> None:
    """At the first round, after a return, and where a rule carries out the leader's decision."""
    assert pages().add(DRAFT, DONE, APPROVED, SENT).held(RepliesAreApproved)
    assert pages().add(DRAFT, DONE, RETURNED, REVISED, DONE, APPROVED, SENT).held(RepliesAreApproved)
    assert pages().add(DRAFT, DONE, DECIDED).follow(BY_RULE, SENT).held(RepliesAreApproved)


@pytest.mark.parametrize(
    ("events", "wrong"),
    [
        ((evolve(DRAFT, needs_approval=False),), "is a reply and needs no approval"),
        ((DRAFT, DONE, SENT), "was sent without a leader's approval"),
        ((DRAFT, DONE, APPROVED, DONE, SENT), "was sent without a leader's approval"),
        ((DRAFT, DONE, APPROVED, REVISED, SENT), "was sent without a leader's approval"),
        ((DRAFT, DONE, APPROVED, RETURNED, SENT), "was sent without a leader's approval"),
        ((DRAFT, DONE, evolve(APPROVED, by="frida")), "written by fred, was approved by frida"),
        ((DRAFT, DONE, BY_RULE), "was approved by rule:PPT-09"),
        ((evolve(DRAFT, author="lena"), DONE, APPROVED), "written by lena, was approved by lena"),
        ((DRAFT, DONE, evolve(RETURNED, comments=" ")), "without comments"),
        ((DRAFT, DONE, evolve(RETURNED, by="frida")), "was returned by frida, no leder"),
    ],
)
def test_ppt_09_a_reply_without_it_is_found(events: tuple[Event, ...], wrong: str) -> None:
    """No approval, one of an earlier text, by the author, by no leader; a return without a word."""
    said = pages().add(*events).wrong(RepliesAreApproved)

    assert said.startswith(f"PPT-09 {CASE}: {LETTER}")
    assert wrong in said


def test_ppt_09_the_leader_is_asked_each_round() -> None:
    """A task for the leader each time it is completed, one for the author each time it comes back."""
    journal = pages().add(DRAFT, DONE, ASKED).at("03-03 09:00").add(RETURNED, BACK, DECIDED).at("03-04 09:00")
    journal.add(completed(REPLY, rounds=2), task("approve_letter", "", "leder", LETTER, number=3))
    journal.at("03-05 09:00").add(done("approve_letter", "approved", "lena", LETTER, number=3), APPROVED)

    assert journal.held(TheLeaderIsAskedEachRound)


@pytest.mark.parametrize(
    ("events", "wrong"),
    [
        ((DONE,), f"LetterCompleted of {LETTER} was not followed by a task approve_letter for it."),
        ((DONE, ASKED, evolve(ASKED, task="t-2")), "without an occasion"),
        ((ASKED,), "without an occasion"),
        ((BACK,), "without an occasion"),
        ((DONE, evolve(ASKED, role="konsulent")), "asks 'konsulent', not the leder"),
        ((DONE, ASKED, RETURNED, DECIDED), f"LetterReturned of {LETTER} was not followed by a task revise_letter"),
        ((DONE, ASKED, RETURNED, DECIDED, evolve(BACK, owner="frida")), "gives"),
        ((DONE, ASKED, RETURNED, BACK), "was decided on, but the task of approving it is still open"),
        ((DONE, ASKED, APPROVED), "was decided on, but the task of approving it is still open"),
    ],
)
def test_ppt_09_a_task_too_few_or_too_many_is_found(events: tuple[Event, ...], wrong: str) -> None:
    """Nobody was asked, was asked twice or for nothing, the wrong one was, or the task stayed open."""
    said = pages().add(DRAFT, *events).wrong(TheLeaderIsAskedEachRound)

    assert said.startswith(f"PPT-09 {CASE}: ")
    assert wrong in said


def test_ppt_09_a_reply_does_not_get_stuck() -> None:
    """40 working days, counted anew each round, with the leader or with the author."""
    waiting = pages().add(DRAFT, DONE)

    assert waiting.verdict(RepliesDoNotGetStuck, "04-30 08:00").count == 0
    assert f"{LETTER} waits for approval" in waiting.wrong(RepliesDoNotGetStuck, "04-30 08:01")
    assert waiting.add(LetterStopped(R, CASE, LETTER, "fred", "ringt")).held(RepliesDoNotGetStuck)
    assert f"{LETTER} waits for its author" in pages().add(DRAFT, DONE, RETURNED).wrong(RepliesDoNotGetStuck)
    again = pages().add(DRAFT, DONE, RETURNED).at("03-27 09:00").add(completed(REPLY, rounds=2))
    assert again.verdict(RepliesDoNotGetStuck, "04-30 08:01").count == 0
    assert again.add(APPROVED).held(RepliesDoNotGetStuck)
