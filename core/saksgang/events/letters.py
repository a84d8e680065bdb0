"""Events of letters, from draft to a final state."""

from __future__ import annotations

from attrs import frozen

from saksgang.events.base import Event

__all__ = [
    "DispatchFailed",
    "LetterApproved",
    "LetterAvailable",
    "LetterCompleted",
    "LetterDrafted",
    "LetterFailed",
    "LetterOpened",
    "LetterPosted",
    "LetterPrintOrdered",
    "LetterPrinted",
    "LetterReturned",
    "LetterRevised",
    "LetterSent",
    "LetterStopped",
    "MailboxMissing",
]


@frozen
class LetterDrafted(Event):
    """A letter was made from a template."""

    letter: str
    template: str
    to: str
    author: str
    title: str
    body: str
    needs_approval: bool
    answers: str = ""


@frozen
class LetterRevised(Event):
    """The text of a draft or returned letter was changed."""

    letter: str
    by: str
    body: str


@frozen
class LetterCompleted(Event):
    """The author is done with it: it goes to approval, or is approved where none is needed."""

    letter: str
    template: str
    by: str
    needs_approval: bool
    round: int


@frozen
class LetterReturned(Event):
    """The leader sent it back, with comments (PPT-09)."""

    letter: str
    by: str
    comments: str


@frozen
class LetterApproved(Event):
    """The leader approved it."""

    letter: str
    by: str


@frozen
class LetterSent(Event):
    """It was handed to the electronic mailbox.

    Attributes:
        key: tells the mailbox that a second delivery is the same letter.
        sha256: of the body in UTF-8, so that the copy kept can be proved to be what was sent.
    """

    letter: str
    template: str
    to: str
    key: str
    sha256: str


@frozen
class LetterAvailable(Event):
    """The recipient can open it in the electronic mailbox from now on."""

    letter: str


@frozen
class MailboxMissing(Event):
    """The recipient has no electronic mailbox."""

    letter: str


@frozen
class LetterOpened(Event):
    """The recipient opened it; ``late`` when paper was already under way."""

    letter: str
    late: bool = False


@frozen
class LetterPrintOrdered(Event):
    """It was handed to the print service."""

    letter: str
    reason: str
    key: str


@frozen
class LetterPrinted(Event):
    """The print service printed it."""

    letter: str


@frozen
class LetterPosted(Event):
    """The print service handed it to the post: its final state on paper."""

    letter: str


@frozen
class LetterStopped(Event):
    """Somebody took the letter in hand; it will not be printed (PPT-10)."""

    letter: str
    by: str
    reason: str


@frozen
class LetterFailed(Event):
    """It could be delivered in no way."""

    letter: str
    reason: str


@frozen
class DispatchFailed(Event):
    """A service outside did not take a letter or a request; it is handed over again later under the same key."""

    key: str
    port: str
    error: str
