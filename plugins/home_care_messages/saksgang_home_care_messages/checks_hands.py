"""What the office refuses is never in its journal: tasks and deadlines of a message follow from its steps (MSG-10)."""

from __future__ import annotations

from typing import ClassVar

from saksgang.checks.laws_hands import Door, Doors, OnlyTheseHands
from saksgang.events import (
    CaseAssigned,
    CaseOpened,
    DeadlineCancelled,
    DeadlineExtended,
    DeadlineMet,
    DeadlinePaused,
    DeadlineResumed,
    DeadlineStarted,
    DocumentRegistered,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang_home_care_messages.checks_settings import ROUTINE

__all__ = ["NothingIsTickedOff"]


class NothingIsTickedOff(OnlyTheseHands):
    """Nobody makes, ends or delays by hand what follows from the steps of a message (MSG-10)."""

    id = "msg-nothing-is-ticked-off"
    requirements = ("MSG-10",)
    kind = "safety"
    sentence = (
        "Only rules open the case of a message, register it, name its caseworker, make and end its tasks, and start, "
        "stop and end its deadlines."
    )
    routine = ROUTINE
    doors: ClassVar[Doors] = dict.fromkeys(
        (
            CaseOpened,
            DocumentRegistered,
            CaseAssigned,
            TaskCreated,
            TaskCompleted,
            TaskCancelled,
            DeadlineStarted,
            DeadlinePaused,
            DeadlineResumed,
            DeadlineExtended,
            DeadlineMet,
            DeadlineCancelled,
        ),
        Door("MSG-10"),
    )
