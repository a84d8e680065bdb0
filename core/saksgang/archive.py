"""Records that are out of the way but not gone: a temporary file, for all of it stands in the journal (SIM-12)."""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable
from typing import Any

__all__ = ["Archive", "Filed"]

Filed = tuple[str, str, Any]
"""Table, id and record."""


class Archive:
    """Bundles of records by case number; the file is deleted when the archive goes."""

    def __init__(self) -> None:
        # No name: SQLite keeps it in a temporary file of its own. Nothing in it has to outlive the process.
        self._file = sqlite3.connect("", isolation_level=None)
        self._file.execute("pragma journal_mode = off")
        self._file.execute("pragma synchronous = off")
        self._file.execute("create table bundles (number text primary key, records blob) without rowid")
        self._where: dict[str, str] = {}

    def put(self, number: str, records: Iterable[Filed]) -> None:
        """Put a case away with all that belongs to it."""
        bundle = list(records)
        self._file.execute("insert into bundles values (?, ?)", (number, pickle.dumps(bundle, protocol=5)))
        self._where[number] = number
        # What bears the case's number in its id is found by that; a document is named for the inbox it came into.
        self._where |= {key: number for _, key, _ in bundle if not _of(number, key)}

    def take(self, number: str) -> list[Filed]:
        """Take a case out again, in the order in which it was put away."""
        (blob,) = self._file.execute("select records from bundles where number = ?", (number,)).fetchone()
        self._file.execute("delete from bundles where number = ?", (number,))
        bundle: list[Filed] = pickle.loads(blob)  # noqa: S301 - a file of this very process
        for key in (number, *(key for _, key, _ in bundle if not _of(number, key))):
            del self._where[key]
        return bundle

    def case_of(self, key: str) -> str:
        """The number of the case put away that a record's id, or the case's own number, belongs to; else ``""``."""
        return self._where.get(key.partition("/")[0]) or self._where.get(key, "")

    def numbers(self) -> list[str]:
        """The cases that are put away."""
        return sorted(set(self._where.values()))


def _of(number: str, key: str) -> bool:
    return key.partition("/")[0] == number
