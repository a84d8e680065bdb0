"""The statements of a journal in a database, made once: building them anew costs more than running them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Select, bindparam, insert, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.expression import ClauseElement

from saksgang.journal.schema import HEAD, JOURNAL

__all__ = ["ADD", "LAST", "MOVE_HEAD", "OF_CASE", "OF_ID", "PAGE", "THE_HEAD"]

_now = JOURNAL.c
_before = JOURNAL.alias("before")
# What is read out of order comes with the link before it, so that it is proved all the same.
_with_link: Select[Any] = select(JOURNAL, _before.c.chain.label("link_before")).select_from(
    JOURNAL.outerjoin(_before, _before.c.position == _now.position - 1)
)


def _text(statement: ClauseElement) -> str:
    return str(statement.compile(dialect=sqlite.dialect()))


# Each takes its parameters as a tuple, in the order in which they are named here.
ADD = _text(insert(JOURNAL))
MOVE_HEAD = _text(
    update(HEAD)
    .values(events=bindparam("new_events"), digest=bindparam("new_digest"))
    .where(HEAD.c.events == bindparam("old_events"), HEAD.c.digest == bindparam("old_digest"))
)
THE_HEAD = _text(select(HEAD))
LAST = _text(select(_now.position, _now.chain).order_by(_now.position.desc()).limit(1)).replace("?", "1", 1)
PAGE = _text(
    select(JOURNAL)
    .where(_now.position > bindparam("after"))
    .order_by(_now.position)
    .limit(bindparam("at_most"))
)
OF_ID = _text(_with_link.where(_now.id == bindparam("key")))
OF_CASE = _text(
    _with_link.where(_now.case_number == bindparam("number"), _now.position > bindparam("after"))
    .order_by(_now.position)
    .limit(bindparam("at_most"))
)
