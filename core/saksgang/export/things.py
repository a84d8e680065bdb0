"""Which things an event names, by the names of its fields: cases, letters, people and their kin (SIM-10).

A thing is a pair of its type and its id. Staff are ``staff:kari``, everybody else is a ``party``: ``citizen:000123``,
``department:jobcenter``. Names and personal numbers of people are never among them (COR-08).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from attrs import fields

from saksgang.events import EVENTS, CaseAssigned, DispatchFailed, Event, OfficeOpened

__all__ = ["OWN", "Thing", "is_name", "named", "thing_of_actor", "thing_referred_to", "thing_under"]

Thing: TypeAlias = tuple[str, str]
Reader: TypeAlias = Callable[[str], "Thing | None"]

OWN = ("task", "letter", "deadline", "document", "request", "contact", "note", "failure", "case")
"""The fields that hold the id of a thing of the field's own name; what an event is about most comes first."""

NO_THINGS = frozenset({"clock", "plugin", "rule", "system"})
REFERENCE = re.compile(rf"[^/:\s]+/({'|'.join(OWN)})-[0-9]+")


def thing_of_actor(actor: str) -> Thing | None:
    """Whoever acted, where it was a person and no rule, service or clock."""
    kind, colon, _ = actor.partition(":")
    if not colon or kind in NO_THINGS:
        return None
    return ("staff" if kind == "staff" else "party", actor)


def thing_referred_to(text: str) -> Thing | None:
    """What an id leads to by its form, such as a letter by ``PPT-2026-00012/letter-1``; ``None`` for other text."""
    found = REFERENCE.fullmatch(text)
    return (found[1], text) if found else None


def thing_under(key: str) -> Thing | None:
    """What was handed over under a key: a request under its own id, a letter under that of its port before its id."""
    return thing_referred_to(key) or thing_referred_to(key.partition("/")[2])


def named(event: Event) -> Iterator[tuple[str, Thing]]:
    """Every thing that the event names, with the field in which it stands."""
    for name, read in _READERS[type(event)]:
        text = getattr(event, name)
        thing = read(text) if text else None
        if thing is not None:
            yield name, thing
    if isinstance(event, OfficeOpened):
        yield from (("staff", ("staff", f"staff:{person.id}")) for person in event.staff)


def is_name(kind: type[Event], field: str) -> bool:
    """Whether that field of that type of event names a thing."""
    return any(field == name for name, _ in _READERS[kind])


def _staff(text: str) -> Thing | None:
    return thing_of_actor(text if ":" in text else f"staff:{text}")


def _party(text: str) -> Thing | None:
    return thing_of_actor(text if ":" in text else f"party:{text}")


def _own(name: str) -> Reader:
    return lambda text: (name, text)


_BY_FIELD: Mapping[str, Reader] = {
    **{name: _own(name) for name in OWN},
    **dict.fromkeys(("author", "by", "owner", "previous", "staff"), _staff),
    **dict.fromkeys(("party", "sender", "to"), _party),
    **dict.fromkeys(("about", "answers"), thing_referred_to),
}
# Fields that hold something else here than in other events.
_EXCEPTIONS: Mapping[tuple[type[Event], str], Reader | None] = {
    (CaseAssigned, "to"): _staff,
    (DispatchFailed, "key"): thing_under,
    (OfficeOpened, "staff"): None,
}


def _readers(kind: type[Event]) -> tuple[tuple[str, Reader], ...]:
    found = ((row.name, _EXCEPTIONS.get((kind, row.name), _BY_FIELD.get(row.name))) for row in fields(kind))
    return tuple((name, read) for name, read in found if read is not None)


_READERS = {kind: _readers(kind) for kind in EVENTS.values()}
