"""Which routine a command concerns: the one whose case, task, letter, deadline or document it names."""

from __future__ import annotations

from saksgang.commands import Command
from saksgang.state import State

__all__ = ["owner_of"]

_TABLES = (
    ("letter", "letters"),
    ("task", "tasks"),
    ("case", "cases"),
    ("deadline", "deadlines"),
    ("document", "documents"),
)


def owner_of(command: Command, state: State) -> tuple[str, str]:
    """Routine and case number, each ``""`` when the command names neither."""
    for attribute, table in _TABLES:
        key = getattr(command, attribute, "")
        row = getattr(state, table).get(key) if key else None
        if row is not None:
            return row.routine, key if attribute == "case" else row.case
    return getattr(command, "routine", ""), ""
