"""Checks of sending, opening and printing."""

from __future__ import annotations

import pytest

from saksgang.events import (
    Event,
    LetterApproved,
    LetterAvailable,
    LetterFailed,
    LetterOpened,
    LetterPrintOrdered,
    LetterStopped,
    MailboxMissing,
    TaskCreated,
)
from saksgang_ppt_intake.checks_delivery import (
    ApprovedLettersAreSentAtOnce,
    NoMailboxMeansPaperAtOnce,
    OnlyPeopleStopLetters,
    UndeliveredLettersAreTold,
    UnopenedLettersArePrintedOnce,
)
from tests.plugins.ppt_intake.checks_pages import CASE, LETTER, R, assigned, completed, office, pages, sent, task

THERE, MISSING = LetterAvailable(R, CASE, LETTER), MailboxMissing(R, CASE, LETTER)
OPENED, LATE = LetterOpened(R, CASE, LETTER), LetterOpened(R, CASE, LETTER, late=True)
PAPER = LetterPrintOrdered(R, CASE, LETTER, "ikke åpnet", "k")
STOPPED = LetterStopped(R, CASE, LETTER, "fred", "ringte")
APPROVED = LetterApproved(R, CASE, LETTER, "lena")


def test_ppt_10_a_letter_that_reached_nobody_is_told_of_at_once() -> None:
    """By a task about that letter; one about another, another kind or a minute later is found."""
    failed = LetterFailed(R, CASE, LETTER, "ukjent")
    told = task("undelivered_letter", "fred", "fagansatt", about=LETTER)
    check = UndeliveredLettersAreTold

    assert pages().add(failed, told).held(check)
    assert pages().add(failed).wrong(check) == f"PPT-10 {CASE}: {LETTER} could not be delivered, and nobody was told."
    for wrong in (
        task("undelivered_letter", "fred", "fagansatt", about="x"),
        task("revise_letter", "fred", about=LETTER),
    ):
        assert pages().add(failed, wrong).verdict(check).count == 1
    assert pages().add(failed).at("03-02 09:01").add(told).verdict(check).count == 1


def test_ppt_10_a_confirmation_that_reached_nobody_is_told_to_the_consultants() -> None:
    """They may write it anew; a specialist, or the consultants about a reply, is found."""
    failed = LetterFailed(R, CASE, LETTER, "ukjent")
    to_consultant = task("undelivered_confirmation", "kari", "konsulent", about=LETTER)
    to_specialist = task("undelivered_letter", "fred", "fagansatt", about=LETTER)
    check = UndeliveredLettersAreTold

    assert pages().add(sent("mottaksbekreftelse"), failed, to_consultant).held(check)
    assert "not konsulent" in pages().add(sent("mottaksbekreftelse"), failed, to_specialist).wrong(check)
    assert pages().add(sent("svarbrev"), failed, to_specialist).held(check)
    assert "not fagansatt" in pages().add(sent("svarbrev"), failed, to_consultant).wrong(check)


def test_ppt_10_a_reply_that_reached_nobody_is_told_to_the_caseworker() -> None:
    """Who has the case now, or the deputy of somebody away; the one who had it before is found."""
    there = assigned("fred"), assigned("frida", "fred"), LetterFailed(R, CASE, LETTER, "ukjent")
    check = UndeliveredLettersAreTold

    def told(owner: str, reason: str = "") -> TaskCreated:
        return task("undelivered_letter", owner, "fagansatt", about=LETTER, reason=reason)

    assert pages().add(*there, told("frida")).held(check)
    assert pages().add(*there, told("fred", "frida er borte")).held(check)
    assert pages().add(*there, told("fred")).wrong(check).endswith("frida has the case and is not told.")
    assert pages().add(*there, assigned("", "frida"), told("fred")).held(check)


@pytest.mark.parametrize("ready", [APPROVED, completed("mottaksbekreftelse")])
def test_ppt_10_a_letter_that_is_ready_is_sent_at_once(ready: Event) -> None:
    """At the instant of approval, or of completion where none is needed; a minute later is found."""
    late = pages().add(ready).at("03-02 09:01").add(sent("svarbrev"))

    assert pages().add(ready, sent("svarbrev")).held(ApprovedLettersAreSentAtOnce)
    assert late.wrong(ApprovedLettersAreSentAtOnce).startswith(f"PPT-10 {CASE}: {LETTER} was ready at 2026-03-02 09:00")
    assert pages().add(ready).verdict(ApprovedLettersAreSentAtOnce).count == 1
    assert pages().add(completed("svarbrev")).verdict(ApprovedLettersAreSentAtOnce).judged == 0


