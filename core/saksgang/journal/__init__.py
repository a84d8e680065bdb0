"""The journal: append-only, chained, in memory or on disk (COR-01, COR-21)."""

from __future__ import annotations

from saksgang.journal.journal import Journal, MemoryJournal
from saksgang.journal.record import Recorded, decode, encode

__all__ = ["Journal", "MemoryJournal", "Recorded", "decode", "encode"]
