"""Laws of letters."""

from __future__ import annotations

import pytest

from saksgang.checks.laws_letters import LettersAreNotLeftLying, LettersTakeTheAllowedPath, TheCopyKeptIsWhatWasSent
from saksgang.events import (
    Event,
    LetterApproved,
    LetterAvailable,
    LetterCompleted,
    LetterDrafted,
    LetterFailed,
    LetterOpened,
    LetterPosted,
    LetterPrinted,
    LetterPrintOrdered,
    LetterReturned,
    LetterRevised,
    LetterSent,
    LetterStopped,
    MailboxMissing,
)
from tests.core.checks.pages import Pages

R, C, L = "ppt_intake", "C", "C/letter-1"
# printf 'Hei' | sha256sum
DIGEST = "e661b9dd3a729319fa1420047632b5f8b061b59cf44f84ace4e93c480a0114f8"
DRAFT = LetterDrafted(R, C, L, "svarbrev", "citizen:1", "fred", "Svar", "Hei", needs_approval=True)
FREE = LetterDrafted(R, C, L, "mottaksbekreftelse", "citizen:1", "kari", "Svar", "Hei", needs_approval=False)
FREE_DONE = LetterCompleted(R, C, L, "mottaksbekreftelse", "kari", needs_approval=False, round=1)
APPROVED, RETURNED = LetterApproved(R, C, L, "lena"), LetterReturned(R, C, L, "lena", "kortere")
REVISED = LetterRevised(R, C, L, "fred", "Hei")
SENT = LetterSent(R, C, L, "svarbrev", "citizen:1", "k", DIGEST)
THERE, MISSING = LetterAvailable(R, C, L), MailboxMissing(R, C, L)
OPENED, LATE = LetterOpened(R, C, L), LetterOpened(R, C, L, late=True)
PAPER, PRINTED, POSTED = LetterPrintOrdered(R, C, L, "x", "k"), LetterPrinted(R, C, L), LetterPosted(R, C, L)
STOPPED, FAILED = LetterStopped(R, C, L, "fred", "ringt"), LetterFailed(R, C, L, "ukjent adresse")


def done(rounds: int) -> LetterCompleted:
    return LetterCompleted(R, C, L, "svarbrev", "fred", needs_approval=True, round=rounds)


@pytest.mark.parametrize(
    "way",
    [
        (DRAFT, done(1), RETURNED, REVISED, done(2), APPROVED, SENT, THERE, OPENED),
        (FREE, FREE_DONE, SENT, THERE, PAPER, LATE, PRINTED, POSTED, LATE),
        (FREE, FREE_DONE, SENT, MISSING, PAPER, PRINTED, POSTED),
        (DRAFT, STOPPED, LATE),
        (FREE, FREE_DONE, SENT, THERE, STOPPED),
        (FREE, FREE_DONE, SENT, THERE, PAPER, FAILED),
    ],
)
def test_cor_04_allowed_ways_hold(way: tuple[Event, ...]) -> None:
    """By mailbox, on paper, stopped by hand, given up; a late opening changes nothing."""
    assert Pages().add(*way).held(LettersTakeTheAllowedPath)


@pytest.mark.parametrize(
    ("way", "wrong"),
    [
        ((DRAFT, APPROVED), "LetterApproved on letter C/letter-1, which is draft."),
        ((DRAFT, SENT), "LetterSent on letter C/letter-1, which is draft."),
        ((DRAFT, done(1), SENT), "LetterSent on letter C/letter-1, which is to approve."),
        ((DRAFT, done(1), REVISED), "LetterRevised on letter C/letter-1, which is to approve."),
        ((DRAFT, done(2)), "was completed in round 2 while draft after 0 rounds"),
        ((DRAFT, done(1), done(2)), "was completed in round 2 while to approve after 1 rounds"),
        ((FREE, done(1)), "whether it needs approval changed"),
        ((FREE, FREE_DONE, SENT, SENT), "LetterSent on letter C/letter-1, which is sent."),
        ((FREE, FREE_DONE, SENT, OPENED), "LetterOpened (in time) on letter C/letter-1, which is sent."),
        ((FREE, FREE_DONE, SENT, THERE, LATE), "LetterOpened (late) on letter C/letter-1, which is available."),
        ((FREE, FREE_DONE, SENT, THERE, PAPER, PAPER), "LetterPrintOrdered on letter C/letter-1, which is due for"),
        ((FREE, FREE_DONE, SENT, THERE, PAPER, OPENED), "LetterOpened (in time) on letter C/letter-1, which is due"),
        ((FREE, FREE_DONE, SENT, THERE, OPENED, PAPER), "LetterPrintOrdered on letter C/letter-1, which is ended."),
        ((FREE, FREE_DONE, SENT, THERE, PAPER, STOPPED), "LetterStopped on letter C/letter-1, which is due for print"),
        ((FREE, FREE_DONE, SENT, THERE, PAPER, POSTED), "LetterPosted on letter C/letter-1, which is due for print."),
        ((FREE, FREE_DONE, SENT, THERE, THERE), "LetterAvailable on letter C/letter-1, which is available."),
        ((FREE, FREE_DONE, SENT, THERE, PAPER, PRINTED, POSTED, POSTED), "LetterPosted on letter C/letter-1, which is"),
        ((DRAFT, DRAFT), "drafted a second time"),
    ],
)
def test_cor_04_other_ways_are_said(way: tuple[Event, ...], wrong: str) -> None:
    """A step that a letter's state does not admit is found, and a second final state."""
    said = Pages().add(*way).wrong(LettersTakeTheAllowedPath)

    assert said.startswith("COR-04 C: ")
    assert wrong in said


def test_cor_04_what_was_sent_is_what_was_written_last() -> None:
    """The digest of the last text holds; that of an earlier text or another recipient breaks."""
    other = LetterSent(R, C, L, "svarbrev", "citizen:2", "k", DIGEST)

    assert Pages().add(DRAFT, SENT).held(TheCopyKeptIsWhatWasSent)
    assert Pages().add(DRAFT, LetterRevised(R, C, L, "lena", "x"), REVISED, SENT).held(TheCopyKeptIsWhatWasSent)
    revised = Pages().add(DRAFT, LetterRevised(R, C, L, "lena", "Hei!"), SENT)
    assert "COR-04 C: Letter C/letter-1 was not sent as it was last written" in revised.wrong(TheCopyKeptIsWhatWasSent)
    assert "or not to 'citizen:1'" in Pages().add(DRAFT, other).wrong(TheCopyKeptIsWhatWasSent)


def test_cor_04_a_letter_is_not_left_lying() -> None:
    """Ten working days after 2 March end on the 16th; an answer in between holds."""
    sent, paper = Pages().add(FREE, FREE_DONE, SENT), Pages().add(FREE, FREE_DONE, SENT, THERE, PAPER, PRINTED)

    assert sent.verdict(LettersAreNotLeftLying, "03-16 09:00").count == 0
    assert "COR-04 C: Letter C/letter-1 was sent" in sent.wrong(LettersAreNotLeftLying, "03-16 09:01")
    assert "handed to the print service and nothing came" in paper.wrong(LettersAreNotLeftLying)
    assert paper.add(POSTED).held(LettersAreNotLeftLying)
    assert sent.add(THERE).held(LettersAreNotLeftLying)
