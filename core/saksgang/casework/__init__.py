"""Casework: a decision for each command, a fold for each event, a module for each noun.

A decision is a plain function of command and ``Context`` that returns events or raises ``Refused``; a fold is the
only thing that changes the state (COR-01).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from saksgang.casework import cases, contacts, deadlines, dispatch, documents, letters, office, services, staff, tasks
from saksgang.casework.context import Context, staff_of
from saksgang.casework.deadlines import passed
from saksgang.casework.hands import refuse_strangers
from saksgang.commands import Command
from saksgang.errors import JournalDamaged, Refused
from saksgang.events import Event
from saksgang.journal.record import Recorded
from saksgang.state import State

__all__ = ["DECIDE", "FOLD", "Context", "decide", "fold", "numbered", "passed", "staff_of"]

_rooms = (cases, contacts, deadlines, dispatch, documents, letters, services, staff, tasks)

DECIDE: dict[type[Command], Callable[[Any, Context], list[Event]]] = {
    command: decision for room in _rooms for command, decision in room.DECIDE.items()
}
FOLD: dict[type[Event], Callable[[Any, Recorded, State], None]] = {
    event: folding for room in (*_rooms, office) for event, folding in room.FOLD.items()
}


def decide(command: Command, ctx: Context) -> list[Event]:
    """What a command makes happen; raises ``Refused`` and has no effect of its own."""
    decision = DECIDE.get(type(command))
    if decision is None:
        raise Refused("COR-22", f"{type(command).__name__} is no command that an office carries out.")
    refuse_strangers(command, ctx)
    return decision(command, ctx)


def numbered(event: Event, state: State) -> str:
    """The id that an event bears when it is recorded now: the next of its stream, which is taken by this."""
    stream = event.routine
    return f"{stream}:{state.streams.take(stream)}"


def fold(recorded: Recorded, state: State) -> None:
    """Bring the state one event further; raises ``JournalDamaged`` for one that is not the next of its stream."""
    stream = recorded.event.routine
    following = f"{stream}:{state.position(stream)}"
    if recorded.id != following:
        last = f"{stream}:{state.position(stream) - 1}"
        raise JournalDamaged(
            f"Event {recorded.id} stands where {following} comes next; the last good event is {last}, so "
            "put a copy of the journal in its place.",
            last,
        )
    numbered(recorded.event, state)
    FOLD[type(recorded.event)](recorded.event, recorded, state)
