"""The journal in an SQLite file: what must survive is here (COR-21)."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Connection, NullPool, create_engine
from sqlalchemy.exc import DBAPIError

from saksgang.errors import SaksgangError
from saksgang.journal.access import MAGIC, begins_with, damaged, in_use, unreachable
from saksgang.journal.database import DatabaseJournal
from saksgang.journal.files import place_new
from saksgang.journal.schema import FORMAT, begin
from saksgang.journal.store import FAILURES, Ask, Failure, Store

__all__ = ["APPLICATION", "SqliteJournal"]

APPLICATION = 0x53414B53  # "SAKS" in the file's header says whose file it is

# One process at a time has the file. A rollback journal, not a write-ahead log: once ``COMMIT`` returns, all is in
# the one file. A log lies beside it until it is folded in, and a file copied or left without its log would read as
# a shorter journal in perfect order, head and all. FULL with the lock kept syncs the end of the rollback journal too.
_WRITING = (
    "PRAGMA locking_mode=EXCLUSIVE",
    "PRAGMA journal_mode=DELETE",
    "PRAGMA synchronous=FULL",
    "BEGIN EXCLUSIVE",
    "COMMIT",
)
_READING = ("PRAGMA query_only=ON",)


class SqliteJournal(DatabaseJournal):
    """A journal in one SQLite file, whose own pages and indexes are checked on opening as well.

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
        super().__init__(_File(path), gather, writing=writing)


class _File(Store):
    """An SQLite file."""

    dialect = "sqlite"

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._path = path

    def connected(self, *, writing: bool) -> Connection:
        if writing:
            _begin(self._path)
        magic = begins_with(self._path, len(MAGIC))
        if magic != MAGIC:
            if MAGIC.startswith(magic):
                raise damaged(self._path, "the file is cut off", "")
            raise unreachable(self._path, "it is no journal")
        engine = create_engine("sqlite://", creator=lambda: _opened(self._path, writing=writing), poolclass=NullPool)
        try:
            return engine.connect()
        except FAILURES as error:
            raise self.told(error, "") from error

    def recognise(self, ask: Ask) -> None:
        if ask("PRAGMA application_id") != [(APPLICATION,)]:
            raise unreachable(self._path, "it is a database, but no journal of this program")
        if ask("PRAGMA user_version") != [(FORMAT,)]:
            raise unreachable(self._path, f"its format is not {FORMAT}, the only one that this version reads")

    def complaint(self, ask: Ask) -> str:
        ((says,),) = ask("PRAGMA integrity_check(1)")
        return "" if says == "ok" else str(says)

    def told(self, error: Failure, last: str) -> SaksgangError:
        if isinstance(error, UnicodeDecodeError):
            return damaged(self._path, "the database has unreadable names", last)
        name = getattr(error.orig, "sqlite_errorname", "")
        if name.startswith("SQLITE_BUSY"):
            return in_use(self._path)
        if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM", "SQLITE_AUTH")):
            return unreachable(self._path, str(error.orig))
        return damaged(self._path, f"the database says {str(error.orig)!r}", last)

    def reason(self, error: DBAPIError) -> str:
        return str(error.orig)


def _begin(path: Path) -> None:
    """Begin a journal where there is none."""
    try:
        if not path.exists():
            with suppress(FileExistsError):  # another process was a moment faster
                place_new(path, _fresh())
    except OSError as error:
        raise unreachable(path, error.strerror or str(error)) from error


def _fresh() -> bytes:
    """The content of an SQLite file that holds a journal without events."""
    raw = sqlite3.connect(":memory:")
    with create_engine("sqlite://", creator=lambda: raw, poolclass=NullPool).begin() as connection:
        begin(connection)
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version={FORMAT}")
        connection.commit()
        return raw.serialize()


def _opened(path: Path, *, writing: bool) -> sqlite3.Connection:
    # No time to wait for the lock: whoever has it has it for long.
    raw = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, timeout=0)
    try:
        for pragma in _WRITING if writing else _READING:
            raw.execute(pragma)
    except sqlite3.Error:
        raw.close()
        raise
    return raw
