"""Events of deadlines."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from saksgang.events.base import Event
from saksgang.records import Target

__all__ = [
    "DeadlineCancelled",
    "DeadlineExtended",
    "DeadlineMet",
    "DeadlineMissed",
    "DeadlinePaused",
    "DeadlineResumed",
    "DeadlineStarted",
]


@frozen
class DeadlineStarted(Event):
    """A deadline began to run."""

    deadline: str
    kind: str
    about: str
    start: dt.datetime
    targets: tuple[Target, ...]


@frozen
class DeadlinePaused(Event):
    """A deadline stands still."""

    deadline: str
    reason: str


@frozen
class DeadlineResumed(Event):
    """A deadline runs again, its open targets moved by the pause."""

    deadline: str
    targets: tuple[Target, ...]
    reason: str


@frozen
class DeadlineExtended(Event):
    """A target was moved to a later due time."""

    deadline: str
    target: str
    due: dt.datetime
    reason: str


@frozen
class DeadlineMet(Event):
    """What was due came in time."""

    deadline: str
    kind: str
    about: str
    target: str
    due: dt.datetime
    reason: str


@frozen
class DeadlineMissed(Event):
    """The last minute that counts went by."""

    deadline: str
    kind: str
    about: str
    target: str
    due: dt.datetime


@frozen
class DeadlineCancelled(Event):
    """A target is no longer needed."""

    deadline: str
    kind: str
    about: str
    target: str
    reason: str
