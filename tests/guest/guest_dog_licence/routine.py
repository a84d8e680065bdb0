"""What is to be done on an application: plain functions of what has happened."""

from __future__ import annotations

from collections.abc import Sequence

from saksgang.commands import Answer, ChangeStatus, CreateTask, DraftLetter, MeetDeadline, StartDeadline
from saksgang.events import CaseOpened, TaskCompleted
from saksgang.records import Deadline

__all__ = ["ASSESS", "REPLY", "decided", "received"]

ASSESS = "Vurder søknad"
REPLY = "preliminary reply"


def received(event: CaseOpened, contact: str) -> Sequence[Answer]:
    """DOG-01: an application is answered at once, and an officer assesses it."""
    case = event.case
    return [
        Answer(CreateTask(ASSESS, case), "DOG-01"),
        Answer(StartDeadline(REPLY, case, {"limit": "1 month, end of day"}), "DOG-01"),
        Answer(DraftLetter(case, "forelopig_svar", event.party, {"kontakt": contact}), "DOG-01"),
    ]


def decided(event: TaskCompleted, deadlines: Sequence[Deadline]) -> Sequence[Answer]:
    """DOG-02: the case ends as the application was assessed, and nothing is due any more."""
    met = [MeetDeadline(deadline.id, "decided") for deadline in deadlines if deadline.running]
    return [Answer(command, "DOG-02") for command in (ChangeStatus(event.case, event.outcome), *met)]
