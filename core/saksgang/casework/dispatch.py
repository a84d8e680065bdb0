"""Letters on their way out: mailbox, print, post, each letter to exactly one final state (COR-04).

Services outside may report a thing twice; the second report changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Protocol

from saksgang.casework.context import Context, staff_of
from saksgang.casework.letters import in_state
from saksgang.changing import changed
from saksgang.commands import (
    OpenLetter,
    PrintLetter,
    ReportLetterAvailable,
    ReportLetterFailed,
    ReportLetterPosted,
    ReportLetterPrinted,
    ReportNoMailbox,
    SendLetter,
    StopLetter,
)
from saksgang.errors import Refused
from saksgang.events import (
    Event,
    LetterAvailable,
    LetterFailed,
    LetterOpened,
    LetterPosted,
    LetterPrinted,
    LetterPrintOrdered,
    LetterSent,
    LetterStopped,
    MailboxMissing,
)
from saksgang.journal.record import Recorded
from saksgang.state import State

__all__ = ["DECIDE", "FOLD"]

ON_PAPER = ("due for print", "printed", "posted")


def send_letter(command: SendLetter, ctx: Context) -> list[Event]:
    """Hand an approved letter to the mailbox, with a key that makes a second delivery harmless."""
    letter = ctx.letter(command.letter)
    in_state(letter, ("approved",), "sent")
    digest = sha256(letter.body.encode()).hexdigest()
    key = f"mailbox/{letter.id}"
    return [LetterSent(letter.routine, letter.case, letter.id, letter.template, letter.to, key, digest)]


def report_available(command: ReportLetterAvailable, ctx: Context) -> list[Event]:
    """It lies in the recipient's mailbox from now on."""
    letter = ctx.letter(command.letter)
    return [LetterAvailable(letter.routine, letter.case, letter.id)] if letter.state == "sent" else []


def report_no_mailbox(command: ReportNoMailbox, ctx: Context) -> list[Event]:
    """The recipient has none."""
    letter = ctx.letter(command.letter)
    return [MailboxMissing(letter.routine, letter.case, letter.id)] if letter.state == "sent" else []


def open_letter(command: OpenLetter, ctx: Context) -> list[Event]:
    """The recipient opens it, or the mailbox tells so; once paper is under way that no longer changes how it ends.

    An opening that overtakes the mailbox's own report says that the letter was there; what never lay in a mailbox
    cannot be opened in one.
    """
    letter = ctx.letter(command.letter)
    if ctx.actor != letter.to and not ctx.actor.startswith("system:"):
        raise Refused("COR-04", f"Letter {letter.id} is for {letter.to}, who alone can open it, not {ctx.actor}.")
    if letter.state == "opened":
        return []
    if letter.state == "sent":
        return [
            LetterAvailable(letter.routine, letter.case, letter.id),
            LetterOpened(letter.routine, letter.case, letter.id, late=False),
        ]
    in_state(letter, ("available", "stopped by hand", *ON_PAPER), "opened")
    if not letter.in_mailbox:
        raise Refused("COR-04", f"Letter {letter.id} never lay in an electronic mailbox and cannot be opened in one.")
    return [LetterOpened(letter.routine, letter.case, letter.id, late=letter.state != "available")]


def print_letter(command: PrintLetter, ctx: Context) -> list[Event]:
    """Order paper, exactly once; a letter that was opened or stopped is never printed."""
    letter = ctx.letter(command.letter)
    in_state(letter, ("approved", "sent", "available"), "printed")
    return [LetterPrintOrdered(letter.routine, letter.case, letter.id, command.reason, f"print/{letter.id}")]


def report_printed(command: ReportLetterPrinted, ctx: Context) -> list[Event]:
    """The printer has done it."""
    letter = ctx.letter(command.letter)
    return [LetterPrinted(letter.routine, letter.case, letter.id)] if letter.state == "due for print" else []


def report_posted(command: ReportLetterPosted, ctx: Context) -> list[Event]:
    """The post has it, so that it is printed too, whether that was told by now or not."""
    letter = ctx.letter(command.letter)
    if letter.state not in ("due for print", "printed"):
        return []
    posted = LetterPosted(letter.routine, letter.case, letter.id)
    return [posted] if letter.state == "printed" else [LetterPrinted(letter.routine, letter.case, letter.id), posted]


def report_failed(command: ReportLetterFailed, ctx: Context) -> list[Event]:
    """It cannot be delivered at all."""
    letter = ctx.letter(command.letter)
    if letter.state == "failed":
        return []
    in_state(letter, ("sent", "available", "due for print", "printed"), "given up")
    return [LetterFailed(letter.routine, letter.case, letter.id, command.reason)]


def stop_letter(command: StopLetter, ctx: Context) -> list[Event]:
    """Take it in hand before the print, with a reason."""
    letter = ctx.letter(command.letter)
    in_state(letter, ("draft", "returned", "to approve", "approved", "sent", "available"), "stopped by hand")
    if not command.reason.strip():
        raise Refused("COR-04", f"Letter {letter.id} cannot be marked as handled by hand without a reason.")
    who = staff_of(ctx.actor) or ctx.actor
    return [LetterStopped(letter.routine, letter.case, letter.id, who, command.reason)]


class _OfLetter(Protocol):
    @property
    def letter(self) -> str: ...


def _to(state_name: str) -> Callable[[_OfLetter, Recorded, State], None]:
    """A fold that brings the letter of an event into a state."""

    def fold(event: _OfLetter, _: Recorded, state: State) -> None:
        state.letters.put(event.letter, changed(state.letters[event.letter], state=state_name))

    return fold


def letter_available(event: LetterAvailable, _: Recorded, state: State) -> None:
    """Fold: it can be opened, now and later."""
    letter = changed(state.letters[event.letter], state="available", in_mailbox=True)
    state.letters.put(event.letter, letter)


def letter_opened(event: LetterOpened, _: Recorded, state: State) -> None:
    """Fold: opened, unless paper or a hand was first."""
    if not event.late:
        state.letters.put(event.letter, changed(state.letters[event.letter], state="opened"))


def unchanged(event: Event, _: Recorded, state: State) -> None:
    """Fold of an event that is history only."""


DECIDE = {
    SendLetter: send_letter,
    ReportLetterAvailable: report_available,
    ReportNoMailbox: report_no_mailbox,
    OpenLetter: open_letter,
    PrintLetter: print_letter,
    ReportLetterPrinted: report_printed,
    ReportLetterPosted: report_posted,
    ReportLetterFailed: report_failed,
    StopLetter: stop_letter,
}
FOLD = {
    LetterSent: _to("sent"),
    LetterAvailable: letter_available,
    MailboxMissing: unchanged,
    LetterOpened: letter_opened,
    LetterPrintOrdered: _to("due for print"),
    LetterPrinted: _to("printed"),
    LetterPosted: _to("posted"),
    LetterStopped: _to("stopped by hand"),
    LetterFailed: _to("failed"),
}
