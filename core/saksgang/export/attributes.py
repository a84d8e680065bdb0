"""Which of an event's fields are exported as attributes, and how values are written (SIM-10).

Free text and what a routine knows beside the core's own fields stay behind: they may hold anything about a person,
and nobody who mines a process needs them (COR-08).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Literal, TypeAlias, get_type_hints

from attrs import fields

from saksgang.events import EVENTS, Event
from saksgang.export.things import is_name
from saksgang.worklists import hidden

__all__ = ["EVENT_ATTRIBUTES", "Kind", "Value", "moment", "value_of", "values_of"]

Kind: TypeAlias = Literal["string", "time", "integer", "boolean"]
Value: TypeAlias = "str | int | None"

# Fields with free text, and those that only machines read.
WITHHELD = frozenset(
    {
        "about",
        "answers",
        "body",
        "comments",
        "error",
        "facts",
        "key",
        "personal_number",
        "reason",
        "sha256",
        "subject",
        "text",
        "title",
    }
)
# The most general kind that a field's type admits; tables and lists of an event have none.
KINDS: Mapping[Any, Kind] = {
    str: "string",
    int: "integer",
    bool: "boolean",
    dt.datetime: "time",
    dt.datetime | None: "time",
    dt.date: "string",  # a local day is no instant
    dt.date | None: "string",
}
# Written by others than the office and its routines, so anything may stand there.
FROM_OUTSIDE = frozenset({"category", "channel", "direction", "municipality"})
COMMON: Mapping[str, Kind] = {"position": "integer", "actor": "string", "cause": "string"}


def moment(at: dt.datetime) -> str:
    """A UTC instant in ISO 8601, always to the millisecond: readers want one form in a column."""
    return at.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def value_of(event: Event, name: str) -> Value:
    """A field's value as a database keeps it: times and dates as text, true as 1."""
    value = _plain(getattr(event, name))
    return hidden(value) if name in FROM_OUTSIDE else value


def _plain(value: object) -> Value:
    if isinstance(value, dt.datetime):
        return moment(value)
    if isinstance(value, dt.date):
        return value.isoformat()
    assert value is None or isinstance(value, str | int), "KINDS names no other type"
    return int(value) if isinstance(value, bool) else value


def values_of(event: Event) -> list[Value]:
    """The values of an event's own attributes, in the order of ``EVENT_ATTRIBUTES`` after the common ones."""
    return [value_of(event, name) for name in _OWN[type(event)]]


def _own(kind: type[Event]) -> dict[str, Kind]:
    hints = get_type_hints(kind)
    names = (row.name for row in fields(kind) if row.name not in WITHHELD and not is_name(kind, row.name))
    return {name: KINDS[hints[name]] for name in names if hints[name] in KINDS}


_OWN = {kind: _own(kind) for kind in EVENTS.values()}

EVENT_ATTRIBUTES: Mapping[str, Mapping[str, Kind]] = {kind.__name__: {**COMMON, **own} for kind, own in _OWN.items()}
"""The attributes of each type of event, with the kind of their values."""
