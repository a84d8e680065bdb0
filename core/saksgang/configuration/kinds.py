"""How each plain type of value stands in a file: what is accepted, how errors and the schema name it. Data, by type."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from attrs import evolve, frozen

from saksgang.configuration.problems import LARGEST_WHOLE
from saksgang.errors import InputRefused
from saksgang.legaltime import Duration, Rule

__all__ = ["FILE_KINDS", "PLAIN_KINDS", "Kind"]

_YEARS = (1900, 2200)
_MOST_DIGITS = 15  # what a float carries without loss, so that every reader of the journal reads the same
_NUMBERED = "[0-9]+ (hour|day|working day|week|month|year)s?"
_WEEKDAY = "(mon|tues|wednes|thurs|fri|satur|sun)day [0-2]?[0-9]:[0-5][0-9]"
_DURATION = f"({_NUMBERED}|{_WEEKDAY})"


@frozen
class Kind:
    """One plain type.

    Attributes:
        expected: what a sentence says was expected.
        example: as it is written in a file.
        schema: JSON schema of it.
        read: gives the value; raises ``TypeError`` for another kind of value, ``InputRefused`` where there is
            more to say.
    """

    expected: str
    example: str
    schema: Mapping[str, Any]
    read: Callable[[Any], object]


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _truth(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _whole(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    if abs(value) > LARGEST_WHOLE:
        raise InputRefused("The whole number has too many digits, expected at most 18.")
    return value


def _decimal(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise TypeError
    number = value if isinstance(value, Decimal) else Decimal(repr(value) if isinstance(value, float) else value)
    if not number.is_finite():
        raise TypeError
    if max(number.adjusted() + 1, 0) + max(-_exponent(number), 0) > _MOST_DIGITS:
        raise InputRefused(f"The number has too many digits, expected at most {_MOST_DIGITS}.")
    return number


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int), "of a finite number"
    return exponent


def _float(value: object) -> float:
    return float(_decimal(value))


def _day(value: object) -> dt.date:
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise TypeError
    if not _YEARS[0] <= value.year <= _YEARS[1]:
        raise InputRefused(f"The date {value} is out of bounds: expected a year from {_YEARS[0]} to {_YEARS[1]}.")
    return value


def _instant(value: object) -> dt.datetime:
    if not isinstance(value, dt.datetime) or value.tzinfo is None:
        raise TypeError
    _day(value.date())
    return value.astimezone(dt.UTC)


def _clock(value: object) -> dt.time:
    if not isinstance(value, dt.time):
        raise TypeError
    return value


def _from_text(read: Callable[[str], object]) -> Callable[[object], object]:
    """A reader of text; text that it cannot read is another kind of value."""

    def reader(value: object) -> object:
        try:
            return read(_text(value))
        except (ArithmeticError, ValueError):
            raise TypeError from None

    return reader


def _text_schema(pattern: str, example: str) -> dict[str, Any]:
    return {"type": "string", "pattern": f"^{pattern}$", "examples": [example]}


_RULE = f"{_DURATION}(, same minute|, end of day)?(, moved to a working day)?"
_STRING = {"type": "string"}

FILE_KINDS: dict[type, Kind] = {
    str: Kind("a text in quotes", '"…"', _STRING, _text),
    bool: Kind("true or false", "true", {"type": "boolean"}, _truth),
    int: Kind("a whole number", "5", {"type": "integer"}, _whole),
    float: Kind("a number", "0.5", {"type": "number"}, _float),
    Decimal: Kind("a number", "12.50", {"type": "number"}, _decimal),
    dt.date: Kind("a date without quotes", "2026-07-06", _STRING | {"format": "date"}, _day),
    dt.datetime: Kind(
        "a date and time with its zone, without quotes",
        "2026-07-06T08:00:00Z",
        _STRING | {"format": "date-time"},
        _instant,
    ),
    dt.time: Kind("a time of day without quotes", "08:30:00", _STRING | {"format": "time"}, _clock),
    Duration: Kind(
        "a duration in quotes",
        '"2 working days"',
        _text_schema(_DURATION, "2 working days"),
        _from_text(Duration.parse),
    ),
    Rule: Kind(
        "a rule in quotes",
        '"10 days, end of day, moved to a working day"',
        _text_schema(_RULE, "10 days, end of day, moved to a working day"),
        _from_text(Rule.parse),
    ),
}
"""By type, as they stand in a TOML file; numbers with a point come as ``Decimal``."""

_AS_TEXT: dict[type, Callable[[str], object]] = {
    Decimal: Decimal,
    dt.date: dt.date.fromisoformat,
    dt.datetime: dt.datetime.fromisoformat,
    dt.time: dt.time.fromisoformat,
}

PLAIN_KINDS = FILE_KINDS | {kind: evolve(FILE_KINDS[kind], read=_from_text(read)) for kind, read in _AS_TEXT.items()}
"""By type, as they stand in the journal, where dates and decimal numbers are text."""
