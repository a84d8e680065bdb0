"""The tables of a journal in a database, the same in SQLite and PostgreSQL (COR-21)."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Connection, Index, Integer, LargeBinary, MetaData, String, Table, insert

from saksgang.journal.chain import START

__all__ = ["FORMAT", "HEAD", "JOURNAL", "MARK", "begin"]

FORMAT = 1
MARK = "Saksgang journal, format "
"""What the comment on either table begins with, in a database where tables have comments; the format follows."""

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
    comment=f"{MARK}{FORMAT}",
)
HEAD = Table(
    "head",
    _tables,
    Column("events", _number, primary_key=True, autoincrement=False),
    Column("digest", String, nullable=False),
    comment=f"{MARK}{FORMAT}",
)


def begin(connection: Connection) -> None:
    """Make a journal without events in a database that has none of these tables."""
    _tables.create_all(connection, checkfirst=False)
    connection.execute(insert(HEAD).values(events=0, digest=START.hex()))
