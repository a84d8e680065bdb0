"""Commands about services outside: registers, finance system, handheld terminals, payment."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from saksgang.commands.base import Command
from saksgang.facts import kept

__all__ = ["AskService", "ReportServiceAnswer"]


@frozen
class AskService(Command):
    """Ask or tell a service outside something; the answer comes back as an event.

    Attributes:
        service: as the routine declares it.
        routine: needed only where no case is concerned.
        about: what the answer is known by, such as a claim's id or a month.
    """

    service: str
    case: str = ""
    routine: str = ""
    about: str = ""
    facts: dict[str, Any] = field(factory=dict, converter=kept)


@frozen
class ReportServiceAnswer(Command):
    """A service tells its answer; one that comes a second time changes nothing."""

    request: str
    facts: dict[str, Any] = field(factory=dict, converter=kept)
