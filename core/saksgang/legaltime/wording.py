"""The words of an explanation, in English; own tables of names, since strftime's follow the process locale.

Holidays keep the Norwegian or Danish names that the almanac gives them.
"""

from __future__ import annotations

from datetime import date, datetime, time

from saksgang.legaltime.durations import WEEKDAYS, Duration, Unit

__all__ = ["clamped", "counted", "due", "folded", "left", "no_such_minute", "skipped", "start", "summer_time"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_COUNTS = {
    Unit.HOURS: "hours are counted as they pass, nights, weekends and holidays too",
    Unit.DAYS: "this day is not counted, every calendar day after it is",
    Unit.WORKING_DAYS: "this day is not counted, every working day after it is",
    Unit.MONTHS: "months end on the same day number",
    Unit.WEEKDAY: "the next such moment after it is meant",
    Unit.LAST_BANK_DAY: "the next such moment on the last day of a month on which banks are open is meant",
}
_NUMBERED = {Unit.DAYS: "day", Unit.WORKING_DAYS: "working day"}


def start(local: datetime, duration: Duration) -> str:
    """Say where the count starts and what is counted."""
    return f'{_day(local)} at {local:%H:%M}: the start of "{duration}"; {_COUNTS[duration.unit]}.'


def counted(day: date, number: int, unit: Unit) -> str:
    """Say the number of a day."""
    return f"{_day(day)}: {_NUMBERED[unit]} {number}."


def skipped(day: date, holiday: str | None) -> str:
    """Say why a day is not counted: a named holiday, or else its weekday."""
    return f"{_day(day)}: not counted, {holiday or _weekday(day)}."


def left(day: date, holiday: str | None) -> str:
    """Say why an end does not stay on a day: a named holiday, or else its weekday."""
    return f"{_day(day)}: the end moves to the next day, {holiday or _weekday(day)}."


def clamped(first: date, day: date) -> str:
    """Say that a month is too short for the day number; its last day is the 28th, 29th or 30th."""
    months = (day.year - first.year) * 12 + day.month - first.month
    return (
        f"{first.day} {_MONTHS[first.month - 1]} + {_many(months, 'month')}: "
        f"{_MONTHS[day.month - 1]} has {day.day} days, so the {day.day}th."
    )


def folded(first: date, last: date, numbers: list[int], unit: Unit, weekends: int, weekend_days: int) -> str:
    """Say in one line what a run of days did: the numbers it got and the weekend days left out."""
    parts = [f"{_NUMBERED[unit]} {_span(numbers)}"] if numbers else []
    if weekends:
        parts.append(f"not counted, {_many(weekends, 'weekend')}: {_many(weekend_days, 'day')}")
    dates = _day(first) if first == last else f"{_day(first)} to {_day(last)}"
    return f"{dates}: {'; '.join(parts)}."


def summer_time(day: date, first: datetime, last: datetime, *, real_hours: bool) -> str:
    """Say that the zone's offset changed, and what that means for the count."""
    effect = "the hours go on as they pass" if real_hours else "the deadline keeps to the local clock"
    return f"{_day(day)}: the clock went from {_offset(first)} to {_offset(last)}; {effect}."


def no_such_minute(local: datetime, wanted: time) -> str:
    """Say that the wanted minute is left out on that night."""
    return f"{_day(local)}: {wanted:%H:%M} does not exist on that day; the next minute is {local:%H:%M}."


def due(local: datetime, missed: datetime, zone: str, *, whole_day: bool) -> str:
    """Say the due minute and that all of it counts; ``missed`` is the local minute after it."""
    counts = "the whole day counts" if whole_day else f"the whole minute counts, missed from {missed:%H:%M}"
    return f"Due {_day(local)} at {local:%H:%M} local time ({zone}); {counts}."


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()].capitalize()


def _day(day: date) -> str:
    return f"{_weekday(day)} {day.day} {_MONTHS[day.month - 1]} {day.year}"


def _span(numbers: list[int]) -> str:
    return str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]} to {numbers[-1]}"


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _offset(local: datetime) -> str:
    sign_and_hours, minutes = f"{local:%z}"[:3], f"{local:%z}"[3:5]
    return f"UTC{sign_and_hours}:{minutes}"
