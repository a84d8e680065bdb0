"""The journal in an SQLite file: what must survive is here (COR-21)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from saksgang.journal.access import MAGIC, begins_with, damaged, moved_on, not_taken, opened_for_reading, unreachable
from saksgang.journal.chain import linked
from saksgang.journal.files import place_new
from saksgang.journal.pages import FAILURES, Head, Pages, Row, columns, told
from saksgang.journal.record import Recorded, encode
from saksgang.journal.schema import connected, fresh
from saksgang.journal.statements import ADD, MOVE_HEAD

__all__ = ["SqliteJournal"]


class SqliteJournal:
    """A journal in one SQLite file, begun where there is none, and held by one process at a time.

    What was written reads back or is reported: the chain holds the lines, the head their number, every column is
    compared with its line, and the database's own pages and indexes are checked on opening.

    Args:
        path: the file.
        gather: how many events to gather before they are written. With 1, what ``append`` has returned from is on
            the disk; with more, what ``flush`` has returned from is.
        writing: false to open a journal that is there for reading only.

    Raises:
        InputRefused: the file cannot be opened, is no journal, or is in use by another process.
        JournalDamaged: the file is not as it was written.
    """

    def __init__(self, path: Path, gather: int = 1, *, writing: bool = True) -> None:
        self._path = path
        self._gather = gather
        self._writing = writing
        self._waiting: list[Row] = []
        if writing:
            _begin(path)
        self._connection = _connection(path, writing=writing)
        self._pages = Pages(path, self._connection)
        try:
            self._kept = self._pages.checked_head()
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
        events, chain, rows = self._events, self._chain, list[Row]()
        for recorded in unit:
            events += 1
            line = encode(recorded)
            chain = linked(chain, line)
            rows.append((events, *columns(recorded), line, chain))
        if len(self._waiting) + len(rows) < self._gather:
            self._waiting += rows
        elif rows:
            self._write([*self._waiting, *rows])
            self._waiting = []
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
        return self._pages.proved()

    def encoded(self) -> Iterator[bytes]:
        """Each event as its line of JSON, proved by the chain, oldest first; raises as iterating does."""
        self.flush()
        return self._pages.encoded()

    def event(self, key: str) -> Recorded:
        """The event of that id, found by its index; raises ``KeyError``."""
        self.flush()
        return self._pages.event(key)

    def of_case(self, number: str) -> Iterator[Recorded]:
        """The events of one case, oldest first, found by its index."""
        self.flush()
        return self._pages.of_case(number)

    def _write(self, rows: list[Row]) -> None:
        head = (rows[-1][0], rows[-1][-1].hex())
        try:
            self._put(rows, head)
        except DBAPIError as error:
            self._roll_back()
            raise not_taken(self._path, str(error.orig)) from error
        except BaseException:
            self._roll_back()
            raise
        self._kept = head

    def _put(self, rows: list[Row], head: Head) -> None:
        with self._connection.begin():
            # The head moves only from where this process left it: nobody else's events are written over.
            if self._connection.exec_driver_sql(MOVE_HEAD, (*head, *self._kept)).rowcount != 1:
                raise moved_on(self._path)
            self._connection.exec_driver_sql(ADD, rows)

    def _roll_back(self) -> None:
        """Undo what a commit that failed has left: SQLAlchemy sends no rollback after one."""
        with suppress(sqlite3.Error):  # what cannot even be undone is met by the head, which will not move
            self._connection.connection.rollback()


def _begin(path: Path) -> None:
    """Begin a journal where there is none."""
    try:
        if not path.exists():
            with suppress(FileExistsError):  # another process was a moment faster
                place_new(path, fresh())
    except OSError as error:
        raise unreachable(path, error.strerror or str(error)) from error


def _connection(path: Path, *, writing: bool) -> Connection:
    magic = begins_with(path, len(MAGIC))
    if magic != MAGIC:
        if MAGIC.startswith(magic):
            raise damaged(path, "the file is cut off", "")
        raise unreachable(path, "it is no journal")
    try:
        return connected(path, writing=writing)
    except FAILURES as error:
        raise told(error, path, "") from error
