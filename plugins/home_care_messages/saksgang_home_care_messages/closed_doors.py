"""What only the routine's own rules do: each of these would be a way round a requirement if people had it."""

from __future__ import annotations

from saksgang.commands import (
    AssignCase,
    CancelDeadline,
    CancelTask,
    Command,
    CompleteTask,
    CreateTask,
    ExtendDeadline,
    MeetDeadline,
    OpenCase,
    PauseDeadline,
    RegisterDocument,
    ResumeDeadline,
    StartDeadline,
)
from saksgang.deciding import Vets, closed

__all__ = ["ONLY_BY_RULE", "VETS"]

BY_THEMSELVES = (
    "MSG-10: The tasks and deadlines of a message follow from its steps; do the step instead: look at the case, "
    "reply, state something on it or change its status."
)
BY_ITS_TASK = "MSG-10: The caseworker of a message is whoever has its task; take the task, or reassign it."
BY_THE_SYSTEM = "MSG-10: A message opens its case by itself when it comes; nobody registers it or opens one without."
ONLY_BY_RULE: dict[type[Command], str] = {
    OpenCase: BY_THE_SYSTEM,
    RegisterDocument: BY_THE_SYSTEM,
    AssignCase: BY_ITS_TASK,
    CreateTask: BY_THEMSELVES,
    CompleteTask: BY_THEMSELVES,
    CancelTask: BY_THEMSELVES,
    StartDeadline: BY_THEMSELVES,
    PauseDeadline: BY_THEMSELVES,
    ResumeDeadline: BY_THEMSELVES,
    ExtendDeadline: BY_THEMSELVES,
    MeetDeadline: BY_THEMSELVES,
    CancelDeadline: BY_THEMSELVES,
}


VETS: Vets = closed(ONLY_BY_RULE)
