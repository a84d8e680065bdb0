"""Checks of the confirmation of receipt."""

from __future__ import annotations

import datetime as dt

import pytest

from saksgang.events import DeadlineMet, Event, LetterApproved, LetterFailed, LetterOpened, LetterPosted
from saksgang_ppt_intake.checks_confirmation import (
    ConfirmationsMeetNoDeadline,
    EveryNewReferralIsConfirmed,
    OnlyNewReferralsAreConfirmed,
)
from tests.plugins.ppt_intake.checks_pages import CASE, DOC, LETTER, R, drafted, pages, registered, sent, task

CONFIRMATION = "mottaksbekreftelse"
DRAFT = drafted(CONFIRMATION, "kari")
MET = DeadlineMet(R, CASE, "d", "answer", DOC, "norm", dt.datetime(2026, 3, 23, tzinfo=dt.UTC), "x")


def test_ppt_05_a_new_referral_is_confirmed() -> None:
    """One letter for the referral, by a consultant, without approval."""
    assert pages().add(registered(), DRAFT, sent(CONFIRMATION)).held(OnlyNewReferralsAreConfirmed)


def test_ppt_05_a_confirmation_that_reached_nobody_may_be_sent_anew() -> None:
    """Not one that was opened, or went by post, whatever fails afterwards."""
    failed = LetterFailed(R, CASE, LETTER, "ukjent")
    first = (registered(), DRAFT, sent(CONFIRMATION))

    assert pages().add(*first, failed, DRAFT, sent(CONFIRMATION)).held(OnlyNewReferralsAreConfirmed)
    for arrived in (LetterOpened(R, CASE, LETTER), LetterPosted(R, CASE, LETTER)):
        again = pages().add(*first, arrived, failed, DRAFT)
        assert again.verdict(OnlyNewReferralsAreConfirmed).status == "violated"


@pytest.mark.parametrize(
    ("events", "wrong"),
    [
        ((registered("Henvendelse"), DRAFT), "which is no new referral that is unconfirmed"),
        ((registered(), drafted(CONFIRMATION, answers="")), "confirms nothing"),
        ((registered(), DRAFT, sent(CONFIRMATION), DRAFT), "which is no new referral that is unconfirmed"),
        ((registered(), DRAFT, sent(CONFIRMATION), sent(CONFIRMATION)), "a second time or without a reason"),
        ((registered(), drafted(CONFIRMATION, approval=True)), "is a confirmation and needs approval"),
        ((registered(), DRAFT, LetterApproved(R, CASE, LETTER, "lena")), "was approved by lena"),
        ((registered(), DRAFT, task("approve_letter", about=LETTER)), "waits for approval"),
    ],
)
def test_ppt_05_nothing_else_is_confirmed(events: tuple[Event, ...], wrong: str) -> None:
    """Another inquiry, nothing at all, the same one again, and anything with approval are found."""
    said = pages().add(*events).wrong(OnlyNewReferralsAreConfirmed)

    assert said.startswith(f"PPT-05 {CASE}: {LETTER} ")
    assert wrong in said


def test_ppt_05_a_consultant_confirms() -> None:
    """A confirmation that a specialist writes is found."""
    said = pages().add(registered()).add(DRAFT, actor="staff:fred").wrong(OnlyNewReferralsAreConfirmed)

    assert said.endswith("was written by staff:fred, who is no konsulent.")


def test_ppt_05_a_confirmation_meets_no_deadline() -> None:
    """A deadline that is met because of it is found; one that is met for another reason is not."""
    assert pages().add(MET).add(sent(CONFIRMATION)).add(MET).held(ConfirmationsMeetNoDeadline)
    said = pages().add(sent(CONFIRMATION)).follow(MET).wrong(ConfirmationsMeetNoDeadline)
    assert said == f"PPT-05 {CASE}: d, target norm, was met by a confirmation of receipt."


def test_ppt_05_every_new_referral_is_confirmed_in_the_end() -> None:
    """A referral without a letter is found, anything else needs none."""
    waiting = pages().add(registered(), DRAFT)

    assert waiting.verdict(EveryNewReferralIsConfirmed, "03-23 09:00").count == 0
    assert f"The new referral {DOC} has no confirmation" in waiting.wrong(EveryNewReferralIsConfirmed)
    assert waiting.add(sent(CONFIRMATION)).held(EveryNewReferralIsConfirmed)
    assert pages().add(registered("Henvendelse")).verdict(EveryNewReferralIsConfirmed).status == "not put to the test"
