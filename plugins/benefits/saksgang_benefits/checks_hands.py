"""What the office refuses is never in its journal: whose work everything was (BEN-03, BEN-08 to BEN-15, BEN-22)."""

from __future__ import annotations

from typing import Any, ClassVar

from saksgang.checks import sees
from saksgang.checks.laws_hands import CasesBeginWithADocument, Door, Doors, OnlyTheseHands
from saksgang.events import (
    CaseAmended,
    DeadlineCancelled,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlinePaused,
    DeadlineResumed,
    DeadlineStarted,
    DocumentRegistered,
    LetterCompleted,
    LetterDrafted,
    LetterRevised,
    LetterSent,
    ServiceAsked,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_settings import ROUTINE

__all__ = ["CasesBeginWithDocuments", "EveryThingIsDoneByWhoMay", "OnlyTimeForDocumentationIsExtended"]

STAFF = ("sagsbehandler",)
BY_HAND = ("follow_up",)
REGISTERS = ("eIndkomst", "Jobnet", "folkeregister")


class EveryThingIsDoneByWhoMay(OnlyTheseHands):
    """What rules do no person does, and what caseworkers do nobody else does."""

    id = "ben-everything-is-done-by-who-may"
    requirements = ("BEN-03", "BEN-08", "BEN-09", "BEN-10", "BEN-11", "BEN-13", "BEN-15", "BEN-17", "BEN-22", "BEN-23")
    kind = "safety"
    sentence = (
        "Only rules send letters, order payments, drop tasks and start, stop and end deadlines; only a caseworker "
        "registers, concludes, changes facts, writes and completes letters, asks registers and completes tasks; by "
        "hand no task is made but a reminder."
    )
    routine = ROUTINE
    doors: ClassVar[Doors] = {
        DocumentRegistered: Door("BEN-03", STAFF),
        LetterDrafted: Door("BEN-08", STAFF),
        LetterRevised: Door("BEN-08", STAFF),
        LetterCompleted: Door("BEN-09", STAFF),
        LetterSent: Door("BEN-09"),
        DeadlineStarted: Door("BEN-10"),
        DeadlinePaused: Door("BEN-10"),
        DeadlineResumed: Door("BEN-10"),
        DeadlineExtended: Door("BEN-10", STAFF),
        DeadlineMet: Door("BEN-10"),
        DeadlineCancelled: Door("BEN-10"),
        TaskCreated: Door("BEN-11"),
        TaskCancelled: Door("BEN-13"),
        StatusChanged: Door("BEN-15", STAFF),
        TaskCompleted: Door("BEN-17", STAFF),
        CaseAmended: Door("BEN-22", STAFF),
        ServiceAsked: Door("BEN-23"),
    }

    def excepted(self, event: Any, recorded: Recorded) -> bool:  # noqa: ANN401 - of a row's type
        """A caseworker makes a reminder, and asks a register again."""
        staff = any(self.roster.has(recorded.actor.removeprefix("staff:"), role) for role in STAFF)
        kind = event.kind in BY_HAND if isinstance(event, TaskCreated) else False
        register = event.service in REGISTERS if isinstance(event, ServiceAsked) else False
        return staff and (kind or register)


class CasesBeginWithDocuments(CasesBeginWithADocument):
    """Whatever opens a case is on it (BEN-03)."""

    id = "ben-cases-begin-with-a-document"
    requirements = ("BEN-03",)
    kind = "safety"
    sentence = "Each case is opened by a document that is registered on it at once."
    routine = ROUTINE


class OnlyTimeForDocumentationIsExtended(OnlyTheseHands):
    """A citizen may get more time; payment days, reminders and held months stay as they are (BEN-10, BEN-23)."""

    id = "ben-only-time-for-documentation-is-extended"
    requirements = ("BEN-10",)
    kind = "safety"
    sentence = "Of all deadlines only the time to hand in documentation is ever extended."
    routine = ROUTINE
    doors: ClassVar[Doors] = {DeadlineExtended: Door("BEN-10")}

    def __init__(self) -> None:
        super().__init__()
        self._documentation: set[str] = set()

    @sees(DeadlineStarted, of="documentation")
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """A deadline, of some kind."""
        if event.routine == ROUTINE:
            self._documentation.add(event.deadline)

    @sees(DeadlineMet, DeadlineMissed, DeadlineCancelled, of="documentation")
    def over(self, event: DeadlineMet | DeadlineMissed | DeadlineCancelled, recorded: Recorded) -> None:
        """It runs no more."""
        self._documentation.discard(event.deadline)

    def excepted(self, event: Any, recorded: Recorded) -> bool:  # noqa: ANN401 - of a row's type
        """That is the kind."""
        return event.deadline in self._documentation
