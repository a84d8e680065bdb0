"""Which routine a command concerns: the one whose case, task, letter, deadline or document it names."""

from __future__ import annotations

from attrs import fields

from saksgang.commands import (
    COMMANDS,
    Command,
    OpenLetter,
    ReassignTask,
    ReportAbsence,
    ReportDeparture,
    ReportLetterAvailable,
    ReportLetterFailed,
    ReportLetterPosted,
    ReportLetterPrinted,
    ReportNoMailbox,
    ReportReturn,
    ReportServiceAnswer,
    SeeCase,
)
from saksgang.state import State

__all__ = ["ALSO_WHEN_OFF", "OF_THE_OFFICE", "owner_of"]

OF_THE_OFFICE = frozenset({ReportAbsence, ReportDeparture, ReportReturn})
"""What concerns the work of all routines."""

ALSO_WHEN_OFF = frozenset(
    {
        OpenLetter,
        ReassignTask,
        ReportLetterAvailable,
        ReportLetterFailed,
        ReportLetterPosted,
        ReportLetterPrinted,
        ReportNoMailbox,
        ReportServiceAnswer,
        SeeCase,
    }
)
"""What comes in on a case, and who has its work, also while its routine is not on."""

_TABLES = {
    "letter": "letters",
    "task": "tasks",
    "case": "cases",
    "deadline": "deadlines",
    "document": "documents",
    "failure": "failures",
    "request": "requests",
}


def _references(kind: type[Command]) -> tuple[tuple[str, str], ...]:
    """The fields of a type of command that name a record, and the tables where it is found."""
    names = {field.name for field in fields(kind)}
    return tuple((name, table) for name, table in _TABLES.items() if name in names)


_REFERENCES = {kind: _references(kind) for kind in COMMANDS.values()}


def owner_of(command: Command, state: State) -> tuple[str, str]:
    """Routine and case number, each ``""`` when the command names neither."""
    for name, table in _REFERENCES.get(type(command), ()):
        key = getattr(command, name)
        row = getattr(state, table).get(key) if key else None
        if row is not None:
            return row.routine, key if name == "case" else row.case
    return getattr(command, "routine", ""), ""
