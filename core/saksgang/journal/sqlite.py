"""The journal in an SQLite file: what must survive is here (COR-21)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy.exc import DBAPIError

from saksgang.errors import JournalDamaged
from saksgang.journal import statements
from saksgang.journal.access import begins_with, damaged, in_use, not_taken, opened_for_reading, unreachable
from saksgang.journal.chain import START, linked
from saksgang.journal.files import place_new
from saksgang.journal.record import Recorded, decode, encode
from saksgang.journal.schema import APPLICATION, FORMAT, MAGIC, connected, fresh

__all__ = ["SqliteJournal"]

T = TypeVar("T")
Row = tuple[int, str, str, str, str, bytes, bytes]
Head = tuple[int, str]
ROWS_A_PAGE = 1000


class SqliteJournal:
    """A journal in one SQLite file, begun where there is none.

    What was written reads back or is reported: the chain holds the lines, the head their number, every column is
    compared with its line, and SQLite's own pages and indexes are checked on opening.

    Attributes:
        gather: how many events to gather before they are written. With 1, what ``append`` has returned from is on
            the disk; with more, what ``flush`` has returned from is.

    Raises:
        InputRefused: the file cannot be opened, is no journal, or is in use by another process.
        JournalDamaged: the file is not as it was written.
    """

    def __init__(self, path: Path, gather: int = 1, *, writing: bool = True) -> None:
        self._path = path
        self._gather = gather
        self._writing = writing
        self._waiting: list[Row] = []
        self._kept: Head = (0, START.hex())
        if writing:
            _begin(path)
        _check_magic(path)
        try:
            self._connection = connected(path, writing=writing)
        except DBAPIError as error:
            raise self._worded(error, "") from error
        try:
            self._kept = self._checked()
        except BaseException:
            self._connection.close()
            raise
        self._events, self._chain = self._kept[0], bytes.fromhex(self._kept[1])

    @property
    def digest(self) -> str:
        """The chained digest, over what is gathered too."""
        return self._chain.hex()

    def __len__(self) -> int:
        """How many events there are, those gathered too."""
        return self._events

    def append(self, unit: Sequence[Recorded]) -> None:
        """Take the events of one unit, all or none; raises ``InputRefused`` when the disk does not take them."""
        if not self._writing:
            raise opened_for_reading(self._path)
        events, chain, rows = self._events, self._chain, []
        for recorded in unit:
            events += 1
            line = encode(recorded)
            chain = linked(chain, line)
            rows.append((events, *_columns(recorded), line, chain))
        if rows and len(self._waiting) + len(rows) >= self._gather:
            self._write([*self._waiting, *rows])
            self._waiting = []
        else:
            self._waiting += rows
        self._events, self._chain = events, chain

    def flush(self) -> None:
        """Write what is gathered; raises ``InputRefused`` when the disk does not take it."""
        if self._waiting:
            self._write(self._waiting)
            self._waiting = []

    def close(self) -> None:
        """Flush and let go of the file."""
        if self._connection.closed:
            return
        try:
            self.flush()
        finally:
            self._connection.close()

    def __iter__(self) -> Iterator[Recorded]:
        """All events, oldest first; raises ``JournalDamaged`` at the first that is not as it was written."""
        self.flush()
        return self._proved()

    def event(self, key: str) -> Recorded:
        """The event of that id, found by its index; raises ``KeyError``."""
        self.flush()
        rows = self._read(statements.OF_ID, (key,))
        if not rows:
            raise KeyError(key)
        return self._linked_on(rows[0])

    def of_case(self, number: str) -> Iterator[Recorded]:
        """The events of one case, oldest first, found by its index."""
        self.flush()
        after = 0
        while rows := self._read(statements.OF_CASE, (number, after, ROWS_A_PAGE)):
            yield from map(self._linked_on, rows)
            after = rows[-1][0]

    def _write(self, rows: list[Row]) -> None:
        head = (rows[-1][0], rows[-1][-1].hex())
        try:
            with self._connection.begin():
                moved = self._connection.exec_driver_sql(statements.MOVE_HEAD, (*head, *self._kept)).rowcount
                if moved != 1:
                    raise damaged(self._path, "its head is not as this process left it", "")
                self._connection.exec_driver_sql(statements.ADD, rows)
        except DBAPIError as error:
            raise not_taken(self._path, str(error.orig)) from error
        self._kept = head

    def _proved(self) -> Iterator[Recorded]:
        events, chain, last = 0, START, ""
        while rows := self._read(statements.PAGE, (events, ROWS_A_PAGE), last):
            for row in rows:
                recorded = self._proof(row, events + 1, chain, last)
                events, chain, last = events + 1, row[-1], recorded.id
                yield recorded
        if self._read(statements.THE_HEAD, (), last) != [(events, chain.hex())]:
            raise damaged(self._path, f"it ends after {events} events, and its head says otherwise", last)

    def _proof(self, row: Row, position: int, chain: bytes, last: str) -> Recorded:
        line, link = row[-2:]
        if type(line) is not bytes or linked(chain, line) != link:
            raise damaged(self._path, f"the line of event {position} is not as it was written", last)
        recorded = decode(line, last)
        if row[:-2] != (position, *_columns(recorded)):
            raise damaged(self._path, f"a column of event {position} says other than its line", last)
        return recorded

    def _linked_on(self, row: tuple[Any, ...]) -> Recorded:
        """The event of a row that ends with the link before its own; a bad one is found from the start."""
        try:
            return self._proof(row[:-1], row[0], row[-1] or START, "")
        except JournalDamaged:
            self._find_damage()
            raise

    def _checked(self) -> Head:
        """The head, after a look at the whole file that costs far less than reading the events."""
        if self._read("PRAGMA application_id", ()) != [(APPLICATION,)]:
            raise unreachable(self._path, "it is a database, but not a journal of this program")
        if self._read("PRAGMA user_version", ()) != [(FORMAT,)]:
            raise unreachable(self._path, f"it is not of format {FORMAT}, the only one that this version reads")
        heads = self._read(statements.THE_HEAD, ())
        last = self._read(statements.LAST, ()) or [(0, START)]
        sound = self._read("PRAGMA integrity_check", ())
        if len(heads) != 1 or heads[0] != (last[0][0], last[0][1].hex()) or sound != [("ok",)]:
            raise damaged(self._path, str(sound[0][0]), self._find_damage())
        return heads[0]

    def _find_damage(self) -> str:
        """Read all; raises ``JournalDamaged`` at what is wrong, else returns the last event's id."""
        last = ""
        for recorded in self._proved():
            last = recorded.id
        return last

    def _read(self, statement: str, parameters: tuple[object, ...], last: str = "") -> list[Any]:
        try:
            with self._connection.begin():
                return [tuple(row) for row in self._connection.exec_driver_sql(statement, parameters)]
        except DBAPIError as error:
            raise self._worded(error, last) from error

    def _worded(self, error: DBAPIError, last: str) -> Exception:
        name = getattr(error.orig, "sqlite_errorname", "")
        if name.startswith("SQLITE_BUSY"):
            return in_use(self._path)
        if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
            return unreachable(self._path, str(error.orig))
        return damaged(self._path, str(error.orig), last)
