"""A journal as XES (IEEE 1849): one trace a case, its events in the order in which they happened (SIM-10)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby
from pathlib import Path
from typing import TextIO
from xml.sax.saxutils import quoteattr

from saksgang.export.flat import Row
from saksgang.export.xml_text import xml_text

__all__ = ["write_xes"]

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1849.2016" xes.features="">
<extension name="Concept" prefix="concept" uri="http://www.xes-standard.org/concept.xesext"/>
<extension name="Time" prefix="time" uri="http://www.xes-standard.org/time.xesext"/>
<extension name="Organizational" prefix="org" uri="http://www.xes-standard.org/org.xesext"/>
<global scope="trace"><string key="concept:name" value=""/></global>
<global scope="event"><string key="concept:name" value=""/>\
<date key="time:timestamp" value="1970-01-01T00:00:00.000Z"/></global>
<classifier name="Activity" scope="event" keys="concept:name"/>
<classifier name="Type" scope="event" keys="type"/>
"""
# Attribute, its XES type, and the row's field; those of the standard's extensions first.
ATTRIBUTES = (
    ("concept:name", "string", "activity"),
    ("time:timestamp", "date", "time"),
    ("org:resource", "string", "actor"),
    ("position", "int", "position"),
    ("id", "string", "id"),
    ("cause", "string", "cause"),
    ("routine", "string", "routine"),
    ("type", "string", "type"),
    ("kind", "string", "kind"),
    ("target", "string", "target"),
    ("outcome", "string", "outcome"),
    ("due", "date", "due"),
    ("limit", "date", "limit"),
    ("thing", "string", "thing"),
)


def write_xes(rows: Iterable[Row], path: Path) -> int:
    """Write a new file from rows sorted by case, and say how many events it has; raises ``OSError``.

    Events of no case are left out: the standard would let them stand after the traces, and readers stumble there.
    """
    written = 0
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(HEAD)
        for case, events in groupby((row for row in rows if row.case), key=lambda row: row.case):
            written += _trace(file, case, events)
        file.write("</log>\n")
    return written


def _trace(file: TextIO, case: str, events: Iterator[Row]) -> int:
    first = next(events)
    attributes = (("concept:name", case), ("case_type", first.case_type), ("routine", first.routine))
    file.write(f"<trace>{''.join(_attribute('string', name, value) for name, value in attributes)}\n")
    number = 0
    for row in chain((first,), events):
        file.write(_event(row))
        number += 1
    file.write("</trace>\n")
    return number


def _event(row: Row) -> str:
    told = ((name, kind, getattr(row, source)) for name, kind, source in ATTRIBUTES)
    return (
        f"<event>{''.join(_attribute(kind, name, str(value)) for name, kind, value in told if value != '')}</event>\n"
    )


def _attribute(kind: str, name: str, value: str) -> str:
    return f'<{kind} key="{name}" value={quoteattr(xml_text(value))}/>'
