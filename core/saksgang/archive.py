"""Records that are out of the way but not gone: a temporary file, for all of it stands in the journal (SIM-12).

Memory keeps next to nothing of what is in the file: a field of bits that says of most keys that they are not there.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any, get_type_hints
from zlib import crc32

import msgspec

from saksgang.records import Case, Contact, Deadline, Document, Letter, Note, Request, Task

__all__ = ["Archive", "Filed"]

Filed = tuple[str, Any]
"""Id and record."""

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
    create table bundles (number text, kind text, records blob);
    create index bundles_of on bundles (number, kind);
    create table ways (way text, number text, primary key (way, number)) without rowid;
"""
BITS = 1 << 24  # two megabytes: a million keys leave 94 of 100 others a bit that is not set


def _reader(kind: type[Any]) -> Callable[[bytes], list[tuple[str, Any]]]:
    """Reads ids and the fields of records; what their facts may be, the records themselves see to."""
    fields: Any = msgspec.defstruct(kind.__name__, list(get_type_hints(kind, localns={"Json": Any}).items()))
    read: Callable[[bytes], list[tuple[str, Any]]] = msgspec.msgpack.Decoder(list[tuple[str, fields]]).decode
    return read


_write = msgspec.msgpack.Encoder().encode
_READ = {table: _reader(kind) for table, kind in KINDS.items()}


class Archive:
    """Bundles of records of one table by case number; the file is deleted when the archive goes.

    A record on no case lies under its own id.
    """

    def __init__(self) -> None:
        # No name: SQLite keeps it in a temporary file of its own. Nothing in it has to outlive the process.
        self._file = sqlite3.connect("", isolation_level=None)
        self._file.executescript(TABLES)
        self._file.execute("begin")  # one transaction for good: ending one for each case costs a third of the time
        self._bits = bytearray(BITS // 8)

    def put(self, number: str, table: str, records: Sequence[Filed], ways: Iterable[str] = ()) -> None:
        """Put records of a case away, beside those that are here; ``ways`` lead to it besides their ids."""
        # What bears the case's number in its id is found by that; a document is named for the inbox it came into.
        leading = [key for key in (*(key for key, _ in records), *ways) if not _of(number, key)]
        self._file.execute("insert into bundles values (?, ?, ?)", (number, table, _write(records)))
        if leading:
            self._file.executemany("insert or ignore into ways values (?, ?)", [(way, number) for way in leading])
        for key in (number, *leading):
            place = crc32(key.encode()) % BITS
            self._bits[place >> 3] |= 1 << (place & 7)

    def take(self, number: str, table: str) -> list[Filed]:
        """Take all that a case has of one table out again, oldest bundle first; nothing where it is not here.

        The ways to it stay, for it mostly comes again: they lead nowhere until then.
        """
        asked = (number, table)
        found = self._file.execute(
            "select records from bundles where number = ? and kind = ? order by rowid", asked
        ).fetchall()
        if found:
            self._file.execute("delete from bundles where number = ? and kind = ?", asked)
        return [(key, _record(table, fields)) for (blob,) in found for key, fields in _READ[table](blob)]

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
        """Under which number a record's id, or the case's own number, is found; ``""`` where it is not away."""
        number, _, own = key.partition("/")
        return next(iter(self.cases_by(number) or (self.cases_by(key) if own else ())), "")

    def numbers(self, table: str) -> list[str]:
        """The cases of which something in that table is put away."""
        asked = "select distinct number from bundles where kind = ? order by number"
        return [number for (number,) in self._file.execute(asked, (table,))]

    def _likely(self, key: str) -> bool:
        place = crc32(key.encode()) % BITS
        return bool(self._bits[place >> 3] & 1 << (place & 7))


def _of(number: str, key: str) -> bool:
    return key == number or key.partition("/")[0] == number


def _record(table: str, fields: Any) -> Any:  # noqa: ANN401 - of the kind that the table holds
    return KINDS[table](*msgspec.structs.astuple(fields))
