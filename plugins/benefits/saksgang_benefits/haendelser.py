"""The event list: what other systems tell, and what task it becomes; rows with the seven columns (BEN-12)."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from attrs import frozen

__all__ = ["ROWS", "EventRow", "row_named", "row_of"]


@frozen
class EventRow:
    """A row of the event list.

    Attributes:
        name: of the event, and so of the task kind.
        cause: what the event comes from.
        source_system: the system that tells it, which is asked again where it is a register.
        reaction: what the routine does.
        benefits: which benefits it matters for.
        caseworker: what the caseworker does.
    """

    id: str
    name: str
    cause: str
    source_system: str
    reaction: str
    benefits: str
    caseworker: str


ROWS: tuple[EventRow, ...] = tuple(
    EventRow(**row)
    for row in tomllib.loads(files(__package__).joinpath("haendelser.toml").read_text(encoding="utf-8"))["event"]
)


def row_named(name: object) -> EventRow | None:
    """The row of an event, if the list has it."""
    return next((row for row in ROWS if row.name == name), None)


def row_of(subject: str, facts: Mapping[str, Any]) -> EventRow | None:
    """The event that a document tells of, whatever a person has registered it as (BEN-12)."""
    return row_named(subject) or row_named(facts.get("event"))
