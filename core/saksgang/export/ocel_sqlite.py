"""OCEL 2.0 in SQLite: events, the things they are about, and how these changed and hang together (SIM-10)."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from saksgang.events import DocumentRegistered
from saksgang.export.attributes import EVENT_ATTRIBUTES, Value, moment, values_of
from saksgang.export.ocel_tables import BEGINNING, create, quoted
from saksgang.export.telling import MAKERS, THING_ATTRIBUTES, told
from saksgang.export.things import Thing, named, thing_of_actor
from saksgang.journal import Recorded

__all__ = ["scratch", "write_ocel_sqlite"]

ROWS_AT_A_TIME = 20_000
# Nobody reads the file before it is finished, and a half one is thrown away.
_SCRATCH = ("PRAGMA journal_mode=OFF", "PRAGMA synchronous=OFF", "PRAGMA cache_size=-32768")


def write_ocel_sqlite(journal: Iterable[Recorded], path: Path) -> int:
    """Write a new file, and say how many events it has; memory does not grow with the journal.

    Raises:
        sqlite3.Error: the disk did not take it.
        SaksgangError: the journal cannot be read to its end.
    """
    with closing(scratch(path)) as connection:
        create(connection)
        tables, position = _Tables(connection), 0
        for position, recorded in enumerate(journal, start=1):
            tables.see(position, recorded)
        tables.write()
        _begin_everything(connection)
        connection.commit()
    return position


def scratch(path: Path) -> sqlite3.Connection:
    """A connection to a file that counts only when it is finished."""
    connection = sqlite3.connect(path)
    for pragma in _SCRATCH:
        connection.execute(pragma)
    return connection


class _Tables:
    """Rows on their way to the tables, gathered by statement, for one at a time is slow."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._waiting: defaultdict[str, list[tuple[Value, ...]]] = defaultdict(list)
        self._rows = 0

    def see(self, position: int, recorded: Recorded) -> None:
        """One event with all that it names and tells."""
        kind, at = recorded.kind, moment(recorded.at)
        values = (position, recorded.actor, recorded.cause, *values_of(recorded.event))
        self._add(_EVENT, (recorded.id, kind))
        self._add(_EVENT_OF[kind], (recorded.id, at, *values))
        for qualifier, thing in _named(recorded):
            self._add(_OBJECT, (thing[1], thing[0]))
            self._add(_EVENT_OBJECT, (recorded.id, thing[1], qualifier))
        for source, target, qualifier in _tied(recorded):
            self._add(_OBJECT_OBJECT, (source, target, qualifier))
        for thing, attributes in told(recorded.event):
            self._add(_OBJECT, (thing[1], thing[0]))
            if type(recorded.event) in MAKERS:
                row = [attributes.get(name) for name in THING_ATTRIBUTES[thing[0]]]
                self._add(_OBJECT_OF[thing[0]], (thing[1], BEGINNING, None, *row))
            else:
                for name, value in attributes.items():
                    self._add(_CHANGE_OF[thing[0], name], (thing[1], at, name, value))
        if self._rows > ROWS_AT_A_TIME:
            self.write()

    def write(self) -> None:
        """Hand over what waits."""
        for statement, rows in self._waiting.items():
            self._connection.executemany(statement, rows)
        self._waiting.clear()
        self._rows = 0

    def _add(self, statement: str, row: tuple[Value, ...]) -> None:
        self._waiting[statement].append(row)
        self._rows += 1


def _named(recorded: Recorded) -> Iterator[tuple[str, Thing]]:
    yield from named(recorded.event)
    actor = thing_of_actor(recorded.actor)
    if actor is not None:
        yield "actor", actor


def _tied(recorded: Recorded) -> Iterator[tuple[str, str, str]]:
    """A new thing hangs on every thing that its first event names, but for who works on it; a document on its case."""
    event = recorded.event
    if type(event) in MAKERS:
        (source, _), *_ = ((thing[1], 0) for thing, _ in told(event))
        for qualifier, (kind, target) in named(event):
            if kind != "staff" and target != source:
                yield source, target, qualifier
    elif isinstance(event, DocumentRegistered) and event.case:
        yield event.document, event.case, "case"


def _begin_everything(connection: sqlite3.Connection) -> None:
    """People, and whatever was named without a beginning of its own, get a first row without attributes."""
    for name in THING_ATTRIBUTES:
        table = quoted(f"object_{name}")
        begun = f"SELECT 1 FROM {table} WHERE ocel_id = object.ocel_id AND ocel_changed_field IS NULL"  # noqa: S608 - our own names
        others = f"SELECT ocel_id, ? FROM object WHERE ocel_type = ? AND NOT EXISTS ({begun}) ORDER BY rowid"  # noqa: S608
        connection.execute(f"INSERT INTO {table} (ocel_id, ocel_time) {others}", (BEGINNING, name))


_EVENT = "INSERT INTO event VALUES (?, ?)"
_OBJECT = "INSERT OR IGNORE INTO object VALUES (?, ?)"
_EVENT_OBJECT = "INSERT OR IGNORE INTO event_object VALUES (?, ?, ?)"
_OBJECT_OBJECT = "INSERT OR IGNORE INTO object_object VALUES (?, ?, ?)"


def _insert(table: str, values: int) -> str:
    return f"INSERT INTO {quoted(table)} VALUES ({', '.join('?' * values)})"  # noqa: S608 - our own names


_EVENT_OF = {name: _insert(f"event_{name}", 2 + len(columns)) for name, columns in EVENT_ATTRIBUTES.items()}
_OBJECT_OF = {name: _insert(f"object_{name}", 3 + len(columns)) for name, columns in THING_ATTRIBUTES.items()}
# What changes twice at one instant is, from then on, what it was changed to last.
_CHANGE_OF = {
    (kind, name): f"INSERT OR REPLACE INTO {quoted(f'object_{kind}')} (ocel_id, ocel_time, ocel_changed_field, "  # noqa: S608
    f"{quoted(name)}) VALUES (?, ?, ?, ?)"
    for kind, columns in THING_ATTRIBUTES.items()
    for name in columns
}
