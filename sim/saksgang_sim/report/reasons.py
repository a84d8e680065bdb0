"""Reasons in the language of the page: a rule writes why it acts in English, and the journal keeps it so (COR-06).

The file ``reasons.toml`` of a routine's package has a line for each reason that its rules write in another language
than its own, with what varies in braces; those of core and simulation stand among the texts of the page::

    "not opened within {rule}" = "ikke åpnet innen {rule}"

What no line fits was written by a person, or in the routine's own language, and is told as it is.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path

from attrs import evolve, frozen

from saksgang.configuration import read_toml
from saksgang.errors import InputRefused
from saksgang.journal import Recorded
from saksgang.legaltime import Rule, language_called
from saksgang_sim.report.words import ENGLISH, Words, texts

__all__ = ["reason_words", "reasoned", "reasons_in"]

NAME = "reasons.toml"
FITS = {"day": r"\d{4}-\d\d-\d\d", "who": r"\S+", "deputy": r"\S+"}
"""What a field in braces fits; any other name fits any text. ``day``, ``rule`` and ``reason`` are translated too."""
FIELD = re.compile(r"\{(\w+)\}")
MORE = "; "  # between two reasons of one event


@frozen
class _Row:
    pattern: re.Pattern[str]
    text: str


def reason_words(routine: str, reason: str, words: Words) -> str:
    """A reason as the page tells it; of several in a line each by itself."""
    if words.language == ENGLISH or not reason:
        return reason
    declared = words.catalogue.routines.get(routine)
    rows = (*(_own(declared.package) if declared and declared.package else ()), *_shared(words.language))
    whole = _told(reason, rows, routine, words)
    if whole is None:
        return MORE.join(_told(part, rows, routine, words) or part for part in reason.split(MORE))
    return whole


def reasoned(recorded: Recorded, words: Words) -> Recorded:
    """An event whose reason, channel and direction are in the language of the page; of a contact, what it is about."""
    event = recorded.event
    change = {
        name: words.get(section, getattr(event, name))
        for name, section in (("channel", "channels"), ("direction", "directions"))
        if hasattr(event, name)
    }
    for name in ("reason", *(("about",) if hasattr(event, "direction") else ())):
        if hasattr(event, name):
            change[name] = reason_words(event.routine, getattr(event, name), words)
    return evolve(recorded, event=evolve(event, **change)) if change else recorded


@cache
def reasons_in(package: str) -> Mapping[str, str]:
    """The lines of a package's file, none where it has none; raises ``InputRefused`` where it cannot be read."""
    try:
        path = Path(str(files(package) / NAME))
    except (ImportError, TypeError, ValueError):  # of a routine that is told from its declaration alone
        return {}
    if not path.is_file():
        return {}
    table = read_toml(path)
    if strange := [key for key, text in table.items() if not isinstance(text, str)]:
        raise InputRefused(f'{path}: {strange[0]!r} is no reason; write texts: "reason in the journal" = "…".')
    return table


@cache
def _own(package: str) -> tuple[_Row, ...]:
    return _rows(reasons_in(package))


@cache
def _shared(language: str) -> tuple[_Row, ...]:
    return _rows(texts(language)["reasons"])


def _rows(table: Mapping[str, str]) -> tuple[_Row, ...]:
    return tuple(_Row(re.compile(_pattern(reason)), text) for reason, text in table.items())


def _pattern(reason: str) -> str:
    """A reason with fields as a pattern; what stands between its braces is a name of ours."""
    parts = FIELD.split(reason)
    fields = (f"(?P<{name}>{FITS.get(name, '.+')})" for name in parts[1::2])
    return "".join(re.escape(text) + next(fields, "") for text in parts[::2])


def _told(reason: str, rows: tuple[_Row, ...], routine: str, words: Words) -> str | None:
    """By the first row that fits."""
    for row in rows:
        if found := row.pattern.fullmatch(reason):
            return FIELD.sub(lambda field, found=found: _value(field[1], found[field[1]], routine, words), row.text)  # type: ignore[misc]
    return None


def _value(name: str, value: str, routine: str, words: Words) -> str:
    """What stands in a field; where somebody wrote what no rule would, as it is."""
    with suppress(ValueError, InputRefused):
        if name == "day":
            return words.day(dt.date.fromisoformat(value))
        if name == "rule":
            return language_called(words.language).rule(Rule.parse(value))
    return reason_words(routine, value, words) if name == "reason" else value
