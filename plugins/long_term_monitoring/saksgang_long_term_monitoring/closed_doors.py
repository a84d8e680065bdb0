"""What only the routine's own rules do: each of these would be a way round a requirement if people had it."""

from __future__ import annotations

from saksgang.commands import (
    CancelDeadline,
    CancelTask,
    Command,
    CreateTask,
    MeetDeadline,
    PauseDeadline,
    RegisterDocument,
    ResumeDeadline,
    StartDeadline,
)
from saksgang.deciding import Vets, closed

__all__ = ["ONLY_BY_RULE", "VETS"]

ONE_REVIEW_DATE = (
    "MON-04: A monitored case has exactly one next review date; save the review form, extend the deadline, "
    "or choose «Opphev langtidsovervåking» on the case."
)
ONLY_BY_RULE: dict[type[Command], str] = {
    CreateTask: "MON-06: The tasks of this routine arise from its deadlines and decisions; "
    "write a note where something else has to be remembered.",
    CancelTask: "MON-12: A task of this routine ends by being done; complete it, reassign it or let it wait.",
    RegisterDocument: "MON-08: A Gjeldssak comes from the finance system with its claims; write a note of it.",
    StartDeadline: ONE_REVIEW_DATE,
    PauseDeadline: ONE_REVIEW_DATE,
    ResumeDeadline: ONE_REVIEW_DATE,
    MeetDeadline: ONE_REVIEW_DATE,
    CancelDeadline: ONE_REVIEW_DATE,
}


VETS: Vets = closed(ONLY_BY_RULE)
