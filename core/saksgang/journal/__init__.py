"""The journal: append-only, chained, in memory, on disk or at a server (COR-01, COR-21)."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from saksgang.journal.address import Address, Place, place_of
from saksgang.journal.journal import Journal, MemoryJournal
from saksgang.journal.lines import LinesJournal
from saksgang.journal.opening import Encoded, open_journal
from saksgang.journal.reading import read_lines
from saksgang.journal.record import Recorded, decode, encode

if TYPE_CHECKING:
    from saksgang.journal.postgresql import PostgresqlJournal
    from saksgang.journal.sqlite import SqliteJournal

__all__ = [
    "Address",
    "Encoded",
    "Journal",
    "LinesJournal",
    "MemoryJournal",
    "Place",
    "PostgresqlJournal",
    "Recorded",
    "SqliteJournal",
    "decode",
    "encode",
    "open_journal",
    "place_of",
    "read_lines",
]


_IN_DATABASES = {"PostgresqlJournal": "saksgang.journal.postgresql", "SqliteJournal": "saksgang.journal.sqlite"}


def __getattr__(name: str) -> type[PostgresqlJournal | SqliteJournal]:
    """A journal in a database where it is asked for: a run with one of lines has no room to spare for SQLAlchemy."""
    if name not in _IN_DATABASES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    made: type[PostgresqlJournal | SqliteJournal] = getattr(import_module(_IN_DATABASES[name]), name)
    return made
