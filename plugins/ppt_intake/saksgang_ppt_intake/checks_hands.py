"""What the office refuses is never in its journal: whose work everything was (PPT-01, 04, 09 to 11)."""

from __future__ import annotations

from typing import ClassVar

from saksgang.checks.laws_hands import CasesBeginWithADocument, Door, Doors, OnlyTheseHands
from saksgang.events import (
    CaseAssigned,
    DeadlineCancelled,
    DeadlineExtended,
    DeadlineMet,
    DeadlinePaused,
    DeadlineResumed,
    DeadlineStarted,
    DocumentRegistered,
    LetterApproved,
    LetterPrintOrdered,
    LetterReturned,
    TaskCancelled,
    TaskCreated,
)
from saksgang_ppt_intake.checks_settings import ROUTINE

__all__ = ["CasesBeginWithDocuments", "EveryThingIsDoneByWhoMay"]


class EveryThingIsDoneByWhoMay(OnlyTheseHands):
    """What rules do no person does, and each role does its own."""

    id = "ppt-everything-is-done-by-who-may"
    requirements = ("PPT-01", "PPT-04", "PPT-09", "PPT-10", "PPT-11")
    kind = "safety"
    sentence = (
        "Only rules make and drop tasks, order prints and start, stop and end deadlines; a consultant registers, a "
        "consultant or leader distributes, and a leader approves or returns."
    )
    routine = ROUTINE
    doors: ClassVar[Doors] = {
        DocumentRegistered: Door("PPT-01", ("konsulent",)),
        TaskCreated: Door("PPT-01"),
        TaskCancelled: Door("PPT-01"),
        CaseAssigned: Door("PPT-04", ("konsulent", "leder")),
        LetterApproved: Door("PPT-09", ("leder",)),
        LetterReturned: Door("PPT-09", ("leder",)),
        LetterPrintOrdered: Door("PPT-10"),
        DeadlineStarted: Door("PPT-11"),
        DeadlinePaused: Door("PPT-11"),
        DeadlineResumed: Door("PPT-11"),
        DeadlineExtended: Door("PPT-11"),
        DeadlineMet: Door("PPT-11"),
        DeadlineCancelled: Door("PPT-11"),
    }


class CasesBeginWithDocuments(CasesBeginWithADocument):
    """Whatever opens a case comes through the post inbox (PPT-01)."""

    id = "ppt-cases-begin-with-a-document"
    requirements = ("PPT-01",)
    kind = "safety"
    sentence = "Each case is opened by a document that is registered on it at once."
    routine = ROUTINE
