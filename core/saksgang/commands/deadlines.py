"""Commands about deadlines."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from saksgang.commands.base import Command

__all__ = [
    "CancelDeadline",
    "ExtendDeadline",
    "MeetDeadline",
    "PauseDeadline",
    "ResumeDeadline",
    "StartDeadline",
]


@frozen
class StartDeadline(Command):
    """Start a deadline of a kind that the routine declares.

    Attributes:
        targets: target name to rule in words, such as ``{"norm": "15 working days, end of day"}``.
        start: what the rules count from; by default now.
        routine: needed only for a deadline on no case, such as a recurring work session.
    """

    kind: str
    case: str
    targets: dict[str, str]
    about: str = ""
    start: dt.datetime | None = None
    routine: str = ""


@frozen
class PauseDeadline(Command):
    """Let a deadline stand still."""

    deadline: str
    reason: str


@frozen
class ResumeDeadline(Command):
    """Let a paused deadline run again."""

    deadline: str
    reason: str


@frozen
class ExtendDeadline(Command):
    """Move one target later, by a duration in words counted from its due time."""

    deadline: str
    target: str
    by: str
    reason: str


@frozen
class MeetDeadline(Command):
    """What was due has come; ``target`` empty meets all open ones."""

    deadline: str
    reason: str
    target: str = ""


@frozen
class CancelDeadline(Command):
    """What was due is no longer needed; ``target`` empty cancels all open ones."""

    deadline: str
    reason: str
    target: str = ""