@pytest.mark.parametrize(
    ("rule", "there", "last"),
    [
        ("2 working days", "03-02 09:15", "03-04 09:15"),
        ("2 working days", "03-26 09:15", "03-30 08:15"),  # a weekend with the night of summer time
        ("2 working days", "04-01 08:15", "04-08 08:15"),  # Easter
        ("2 days", "03-27 09:15", "03-29 08:15"),
        ("48 hours", "03-27 09:15", "03-29 09:15"),
    ],
)
def test_ppt_10_an_unopened_letter_is_printed_when_its_last_minute_is_over(rule: str, there: str, last: str) -> None:
    """In the minute after the last one, neither earlier nor later, by each of the three readings."""
    minutes = {step: f"{last[:-2]}{int(last[-2:]) + step:02}" for step in (0, 1, 2)}
    for step, count in ((0, 1), (1, 0), (2, 1)):
        journal = pages(autoprint_after=rule).at(there).add(THERE).at(minutes[step]).add(PAPER)
        assert journal.verdict(UnopenedLettersArePrintedOnce).count == count
        if count:
            said = journal.wrong(UnopenedLettersArePrintedOnce)
            assert said.startswith(f"PPT-10 {CASE}: {LETTER} was printed at ")
            assert f"the last minute to open it ({rule})" in said


@pytest.mark.parametrize("end", [OPENED, STOPPED])
def test_ppt_10_a_letter_that_was_opened_or_stopped_in_time_is_never_printed(end: Event) -> None:
    """The whole last minute counts; paper after it is found, and so is an end that came too late."""
    in_time = pages().add(THERE).at("03-04 09:00").add(end)
    too_late = pages().add(THERE).at("03-04 09:01").add(end)

    assert in_time.held(UnopenedLettersArePrintedOnce)
    assert "although it was opened, stopped or printed before" in in_time.add(PAPER).wrong(
        UnopenedLettersArePrintedOnce
    )
    assert "and was not printed, but later had" in too_late.wrong(UnopenedLettersArePrintedOnce)


def test_ppt_10_paper_once_and_not_out_of_nothing() -> None:
    """A second print, a print of what was never sent, and no print at all are found; a late opening changes nothing."""
    once = pages().add(THERE).at("03-04 09:01").add(PAPER, LATE)

    assert once.held(UnopenedLettersArePrintedOnce)
    assert once.add(PAPER).verdict(UnopenedLettersArePrintedOnce).count == 1
    assert pages().add(PAPER).verdict(UnopenedLettersArePrintedOnce).count == 1
    never = pages().add(THERE)
    assert never.verdict(UnopenedLettersArePrintedOnce, "03-04 09:01").count == 0
    said = never.wrong(UnopenedLettersArePrintedOnce, "03-04 09:02")
    assert said.endswith("was not opened, and was not printed.")


def test_ppt_10_an_office_that_was_down_prints_when_it_opens_again() -> None:
    """What fell due meanwhile is printed then, and not days after that."""
    again = pages().add(THERE).at("03-06 07:00").add(office())

    assert again.add(PAPER).held(UnopenedLettersArePrintedOnce)
    slow = pages().add(THERE).at("03-06 07:00").add(office()).at("03-06 07:02").add(PAPER)
    assert slow.verdict(UnopenedLettersArePrintedOnce).count == 1


def test_ppt_10_no_mailbox_means_paper_at_once() -> None:
    """At the same instant, once; a minute later is found."""
    at_once = pages().add(MISSING, PAPER)
    late = pages().add(MISSING).at("03-02 09:01").add(PAPER)

    assert at_once.held(NoMailboxMeansPaperAtOnce)
    assert at_once.held(UnopenedLettersArePrintedOnce)
    assert late.wrong(NoMailboxMeansPaperAtOnce) == (
        f"PPT-10 {CASE}: The recipient of {LETTER} has no mailbox, and it was not printed at once."
    )
    assert at_once.add(PAPER).verdict(UnopenedLettersArePrintedOnce).count == 1


def test_ppt_10_a_person_stops_a_letter_for_a_reason() -> None:
    """A rule that stops one, and a stop without a reason, are found."""
    nothing = LetterStopped(R, CASE, LETTER, "fred", " ")

    assert pages().add(STOPPED, actor="staff:fred").held(OnlyPeopleStopLetters)
    assert "was stopped by rule:PPT-10" in pages().add(STOPPED, actor="rule:PPT-10").wrong(OnlyPeopleStopLetters)
    assert "for ' '" in pages().add(nothing).wrong(OnlyPeopleStopLetters)
