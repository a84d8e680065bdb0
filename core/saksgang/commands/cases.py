"""Commands about cases."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from saksgang.commands.base import Command
from saksgang.facts import kept

__all__ = [
    "AmendCase",
    "AssignCase",
    "ChangeStatus",
    "OpenCase",
    "SeeCase",
    "WriteNote",
]


@frozen
class OpenCase(Command):
    """Open a case that no document opens."""

    routine: str
    type: str
    party: str
    personal_number: str = ""
    facts: dict[str, Any] = field(factory=dict, converter=kept)


@frozen
class AssignCase(Command):
    """Make somebody the caseworker of a case, or nobody (``to`` empty)."""

    case: str
    to: str
    reason: str = ""


@frozen
class SeeCase(Command):
    """Look at a case; it is no longer new in the caseworker's list."""

    case: str


@frozen
class AmendCase(Command):
    """Add or change facts of a case."""

    case: str
    facts: dict[str, Any] = field(converter=kept)


@frozen
class ChangeStatus(Command):
    """Bring a case into another of its declared statuses."""

    case: str
    to: str
    reason: str = ""


@frozen
class WriteNote(Command):
    """Complete a journal note on a case."""

    case: str
    text: str
