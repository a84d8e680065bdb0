"""Events of the office, its staff and its plugins."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import frozen

from saksgang.events.base import Event
from saksgang.records import Absence, StaffMember

__all__ = [
    "HandlingFailed",
    "HandlingRetried",
    "OfficeOpened",
    "StaffAbsent",
    "StaffGone",
    "StaffReturned",
]


@frozen
class OfficeOpened(Event):
    """The office began or changed its configuration; what follows is to be judged by these settings.

    Attributes:
        routines: for each enabled routine its version and its settings, durations in words.
    """

    municipality: str
    country: str
    zone: str
    language: str
    routines: dict[str, Any]
    staff: tuple[StaffMember, ...]


@frozen
class StaffAbsent(Event):
    """Somebody is away on these days."""

    staff: str
    absence: Absence


@frozen
class StaffReturned(Event):
    """Somebody is back before the announced day."""

    staff: str
    day: dt.date


@frozen
class StaffGone(Event):
    """Somebody no longer works here."""

    staff: str


@frozen
class HandlingFailed(Event):
    """A plugin raised while asked about an event; nothing of its answer was done (PLG-05)."""

    failure: str
    plugin: str
    hook: str
    event: str
    error: str


@frozen
class HandlingRetried(Event):
    """A failed handling was run again and went through."""

    failure: str
