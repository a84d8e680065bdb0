"""Events of services outside."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from saksgang.events.base import Event
from saksgang.facts import kept

__all__ = ["ServiceAnswered", "ServiceAsked"]


@frozen
class ServiceAsked(Event):
    """A service outside was asked; the request's id is the key under which it may be asked again."""

    request: str
    service: str
    about: str
    facts: dict[str, Any] = field(factory=dict, converter=kept)


@frozen
class ServiceAnswered(Event):
    """Its answer came."""

    request: str
    service: str
    about: str
    facts: dict[str, Any] = field(factory=dict, converter=kept)
