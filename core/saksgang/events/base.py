"""What every event has."""

from __future__ import annotations

from attrs import frozen

__all__ = [
    "Event",
]


@frozen
class Event:
    """The two fields that every event has."""

    routine: str
    case: str
