"""What the office refuses is never in its journal: whose work everything was (MON-01, 04 to 06, 08, 09, 12)."""

from __future__ import annotations

from typing import ClassVar

from saksgang.checks.laws_hands import Door, Doors, OnlyTheseHands
from saksgang.events import (
    DeadlineCancelled,
    DeadlineExtended,
    DeadlineMet,
    DeadlinePaused,
    DeadlineResumed,
    DeadlineStarted,
    DocumentRegistered,
    ServiceAsked,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang_long_term_monitoring.checks_settings import ROUTINE

__all__ = ["EveryThingIsDoneByWhoMay"]

STAFF = ("innfordrer",)


class EveryThingIsDoneByWhoMay(OnlyTheseHands):
    """What rules do no person does, and what caseworkers do nobody else does."""

    id = "mon-everything-is-done-by-who-may"
    requirements = ("MON-01", "MON-04", "MON-05", "MON-06", "MON-08", "MON-09", "MON-12")
    kind = "safety"
    sentence = (
        "Only rules make and drop tasks and start, stop and end deadlines, and nothing is registered from post; only a "
        "caseworker makes the choices of a case, extends a review, asks the finance system and completes tasks."
    )
    routine = ROUTINE
    doors: ClassVar[Doors] = {
        StatusChanged: Door("MON-01", STAFF),
        DeadlineStarted: Door("MON-04"),
        DeadlinePaused: Door("MON-04"),
        DeadlineResumed: Door("MON-04"),
        DeadlineMet: Door("MON-04"),
        DeadlineCancelled: Door("MON-04"),
        DeadlineExtended: Door("MON-04", STAFF),
        ServiceAsked: Door("MON-05", STAFF),
        TaskCreated: Door("MON-06"),
        DocumentRegistered: Door("MON-08"),
        TaskCompleted: Door("MON-09", STAFF),
        TaskCancelled: Door("MON-12"),
    }
