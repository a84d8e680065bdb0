"""A sent letter is opened in time, or printed once, or taken in hand (PPT-10)."""

from __future__ import annotations

from saksgang.commands import Answer, CancelDeadline, CreateTask, MeetDeadline, PrintLetter, StartDeadline
from saksgang.deciding import Decisions
from saksgang.events import (
    DeadlineMissed,
    LetterAvailable,
    LetterFailed,
    LetterOpened,
    LetterStopped,
    MailboxMissing,
)
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_ppt_intake.looking import settings_of
from saksgang_ppt_intake.names import CONFIRMATION

__all__ = [
    "ANSWERS",
    "no_print_any_more",
    "opened_in_time",
    "print_at_once",
    "print_unopened",
    "tell_of_failure",
    "wait_for_opening",
]


def wait_for_opening(event: LetterAvailable, _recorded: Recorded, view: View) -> list[Answer]:
    """The time to open it runs from the moment that it lies in the mailbox (PPT-10)."""
    targets = {"due": str(settings_of(view).autoprint_after)}
    return [Answer(StartDeadline("opened", event.case, targets, about=event.letter), "PPT-10")]


def opened_in_time(event: LetterOpened, _recorded: Recorded, view: View) -> list[Answer]:
    """Opened before the print fell due, so it is never printed (PPT-10)."""
    if event.late:
        return []
    running = view.running(event.case, "opened", about=event.letter)
    return [Answer(MeetDeadline(deadline.id, "opened"), "PPT-10") for deadline in running]


def print_unopened(event: DeadlineMissed, _recorded: Recorded, view: View) -> list[Answer]:
    """Not opened in time: printed and posted by itself (PPT-10)."""
    if event.kind != "opened":
        return []
    target = view.deadline(event.deadline).target(event.target)
    given = target.rule if target else "the time given"
    return [Answer(PrintLetter(event.about, f"not opened within {given}"), "PPT-10")]


def print_at_once(event: MailboxMissing, _recorded: Recorded, _view: View) -> list[Answer]:
    """A recipient without an electronic mailbox gets paper at once (PPT-10)."""
    return [Answer(PrintLetter(event.letter, "no electronic mailbox"), "PPT-10")]


def no_print_any_more(event: LetterStopped | LetterFailed, _recorded: Recorded, view: View) -> list[Answer]:
    """Taken in hand, or given up by the service outside: nothing is printed (PPT-10)."""
    running = view.running(event.case, "opened", about=event.letter)
    return [Answer(CancelDeadline(deadline.id, event.reason), "PPT-10") for deadline in running]


def tell_of_failure(event: LetterFailed, _recorded: Recorded, view: View) -> list[Answer]:
    """A letter that reached nobody is somebody's business: of whoever may write it anew (PPT-10).

    A confirmation is the consultant's, any other letter the caseworker's, or the author's while there is none.
    """
    letter, case = view.letter(event.letter), view.case(event.case)
    author = letter.author if view.member(letter.author) else ""
    if letter.template == CONFIRMATION:
        kind, owner = "undelivered_confirmation", author
    else:
        kind, owner = "undelivered_letter", case.responsible or author
    return [Answer(CreateTask(kind, event.case, about=event.letter, owner=owner), "PPT-10")]


ANSWERS: Decisions = {
    LetterAvailable: [wait_for_opening],
    LetterOpened: [opened_in_time],
    DeadlineMissed: [print_unopened],
    MailboxMissing: [print_at_once],
    LetterStopped: [no_print_any_more],
    LetterFailed: [no_print_any_more, tell_of_failure],
}
