"""Commands about documents and contacts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import field, frozen

from saksgang.commands.base import Command
from saksgang.facts import kept

__all__ = [
    "RecordContact",
    "RegisterDocument",
    "SubmitDocument",
]


@frozen
class SubmitDocument(Command):
    """Send a document to the post inbox of a routine; the office sets the date of receipt.

    Attributes:
        dated: the date on the document; by default the day it is received.
        personal_number: of the party, as the document gives it.
        message: the mark that the channel gave it, the same for every delivery of it; ``""`` where it gave none. What
            a routine has received under a mark it does not receive again.
    """

    routine: str
    sender: str
    party: str
    category: str
    dated: dt.date | None = None
    channel: str = "letter"
    facts: dict[str, Any] = field(factory=dict, converter=kept)
    personal_number: str = ""
    message: str = ""


@frozen
class RegisterDocument(Command):
    """Take a document out of the inbox: onto the case named, or as a new case of the type named.

    Attributes:
        dated: corrects the document date where the consultant reads another one on it.
    """

    document: str
    subject: str
    case: str = ""
    case_type: str = ""
    dated: dt.date | None = None
    facts: dict[str, Any] = field(factory=dict, converter=kept)


@frozen
class RecordContact(Command):
    """Keep that somebody was in touch."""

    routine: str
    party: str
    direction: str
    channel: str
    about: str
    case: str = ""
    facts: dict[str, Any] = field(factory=dict, converter=kept)
