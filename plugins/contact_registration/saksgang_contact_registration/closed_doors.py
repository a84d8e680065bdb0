"""What only the routine's own rules do: each of these would be a way round a requirement if people had it."""

from __future__ import annotations

from saksgang.commands import (
    AmendCase,
    CancelDeadline,
    CancelTask,
    ChangeStatus,
    Command,
    DraftLetter,
    ExtendDeadline,
    MeetDeadline,
    OpenCase,
    PauseDeadline,
    ResumeDeadline,
    StartDeadline,
    SubmitDocument,
)
from saksgang.deciding import Vets, closed

__all__ = ["ONLY_BY_RULE", "VETS"]

BATCHES_BY_THEMSELVES = (
    "REG-10: A mass mailing is gathered and counted up by itself; register one of your own with batch and count."
)
ONLY_BY_RULE: dict[type[Command], str] = {
    **dict.fromkeys(
        (
            OpenCase,
            AmendCase,
            ChangeStatus,
            StartDeadline,
            PauseDeadline,
            ResumeDeadline,
            ExtendDeadline,
            MeetDeadline,
            CancelDeadline,
        ),
        BATCHES_BY_THEMSELVES,
    ),
    CancelTask: "REG-02: No contact is dropped; register it, or complete the task as not registered, with the rule.",
    DraftLetter: "REG-01: This routine writes no letters; it registers the contacts of others.",
    SubmitDocument: "REG-01: This routine receives no documents; it registers the contacts of others.",
}


VETS: Vets = closed(ONLY_BY_RULE)
