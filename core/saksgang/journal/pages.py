"""Reading a journal in an SQLite file: nothing is handed on that is not proved (COR-21)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from saksgang.errors import SaksgangError
from saksgang.journal import statements
from saksgang.journal.access import damaged, in_use, unreachable
from saksgang.journal.chain import START, linked
from saksgang.journal.record import Recorded, decode
from saksgang.journal.schema import APPLICATION, FORMAT

__all__ = ["FAILURES", "Head", "Pages", "Row", "columns", "told"]

Head = tuple[int, str]
Row = tuple[int, str, str, str, str, bytes, bytes]
ROWS_A_PAGE = 1000
# Where damage stands in a name, Python cannot read the database's own complaint about it.
FAILURES = (DBAPIError, UnicodeDecodeError)


def columns(recorded: Recorded) -> tuple[str, str, str, str]:
    """What the columns between position and line say of an event."""
    event = recorded.event
    return recorded.id, recorded.at.isoformat(), event.case, type(event).__name__


def told(error: DBAPIError | UnicodeDecodeError, path: Path, last: str) -> SaksgangError:
    """A database's error on opening or reading in a sentence; ``last`` is the last event proved so far."""
    if isinstance(error, UnicodeDecodeError):
        return damaged(path, "the database has unreadable names", last)
    name = getattr(error.orig, "sqlite_errorname", "")
    if name.startswith("SQLITE_BUSY"):
        return in_use(path)
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
        return unreachable(path, str(error.orig))
    return damaged(path, f"the database says {str(error.orig)!r}", last)


class Pages:
    """The rows of a journal, a page at a time: memory does not grow with their number."""

    def __init__(self, path: Path, connection: Connection) -> None:
        self._path = path
        self._connection = connection

    def checked_head(self) -> Head:
        """Number and digest, after a look at the whole file that costs a fraction of reading its events.

        Raises:
            InputRefused: the file is a database of something else, or of another version.
            JournalDamaged: the file is not as it was written.
        """
        if self._rows("PRAGMA application_id", ()) != [(APPLICATION,)]:
            raise unreachable(self._path, "it is a database, but no journal of this program")
        if self._rows("PRAGMA user_version", ()) != [(FORMAT,)]:
            raise unreachable(self._path, f"its format is not {FORMAT}, the only one that this version reads")
        return self._sound_head()

    def proved(self) -> Iterator[Recorded]:
        """All events, oldest first; raises ``JournalDamaged`` at the first that is not as it was written."""
        events, chain, last = 0, START, ""
        while rows := self._page(events, last):
            for row in rows:
                recorded = self._proof(row, events + 1, chain, last)
                events, chain, last = events + 1, row[-1], recorded.id
                yield recorded
        if self._rows(statements.THE_HEAD, (), last) != [(events, chain.hex())]:
            raise damaged(self._path, f"it ends after {events} events and its head says otherwise", last)

    def encoded(self) -> Iterator[bytes]:
        """Each event as its line, oldest first, its columns unread; raises as ``proved`` does."""
        events, chain, line = 0, START, b""
        while rows := self._page(events, _id(line)):
            for row in rows:
                if not _follows(chain, row):
                    raise damaged(self._path, f"event {events + 1} is not as it was written", _id(line))
                events, line, chain = events + 1, *row[-2:]
                yield line
        if self._rows(statements.THE_HEAD, (), _id(line)) != [(events, chain.hex())]:
            raise damaged(self._path, f"it ends after {events} events and its head says otherwise", _id(line))

    def event(self, key: str) -> Recorded:
        """The event of that id; raises ``KeyError``."""
        rows = self._rows(statements.OF_ID, (key,))
        if not rows:
            raise KeyError(key)
        return self._linked_on(rows[0])

    def of_case(self, number: str) -> Iterator[Recorded]:
        """The events of one case, oldest first."""
        after = 0
        while rows := self._rows(statements.OF_CASE, (number, after, ROWS_A_PAGE)):
            yield from map(self._linked_on, rows)
            after = rows[-1][0]

    def _linked_on(self, row: tuple[Any, ...]) -> Recorded:
        """The event of a row that ends with the link before its own."""
        try:
            return self._proof(row[:-1], row[0], START if row[-1] is None else row[-1], "")
        except SaksgangError:
            self._last_good()
            raise

    def _proof(self, row: tuple[Any, ...], position: int, chain: object, last: str) -> Recorded:
        if not _follows(chain, row):
            raise damaged(self._path, f"event {position} is not as it was written", last)
        recorded = decode(row[-2], last)
        if row[:-2] != (position, *columns(recorded)):
            raise damaged(self._path, f"a column of event {position} says other than its line", last)
        return recorded

    def _sound_head(self) -> Head:
        try:
            heads, last = self._query(statements.THE_HEAD, ()), self._query(statements.LAST, ())
            says = self._query("PRAGMA integrity_check(1)", ())
        except FAILURES as error:
            raise told(error, self._path, self._last_good()) from error
        if says != [("ok",)]:
            raise damaged(self._path, f"the database says {says[0][0]!r}", self._last_good())
        events, chain = last[0] if last else (0, START)
        if not isinstance(chain, bytes) or heads != [(events, chain.hex())]:
            raise damaged(self._path, "its head and its last event do not belong together", self._last_good())
        return events, chain.hex()

    def _last_good(self) -> str:
        """Read all; raises ``JournalDamaged`` at what is wrong, else gives the id of the last event."""
        last = ""
        for recorded in self.proved():
            last = recorded.id
        return last

    def _page(self, after: int, last: str) -> list[tuple[Any, ...]]:
        """The next rows: the next one alone where a page cannot be read, so that damage is met where it is."""
        try:
            return self._query(statements.PAGE, (after, ROWS_A_PAGE))
        except FAILURES:
            return self._rows(statements.PAGE, (after, 1), last)

    def _rows(self, statement: str, parameters: tuple[object, ...], last: str = "") -> list[tuple[Any, ...]]:
        try:
            return self._query(statement, parameters)
        except FAILURES as error:
            raise told(error, self._path, last) from error

    def _query(self, statement: str, parameters: tuple[object, ...]) -> list[tuple[Any, ...]]:
        with self._connection.begin():
            return [tuple(row) for row in self._connection.exec_driver_sql(statement, parameters)]


def _follows(chain: object, row: tuple[Any, ...]) -> bool:
    """Whether a row's line is linked on; SQLite keeps any type in any column, so a flipped bit makes text of bytes."""
    *_, line, link = row
    return isinstance(chain, bytes) and isinstance(line, bytes) and linked(chain, line) == link


def _id(line: bytes) -> str:
    return decode(line).id if line else ""
