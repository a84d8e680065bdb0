"""Events by the labels that routines declare: how an office reads a history in its own language (COR-06)."""

from __future__ import annotations

from typing import Protocol

from attrs import evolve, frozen

from saksgang.declarations import Catalogue
from saksgang.events import Event

__all__ = ["Labels", "Names", "labelled"]


class Names(Protocol):
    """What knows how things are called; a key is ``routine.name``."""

    def deadline(self, key: str) -> str:
        """A kind of deadline."""

    def task(self, key: str) -> str:
        """A kind of task."""

    def letter(self, key: str) -> str:
        """A letter template."""

    def outcome(self, routine: str, name: str) -> str:
        """What a task ended with."""


@frozen
class Labels:
    """The labels of the routines at hand; what none declares is called by its own name."""

    catalogue: Catalogue

    def deadline(self, key: str) -> str:
        """A kind of deadline."""
        return self._found(key, "deadline_kinds", "label")

    def task(self, key: str) -> str:
        """A kind of task."""
        return self._found(key, "task_kinds", "label")

    def letter(self, key: str) -> str:
        """A letter template, by its title."""
        return self._found(key, "letters", "title")

    def outcome(self, routine: str, name: str) -> str:
        """What a task ended with."""
        declared = self.catalogue.routines.get(routine)
        return declared.outcomes.get(name, name) if declared else name

    def _found(self, key: str, table: str, label: str) -> str:
        routine, _, name = key.partition(".")
        rows = getattr(self.catalogue.routines.get(routine), table, ())
        return next((str(getattr(row, label)) for row in rows if row.name == name), name)


def labelled(event: Event, names: Names) -> Event:
    """An event whose kind, letter and outcome are called by their names."""
    change: dict[str, str] = {}
    if hasattr(event, "template"):
        change["template"] = names.letter(f"{event.routine}.{event.template}")
    if hasattr(event, "kind"):
        name = names.task if hasattr(event, "task") else names.deadline
        change["kind"] = name(f"{event.routine}.{event.kind}")
    if hasattr(event, "outcome"):
        change["outcome"] = names.outcome(event.routine, event.outcome)
    return evolve(event, **change) if change else event
