"""A journal as one row an event, each with the case that it belongs to in the end: for CSV and XES (SIM-10).

An event may stand in the journal before its case is known, such as the receipt of a document that is registered on a
case two days later; and it names a letter or a task without saying of what kind. So the rows go through a table first.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from attrs import fields, frozen

from saksgang import events as ev
from saksgang.events import EVENTS, Event
from saksgang.export.attributes import value_of
from saksgang.export.ocel_sqlite import scratch
from saksgang.export.telling import MAKERS
from saksgang.export.things import OWN, thing_referred_to, thing_under
from saksgang.journal import Recorded
from saksgang.legaltime import Almanac

__all__ = ["BY_CASE", "BY_POSITION", "Row", "local_time", "rows"]

BY_POSITION = "position"
BY_CASE = "home = '', home, position"
ROWS_AT_A_TIME = 10_000


@frozen
class Row:
    """An event, flat; ``""`` stands for what it has not.

    Attributes:
        position: 1 for the first event of the journal: what to sort by.
        time: the office's local time in ISO 8601 with its offset, to the millisecond; so are ``due`` and ``limit``.
        case: the case; of a document, and of work on it, the case that it was registered on in the end.
        activity: type, kind and target in one, such as ``TaskCompleted review_case``.
        type: what happened, a type of the journal.
        kind: task kind, letter template, deadline kind, document category, new status and the like.
        thing: the id of the task, letter, deadline, document, request, contact, note, failure or person concerned.
        due: when it is due; of a deadline that starts, its ``due`` or ``norm``.
        limit: of a deadline that starts, its legal limit.
        outcome: what a task was completed with.
    """

    position: int
    time: str
    case: str
    case_type: str
    routine: str
    activity: str
    type: str
    kind: str
    target: str
    outcome: str
    due: str
    limit: str
    thing: str
    actor: str
    id: str
    cause: str


def rows(journal: Iterable[Recorded], almanac: Almanac, tables: Path, order: str) -> Iterator[Row]:
    """The rows in that order, by way of a new file ``tables``; memory does not grow with the journal.

    ``almanac`` is the office's, for its local time; ``order`` is ``BY_POSITION``, or ``BY_CASE`` with the rows of no
    case last.
    """
    with closing(scratch(tables)) as connection:
        connection.executescript(_TABLES)
        _gather(connection, journal)
        for row in connection.execute(f"{_SELECT} ORDER BY {order}"):
            yield _row(*row, almanac=almanac)


def local_time(instant: str, almanac: Almanac) -> str:
    """An instant in ISO 8601 as the office's clock shows it, to the millisecond; ``""`` stays empty."""
    return almanac.local(dt.datetime.fromisoformat(instant)).isoformat(timespec="milliseconds") if instant else ""


def _gather(connection: sqlite3.Connection, journal: Iterable[Recorded]) -> None:
    waiting: list[tuple[str | int, ...]] = []
    for position, recorded in enumerate(journal, start=1):
        event = recorded.event
        own = (recorded.id, recorded.at.isoformat(), recorded.actor, recorded.cause)
        waiting.append((position, *own, *_columns(event)))
        if type(event) in MAKERS:
            connection.execute(_THING, (_thing(event) or event.case, _kind(event), event.case, _about(event)))
        elif isinstance(event, ev.DocumentRegistered):
            connection.execute(_REGISTERED, (event.case, event.document))
        if len(waiting) > ROWS_AT_A_TIME:
            connection.executemany(_EVENT, waiting)
            waiting.clear()
    connection.executemany(_EVENT, waiting)


def _columns(event: Event) -> tuple[str, ...]:
    """What an event says by itself, in the order of the table's columns."""
    thing, about, kind = _thing(event), _about(event), _kind(event)
    target, outcome = getattr(event, "target", ""), getattr(event, "outcome", "")
    return (event.case, event.routine, type(event).__name__, kind, target, outcome, *_dues(event), thing, about)


def _dues(event: Event) -> tuple[str, str]:
    if isinstance(event, ev.DeadlineStarted):
        by_name = {target.name: target.due.isoformat() for target in event.targets}
        return by_name.get("due") or by_name.get("norm", ""), by_name.get("limit", "")
    due = getattr(event, "due", None)
    return due.isoformat() if due else "", ""


def _kind(event: Event) -> str:
    name = _KIND_FIELD[type(event)]
    return str(value_of(event, name)) if name else ""


def _thing(event: Event) -> str:
    name = _THING_FIELD[type(event)]
    if isinstance(event, ev.DispatchFailed):
        _, identity = thing_under(event.key) or ("", "")
        return identity
    identity = getattr(event, name) if name else ""
    return f"staff:{identity}" if name == "staff" else identity


def _about(event: Event) -> str:
    about = getattr(event, "about", "")
    return about if about and thing_referred_to(about) else ""


def _row(  # noqa: PLR0913, PLR0917 - the columns of the query, in its order
    position: int,
    at: str,
    due: str,
    limit: str,
    case: str,
    case_type: str,
    routine: str,
    event_type: str,
    kind: str,
    target: str,
    *rest: str,
    almanac: Almanac,
) -> Row:
    what = ".".join(filter(None, (kind, target)))
    return Row(
        position,
        local_time(at, almanac),
        case,
        case_type,
        routine,
        f"{event_type} {what}".rstrip(),
        event_type,
        kind,
        target,
        rest[0],
        local_time(due, almanac),
        local_time(limit, almanac),
        *rest[1:],
    )


# The first field that an event has of these tells its kind, and the first of those the thing concerned.
_KIND_FIELDS = ("kind", "template", "category", "service", "new", "type", "port", "plugin", "channel")
_THING_FIELDS = (*(name for name in OWN if name != "case"), "staff")


def _first_field(kind: type[Event], among: tuple[str, ...]) -> str:
    has = {row.name for row in fields(kind)}
    return next((name for name in among if name in has), "")


_KIND_FIELD = {kind: _first_field(kind, _KIND_FIELDS) for kind in EVENTS.values()}
_THING_FIELD = {kind: _first_field(kind, _THING_FIELDS) for kind in EVENTS.values()} | {ev.OfficeOpened: ""}

_TABLES = """\
CREATE TABLE event (position INTEGER PRIMARY KEY, id, at, actor, cause, case_number, routine, type, kind, target,
  outcome, due, due_at_most, thing, about);
CREATE TABLE thing (id PRIMARY KEY, kind, case_number, about) WITHOUT ROWID;
"""
_EVENT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_THING = "INSERT OR REPLACE INTO thing VALUES (?, ?, ?, ?)"
_REGISTERED = "UPDATE thing SET case_number = ? WHERE id = ?"
# A row's case is its own, else that of its thing, else that of what it or its thing is about.
_SELECT = """\
SELECT position, at, due, due_at_most, home, coalesce(found.kind, ''), routine, type, own_kind, target, outcome,
  thing, actor, event_id, cause
FROM (
  SELECT event.position, event.at, event.due, event.due_at_most,
    coalesce(nullif(event.case_number, ''), nullif(own.case_number, ''), matter.case_number, '') AS home,
    event.routine, event.type, coalesce(nullif(event.kind, ''), own.kind, '') AS own_kind, event.target,
    event.outcome, event.thing, event.actor, event.id AS event_id, event.cause
  FROM event
  LEFT JOIN thing AS own ON own.id = event.thing
  LEFT JOIN thing AS matter ON matter.id = coalesce(nullif(event.about, ''), own.about)
)
LEFT JOIN thing AS found ON found.id = home
"""
