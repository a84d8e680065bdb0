"""The tables of a journal in a database, and how an SQLite file that holds them is begun and opened (COR-21)."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    NullPool,
    String,
    Table,
    create_engine,
    insert,
)

from saksgang.journal.chain import START

__all__ = ["APPLICATION", "FORMAT", "HEAD", "JOURNAL", "connected", "fresh"]

APPLICATION = 0x53414B53  # "SAKS" in the file's header says whose file it is
FORMAT = 1

_tables = MetaData()
_number = BigInteger().with_variant(Integer, "sqlite")  # only an INTEGER is SQLite's own row number

JOURNAL = Table(
    "journal",
    _tables,
    Column("position", _number, primary_key=True, autoincrement=False),
    Column("id", String, nullable=False, unique=True),
    Column("at", String, nullable=False),
    Column("case_number", String, nullable=False),
    Column("type", String, nullable=False),
    Column("line", LargeBinary, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    Index("journal_case", "case_number"),
    Index("journal_type", "type"),
)
HEAD = Table(
    "head",
    _tables,
    Column("events", _number, primary_key=True, autoincrement=False),
    Column("digest", String, nullable=False),
)

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


def fresh() -> bytes:
    """The content of an SQLite file that holds a journal without events."""
    raw = sqlite3.connect(":memory:")
    with create_engine("sqlite://", creator=lambda: raw, poolclass=NullPool).begin() as connection:
        _tables.create_all(connection)
        connection.execute(insert(HEAD).values(events=0, digest=START.hex()))
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")
        connection.exec_driver_sql(f"PRAGMA user_version={FORMAT}")
        connection.commit()
        return raw.serialize()


def connected(path: Path, *, writing: bool) -> Connection:
    """A connection to the file, held by this process alone when it is for writing.

    Raises:
        sqlalchemy.exc.DBAPIError: when the file is in use, out of reach or no database.
    """
    engine = create_engine("sqlite://", creator=lambda: _opened(path, writing=writing), poolclass=NullPool)
    return engine.connect()


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
