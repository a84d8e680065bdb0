"""Commands about letters."""

from __future__ import annotations

from attrs import field, frozen

from saksgang.commands.base import Command

__all__ = [
    "ApproveLetter",
    "CompleteLetter",
    "DraftLetter",
    "OpenLetter",
    "PrintLetter",
    "ReportLetterAvailable",
    "ReportLetterFailed",
    "ReportLetterPosted",
    "ReportLetterPrinted",
    "ReportNoMailbox",
    "ReturnLetter",
    "ReviseLetter",
    "SendLetter",
    "StopLetter",
]


@frozen
class DraftLetter(Command):
    """Make a letter on a case from a template of its routine.

    Attributes:
        fields: one text for each field that the template declares.
        answers: the id of the document that it answers, if any.
    """

    case: str
    template: str
    to: str
    fields: dict[str, str] = field(factory=dict)
    answers: str = ""


@frozen
class ReviseLetter(Command):
    """Change the text of a letter that is a draft or was returned."""

    letter: str
    body: str


@frozen
class CompleteLetter(Command):
    """Declare a letter finished: it goes to approval where its template asks for that."""

    letter: str


@frozen
class ApproveLetter(Command):
    """Approve a letter."""

    letter: str


@frozen
class ReturnLetter(Command):
    """Send a letter back to its author; ``body`` where comments were put into the text itself."""

    letter: str
    comments: str
    body: str = ""


@frozen
class SendLetter(Command):
    """Hand an approved letter to the recipient's electronic mailbox."""

    letter: str


@frozen
class ReportLetterAvailable(Command):
    """The mailbox tells that the recipient can open it."""

    letter: str


@frozen
class ReportNoMailbox(Command):
    """The mailbox tells that the recipient has none."""

    letter: str


@frozen
class OpenLetter(Command):
    """The recipient opens it in the electronic mailbox."""

    letter: str


@frozen
class PrintLetter(Command):
    """Hand a letter to the print service."""

    letter: str
    reason: str


@frozen
class ReportLetterPrinted(Command):
    """The print service tells that it is printed."""

    letter: str


@frozen
class ReportLetterPosted(Command):
    """The print service tells that the post has it."""

    letter: str


@frozen
class ReportLetterFailed(Command):
    """A service tells that it cannot be delivered at all."""

    letter: str
    reason: str


@frozen
class StopLetter(Command):
    """Take a letter in hand so that it is not printed (label ``Manuelt håndtert``)."""

    letter: str
    reason: str
