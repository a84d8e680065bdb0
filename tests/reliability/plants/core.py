"""Bugs planted in the core: time, letters, tasks, staff, the journal's order."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from saksgang import identity
from saksgang.casework import dispatch, staff
from saksgang.casework.context import Context
from saksgang.checks.almanac import easter_sunday
from saksgang.commands import (
    SendLetter,
)
from saksgang.events import Event
from saksgang.legaltime import Almanac, walking
from saksgang.legaltime.durations import Duration
from saksgang.office import outgoing
from saksgang.ports import LetterOrder
from saksgang.records import Letter
from tests.reliability.plants.planting import Plant, Setting, Swap

__all__ = ["PLANTS"]

SMALL = Setting("small")
DAY = dt.timedelta(days=1)


right_is_working_day = Almanac.is_working_day
right_working_days = walking._working_days
right_months = walking._months
right_instant = Almanac.instant


def easter_works(self: Almanac, day: dt.date) -> bool:
    """Weekends and fixed holidays only."""
    if -3 <= (day - easter_sunday(day.year)).days <= 1:
        return day.weekday() < 5
    return right_is_working_day(self, day)


def a_working_day_too_few(
    local: dt.datetime, duration: Duration, almanac: Almanac, note: walking.Note
) -> tuple[dt.date, dt.time]:
    """Counts the day of the start."""
    if duration.number == 1:
        return right_working_days(local, duration, almanac, note)
    return right_working_days(local, evolve(duration, number=duration.number - 1), almanac, note)


def february_has_28_days(
    local: dt.datetime, duration: Duration, almanac: Almanac, note: walking.Note
) -> tuple[dt.date, dt.time]:
    """No leap years."""
    day, clock = right_months(local, duration, almanac, note)
    return (day - DAY if (day.month, day.day) == (2, 29) else day), clock


def local_time_as_utc(self: Almanac, day: dt.date, clock: dt.time) -> dt.datetime:
    """The clock on the wall, said to be UTC."""
    return dt.datetime.combine(day, clock, dt.UTC)


def hours_on_the_wall(
    local: dt.datetime, duration: Duration, almanac: Almanac, note: walking.Note
) -> tuple[dt.date, dt.time]:
    """Hours of the clock on the wall, which jumps in the night of summer time."""
    end = local + dt.timedelta(hours=duration.number)
    return end.date(), end.time().replace(second=0, microsecond=0)


def a_number_that_may_be_somebodys(country: str, birth: dt.date, serial: int) -> str:
    """Without the shift that keeps it apart from real ones."""
    number = right_number(country, birth, serial)
    return f"{number[:2]}{int(number[2:4]) - 80:02}{number[4:]}" if country == "NO" else number


def one_key_a_case(port: str, letter: Letter) -> LetterOrder:
    """The case's key, so that the mailbox takes its second letter for the first."""
    return LetterOrder(
        f"{port}/{letter.case}", letter.routine, letter.id, letter.case, letter.to, letter.title, letter.body
    )


def sent_as_first_written(command: SendLetter, ctx: Context) -> list[Event]:
    """An old text goes out."""
    sent = right_send(command, ctx)
    return [evolve(event, sha256="0" * 64) for event in sent]  # type: ignore[call-arg]


right_number = identity.synthetic_number
right_send = dispatch.send_letter


def whoever_was_named(name: str, ctx: Context, leaving: str = "", role: str = "") -> tuple[str, str]:
    """Nobody is ever away."""
    return name, ""


PLANTS = (
    Plant(
        "hours-of-the-clock-on-the-wall",
        "In the night of summer time a deadline in hours is an hour too short.",
        "core-due-times-are-counted",
        Setting("home_care_messages", start=dt.date(2026, 3, 16)),
        (Swap(walking._hours, hours_on_the_wall),),
    ),
    Plant(
        "numbers-that-may-be-somebodys",
        "Citizens carry personal numbers without the shift that keeps them apart from real ones.",
        "core-personal-numbers-cannot-be-real",
        SMALL,
        (Swap(right_number, a_number_that_may_be_somebodys),),
    ),
    Plant(
        "easter-is-a-working-day",
        "Maundy Thursday, Good Friday and Easter Monday count as working days.",
        "core-due-times-are-counted",
        Setting("small", start=dt.date(2026, 3, 16)),
        (Swap(right_is_working_day, easter_works),),
    ),
    Plant(
        "a-working-day-too-few",
        "The day of the start is counted as the first working day.",
        "core-due-times-are-counted",
        SMALL,
        (Swap(right_working_days, a_working_day_too_few),),
    ),
    Plant(
        "february-has-28-days",
        "A month from 29, 30 or 31 January ends on 28 February in a leap year, too.",
        "core-due-times-are-counted",
        Setting("small", start=dt.date(2028, 1, 24)),
        (Swap(right_months, february_has_28_days),),
    ),
    Plant(
        "local-time-as-utc",
        "The local clock's reading is kept as if it were UTC.",
        "core-due-times-are-counted",
        SMALL,
        (Swap(right_instant, local_time_as_utc),),
    ),
    Plant(
        "one-key-for-all-letters-of-a-case",
        "The idempotency key names the case and not the letter, so that services take a second letter for the first.",
        "core-letters-are-not-left-lying",
        SMALL,
        (Swap(outgoing._letter, one_key_a_case),),
    ),
    Plant(
        "an-old-text-is-sent",
        "What leaves the house is not the text that was last written.",
        "core-the-copy-kept-is-what-was-sent",
        SMALL,
        (Swap(right_send, sent_as_first_written),),
    ),
    Plant(
        "work-for-people-who-are-away",
        "Whoever a rule names gets the work, at home with a cold or not.",
        "core-nobody-away-is-given-work",
        SMALL,
        (Swap(staff.stand_in, whoever_was_named),),
    ),
)
