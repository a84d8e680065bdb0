"""What only the routine's own rules do: each of these would be a way round a requirement if people had it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

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
from saksgang.deciding import Vets
from saksgang.view import View

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


def _closed(sentence: str) -> Callable[[Any, str, View], str]:
    return lambda _command, _actor, _view: sentence


VETS: Vets = {command: _closed(sentence) for command, sentence in ONLY_BY_RULE.items()}
