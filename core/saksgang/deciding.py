"""How a routine decides: tables of plain functions, by the type of event or of command.

A decision answers an event with commands; a look at a command says why the routine refuses it, or nothing. Each room of
a routine has its tables, and ``routine.py`` gathers them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

from saksgang.commands import Answer, Command
from saksgang.events import Event
from saksgang.journal.record import Recorded
from saksgang.view import View

__all__ = ["Decision", "Decisions", "Vet", "Vets", "answers", "closed", "gathered", "refused"]

# The first parameter is the one type that the table names; ``Any`` because a dict cannot say so.
Decision: TypeAlias = Callable[[Any, Recorded, View], list[Answer]]
Decisions: TypeAlias = Mapping[type[Event], Sequence[Decision]]
Vet: TypeAlias = "Callable[[Any, str, View], str | None]"
Vets: TypeAlias = Mapping[type[Command], Vet]


def gathered(*rooms: Decisions) -> dict[type[Event], list[Decision]]:
    """The decisions of all rooms, in the order of the rooms."""
    every: dict[type[Event], list[Decision]] = {}
    for room in rooms:
        for kind, decisions in room.items():
            every.setdefault(kind, []).extend(decisions)
    return every


def closed(doors: Mapping[type[Command], str]) -> dict[type[Command], Vet]:
    """What is refused whoever asks, since only the routine's own rules do it: for each command the sentence."""
    return {command: partial(_always, sentence) for command, sentence in doors.items()}


def _always(sentence: str, _command: Command, _actor: str, _view: View) -> str:
    return sentence


def answers(decisions: Decisions, recorded: Recorded, view: View) -> list[Answer]:
    """What a routine answers to an event: the answers of each decision about its type, in turn."""
    event = recorded.event
    given: list[Answer] = []
    for decide in decisions.get(type(event), ()):
        given += decide(event, recorded, view)
    return given


def refused(vets: Vets, command: Command, actor: str, view: View) -> str | None:
    """Why a routine refuses a command, ``None`` when it has nothing against it; its own rules it trusts."""
    vet = vets.get(type(command))
    return None if vet is None or actor.startswith("rule:") else vet(command, actor, view)
