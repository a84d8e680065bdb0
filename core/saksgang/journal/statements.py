"""The statements of a journal in a database, made once: building them anew costs more than running them."""

from __future__ import annotations

from functools import cache
from typing import Any

from attrs import frozen
from sqlalchemy import Select, bindparam, func, insert, literal_column, select, update
from sqlalchemy.dialects import registry
from sqlalchemy.sql.expression import ClauseElement

from saksgang.journal.schema import HEAD, JOURNAL

__all__ = ["DIALECTS", "Statements", "statements"]

# By SQLAlchemy's names, with the sign for a parameter that is told by its order.
DIALECTS = {"sqlite": "qmark", "postgresql.psycopg": "format"}

_row = JOURNAL.c
_before = JOURNAL.alias("before")
_last = select(func.max(_row.position)).scalar_subquery()
# What is read out of order comes with the link before it, so that it is proved all the same.
_with_link: Select[Any] = select(JOURNAL, _before.c.chain.label("link_before")).select_from(
    JOURNAL.outerjoin(_before, _before.c.position == _row.position - literal_column("1"))
)


def _page(statement: Select[Any]) -> Select[Any]:
    """The rows after a position and up to another, so many at most."""
    between = (_row.position > bindparam("after")) & (_row.position <= bindparam("until"))
    later = statement.where(between).order_by(_row.position)
    # Without the column SQLAlchemy adds a parameter of its own for the offset.
    return later.limit(bindparam("at_most")).offset(literal_column("0"))


@frozen
class Statements:
    """The statements as a database reads them; each takes its parameters as a tuple, in the order of their names here.

    Attributes:
        add: a row of the journal.
        move_head: number and digest from now on, and those that it has to move from.
        the_head: none.
        the_end: none; the head beside position and link of the last row, in one look, for others may be writing.
        page: position after which, position up to which, and how many at most.
        of_id: an event's id.
        of_case: a case's number, and as ``page``.
    """

    add: str
    move_head: str
    the_head: str
    the_end: str
    page: str
    of_id: str
    of_case: str


_CLAUSES: dict[str, ClauseElement] = {
    "add": insert(JOURNAL),
    "move_head": update(HEAD)
    .values(events=bindparam("new_events"), digest=bindparam("new_digest"))
    .where(HEAD.c.events == bindparam("old_events"), HEAD.c.digest == bindparam("old_digest")),
    "the_head": select(HEAD),
    "the_end": select(HEAD, _row.position, _row.chain).select_from(HEAD.outerjoin(JOURNAL, _row.position == _last)),
    "page": _page(select(JOURNAL)),
    "of_id": _with_link.where(_row.id == bindparam("key")),
    "of_case": _page(_with_link.where(_row.case_number == bindparam("number"))),
}


@cache
def statements(dialect: str) -> Statements:
    """The statements in one of the dialects."""
    kind = registry.load(dialect)(paramstyle=DIALECTS[dialect])
    return Statements(**{name: str(clause.compile(dialect=kind)) for name, clause in _CLAUSES.items()})
