"""On which line of a TOML text a key stands: a cheap look, for error messages only."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping

from saksgang.configuration.problems import joined

__all__ = ["line_of", "lines_of"]

_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_KEY = rf"({_PART}(?:[ \t]*\.[ \t]*{_PART})*)"
_TABLE = re.compile(rf"[ \t]*(\[\[?)[ \t]*{_KEY}[ \t]*\]\]?[ \t]*(?:#.*)?")
_VALUE = re.compile(rf"[ \t]*{_KEY}[ \t]*=")
_LAST_PART = re.compile(r'(?:\.[^."\[\]]+|\.?"[^"]*"|\[\d+\])$')
_LONG_TEXT = re.compile(r"\"\"\"|'''")


def lines_of(text: str) -> dict[str, int]:
    """The line, counted from 1, of each table and each key that begins a line."""
    lines: dict[str, int] = {}
    seen: Counter[str] = Counter()
    table = ""
    for number, row in _rows(text):
        if header := _TABLE.fullmatch(row):
            table = _extended("", header[2])
            if header[1] == "[[":
                seen[table] += 1
                lines.setdefault(table, number)
                table = joined(table, seen[table] - 1)
            lines.setdefault(table, number)
        elif value := _VALUE.match(row):
            lines.setdefault(_extended(table, value[1]), number)
    return lines


def line_of(key: str, lines: Mapping[str, int]) -> int | None:
    """The line of a key, else of the nearest table or list around it."""
    while key and key not in lines:
        shorter = _LAST_PART.sub("", key)
        key = shorter if shorter != key else ""
    return lines.get(key)


def _rows(text: str) -> Iterator[tuple[int, str]]:
    """The rows that can begin a table or a key: those within a long text cannot."""
    closing = ""
    for number, row in enumerate(text.split("\n"), 1):
        if not closing:
            yield number, row.removesuffix("\r")
        for mark in _LONG_TEXT.findall(row):
            closing = "" if mark == closing else closing or mark


def _extended(table: str, dotted: str) -> str:
    for part in re.findall(_PART, dotted):
        table = joined(table, _name(part))
    return table


def _name(part: str) -> str:
    if part[0] == '"' and "\\" in part:
        return _unescaped(part)
    return part[1:-1] if part[0] in "\"'" else part


def _unescaped(part: str) -> str:
    try:
        return next(iter(tomllib.loads(f"{part} = 0")))
    except tomllib.TOMLDecodeError:
        return part
