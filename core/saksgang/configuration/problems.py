"""What is wrong in a file, in words that somebody can act on (COR-20, COR-22)."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable
from decimal import Decimal
from difflib import get_close_matches

from attrs import asdict, field, frozen

from saksgang.declarations import listed

__all__ = ["LARGEST_WHOLE", "Problem", "Report", "advice", "escaped", "joined", "quoted", "seen"]

LARGEST_WHOLE = 2**63 - 1
"""The largest whole number that a file may hold: what TOML promises to carry."""

_LONGEST = 60
_LONGEST_LIST = 12
_MOST_COMPARED = 1000
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WORDS: tuple[tuple[type, str], ...] = (
    (dt.datetime, "a date and time"),
    (dt.date, "a date"),
    (dt.time, "a time of day"),
    (list, "a list"),
    (dict, "a table"),
)


def escaped(text: str) -> str:
    """The text with every sign that a terminal would obey or hide written as its code."""
    return "".join(
        sign if sign.isprintable() else sign.encode("unicode_escape", "surrogatepass").decode() for sign in text
    )


@frozen
class Problem:
    """One thing that is wrong, or doubtful, in a file.

    Attributes:
        file: the path as it was given.
        key: dotted, lists counted from 0, such as ``staff[2].deputy``; ``""`` for the file as a whole.
        sentence: what was there and what was expected.
        suggestion: what to write instead.
        line: where the key stands, counted from 1; ``None`` where it is not known.
    """

    file: str = field(converter=escaped)
    key: str = field(converter=escaped)
    sentence: str = field(converter=escaped)
    suggestion: str = field(converter=escaped)
    line: int | None = None

    def __str__(self) -> str:
        """One line: file, key and line, sentence, suggestion."""
        line = f"line {self.line}" if self.line else ""
        place = f"{self.key} ({line})" if self.key and line else self.key or line
        return " ".join(filter(None, (f"{self.file}:", place and f"{place}:", self.sentence, self.suggestion)))


@frozen
class Report:
    """What the look at a file found, from its top to its end.

    Attributes:
        problems: each keeps the office from opening.
        warnings: none of these does.
        routines: how many routines are on.
        staff: how many people are on the staff.
    """

    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    routines: int = 0
    staff: int = 0

    def rows(self) -> list[dict[str, object]]:
        """Problems, then warnings, as plain data."""
        return [
            {"severity": severity, **asdict(row)}
            for severity, rows in (("problem", self.problems), ("warning", self.warnings))
            for row in rows
        ]


def joined(key: str, part: str | int) -> str:
    """The key of something within a table or list."""
    if isinstance(part, int):
        return f"{key}[{part}]"
    name = part if _BARE.fullmatch(part) else json.dumps(_short(part), ensure_ascii=False)
    return f"{key}.{name}" if key else name


def quoted(text: str) -> str:
    """Text from a file, in quotes, shortened and escaped."""
    return f'"{escaped(_short(text))}"'


def seen(value: object) -> str:
    """What a sentence calls a value that stands in a file."""
    if isinstance(value, str):
        return f"the text {quoted(value)}"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and abs(value) > LARGEST_WHOLE:
        return "a whole number of very many digits"
    if isinstance(value, int | float | Decimal):
        return f"the number {_short(str(value))}"
    return next((words for kind, words in _WORDS if isinstance(value, kind)), "nothing")


def advice(name: str, known: Iterable[str]) -> str:
    """What to write instead of a name that is not known: the nearest one, else those there are."""
    names = list(known)
    folded = {known_name.lower(): known_name for known_name in names[:_MOST_COMPARED]}
    if near := get_close_matches(name[:_LONGEST].lower(), folded, 1):
        return f"Did you mean {quoted(folded[near[0]])}?"
    rest = f" and {len(names) - _LONGEST_LIST} more" if len(names) > _LONGEST_LIST else ""
    return f"Known here are: {listed(map(quoted, names[:_LONGEST_LIST]))}{rest}."


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
