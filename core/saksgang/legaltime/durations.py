"""Typed durations: "2 working days" is something else than "2 days" or "48 hours" (COR-11)."""

from __future__ import annotations

import re
from datetime import time
from difflib import get_close_matches
from enum import StrEnum

import attrs

from saksgang.errors import InputRefused

__all__ = ["WEEKDAYS", "Duration", "Unit"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


class Unit(StrEnum):
    """What a duration is counted in; weeks are read as 7 days and years as 12 months."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working days"
    MONTHS = "months"
    WEEKDAY = "weekday and time"
    LAST_BANK_DAY = "last bank day and time"


# The largest number of each kind: a hundred years, since anything longer is a typing mistake.
_MOST = {Unit.HOURS: 876_600, Unit.DAYS: 36_525, Unit.WORKING_DAYS: 25_000, Unit.MONTHS: 1_200}

_KINDS = {
    "hour": (Unit.HOURS, 1),
    "day": (Unit.DAYS, 1),
    "working day": (Unit.WORKING_DAYS, 1),
    "week": (Unit.DAYS, 7),
    "month": (Unit.MONTHS, 1),
    "year": (Unit.MONTHS, 12),
}
_WORDS = _KINDS | {f"{word}s": kind for word, kind in _KINDS.items()}

_NUMBERED = re.compile(r"([+-]?[0-9]+) ([a-z ]+)")
_WEEKDAY_AND_TIME = re.compile(rf"({'|'.join(WEEKDAYS)}) ([01]?[0-9]|2[0-3]):([0-5][0-9])")
_LAST_BANK_DAY_AND_TIME = re.compile(r"last bank day ([01]?[0-9]|2[0-3]):([0-5][0-9])")
_NAMED_KIND = re.compile(rf"\b(working days?|{'|'.join(WEEKDAYS)}|(?:hour|day|week|month|year)s?)\b")
_LONGEST_TEXT = 60
_EXPECTED = (
    'expected a whole number and one kind, such as "48 hours", "10 days", "2 working days", "2 weeks", '
    '"6 months" or "3 years", or a weekday and time, such as "monday 09:00", or "last bank day 09:00"'
)


@attrs.frozen
class Duration:
    """A length of time of one kind, compared by value (COR-11).

    Attributes:
        unit: what is counted.
        number: how many, at least 1 and at most a hundred years; always 1 for a weekday and time.
        weekday: 0 for Monday to 6 for Sunday, only for a weekday and time.
        at: the local clock minute, only for a weekday and time or the last bank day.

    Raises:
        InputRefused: for a number outside the bounds, or fields that do not belong to the unit.
    """

    unit: Unit
    number: int = 1
    weekday: int | None = None
    at: time | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what no rule could mean."""
        if self.unit is Unit.WEEKDAY:
            _check_weekday(self)
        elif self.unit is Unit.LAST_BANK_DAY:
            _check_last_bank_day(self)
        else:
            _check_number(self)

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read a duration as it is written in a configuration, such as ``"2 working days"`` (COR-11).

        Letter case and spare blanks do not matter. ``"2 weeks"`` is read as 14 days, ``"3 years"`` as
        36 months, ``"monday 09:00"`` as the next such moment after the start, and
        ``"last bank day 09:00"`` as that of a month (BEN-23).

        Raises:
            InputRefused: naming the text, the forms that are accepted and, where there is one, a near form.
        """
        plain = _plain(text)
        if (found := _NUMBERED.fullmatch(plain)) and found[2] in _WORDS:
            unit, factor = _WORDS[found[2]]
            return cls(unit, int(found[1]) * factor)
        if found := _WEEKDAY_AND_TIME.fullmatch(plain):
            return cls(Unit.WEEKDAY, 1, WEEKDAYS.index(found[1]), time(int(found[2]), int(found[3])))
        if found := _LAST_BANK_DAY_AND_TIME.fullmatch(plain):
            return cls(Unit.LAST_BANK_DAY, 1, None, time(int(found[1]), int(found[2])))
        raise InputRefused(_complaint(text, plain))

    def __str__(self) -> str:
        """Write the canonical text, which ``parse`` reads back to an equal duration."""
        if self.weekday is not None and self.at is not None:
            return f"{WEEKDAYS[self.weekday]} {self.at:%H:%M}"
        if self.at is not None:
            return f"last bank day {self.at:%H:%M}"
        return f"{self.number} {self.unit.value.removesuffix('s') if self.number == 1 else self.unit.value}"


def _check_number(duration: Duration) -> None:
    unit, most = duration.unit, _MOST[duration.unit]
    if duration.weekday is not None or duration.at is not None:
        raise InputRefused(f"A duration in {unit} has no weekday and no time of day; leave them out.")
    if not 1 <= duration.number <= most:
        raise InputRefused(
            f'The duration "{duration.number} {unit}" is out of bounds: '
            f"write a whole number from 1 to {most} {unit} (a hundred years)."
        )


def _check_weekday(duration: Duration) -> None:
    weekday, at = duration.weekday, duration.at
    if weekday is None or at is None or not 0 <= weekday <= 6 or duration.number != 1:
        raise InputRefused("A duration to a weekday needs a weekday from 0 to 6 and a time, and no number.")
    if at != time(at.hour, at.minute):
        raise InputRefused(f"The time {at} of a weekday is not a whole local minute; write hours and minutes.")


def _check_last_bank_day(duration: Duration) -> None:
    if duration.at is None or duration.weekday is not None or duration.number != 1:
        raise InputRefused("A duration to the last bank day needs a time, no weekday and no number.")
    if duration.at != time(duration.at.hour, duration.at.minute):
        raise InputRefused(f"The time {duration.at} is not a whole local minute; write hours and minutes.")


def _plain(text: str) -> str:
    # A configuration file may hold a number or a date here, whatever the annotation says.
    if not isinstance(text, str):
        raise InputRefused(f"The duration {text!r} is not a text: {_EXPECTED}.")
    if len(text) > _LONGEST_TEXT:
        raise InputRefused(f"The duration {text[:20]!r}… is longer than {_LONGEST_TEXT} characters: {_EXPECTED}.")
    return " ".join(text.lower().split())


def _complaint(text: str, plain: str) -> str:
    named: list[str] = _NAMED_KIND.findall(plain)
    if len(named) > 1:
        return (
            f"The duration {text!r} mixes kinds ({' and '.join(named)}), and a duration has one kind only: {_EXPECTED}."
        )
    near = _near(plain, named)
    return f"The duration {text!r} cannot be read: {_EXPECTED}" + (f'; did you mean "{near}"?' if near else ".")


def _near(plain: str, named: list[str]) -> str:
    if named and named[0] in WEEKDAYS:
        return f"{named[0]} 09:00"
    found = re.match(r"([0-9]+) ?([a-z ]+)", plain)
    meant = [word for word in _WORDS if found and word.endswith("s") != (found[1] == "1")]
    words = get_close_matches(found[2], meant, n=1) if found else []
    return f"{found[1]} {words[0]}" if found and words else ""
