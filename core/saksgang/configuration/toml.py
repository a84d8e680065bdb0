"""Reading TOML files of any origin, within bounds and with one worded error (COR-22).

``tomllib`` answers hostile input with RecursionError, OverflowError and plain ValueError, and its time and memory grow
with the square of a dotted key's length; so files are bounded before it sees them and what it makes is bounded after.
"""

from __future__ import annotations

import re
import stat
import tomllib
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from saksgang.configuration.problems import LARGEST_WHOLE, escaped, joined, seen
from saksgang.errors import InputRefused

__all__ = ["DEEPEST", "LARGEST_FILE", "Unreadable", "exact", "parse", "read_text", "read_toml"]

LARGEST_FILE = 1024 * 1024
"""Bytes: a municipality of 5,000 people on the staff stays below it."""

DEEPEST = 20
"""Tables and lists within each other."""

_MOST_DOTS = 50
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_HINTS = (
    ("Cannot overwrite", "Give each key once: one just above this line is there twice."),
    ("Cannot declare", "Begin each table once, and a list of tables with [[two brackets]]."),
    ("Invalid date", "Write a date that exists as 2026-07-06, without quotes."),
    ("Invalid value", 'Put text in "quotes"; write true and false in small letters.'),
    ("Illegal character", "Close the text with its quote on the same line."),
    ("Unterminated string", "Close the text with its quote."),
    ("Unclosed array", "Close the list with ]."),
    ("Unescaped", r"Write a backslash twice (\\), or put the text in 'single quotes'."),
    ("Expected newline", "Put each key on a line of its own, text in quotes, and no zero before a number."),
)


class Unreadable(InputRefused):
    """A file that cannot be read as TOML.

    Attributes:
        sentence: what is wrong with it, without its name.
        suggestion: what to do.
        line: where, counted from 1, if that is known.
    """

    def __init__(self, file: object, sentence: str, suggestion: str, line: int | None = None) -> None:
        place = f" line {line}:" if line else ""
        super().__init__(escaped(f"{file}:{place} {sentence} {suggestion}"))
        self.sentence = sentence
        self.suggestion = suggestion
        self.line = line


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a scenario, story or other TOML file; numbers with a point come as ``float``.

    Raises:
        InputRefused: one sentence with file, line where it is known, what was expected and what to do.
    """
    tables = parse(read_text(path), path)
    for key, value in _values(tables):
        if isinstance(value, int | float) and not -LARGEST_WHOLE <= value <= LARGEST_WHOLE:
            raise Unreadable(
                path, f"{key}: Here stands {seen(value)}, which cannot be reckoned with.", "Write a smaller number."
            )
    return tables


def read_text(path: Path) -> str:
    """The text of a file, without a byte order mark.

    Raises:
        InputRefused: the file is absent, no ordinary file, not to be opened, too large or not UTF-8.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise Unreadable(path, "This is a folder or device, expected a file.", "Name the TOML file itself.")
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "no such name"
        raise Unreadable(
            path, f"The file cannot be opened ({reason}).", "Check the path and the right to read it."
        ) from None
    if len(content) > LARGEST_FILE:
        raise Unreadable(path, f"The file is larger than {LARGEST_FILE} bytes.", "Check that it is the right one.")
    return _decoded(content, path)


def parse(text: str, file: object, number: Callable[[str], Any] = float) -> dict[str, Any]:
    """The tables of a TOML text; ``number`` reads numbers with a point.

    Raises:
        InputRefused: it is not TOML, or nested beyond reason.
    """
    if long := next((n for n, row in enumerate(text.split("\n"), 1) if row.count(".") > _MOST_DOTS), None):
        raise Unreadable(file, f"This line has more than {_MOST_DOTS} dots.", "Break it into several.", long)
    try:
        tables = tomllib.loads(text, parse_float=number)
    except tomllib.TOMLDecodeError as error:
        raise _not_toml(str(error), text, file) from None
    except RecursionError:
        raise _too_deep(file) from None
    except (ArithmeticError, ValueError):
        raise Unreadable(file, "A number in it has too many digits.", "Write a smaller number.") from None
    _check_depth(tables, file)
    return tables


def exact(text: str) -> Decimal:
    """A number with a point as it is written; what cannot be one is no number, and found as such later."""
    try:
        return Decimal(text)
    except ArithmeticError:
        return Decimal("NaN")


def _decoded(content: bytes, path: Path) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Unreadable(path, "The text is not UTF-8.", "Save the file as UTF-8.", line) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Unreadable(path, "The text holds a NUL character.", "Save the file as plain text in UTF-8.", line)
    return text


def _not_toml(message: str, text: str, file: object) -> Unreadable:
    place = _PLACE.search(message)
    line = int(place[1] or text.count("\n") + 1) if place else None
    said = _PLACE.sub("", message)
    hint = next((hint for start, hint in _HINTS if said.startswith(start)), 'Write one key = "value" a line.')
    return Unreadable(file, f"This is not TOML: {said}.", hint, line)


def _too_deep(file: object) -> Unreadable:
    return Unreadable(file, f"More than {DEEPEST} tables or lists lie within each other.", "Write it flatter.")


def _check_depth(tables: dict[str, Any], file: object) -> None:
    layer: list[Any] = [tables]
    for _ in range(DEEPEST + 1):
        layer = [inner for value in layer for _, inner in _parts(value)]
    if layer:
        raise _too_deep(file)


def _values(value: object, key: str = "") -> Iterator[tuple[str, object]]:
    """Every value that holds no others, with its key; for tables whose depth has been checked."""
    if not isinstance(value, dict | list):
        yield key, value
    for part, inner in _parts(value):
        yield from _values(inner, joined(key, part))


def _parts(value: object) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()
