"""The closed lists of words that a story can choose from: what is misspelt would never be found (SIM-07)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from saksgang.casework.contacts import CHANNELS, DIRECTIONS
from saksgang.configuration import Municipality
from saksgang.declarations import Routine
from saksgang.events import EVENTS, OFFICE
from saksgang.ports import PORTS
from saksgang.worklists import LISTS
from saksgang_sim.stories.forms import (
    LETTER_STATES,
    MARKS,
    ROW_KINDS,
    ROW_STATES,
    TARGET_STATES,
    TARGETS,
    TASK_STATES,
)
from saksgang_sim.stories.model import Person

__all__ = ["choices"]


def choices(
    routines: Iterable[Routine], municipality: Municipality, people: Mapping[str, Person], steps: object
) -> dict[str, tuple[str, ...]]:
    """The words by sort: those of the core, of the story's routines, and of what its steps send in."""
    every = list(routines)
    declared = {
        "case kind": tuple(kind.name for each in every for kind in each.case_types),
        "task kind": tuple(kind.name for each in every for kind in each.task_kinds),
        "letter kind": tuple(kind.name for each in every for kind in each.letters),
        "deadline kind": tuple(kind.name for each in every for kind in each.deadline_kinds),
    }
    statuses = tuple(status.name for each in every for kind in each.case_types for status in kind.statuses)
    services = tuple(kind.name for each in every for kind in each.services)
    categories = tuple(_submitted("category", steps))
    return {
        **declared,
        "stream": (*(each.name for each in every), OFFICE),
        "status": statuses,
        "outcome": tuple(outcome for each in every for kind in each.task_kinds for outcome in kind.outcomes),
        "role": tuple(role.name for each in every for role in each.roles),
        "section": tuple(section.id for section in municipality.sections),
        "service": services,
        "port": (*PORTS, *services),
        "actor": tuple(_actors(every, services, municipality, people)),
        "channel": (*CHANNELS, *_submitted("channel", steps)),
        "direction": DIRECTIONS,
        "list": tuple(LISTS),
        "row kind": (*ROW_KINDS, *(name for names in declared.values() for name in names), *categories),
        "row state": (*ROW_STATES, *TASK_STATES, *LETTER_STATES, *TARGET_STATES, *statuses),
        "event": tuple(EVENTS),
        "letter state": LETTER_STATES,
        "task state": TASK_STATES,
        "target": TARGETS,
        "target state": TARGET_STATES,
        "mark": MARKS,
    }


def _submitted(key: str, steps: object) -> Iterator[str]:
    """What documents of the story have there: the office takes any word of a sender."""
    for step in steps if isinstance(steps, list) else ():
        if isinstance(step, dict) and step.get("does") == "submit document" and isinstance(step.get(key), str):
            yield step[key]


def _actors(
    routines: Iterable[Routine], services: Iterable[str], municipality: Municipality, people: Mapping[str, Person]
) -> Iterator[str]:
    """Whoever can stand behind an event, by the story's word and by the journal's."""
    yield "clock"
    for name, person in people.items():
        yield from (name, person.id)
    for member in municipality.staff:
        yield from (member.id, f"staff:{member.id}")
    for port in (*PORTS, *services):
        yield from (port, f"system:{port}")
    for routine in routines:
        yield f"plugin:{routine.name}"
        yield from (f"rule:{requirement}" for requirement in routine.requirements)
