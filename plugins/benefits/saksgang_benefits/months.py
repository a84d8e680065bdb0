"""Benefit months by name, such as ``2024-08``."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from saksgang.errors import InputRefused

__all__ = ["first_day", "in_words", "is_month", "month_after", "month_of", "months"]

_MONTH = re.compile(r"(19|20)[0-9]{2}-(0[1-9]|1[0-2])")
_NAMES = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)


def is_month(name: object) -> bool:
    """Whether it is the name of a month."""
    return isinstance(name, str) and _MONTH.fullmatch(name) is not None


def month_of(day: dt.date) -> str:
    """The month that a day lies in."""
    return f"{day.year:04d}-{day.month:02d}"


def first_day(month: str) -> dt.date:
    """The first day of a month; raises ``InputRefused`` for what is no month."""
    if not is_month(month):
        raise InputRefused(f'{month!r} is no month; write for example "2024-08".')
    return dt.date(int(month[:4]), int(month[5:]), 1)


def month_after(month: str) -> str:
    """The next one; raises ``InputRefused`` for what is no month."""
    return month_of(first_day(month) + dt.timedelta(days=31))


def in_words(month: str) -> str:
    """As letters name it, such as ``august 2024``."""
    day = first_day(month)
    return f"{_NAMES[day.month - 1]} {day.year}"


@lru_cache(maxsize=512)
def months(first: str, last: str) -> tuple[str, ...]:
    """The months from one to another, both included; none where the last is before the first."""
    found, day = [], first_day(first)
    while (month := month_of(day)) <= last:
        found.append(month)
        day = (day + dt.timedelta(days=31)).replace(day=1)
    return tuple(found)
