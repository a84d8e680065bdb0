"""Logs as XES from anywhere, read a trace at a time."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, cast
from xml.parsers import expat

from attrs import define, field

from saksgang.audit.csv_log import Columns
from saksgang.audit.entries import Entry, Times, refuse_no_file
from saksgang.errors import InputRefused

__all__ = ["STANDARD", "read_xes"]

STANDARD = Columns("concept:name", "concept:name", "time:timestamp")
CHUNK = 1 << 16
GZIP = b"\x1f\x8b"
ATTRIBUTES = frozenset({"string", "date", "int", "float", "boolean", "id"})


def read_xes(path: Path, columns: Columns, times: Times) -> Iterator[Entry]:
    """The entries of a log, in its order; events outside of traces are of no case and passed over.

    The case is an attribute of the trace, or else of the event; the rest are attributes of the event.

    Raises:
        InputRefused: the file or an event of it cannot be read; the message says in which line.
    """
    reading = _Reading(path, columns, times)
    parser = expat.ParserCreate()
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    # What an entity stands for is never looked up, so no file can make a large thing out of a small one.
    parser.EntityDeclHandler = reading.entity
    reading.parser = parser
    try:
        refuse_no_file(path)
        with _opened(path) as file:
            while chunk := file.read(CHUNK):
                parser.Parse(chunk)
                yield from reading.taken()
            parser.Parse(b"", True)  # noqa: FBT003 - expat takes no names
    except expat.ExpatError as error:
        raise InputRefused(f"{path} line {error.lineno}: This is no XML ({expat.ErrorString(error.code)}).") from None
    except (OSError, EOFError, zlib.error) as error:
        raise InputRefused(f"The log {path} cannot be read: {getattr(error, 'strerror', None) or error}.") from error


def _opened(path: Path) -> BinaryIO:
    with path.open("rb") as file:
        packed = file.read(len(GZIP)) == GZIP
    return cast("BinaryIO", gzip.open(path)) if packed else path.open("rb")


@define
class _Reading:
    """What is kept while the elements go by."""

    path: Path
    columns: Columns
    times: Times
    parser: expat.XMLParserType | None = None
    open: list[str] = field(factory=list)
    trace: dict[str, str] = field(factory=dict)
    event: dict[str, str] = field(factory=dict)
    found: list[Entry] = field(factory=list)
    number: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        tag = name.rpartition(":")[2]
        if not self.open and tag != "log":
            raise InputRefused(f"{self._place()}: This is no XES: its first element is {tag!r}, not 'log'.")
        above = self.open[-1] if self.open else ""
        if tag in ATTRIBUTES and above in ("trace", "event"):
            into = self.trace if above == "trace" else self.event
            into[attributes.get("key", "")] = attributes.get("value", "")
        elif tag == "trace":
            self.trace = {}
        elif tag == "event":
            self.event = {}
        self.open.append(tag)

    def end(self, _: str) -> None:
        """An element ends."""
        if self.open.pop() == "event" and "trace" in self.open:
            self.number += 1
            self._take()

    def entity(self, name: str, *_: object) -> None:
        """An entity is declared, which no event log needs."""
        raise InputRefused(f"{self._place()}: The entity {name!r} is declared here: write the text itself.")

    def taken(self) -> list[Entry]:
        """What was found since the last time."""
        found, self.found = self.found, []
        return found

    def _take(self) -> None:
        values = {**{f"case:{name}": value for name, value in self.trace.items()}, **self.event}
        case = self.trace.get(self.columns.case) or self.event.get(self.columns.case, "")
        for name in (self.columns.activity, self.columns.time):
            if not self.event.get(name):
                raise InputRefused(
                    f"{self._place()}: The event has no {name!r}: name the attribute that is meant with --map."
                )
        at = self.times.first(self.event[self.columns.time], self._place())
        if case:
            activity = self.event[self.columns.activity]
            self.found.append(Entry(self.number, case, activity, at, values, self._place()))

    def _place(self) -> str:
        line = self.parser.CurrentLineNumber if self.parser else 0
        return f"{self.path} line {line}"
