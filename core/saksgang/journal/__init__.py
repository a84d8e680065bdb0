"""The journal: append-only, chained, in memory or on disk (COR-01, COR-21)."""

from __future__ import annotations

from saksgang.journal.journal import Journal, MemoryJournal
from saksgang.journal.lines import LinesJournal
from saksgang.journal.opening import Encoded, open_journal
from saksgang.journal.reading import read_lines
from saksgang.journal.record import Recorded, decode, encode
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
