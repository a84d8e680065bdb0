"""OCEL 2.0 in JSON, written from the tables of the same log in SQLite (SIM-10).

One element a line, so that a log can be looked into; every value is text, as the public schema wants it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from saksgang.export.attributes import EVENT_ATTRIBUTES, Kind, Value
from saksgang.export.ocel_tables import quoted
from saksgang.export.telling import THING_ATTRIBUTES

__all__ = ["write_ocel_json"]

_encode = msgspec.json.Encoder().encode


def write_ocel_json(tables: Path, path: Path) -> None:
    """Write a new file from the SQLite file ``tables``; memory does not grow with it.

    Raises:
        OSError, sqlite3.Error: the disk did not take it.
    """
    with closing(sqlite3.connect(tables)) as connection, path.open("xb") as file:
        file.write(b"{")
        _list(file, b"eventTypes", map(_type, EVENT_ATTRIBUTES.items()), b",\n")
        _list(file, b"objectTypes", map(_type, THING_ATTRIBUTES.items()), b",\n")
        _list(file, b"events", _events(connection), b",\n")
        _list(file, b"objects", _objects(connection), b"}\n")


def _list(file: BinaryIO, name: bytes, elements: Iterable[Any], ending: bytes) -> None:
    file.write(b'"%b":[' % name)
    file.writelines((b",\n" if number else b"\n") + _encode(element) for number, element in enumerate(elements))
    file.write(b"\n]" + ending)


def _type(named: tuple[str, Mapping[str, Kind]]) -> dict[str, Any]:
    name, attributes = named
    return {"name": name, "attributes": [{"name": each, "type": kind} for each, kind in attributes.items()]}


def _events(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    for key, kind in connection.execute("SELECT ocel_id, ocel_type FROM event ORDER BY rowid"):
        ((_, at, *values),) = connection.execute(_ONE_EVENT[kind], (key,))
        told = zip(EVENT_ATTRIBUTES[kind].items(), values, strict=True)
        yield {
            "id": key,
            "type": kind,
            "time": at,
            "attributes": [
                {"name": name, "value": _text(value, of)} for (name, of), value in told if value is not None
            ],
            "relationships": _relationships(connection, _RELATED, key),
        }


def _objects(connection: sqlite3.Connection) -> Iterator[dict[str, Any]]:
    for key, kind in connection.execute("SELECT ocel_id, ocel_type FROM object ORDER BY rowid"):
        attributes = [
            {"name": name, "value": _text(value, of), "time": at}
            for _, at, changed, *values in connection.execute(_ONE_OBJECT[kind], (key,))
            for (name, of), value in zip(THING_ATTRIBUTES[kind].items(), values, strict=True)
            if value is not None and changed in (None, name)
        ]
        tied = _relationships(connection, _TIED, key)
        yield {"id": key, "type": kind, "attributes": attributes, "relationships": tied}


def _relationships(connection: sqlite3.Connection, statement: str, key: str) -> list[dict[str, str]]:
    rows = connection.execute(statement, (key,))
    return [{"objectId": thing, "qualifier": qualifier} for thing, qualifier in rows]


def _text(value: Value, kind: Kind) -> str:
    if kind == "boolean":
        return "true" if value else "false"
    return str(value)


_ONE_EVENT = {name: f"SELECT * FROM {quoted(f'event_{name}')} WHERE ocel_id = ?" for name in EVENT_ATTRIBUTES}  # noqa: S608 - our own names
_ONE_OBJECT = {
    name: f"SELECT * FROM {quoted(f'object_{name}')} WHERE ocel_id = ? ORDER BY ocel_time, rowid"  # noqa: S608
    for name in THING_ATTRIBUTES
}
# In the order of the primary key, by which these tables are kept.
_RELATED = "SELECT ocel_object_id, ocel_qualifier FROM event_object WHERE ocel_event_id = ?"
_TIED = "SELECT ocel_target_id, ocel_qualifier FROM object_object WHERE ocel_source_id = ?"
