"""The journal: append-only, chained, in memory or on disk (COR-01, COR-21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from saksgang.journal.journal import Journal, MemoryJournal
from saksgang.journal.lines import LinesJournal
from saksgang.journal.opening import Encoded, open_journal
from saksgang.journal.reading import read_lines
from saksgang.journal.record import Recorded, decode, encode

if TYPE_CHECKING:
    from saksgang.journal.sqlite import SqliteJournal

__all__ = [
    "Encoded",
    "Journal",
    "LinesJournal",
    "MemoryJournal",
    "Recorded",
    "SqliteJournal",
    "decode",
    "encode",
    "open_journal",
    "read_lines",
]


def __getattr__(name: str) -> type[SqliteJournal]:
    """``SqliteJournal`` where it is asked for: a run with a journal of lines has no room to spare for SQLAlchemy."""
    if name != "SqliteJournal":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from saksgang.journal.sqlite import SqliteJournal  # noqa: PLC0415 - see above

    return SqliteJournal
