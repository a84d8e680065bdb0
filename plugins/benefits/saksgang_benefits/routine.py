"""The whole routine: which decisions answer which event, and which refusals meet which command."""

from __future__ import annotations

from saksgang.commands import Answer, Command
from saksgang.events import Event
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_benefits import (
    closed_doors,
    closing,
    deciding_cases,
    dispatching,
    informing,
    intake,
    paying,
    refusing_cases,
    refusing_letters,
    refusing_tasks,
    registers,
    reminding,
    supplementing,
)
from saksgang_benefits.deciding import Decision, Decisions, Vet

__all__ = ["ANSWERS", "VETS", "answer", "refusal"]

# The order is that in which a unit of work reads best in the journal.
_rooms: tuple[Decisions, ...] = (
    intake.ANSWERS,
    registers.ANSWERS,
    informing.ANSWERS,
    reminding.ANSWERS,
    deciding_cases.ANSWERS,
    dispatching.ANSWERS,
    supplementing.ANSWERS,
    paying.ANSWERS,
    closing.ANSWERS,
)
ANSWERS: dict[type[Event], list[Decision]] = {}
for _room in _rooms:
    for _kind, _decisions in _room.items():
        ANSWERS.setdefault(_kind, []).extend(_decisions)

VETS: dict[type[Command], Vet] = {
    **closed_doors.VETS,
    **refusing_cases.VETS,
    **refusing_letters.VETS,
    **refusing_tasks.VETS,
}


def answer(recorded: Recorded, view: View) -> list[Answer]:
    """What the routine answers to an event: the answers of each decision about its type, in turn."""
    event = recorded.event
    return [given for decide in ANSWERS.get(type(event), ()) for given in decide(event, recorded, view)]


def refusal(command: Command, actor: str, view: View) -> str | None:
    """Why the routine refuses a command, ``None`` when it has nothing against it. Its own rules it trusts."""
    vet = VETS.get(type(command))
    return None if vet is None or actor.startswith("rule:") else vet(command, actor, view)
