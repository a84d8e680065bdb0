"""The rows that the settings are made of: ranges of birthdays (BEN-02)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from attrs import frozen

from saksgang.errors import InputRefused
from saksgang.settings import setting

__all__ = ["ALL_DAYS", "BirthdayRange", "Day", "day_of_year", "in_words"]

Day = tuple[int, int]
_DAY = re.compile(r"([0-9]{2})\.([0-9]{2})")
# A leap year, so that 29 February is a day like any other.
_LEAP = dt.date(2024, 1, 1)
ALL_DAYS: tuple[Day, ...] = tuple(
    (day.month, day.day) for day in (_LEAP + dt.timedelta(days=number) for number in range(366))
)


def day_of_year(text: str) -> Day:
    """Month and day of a text such as ``01.05``, the first of May.

    Raises:
        InputRefused: there is no such day in any year.
    """
    found = _DAY.fullmatch(text)
    day = (int(found[2]), int(found[1])) if found else (0, 0)
    if day not in ALL_DAYS:
        raise InputRefused(f'{text!r} is no day of the year; write day and month, such as "01.05".')
    return day


def in_words(day: Day) -> str:
    """A day as the settings write it."""
    return f"{day[1]:02}.{day[0]:02}"


@frozen
class BirthdayRange:
    """Whose citizens are born from one day of the year to another, both included."""

    first: str = setting(help='First day and month, such as "01.05".')
    last: str = setting(help='Last day and month, such as "09.09"; before the first where it goes round the New Year.')
    owner: str = setting(help="Staff id of the caseworker who owns these birthdays.")

    def takes(self, day: Day) -> bool:
        """Whether somebody born on that day of the year falls to the row."""
        first, last = day_of_year(self.first), day_of_year(self.last)
        return first <= day <= last if first <= last else day >= first or day <= last

    def days(self) -> Iterator[Day]:
        """All days of the row, in the order of the calendar."""
        return (day for day in ALL_DAYS if self.takes(day))
