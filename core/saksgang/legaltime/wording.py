"""The lines of an explanation, in any of its languages."""

from __future__ import annotations

from datetime import date, datetime, time

from saksgang.legaltime.durations import Duration, Unit
from saksgang.legaltime.language import Language

__all__ = ["clamped", "counted", "due", "folded", "left", "no_such_minute", "skipped", "start", "summer_time"]


def start(local: datetime, duration: Duration, words: Language) -> str:
    """Say where the count starts and what is counted."""
    counts = words.part(f"counts {duration.unit}")
    return words.say("start", moment=words.timed(local), duration=words.duration(duration), counts=counts)


def counted(day: date, number: int, unit: Unit, words: Language) -> str:
    """Say the number of a day."""
    return words.say("counted", day=words.dated(day), number=f"{words.nouns[unit][0]} {number}")


def skipped(day: date, holiday: str | None, words: Language) -> str:
    """Say why a day is not counted."""
    return words.say("skipped", day=words.dated(day), why=words.why_closed(day, holiday))


def left(day: date, holiday: str | None, words: Language) -> str:
    """Say why an end does not stay on a day."""
    return words.say("left", day=words.dated(day), why=words.why_closed(day, holiday))


def clamped(first: date, day: date, words: Language) -> str:
    """Say that a month is too short for the day number; its last day is the 28th, 29th or 30th."""
    months = words.many((day.year - first.year) * 12 + day.month - first.month, Unit.MONTHS)
    month = words.months[day.month - 1]
    return words.say("short month", first=words.short_date(first), months=months, month=month, length=day.day)


def folded(  # noqa: PLR0913, PLR0917 - what one line tells of a run of days
    first: date, last: date, numbers: list[int], unit: Unit, weekends: int, weekend_days: int, words: Language
) -> str:
    """Say in one line what a run of days did: the numbers it got and the weekend days left out."""
    parts = [f"{words.nouns[unit][0]} {_span(numbers[0], numbers[-1], words)}"] if numbers else []
    if weekends:
        closed = words.many(weekends, "weekends")
        parts.append(words.part("weekends", weekends=closed, days=words.many(weekend_days, Unit.DAYS)))
    return words.say("folded", days=_span(words.dated(first), words.dated(last), words), parts="; ".join(parts))


def summer_time(day: date, first: datetime, last: datetime, words: Language, *, real_hours: bool) -> str:
    """Say that the zone's offset changed, and what that means for the count."""
    what = "summer time, hours" if real_hours else "summer time"
    return words.say(what, day=words.dated(day), before=_offset(first), after=_offset(last))


def no_such_minute(local: datetime, wanted: time, words: Language) -> str:
    """Say that the wanted minute is left out on that night."""
    return words.say("no such minute", day=words.dated(local), wanted=f"{wanted:%H:%M}", clock=f"{local:%H:%M}")


def due(local: datetime, missed: datetime, zone: str, words: Language, *, whole_day: bool) -> str:
    """Say the due minute and that all of it counts; ``missed`` is the local minute after it."""
    what = "due, whole day" if whole_day else "due"
    return words.say(what, moment=words.timed(local), zone=zone, missed=f"{missed:%H:%M}")


def _span(first: object, last: object, words: Language) -> str:
    return str(first) if first == last else words.part("span", first=first, last=last)


def _offset(local: datetime) -> str:
    sign_and_hours, minutes = f"{local:%z}"[:3], f"{local:%z}"[3:5]
    return f"UTC{sign_and_hours}:{minutes}"
