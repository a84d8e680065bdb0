"""Commands about tasks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import field, frozen

from saksgang.commands.base import Command
from saksgang.facts import kept

BY_DISTRIBUTION = "by distribution"
"""As a task's owner: whoever the hook ``distribute`` names."""

__all__ = [
    "BY_DISTRIBUTION",
    "CancelTask",
    "CompleteTask",
    "CreateTask",
    "ReassignTask",
    "ReopenTask",
    "TakeTask",
    "WaitWithTask",
]


@frozen
class CreateTask(Command):
    """Put work on somebody's list or into a queue.

    Attributes:
        routine: needed only for a task on no case.
        owner: a staff id, ``""`` for the queue, or ``BY_DISTRIBUTION``.
        role: the queue; by default the one that the task kind declares.
    """

    kind: str
    case: str = ""
    routine: str = ""
    about: str = ""
    owner: str = ""
    role: str = ""
    section: str = ""
    due: dt.datetime | None = None
    facts: dict[str, Any] = field(factory=dict, converter=kept)


@frozen
class TakeTask(Command):
    """Make a task one's own."""

    task: str


@frozen
class ReassignTask(Command):
    """Give a task to somebody else, or back to its queue (``owner`` empty)."""

    task: str
    owner: str
    reason: str


@frozen
class WaitWithTask(Command):
    """Leave a task waiting, with the reason."""

    task: str
    reason: str


@frozen
class ReopenTask(Command):
    """Go on with a waiting task."""

    task: str
    reason: str


@frozen
class CompleteTask(Command):
    """Finish a task with one of the outcomes of its kind.

    Attributes:
        by: who did it, where a rule completes what a person's act has done.
    """

    task: str
    outcome: str
    by: str = ""
    facts: dict[str, Any] = field(factory=dict, converter=kept)


@frozen
class CancelTask(Command):
    """Drop a task that is no longer needed."""

    task: str
    reason: str
