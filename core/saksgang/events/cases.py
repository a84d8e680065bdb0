"""Events of cases."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from saksgang.events.base import Event
from saksgang.facts import kept

__all__ = [
    "CaseAmended",
    "CaseAssigned",
    "CaseOpened",
    "CaseSeen",
    "NoteWritten",
    "StatusChanged",
]


@frozen
class CaseOpened(Event):
    """A case began, in the first status of its type."""

    type: str
    party: str
    personal_number: str
    status: str
    facts: dict[str, Any] = field(factory=dict, converter=kept)


@frozen
class CaseAssigned(Event):
    """A case got another caseworker; ``reason`` says so when it is not the one that was named (COR-07)."""

    to: str
    previous: str
    reason: str = ""


@frozen
class CaseSeen(Event):
    """The caseworker responsible looked at a case that was new in the list."""

    by: str


@frozen
class CaseAmended(Event):
    """Facts of a case were added or changed."""

    facts: dict[str, Any] = field(converter=kept)


@frozen
class StatusChanged(Event):
    """A case went from one declared status to another; ``final`` when the new one ends it."""

    old: str
    new: str
    reason: str
    final: bool = False


@frozen
class NoteWritten(Event):
    """A journal note was completed on a case."""

    note: str
    by: str
    text: str
