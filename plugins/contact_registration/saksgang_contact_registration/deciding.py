"""The two shapes that everything here has: a decision about an event, a look at a command."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from saksgang.commands import Answer, Command
from saksgang.events import Event
from saksgang.journal.record import Recorded
from saksgang.view import View

__all__ = ["Decision", "Decisions", "Vet", "Vets"]

# The first parameter is the one type that the table names; ``Any`` because a dict cannot say so.
Decision: TypeAlias = Callable[[Any, Recorded, View], list[Answer]]
Decisions: TypeAlias = Mapping[type[Event], Sequence[Decision]]
Vet: TypeAlias = "Callable[[Any, str, View], str | None]"
Vets: TypeAlias = Mapping[type[Command], Vet]
