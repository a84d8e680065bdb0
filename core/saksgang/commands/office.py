"""Commands about the staff and about what a plugin failed at."""

from __future__ import annotations

import datetime as dt

from attrs import frozen

from saksgang.commands.base import Command

__all__ = [
    "ReportAbsence",
    "ReportDeparture",
    "ReportReturn",
    "RetryHandling",
]


@frozen
class ReportAbsence(Command):
    """Somebody is away from one local day to another, both included."""

    staff: str
    first: dt.date
    last: dt.date
    reason: str


@frozen
class ReportReturn(Command):
    """Somebody is back before the announced day."""

    staff: str


@frozen
class ReportDeparture(Command):
    """Somebody no longer works here."""

    staff: str


@frozen
class RetryHandling(Command):
    """Ask a plugin again about the event that it failed at (PLG-05)."""

    failure: str
