"""The statements of a journal in a database, made once: building them anew costs more than running them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, bindparam, func, insert, literal_column, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.expression import ClauseElement

from saksgang.journal.schema import HEAD, JOURNAL

__all__ = ["ADD", "LAST", "MOVE_HEAD", "OF_CASE", "OF_ID", "PAGE", "THE_HEAD"]

_row = JOURNAL.c
_before = JOURNAL.alias("before")
_last = select(func.max(_row.position)).scalar_subquery()
# What is read out of order comes with the link before it, so that it is proved all the same.
_with_link: Select[Any] = select(JOURNAL, _before.c.chain.label("link_before")).select_from(
    JOURNAL.outerjoin(_before, _before.c.position == _row.position - literal_column("1"))
)


def _page(statement: Select[Any]) -> Select[Any]:
    """The rows after a position, so many at most."""
    later = statement.where(_row.position > bindparam("after")).order_by(_row.position)
    # Without the column SQLAlchemy adds a parameter of its own for the offset.
    return later.limit(bindparam("at_most")).offset(literal_column("0"))


def _text(statement: ClauseElement) -> str:
    return str(statement.compile(dialect=sqlite.dialect()))


# Each takes its parameters as a tuple, in the order in which they stand.
ADD = _text(insert(JOURNAL))
MOVE_HEAD = _text(
    update(HEAD)
    .values(events=bindparam("new_events"), digest=bindparam("new_digest"))
    .where(HEAD.c.events == bindparam("old_events"), HEAD.c.digest == bindparam("old_digest"))
)
THE_HEAD = _text(select(HEAD))
LAST = _text(select(_row.position, _row.chain).where(_row.position == _last))
PAGE = _text(_page(select(JOURNAL)))
OF_ID = _text(_with_link.where(_row.id == bindparam("key")))
OF_CASE = _text(_page(_with_link.where(_row.case_number == bindparam("number"))))
