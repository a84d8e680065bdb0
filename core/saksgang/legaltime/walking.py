"""The walk from a start to a due minute: the one place where days are counted.

``due`` takes only its end and ``explain`` also its notes, so that the two cannot disagree.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum

from saksgang.legaltime.almanac import Almanac
from saksgang.legaltime.durations import Duration, Unit
from saksgang.legaltime.rules import Rule

__all__ = ["BY_THE_DAY", "LAST_MINUTE", "Mark", "Note", "fires_at", "last_minute", "minute", "walk"]

LAST_MINUTE = time(23, 59)
BY_THE_DAY = frozenset({Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS})
"""What ends on a day that follows from the day of the start, at the start's clock minute."""
_ONE_DAY, _ONE_MINUTE = timedelta(days=1), timedelta(minutes=1)


class Mark(Enum):
    """What the walk did with a date."""

    START = "start"
    COUNTED = "counted"
    SKIPPED = "skipped"
    CLAMPED = "clamped"
    LEFT = "left"


Note = Callable[[Mark, date, int], None]
"""Told of each date passed: what was done with it, the date, and the number it got (0 when none)."""


def walk(start: datetime, rule: Rule, almanac: Almanac, note: Note) -> datetime:
    """Go from a start to the last minute that counts, telling ``note`` of each date on the way.

    Returns:
        The UTC instant of that minute.

    Raises:
        InputRefused: for a start without a zone, or a date outside the almanac.
    """
    day, clock = last_minute(almanac.local(start), rule, almanac, note)
    return almanac.instant(day, clock)


def last_minute(local: datetime, rule: Rule, almanac: Almanac, note: Note) -> tuple[date, time]:
    """As ``walk``, from a local start to the local day and clock time of the last minute that counts."""
    note(Mark.START, local.date(), 0)
    day, clock = _WALKS[rule.duration.unit](local, rule.duration, almanac, note)
    if rule.moves:
        day = _leave_closed_days(day, almanac, note)
    return day, LAST_MINUTE if rule.whole_day else clock


def fires_at(due: datetime) -> datetime:
    """Give the instant at which a due minute is over: the deadline is missed unless met before (PPT-10)."""
    return due + _ONE_MINUTE


def _hours(local: datetime, duration: Duration, almanac: Almanac, _note: Note) -> tuple[date, time]:
    # Through UTC: adding to a local time would gain or lose an hour on the nights of summer time.
    end = almanac.local(local.astimezone(UTC) + timedelta(hours=duration.number))
    return end.date(), end.time().replace(second=0, microsecond=0)


def _days(local: datetime, duration: Duration, _almanac: Almanac, note: Note) -> tuple[date, time]:
    day = local.date()
    for number in range(1, duration.number + 1):
        day += _ONE_DAY
        note(Mark.COUNTED, day, number)
    return day, minute(local)


def _working_days(local: datetime, duration: Duration, almanac: Almanac, note: Note) -> tuple[date, time]:
    day, counted = local.date(), 0
    while counted < duration.number:
        day += _ONE_DAY
        if almanac.is_working_day(day):
            counted += 1
            note(Mark.COUNTED, day, counted)
        else:
            note(Mark.SKIPPED, day, 0)
    return day, minute(local)


def _months(local: datetime, duration: Duration, _almanac: Almanac, note: Note) -> tuple[date, time]:
    """Keep the day number, or take the month's last day where it has no such (domstolloven § 148)."""
    year, month = divmod(local.year * 12 + local.month - 1 + duration.number, 12)
    length = monthrange(year, month + 1)[1]
    day = date(year, month + 1, min(local.day, length))
    if local.day > length:
        note(Mark.CLAMPED, day, local.day)
    return day, minute(local)


def _weekday(local: datetime, duration: Duration, almanac: Almanac, _note: Note) -> tuple[date, time]:
    weekday, at = duration.weekday, duration.at
    assert weekday is not None, "a Duration refuses this unit without a weekday"
    assert at is not None, "a Duration refuses this unit without a time"
    day = local.date() + timedelta(days=(weekday - local.weekday()) % 7)
    if almanac.instant(day, at) <= local:
        day += timedelta(days=7)
    return day, at


def _last_bank_day(local: datetime, duration: Duration, almanac: Almanac, _note: Note) -> tuple[date, time]:
    at = duration.at
    assert at is not None, "a Duration refuses this unit without a time"
    day = almanac.last_bank_day(local.year, local.month)
    if almanac.instant(day, at) <= local:
        year, month = divmod(local.year * 12 + local.month, 12)
        day = almanac.last_bank_day(year, month + 1)
    return day, at


_WALKS = {
    Unit.HOURS: _hours,
    Unit.DAYS: _days,
    Unit.WORKING_DAYS: _working_days,
    Unit.MONTHS: _months,
    Unit.WEEKDAY: _weekday,
    Unit.LAST_BANK_DAY: _last_bank_day,
}


def _leave_closed_days(day: date, almanac: Almanac, note: Note) -> date:
    while not almanac.is_working_day(day):
        note(Mark.LEFT, day, 0)
        day += _ONE_DAY
    return day


def minute(local: datetime) -> time:
    """The clock minute of a local time."""
    # fold=0: the same clock minute on another night means its first coming, whichever the start was.
    return time(local.hour, local.minute)
