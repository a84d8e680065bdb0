"""The whole routine: which decisions answer which event, and which refusals meet which command."""

from __future__ import annotations

from saksgang.commands import Answer, Command
from saksgang.events import Event
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_contact_registration import closed_doors, gathering, refusing, registering
from saksgang_contact_registration.deciding import Decision, Vet

__all__ = ["ANSWERS", "VETS", "answer", "refusal"]

ANSWERS: dict[type[Event], list[Decision]] = {}
for _room in (registering.ANSWERS, gathering.ANSWERS):
    for _kind, _decisions in _room.items():
        ANSWERS.setdefault(_kind, []).extend(_decisions)

VETS: dict[type[Command], Vet] = {**closed_doors.VETS, **refusing.VETS}


def answer(recorded: Recorded, view: View) -> list[Answer]:
    """What the routine answers to an event: the answers of each decision about its type, in turn."""
    event = recorded.event
    return [given for decide in ANSWERS.get(type(event), ()) for given in decide(event, recorded, view)]


def refusal(command: Command, actor: str, view: View) -> str | None:
    """Why the routine refuses a command, ``None`` when it has nothing against it. Its own rules it trusts."""
    vet = VETS.get(type(command))
    return None if vet is None or actor.startswith("rule:") else vet(command, actor, view)
