"""Events of tasks."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import field, frozen

from saksgang.events.base import Event
from saksgang.facts import kept

__all__ = [
    "TaskCancelled",
    "TaskCompleted",
    "TaskCreated",
    "TaskReassigned",
    "TaskReopened",
    "TaskTaken",
    "TaskWaiting",
]


@frozen
class TaskCreated(Event):
    """Work came up; ``reason`` says so when the owner is not the one that was named (COR-07)."""

    task: str
    kind: str
    about: str
    owner: str
    role: str
    section: str
    due: dt.datetime | None = None
    reason: str = ""
    facts: dict[str, Any] = field(factory=dict, converter=kept)


@frozen
class TaskTaken(Event):
    """Somebody took a task; ``previous`` owned it before."""

    task: str
    by: str
    previous: str


@frozen
class TaskReassigned(Event):
    """A task went to another owner or queue."""

    task: str
    owner: str
    role: str
    section: str
    reason: str


@frozen
class TaskWaiting(Event):
    """A task waits, with the reason; it stays visible and nothing closes it by itself."""

    task: str
    by: str
    reason: str


@frozen
class TaskReopened(Event):
    """A waiting task goes on."""

    task: str
    reason: str


@frozen
class TaskCompleted(Event):
    """A task is done with one of the outcomes that its kind declares."""

    task: str
    kind: str
    about: str
    outcome: str
    owner: str
    by: str
    facts: dict[str, Any] = field(factory=dict, converter=kept)


@frozen
class TaskCancelled(Event):
    """A task is no longer needed."""

    task: str
    kind: str
    reason: str
