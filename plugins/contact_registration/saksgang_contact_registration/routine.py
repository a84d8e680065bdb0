"""The whole routine: which decisions answer which event, and which refusals meet which command."""

from __future__ import annotations

from saksgang.commands import Answer, Command
from saksgang.deciding import Vets, answers, gathered, refused
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_contact_registration import closed_doors, gathering, refusing, registering

__all__ = ["ANSWERS", "VETS", "answer", "refusal"]

ANSWERS = gathered(registering.ANSWERS, gathering.ANSWERS)

VETS: Vets = {**closed_doors.VETS, **refusing.VETS}


def answer(recorded: Recorded, view: View) -> list[Answer]:
    """What the routine answers to an event in its own stream."""
    return answers(ANSWERS, recorded, view)


def refusal(command: Command, actor: str, view: View) -> str | None:
    """Why the routine refuses a command, ``None`` when it has nothing against it."""
    return refused(VETS, command, actor, view)
