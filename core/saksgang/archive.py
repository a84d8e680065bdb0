"""Records that are out of the way but not gone: a temporary file, for all of it stands in the journal (SIM-12).

Memory keeps next to nothing of what is in the file: a field of bits that says of most keys that they are not there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any, get_type_hints
from zlib import crc32

import msgspec

from saksgang.records import Case, Contact, Deadline, Document, Letter, Note, Request, Task

__all__ = ["Archive", "Filed"]

Filed = tuple[str, str, Any]
"""Table, id and record."""

KINDS: dict[str, type[Any]] = {
    "cases": Case,
    "contacts": Contact,
    "deadlines": Deadline,
    "documents": Document,
    "letters": Letter,
    "notes": Note,
    "requests": Request,
    "tasks": Task,
}
TABLES = """
    pragma journal_mode = off;
    pragma synchronous = off;
    create table bundles (number text, records blob);
    create index bundles_of on bundles (number);
    create table ways (way text, number text, primary key (way, number)) without rowid;
"""
BITS = 1 << 24  # two megabytes: a million keys leave 94 of 100 others a bit that is not set


def _decoder(kind: type[Any]) -> msgspec.msgpack.Decoder[Any]:
    """Reads the fields of a record; what its facts may be, the record itself sees to."""
    fields = get_type_hints(kind, localns={"Json": Any})
    return msgspec.msgpack.Decoder(msgspec.defstruct(kind.__name__, list(fields.items())))


_write = msgspec.msgpack.Encoder().encode
_read_bundle = msgspec.msgpack.Decoder(list[tuple[str, str, msgspec.Raw]]).decode
_DECODERS = {table: _decoder(kind) for table, kind in KINDS.items()}


class Archive:
    """Bundles of records by case number; the file is deleted when the archive goes."""

    def __init__(self) -> None:
        # No name: SQLite keeps it in a temporary file of its own. Nothing in it has to outlive the process.
        self._file = sqlite3.connect("", isolation_level=None)
        self._file.executescript(TABLES)
        self._file.execute("begin")  # one transaction for good: ending one for each case costs a third of the time
        self._bits = bytearray(BITS // 8)

    def put(self, number: str, records: Sequence[Filed], ways: Iterable[str] = ()) -> None:
        """Put records of a case away, beside those that are here; ``ways`` lead to it besides their ids."""
        # What bears the case's number in its id is found by that; a document is named for the inbox it came into.
        leading = [*(key for _, key, _ in records if not _of(number, key)), *ways]
        self._file.execute("insert into bundles values (?, ?)", (number, _write(records)))
        self._file.executemany("insert or ignore into ways values (?, ?)", [(way, number) for way in leading])
        for key in (number, *leading):
            place = crc32(key.encode()) % BITS
            self._bits[place >> 3] |= 1 << (place & 7)

    def take(self, number: str) -> list[Filed]:
        """Take all of a case out again, in the order in which it was put away; nothing where it is not here.

        The ways to it stay, for it mostly comes again: they lead nowhere until then.
        """
        found = self._file.execute("select records from bundles where number = ? order by rowid", (number,)).fetchall()
        self._file.execute("delete from bundles where number = ?", (number,))
        return [(table, key, _read(table, record)) for (blob,) in found for table, key, record in _read_bundle(blob)]

    def cases_by(self, way: str) -> list[str]:
        """The numbers of the cases put away that a way, or an id, leads to."""
        if not self._likely(way):
            return []
        found = self._file.execute(
            "select number from bundles where number = ? "
            "union select ways.number from ways join bundles using (number) where way = ?",
            (way, way),
        )
        return [number for (number,) in found]

    def case_of(self, key: str) -> str:
        """The number of the case put away that a record's id, or the case's own number, belongs to; else ``""``."""
        number, _, own = key.partition("/")
        return next(iter(self.cases_by(number) or (self.cases_by(key) if own else ())), "")

    def numbers(self) -> list[str]:
        """The cases that are put away."""
        return [number for (number,) in self._file.execute("select distinct number from bundles order by number")]

    def _likely(self, key: str) -> bool:
        place = crc32(key.encode()) % BITS
        return bool(self._bits[place >> 3] & 1 << (place & 7))


def _of(number: str, key: str) -> bool:
    return key.partition("/")[0] == number


def _read(table: str, record: msgspec.Raw) -> Any:  # noqa: ANN401 - of the kind that the table holds
    return KINDS[table](*msgspec.structs.astuple(_DECODERS[table].decode(record)))
