"""Reading a journal in a database: nothing is handed on that is not proved (COR-21)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from saksgang.errors import SaksgangError
from saksgang.journal.access import damaged
from saksgang.journal.chain import START, linked
from saksgang.journal.record import Recorded, decode
from saksgang.journal.store import FAILURES, Store

__all__ = ["Head", "Pages", "Row", "columns"]

Head = tuple[int, str]
Row = tuple[int, str, str, str, str, bytes, bytes]
ROWS_A_PAGE = 1000
EVER = 2**63 - 1


def columns(recorded: Recorded) -> tuple[str, str, str, str]:
    """What the columns between position and line say of an event."""
    event = recorded.event
    return recorded.id, recorded.at.isoformat(), event.case, type(event).__name__


class Pages:
    """The rows of a journal, a page at a time: memory does not grow with their number.

    Attributes:
        until: where the journal ends for a reader beside a writer, who reads no further; none for who has it alone.
    """

    def __init__(self, store: Store, connection: Connection) -> None:
        self._store = store
        self._statements = store.statements
        self._connection = connection
        self.until: Head | None = None

    def checked_head(self) -> Head:
        """Number and digest, after a look at the whole that costs a fraction of reading its events.

        Raises:
            InputRefused: the database is one of something else, or of another version.
            JournalDamaged: it is not as it was written.
        """
        self._store.recognise(self._rows)
        try:
            ends = self._query(self._statements.the_end, ())
            complaint = self._store.complaint(lambda statement: self._query(statement, ()))
        except FAILURES as error:
            raise self._store.told(error, self.last_good()) from error
        if complaint:
            raise self._damaged(f"the database says {complaint!r}", self.last_good())
        (*head, events, chain) = ends[0] if ends else ("no head", 0, START)
        if events is None:
            events, chain = 0, START
        if len(ends) != 1 or not isinstance(chain, bytes) or head != [events, chain.hex()]:
            raise self._damaged("its head and its last event do not belong together", self.last_good())
        return events, chain.hex()

    def proved(self) -> Iterator[Recorded]:
        """All events, oldest first; raises ``JournalDamaged`` at the first that is not as it was written."""
        events, chain, last = 0, START, ""
        while rows := self._page((events, chain.hex()), last):
            for row in rows:
                recorded = self._proof(row, events + 1, chain, last)
                events, chain, last = events + 1, row[-1], recorded.id
                yield recorded

    def encoded(self) -> Iterator[bytes]:
        """Each event as its line, oldest first, its columns unread; raises as ``proved`` does."""
        events, chain, line = 0, START, b""
        while rows := self._page((events, chain.hex()), _id(line)):
            for row in rows:
                if not _follows(chain, row):
                    raise self._damaged(f"event {events + 1} is not as it was written", _id(line))
                events, line, chain = events + 1, *row[-2:]
                yield line

    def event(self, key: str) -> Recorded:
        """The event of that id; raises ``KeyError``."""
        rows = self._rows(self._statements.of_id, (key,))
        if not rows or rows[0][0] > self._last:
            raise KeyError(key)
        return self._linked_on(rows[0])

    def of_case(self, number: str) -> Iterator[Recorded]:
        """The events of one case, oldest first."""
        after = 0
        while rows := self._rows(self._statements.of_case, (number, after, self._last, ROWS_A_PAGE)):
            yield from map(self._linked_on, rows)
            after = rows[-1][0]

    def last_good(self) -> str:
        """Read all; raises ``JournalDamaged`` at what is wrong, else gives the id of the last event."""
        last = ""
        for recorded in self.proved():
            last = recorded.id
        return last

    def _linked_on(self, row: tuple[Any, ...]) -> Recorded:
        """The event of a row that ends with the link before its own."""
        try:
            return self._proof(row[:-1], row[0], START if row[-1] is None else row[-1], "")
        except SaksgangError:
            self.last_good()
            raise

    def _proof(self, row: tuple[Any, ...], position: int, chain: object, last: str) -> Recorded:
        if not _follows(chain, row):
            raise self._damaged(f"event {position} is not as it was written", last)
        recorded = decode(row[-2], last)
        if row[:-2] != (position, *columns(recorded)):
            raise self._damaged(f"a column of event {position} says other than its line", last)
        return recorded

    @property
    def _last(self) -> int:
        return EVER if self.until is None else self.until[0]

    def _page(self, end: Head, last: str) -> list[tuple[Any, ...]]:
        """The rows after what was read so far; none where the head says that this is all."""
        if rows := self._rows_after(end[0], last):
            return rows
        heads = self._rows(self._statements.the_head, (), last)
        if heads == [end] or (end == self.until and len(heads) == 1 and heads[0][0] > end[0]):
            return []
        raise self._damaged(f"it ends after {end[0]} events and its head says otherwise", last)

    def _rows_after(self, after: int, last: str) -> list[tuple[Any, ...]]:
        """The next rows: the next one alone where a page cannot be read, so that damage is met where it is."""
        try:
            return self._query(self._statements.page, (after, self._last, ROWS_A_PAGE))
        except FAILURES:
            return self._rows(self._statements.page, (after, self._last, 1), last)

    def _rows(self, statement: str, parameters: tuple[object, ...] = (), last: str = "") -> list[tuple[Any, ...]]:
        try:
            return self._query(statement, parameters)
        except FAILURES as error:
            raise self._store.told(error, last) from error

    def _query(self, statement: str, parameters: tuple[object, ...]) -> list[tuple[Any, ...]]:
        try:
            return self._looked_up(statement, parameters)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
        # A server that was started again, or a connection that lay idle too long: looking twice harms nobody.
        return self._looked_up(statement, parameters)

    def _looked_up(self, statement: str, parameters: tuple[object, ...]) -> list[tuple[Any, ...]]:
        with self._connection.begin():
            return [tuple(row) for row in self._connection.exec_driver_sql(statement, parameters)]

    def _damaged(self, what: str, last: str) -> SaksgangError:
        return damaged(self._store.place, what, last)


def _follows(chain: object, row: tuple[Any, ...]) -> bool:
    """Whether a row's line is linked on; SQLite keeps any type in any column, so a flipped bit makes text of bytes."""
    *_, line, link = row
    return isinstance(chain, bytes) and isinstance(line, bytes) and linked(chain, line) == link


def _id(line: bytes) -> str:
    return decode(line).id if line else ""
