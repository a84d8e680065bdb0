"""The whole routine: which decisions answer which event, and which refusals meet which command."""

from __future__ import annotations

from saksgang.commands import Answer, Command
from saksgang.deciding import Decisions, Vets, answers, gathered, refused
from saksgang.events import StaffAbsent
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_home_care_messages import (
    closed_doors,
    going_on,
    holding,
    receiving,
    refusing_facts,
    refusing_replies,
    refusing_tasks,
    replying,
    sorting,
    untaken,
    visiting,
)

__all__ = ["ANSWERS", "VETS", "answer", "observed", "refusal"]

# The order is that in which a unit of work reads best in the journal.
_rooms: tuple[Decisions, ...] = (
    receiving.ANSWERS,
    replying.ANSWERS,
    going_on.ANSWERS,
    sorting.ANSWERS,
    holding.ANSWERS,
    untaken.ANSWERS,
    visiting.ANSWERS,
)
ANSWERS = gathered(*_rooms)

VETS: Vets = {
    **closed_doors.VETS,
    **refusing_replies.VETS,
    **refusing_facts.VETS,
    **refusing_tasks.VETS,
}


def answer(recorded: Recorded, view: View) -> list[Answer]:
    """What the routine answers to an event in its own stream."""
    return answers(ANSWERS, recorded, view)


def observed(recorded: Recorded, view: View) -> list[Answer]:
    """What the routine answers to an event of the office: somebody is away, or will be."""
    event = recorded.event
    return holding.away(event, view) if isinstance(event, StaffAbsent) else []


def refusal(command: Command, actor: str, view: View) -> str | None:
    """Why the routine refuses a command, ``None`` when it has nothing against it."""
    return refused(VETS, command, actor, view)
