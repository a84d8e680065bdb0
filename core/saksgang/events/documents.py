"""Events of documents and contacts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import field, frozen

from saksgang.events.base import Event
from saksgang.facts import kept

__all__ = [
    "ContactRecorded",
    "DocumentReceived",
    "DocumentRegistered",
]


@frozen
class DocumentReceived(Event):
    """A document lies in the post inbox; the system set the date of receipt (PPT-01, PPT-02)."""

    document: str
    sender: str
    party: str
    channel: str
    category: str
    received: dt.date
    dated: dt.date
    facts: dict[str, Any] = field(factory=dict, converter=kept)
    personal_number: str = ""


@frozen
class DocumentRegistered(Event):
    """A document left the inbox for a case.

    Attributes:
        opened: whether it opened that case.
        dated: the document date where the registration corrected it.
    """

    document: str
    subject: str
    by: str
    opened: bool
    dated: dt.date | None = None


@frozen
class ContactRecorded(Event):
    """Somebody was in touch (COR-05)."""

    contact: str
    party: str
    direction: str
    channel: str
    about: str
    by: str
    facts: dict[str, Any] = field(factory=dict, converter=kept)
