"""Working hours in words, such as ``mon-thu 08:00-15:30, fri 09:00-12:00`` (COR-07)."""

from __future__ import annotations

import re
from typing import TypeAlias

from saksgang.configuration.problems import advice, quoted
from saksgang.errors import InputRefused

__all__ = ["DAYS", "Span", "Week", "working_hours"]

Span: TypeAlias = tuple[int, int]
"""Local minutes since midnight: the first at work, and the first no longer at work."""

Week: TypeAlias = tuple[Span | None, ...]
"""Seven entries, Monday first; ``None`` for a day off."""

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PART = re.compile(r"([a-z]+)(?: ?- ?([a-z]+))? ([0-9]{1,2}):([0-9]{2}) ?- ?([0-9]{1,2}):([0-9]{2})")
_EXPECTED = 'expected days and times such as "mon-fri 08:00-15:30" or "mon-thu 08:00-15:30, fri 09:00-12:00"'
_LONGEST = 200
_END_OF_DAY = 24 * 60


def working_hours(text: str) -> Week:
    """The hours of each weekday; letter case and spare blanks do not matter.

    Raises:
        InputRefused: naming the part that cannot be read, a day that comes twice, or hours that end before they begin.
    """
    if len(text) > _LONGEST:
        raise InputRefused(f"The working hours {quoted(text)} are too long: {_EXPECTED}.")
    week: list[Span | None] = [None] * len(DAYS)
    for part in text.lower().split(","):
        days, span = _read(" ".join(part.split()))
        for day in days:
            if week[day] is not None:
                raise InputRefused(f"The working hours {quoted(text)} name {DAYS[day]} twice: write each day once.")
            week[day] = span
    return tuple(week)


def _read(part: str) -> tuple[range, Span]:
    found = _PART.fullmatch(part)
    if found is None:
        raise InputRefused(f"The working hours {quoted(part)} cannot be read: {_EXPECTED}.")
    first, last = _day(found[1]), _day(found[2] or found[1])
    if last < first:
        raise InputRefused(f"The days {quoted(part)} run backwards: a week begins on mon; write two parts instead.")
    span = (_minute(found[3], found[4]), _minute(found[5], found[6]))
    if span[0] >= span[1]:
        raise InputRefused(f"The working hours {quoted(part)} end before they begin: write the earlier time first.")
    return range(first, last + 1), span


def _day(name: str) -> int:
    if name not in DAYS:
        raise InputRefused(f"There is no weekday {quoted(name)} in working hours. {advice(name, DAYS)}")
    return DAYS.index(name)


def _minute(hour: str, minute: str) -> int:
    time = int(hour) * 60 + int(minute)
    if int(minute) > 59 or time > _END_OF_DAY:
        raise InputRefused(f"There is no time {quoted(f'{hour}:{minute}')}: write one from 00:00 to 24:00.")
    return time
