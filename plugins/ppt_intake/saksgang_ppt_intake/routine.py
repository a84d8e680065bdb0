"""The whole routine: which decisions answer which event, and which refusals meet which command."""

from __future__ import annotations

from saksgang.commands import Answer, Command
from saksgang.deciding import Decisions, Vets, answers, gathered, refused
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_ppt_intake import (
    approving,
    closed_doors,
    dispatching,
    distributing,
    refusing_cases,
    refusing_letters,
    refusing_tasks,
    registering,
    replying,
    status,
)

__all__ = ["ANSWERS", "VETS", "answer", "refusal"]

# The order is that in which a unit of work reads best in the journal.
_rooms: tuple[Decisions, ...] = (
    registering.ANSWERS,
    distributing.ANSWERS,
    replying.ANSWERS,
    approving.ANSWERS,
    dispatching.ANSWERS,
    status.ANSWERS,
)
ANSWERS = gathered(*_rooms)

VETS: Vets = {
    **closed_doors.VETS,
    **refusing_cases.VETS,
    **refusing_letters.VETS,
    **refusing_tasks.VETS,
}


def answer(recorded: Recorded, view: View) -> list[Answer]:
    """What the routine answers to an event in its own stream."""
    return answers(ANSWERS, recorded, view)


def refusal(command: Command, actor: str, view: View) -> str | None:
    """Why the routine refuses a command, ``None`` when it has nothing against it."""
    return refused(VETS, command, actor, view)
