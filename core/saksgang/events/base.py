"""What every event has."""

from __future__ import annotations

from attrs import frozen

__all__ = ["OFFICE", "Event"]

OFFICE = "office"
"""The stream of what belongs to no routine: the office's openings and its staff."""


@frozen
class Event:
    """The two fields that every event has."""

    routine: str
    case: str
