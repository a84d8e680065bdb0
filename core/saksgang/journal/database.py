"""A journal in a database, whichever it is: appending, and what becomes of a unit when that fails (COR-21)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress

from sqlalchemy.exc import DBAPIError

from saksgang.errors import InputRefused
from saksgang.journal.access import damaged, moved_on, not_known, not_taken, opened_for_reading
from saksgang.journal.chain import linked
from saksgang.journal.pages import Head, Pages, Row, columns
from saksgang.journal.record import Recorded, encode
from saksgang.journal.store import Store

__all__ = ["DatabaseJournal"]


class DatabaseJournal:
    """A journal in two tables, begun where there is none, and held by one process at a time.

    What was written reads back or is reported: the chain holds the lines, the head their number, every column is
    compared with its line. A failure is told when it happens; nothing is then taken twice or by half.
    """

    def __init__(self, store: Store, gather: int, *, writing: bool) -> None:
        self._store = store
        self._gather = gather
        self._writing = writing
        self._waiting: list[Row] = []
        self._add, self._move_head = store.statements.add, store.statements.move_head
        self._connection = store.connected(writing=writing)
        self._pages = Pages(store, self._connection)
        try:
            self._kept = self._pages.checked_head()
        except BaseException:
            self._connection.close()
            raise
        self._pages.until = None if writing else self._kept
        self._events, self._chain = self._kept[0], bytes.fromhex(self._kept[1])

    @property
    def digest(self) -> str:
        """The chained digest, over what is gathered too."""
        return self._chain.hex()

    def __len__(self) -> int:
        """How many events there are, those gathered too."""
        return self._events

    def append(self, unit: Sequence[Recorded]) -> None:
        """Take the events of one unit, all or none; raises ``InputRefused`` when they cannot be written."""
        if not self._writing:
            raise opened_for_reading(self._store.place)
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
        """Write what is gathered; raises ``InputRefused`` when it cannot be written."""
        if self._waiting:
            self._write(self._waiting)
            self._waiting = []

    def close(self) -> None:
        """Flush and let go of the database."""
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
            if not error.connection_invalidated:
                raise not_taken(self._store.place, self._store.reason(error)) from error
            self._write_again(rows, head, error)
        self._kept = head

    def _write_again(self, rows: list[Row], head: Head, lost: DBAPIError) -> None:
        """Find out over a new connection what became of the unit, and write it where nothing of it is there.

        Whoever is connected anew has the journal alone, so the lost session has ended: what it committed is seen.
        """
        try:
            found = self._pages.checked_head()
        except InputRefused as error:
            if lost.statement is None:  # it was the commit that got no answer
                raise not_known(self._store.place, self._store.reason(lost)) from error
            raise
        if found[0] < self._kept[0]:
            what = f"it ends after {found[0]} events, and {self._kept[0]} were acknowledged"
            raise damaged(self._store.place, what, self._pages.last_good())
        if found == head:
            return
        try:
            self._put(rows, head)
        except DBAPIError as error:  # whether that is known the next one finds out
            raise not_known(self._store.place, self._store.reason(error)) from error

    def _put(self, rows: list[Row], head: Head) -> None:
        try:
            with self._connection.begin():
                self._move_on(rows, head)
        except BaseException:
            self._roll_back()
            raise

    def _move_on(self, rows: list[Row], head: Head) -> None:
        # The head moves only from where this process left it: nobody else's events are written over.
        if self._connection.exec_driver_sql(self._move_head, (*head, *self._kept)).rowcount != 1:
            raise moved_on(self._store.place)
        self._connection.exec_driver_sql(self._add, rows)

    def _roll_back(self) -> None:
        """Undo what a commit that failed has left: SQLAlchemy sends no rollback after one."""
        if self._connection.invalidated:
            return
        with suppress(self._connection.dialect.loaded_dbapi.Error):  # what cannot be undone is met by the head
            self._connection.connection.rollback()
