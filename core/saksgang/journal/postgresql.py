"""The journal in PostgreSQL: for an office of many users, whose server others look after (COR-21)."""

from __future__ import annotations

from sqlalchemy import Connection, NullPool, create_engine
from sqlalchemy.exc import DBAPIError

from saksgang.errors import SaksgangError
from saksgang.journal.access import damaged, unreachable
from saksgang.journal.address import Address, address
from saksgang.journal.database import DatabaseJournal
from saksgang.journal.schema import FORMAT, MARK, begin
from saksgang.journal.session import driver, opened, sentence
from saksgang.journal.statements import DIALECTS
from saksgang.journal.store import FAILURES, Ask, Failure, Store

__all__ = ["PostgresqlJournal"]

_COMMENTS = (
    "SELECT obj_description(to_regclass('journal'), 'pg_class'), obj_description(to_regclass('head'), 'pg_class')"
)
_TABLES = "SELECT to_regclass('journal') IS NOT NULL OR to_regclass('head') IS NOT NULL"
# By the beginnings of SQLSTATE: data that cannot be, tables and columns that are gone or of another type, and files
# and pages that the server cannot read. Everything else is about reaching it.
_DAMAGE = ("22", "42P01", "42703", "42804", "42883", "58", "XX")


class PostgresqlJournal(DatabaseJournal):
    """A journal in a PostgreSQL database, in the schema where the user's tables go; one schema has one journal.

    What ``append`` has returned from is committed. When the connection is lost, the next one finds out what became of
    the events that were under way. Any number of processes may read beside the one that writes; each reads the journal
    as it was when it was opened.

    Args:
        place: the address, such as ``postgresql://kari@db.example/journals``; ``?options=-csearch_path%3DNAME`` names
            another schema.
        gather: how many events to gather before they are written, as for SQLite.
        writing: false to open a journal that is there for reading only.

    Raises:
        InputRefused: the server or database is out of reach, holds no journal, or another process writes to it; or
            psycopg is not installed.
        JournalDamaged: the journal is not as it was written.
    """

    def __init__(self, place: Address | str, gather: int = 1, *, writing: bool = True) -> None:
        store = _Server(address(place) if isinstance(place, str) else place)
        super().__init__(store, gather, writing=writing)


class _Server(Store):
    """A schema of a PostgreSQL database."""

    dialect = "postgresql.psycopg"

    def __init__(self, place: Address) -> None:
        super().__init__(place)
        self._address = place

    def connected(self, *, writing: bool) -> Connection:
        engine = create_engine(
            "postgresql+psycopg://",
            creator=lambda: opened(self._address, writing=writing),
            module=driver(self._address),
            paramstyle=DIALECTS[self.dialect],
            poolclass=NullPool,
        )
        connection = engine.connect()
        try:
            if writing:
                _begin(connection)
        except FAILURES as error:
            connection.close()
            raise self.told(error, "") from error
        return connection

    def recognise(self, ask: Ask) -> None:
        (comments,) = ask(_COMMENTS)
        marks = {each for each in comments if each is not None and each.startswith(MARK)}
        if not marks:
            ((taken,),) = ask(_TABLES)
            what = "tables of another program are where its tables would be" if taken else "there is no journal in it"
            raise unreachable(self.place, what)
        if marks != {f"{MARK}{FORMAT}"}:
            raise unreachable(self.place, f"its format is not {FORMAT}, the only one that this version reads")

    def complaint(self, ask: Ask) -> str:
        """None: its pages and indexes are the server's own to check."""
        return ""

    def told(self, error: Failure, last: str) -> SaksgangError:
        if isinstance(error, UnicodeDecodeError):
            return damaged(self.place, "the database has unreadable text", last)
        state = getattr(error.orig, "sqlstate", None) or ""
        if state.startswith(_DAMAGE):
            return damaged(self.place, f"the database says {self.reason(error)!r}", last)
        return unreachable(self.place, self.reason(error))

    def reason(self, error: DBAPIError) -> str:
        return sentence(error.orig)


def _begin(connection: Connection) -> None:
    """Begin a journal where there is none; nobody else does, for this process has it alone."""
    with connection.begin():
        if not connection.exec_driver_sql(_TABLES).scalar_one():
            begin(connection)
