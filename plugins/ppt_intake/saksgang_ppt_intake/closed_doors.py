"""What only the routine's own rules do: each of these would be a way round a requirement if people had it."""

from __future__ import annotations

from saksgang.commands import (
    CancelDeadline,
    CancelTask,
    Command,
    CreateTask,
    ExtendDeadline,
    MeetDeadline,
    OpenCase,
    PauseDeadline,
    PrintLetter,
    ResumeDeadline,
    StartDeadline,
)
from saksgang.deciding import Vets, closed

__all__ = ["ONLY_BY_RULE", "VETS"]

DEADLINES_BY_THEMSELVES = (
    "PPT-11: The deadlines of this routine start, stop and end by what is registered, sent and opened; "
    "send the letter or complete the review instead."
)
ONLY_BY_RULE: dict[type[Command], str] = {
    OpenCase: "PPT-01: A PPT-sak begins with a document; register the one that opens it from the post inbox.",
    CreateTask: "PPT-01: The tasks of this routine arise from documents, letters and deadlines; "
    "write a journal note where something else has to be remembered.",
    CancelTask: "PPT-01: A task of this routine ends by being done; complete it, reassign it or let it wait.",
    PrintLetter: "PPT-10: A letter is printed by itself when it is not opened in time; "
    "mark it as handled by hand (Manuelt håndtert) to print it yourself.",
    StartDeadline: DEADLINES_BY_THEMSELVES,
    PauseDeadline: DEADLINES_BY_THEMSELVES,
    ResumeDeadline: DEADLINES_BY_THEMSELVES,
    ExtendDeadline: DEADLINES_BY_THEMSELVES,
    MeetDeadline: DEADLINES_BY_THEMSELVES,
    CancelDeadline: DEADLINES_BY_THEMSELVES,
}


VETS: Vets = closed(ONLY_BY_RULE)
