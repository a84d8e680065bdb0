"""The tables of an OCEL 2.0 file in SQLite, every one with its primary and foreign keys (SIM-10).

Names of tables and columns are those of the specification (https://www.ocel-standard.org); a type's own tables are
called ``event_`` or ``object_`` and the type, and hold its attributes.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from saksgang.export.attributes import EVENT_ATTRIBUTES, Kind
from saksgang.export.telling import THING_ATTRIBUTES

__all__ = ["BEGINNING", "create", "quoted"]

BEGINNING = "1970-01-01T00:00:00.000Z"
"""The time that the specification gives to the attributes with which an object begins."""

_SHARED = """\
CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY NOT NULL, ocel_type_map TEXT NOT NULL UNIQUE);
CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY NOT NULL, ocel_type_map TEXT NOT NULL UNIQUE);
CREATE TABLE event (
  ocel_id TEXT PRIMARY KEY NOT NULL,
  ocel_type TEXT NOT NULL REFERENCES event_map_type (ocel_type)
);
CREATE TABLE object (
  ocel_id TEXT PRIMARY KEY NOT NULL,
  ocel_type TEXT NOT NULL REFERENCES object_map_type (ocel_type)
);
CREATE TABLE event_object (
  ocel_event_id TEXT NOT NULL REFERENCES event (ocel_id),
  ocel_object_id TEXT NOT NULL REFERENCES object (ocel_id),
  ocel_qualifier TEXT NOT NULL,
  PRIMARY KEY (ocel_event_id, ocel_object_id, ocel_qualifier)
) WITHOUT ROWID;
CREATE TABLE object_object (
  ocel_source_id TEXT NOT NULL REFERENCES object (ocel_id),
  ocel_target_id TEXT NOT NULL REFERENCES object (ocel_id),
  ocel_qualifier TEXT NOT NULL,
  PRIMARY KEY (ocel_source_id, ocel_target_id, ocel_qualifier)
) WITHOUT ROWID;
"""
_COLUMNS: Mapping[Kind, str] = {"string": "TEXT", "time": "TIMESTAMP", "integer": "INTEGER", "boolean": "BOOLEAN"}


def create(connection: sqlite3.Connection) -> None:
    """Make the tables of every type, also of those that no event will be of."""
    connection.executescript(_SHARED)
    for name, attributes in EVENT_ATTRIBUTES.items():
        head = "ocel_id TEXT PRIMARY KEY NOT NULL REFERENCES event (ocel_id), ocel_time TIMESTAMP NOT NULL"
        connection.execute(f"CREATE TABLE {quoted(f'event_{name}')} ({head}{_columns(attributes)}) WITHOUT ROWID")
    for name, attributes in THING_ATTRIBUTES.items():
        head = (
            "ocel_id TEXT NOT NULL REFERENCES object (ocel_id), ocel_time TIMESTAMP NOT NULL, ocel_changed_field TEXT"
        )
        key = "PRIMARY KEY (ocel_id, ocel_time, ocel_changed_field)"
        connection.execute(f"CREATE TABLE {quoted(f'object_{name}')} ({head}{_columns(attributes)}, {key})")
    for table, types in (("event_map_type", EVENT_ATTRIBUTES), ("object_map_type", THING_ATTRIBUTES)):
        connection.executemany(f"INSERT INTO {table} VALUES (?, ?)", [(name, name) for name in types])  # noqa: S608 - our own names


def quoted(name: str) -> str:
    """A name of ours as SQL takes it: some are words of its own, such as ``new``."""
    return f'"{name}"'


def _columns(attributes: Mapping[str, Kind]) -> str:
    return "".join(f", {quoted(name)} {_COLUMNS[kind]}" for name, kind in attributes.items())
