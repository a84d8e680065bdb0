"""The whole routine: which decisions answer which event, and which refusals meet which command."""

from __future__ import annotations

from saksgang.commands import Answer, Command
from saksgang.deciding import Decisions, Vets, answers, gathered, refused
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_long_term_monitoring import (
    checking,
    closed_doors,
    closing,
    lapsing,
    monitoring,
    opening,
    refusing_cases,
    refusing_tasks,
    reviewing,
    sessions,
)

__all__ = ["ANSWERS", "VETS", "answer", "refusal"]

# The order is that in which a unit of work reads best in the journal.
_rooms: tuple[Decisions, ...] = (
    opening.ANSWERS,
    monitoring.ANSWERS,
    reviewing.ANSWERS,
    checking.ANSWERS,
    closing.ANSWERS,
    lapsing.ANSWERS,
    sessions.ANSWERS,
)
ANSWERS = gathered(*_rooms)

VETS: Vets = {**closed_doors.VETS, **refusing_cases.VETS, **refusing_tasks.VETS}


def answer(recorded: Recorded, view: View) -> list[Answer]:
    """What the routine answers to an event in its own stream."""
    return answers(ANSWERS, recorded, view)


def refusal(command: Command, actor: str, view: View) -> str | None:
    """Why the routine refuses a command, ``None`` when it has nothing against it."""
    return refused(VETS, command, actor, view)
