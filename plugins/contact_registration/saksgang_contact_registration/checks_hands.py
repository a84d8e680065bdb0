"""What the office refuses is never in its journal: whose work everything was (REG-01, REG-02, REG-10)."""

from __future__ import annotations

from typing import ClassVar

from saksgang.checks.laws_hands import Door, Doors, OnlyTheseHands
from saksgang.events import (
    CaseAmended,
    CaseOpened,
    ContactRecorded,
    DeadlineCancelled,
    DeadlineExtended,
    DeadlineMet,
    DeadlinePaused,
    DeadlineResumed,
    DeadlineStarted,
    DocumentReceived,
    Event,
    LetterDrafted,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
)
from saksgang.journal.record import Recorded
from saksgang_contact_registration.checks_settings import ROUTINE

__all__ = ["EveryThingIsDoneByWhoMay"]


class EveryThingIsDoneByWhoMay(OnlyTheseHands):
    """Batches are counted by rules, contacts are registered or left out by staff, and nothing else is done here."""

    id = "reg-everything-is-done-by-who-may"
    requirements = ("REG-01", "REG-02", "REG-10")
    kind = "safety"
    sentence = (
        "Only rules gather batches and drop tasks, only the staff, whatever their role, register contacts or say that "
        "one is not to be, and no letter is written and no document received in this routine."
    )
    routine = ROUTINE
    doors: ClassVar[Doors] = {
        DocumentReceived: Door("REG-01"),
        LetterDrafted: Door("REG-01"),
        ContactRecorded: Door("REG-02"),
        TaskCompleted: Door("REG-02"),
        TaskCancelled: Door("REG-02"),
        **dict.fromkeys(
            (
                CaseOpened,
                CaseAmended,
                StatusChanged,
                DeadlineStarted,
                DeadlinePaused,
                DeadlineResumed,
                DeadlineExtended,
                DeadlineMet,
                DeadlineCancelled,
            ),
            Door("REG-10"),
        ),
    }

    def excepted(self, event: Event, recorded: Recorded) -> bool:
        """Whoever of the staff ended a contact registers it (REG-02)."""
        by_staff = recorded.actor.removeprefix("staff:") in self.roster.roles
        return by_staff and isinstance(event, (ContactRecorded, TaskCompleted))
