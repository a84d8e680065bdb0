"""A second opinion on legal time that shares no code and no holiday list with ``saksgang.legaltime``.

Slow and plain on purpose: working days are counted one by one, clock times are found by trying.
Easter is computed here; the public holidays are written out here. Right from 1950 on.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from saksgang.errors import InputRefused

__all__ = ["count_working_days", "due_by_counting", "easter_sunday", "is_bank_day", "is_working", "last_bank_day"]

_DAY, _HOUR, _MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)

# (month, day): New Year, 1 and 17 May, Christmas (Norway: lov 1947-04-26-1; Denmark: helligdagsreformen).
_FIXED = {
    "NO": ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26)),
    "DK": ((1, 1), (12, 25), (12, 26)),
}
# Days after Easter Sunday: Maundy Thursday, Good Friday, Easter, Ascension, Whitsun; the same in both.
_AROUND_EASTER = (-3, -2, 0, 1, 39, 49, 50)
# Store bededag, the fourth Friday after Easter, was abolished by act 214 of 6 March 2023.
_BEDEDAG, _LAST_YEAR_OF_BEDEDAG = 26, 2023
# Danish banks are also closed on these days and on the Friday after Ascension (Nationalbanken's list).
_BANKS_CLOSED, _FRIDAY_AFTER_ASCENSION = ((6, 5), (12, 24), (12, 31)), 40
_MOVED, _WHOLE_DAY = "moved to a working day", "end of day"
_LAST_BANK_DAY = "last bank day "
_WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


@cache
def easter_sunday(year: int) -> date:
    """Compute Easter Sunday of a Gregorian year (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def is_working(country: str, day: date) -> bool:
    """Tell whether a date is neither weekend nor a public holiday of ``"NO"`` or ``"DK"``."""
    if day.weekday() in (5, 6) or (day.month, day.day) in _FIXED[country]:
        return False
    after_easter = (day - easter_sunday(day.year)).days
    if country == "DK" and day.year <= _LAST_YEAR_OF_BEDEDAG and after_easter == _BEDEDAG:
        return False
    return after_easter not in _AROUND_EASTER


def is_bank_day(country: str, day: date) -> bool:
    """Tell whether banks settle on a date; in Norway on every working day."""
    if not is_working(country, day) or country == "NO":
        return is_working(country, day)
    after_ascension = (day - easter_sunday(day.year)).days == _FRIDAY_AFTER_ASCENSION
    return not after_ascension and (day.month, day.day) not in _BANKS_CLOSED


@cache
def last_bank_day(country: str, year: int, month: int) -> date:
    """Go through a month day by day and give its last bank day, the day of payment (BEN-23)."""
    day = last = date(year, month, 1)
    while day.month == month:
        last = day if is_bank_day(country, day) else last
        day += _DAY
    return last


def count_working_days(country: str, zone: str, start: datetime, n: int) -> datetime:
    """Count n working days from the day after the start, to the same local clock minute, in UTC."""
    local = start.astimezone(ZoneInfo(zone))
    return _utc(zone, _nth_working_day(country, local.date(), n), local.hour, local.minute)


def due_by_counting(country: str, zone: str, start: datetime, rule_text: str) -> datetime:
    """Find by counting the last minute that counts for a rule such as ``"10 days, end of day"``, in UTC.

    Raises:
        InputRefused: for a text that it does not understand.
    """
    length, *endings = rule_text.split(", ")
    if not set(endings) <= {_MOVED, _WHOLE_DAY}:
        raise InputRefused(f"The rule {rule_text!r} is not understood: write '{_WHOLE_DAY}' or '{_MOVED}'.")
    local = _end_of(country, zone, start.astimezone(ZoneInfo(zone)), length)
    day, untouched = local.date(), "hour" in length
    if _MOVED in endings:
        while not is_working(country, day):
            day, untouched = day + _DAY, False
    if _WHOLE_DAY in endings:
        return _utc(zone, day, 23, 59)
    # Hours end at an instant, which on the autumn night its clock reading alone would not tell.
    if untouched:
        return local.astimezone(UTC)
    return _utc(zone, day, local.hour, local.minute)


def _end_of(country: str, zone: str, local: datetime, length: str) -> datetime:
    """Give the end's local date and clock reading; a reading that does not exist is left as it is."""
    if length.startswith(_LAST_BANK_DAY):
        return _next_last_bank_day(country, zone, local, length.removeprefix(_LAST_BANK_DAY))
    number, _, kind = length.partition(" ")
    if number in _WEEKDAYS:
        return _next_weekday(zone, local, _WEEKDAYS.index(number), kind)
    reading = local.replace(second=0, microsecond=0, fold=0)
    match kind.rstrip("s") if number.isdecimal() else "":
        case "hour":
            return _hours_on(zone, local, int(number))
        case "day":
            return datetime.combine(local.date() + int(number) * _DAY, reading.time())
        case "working day":
            return datetime.combine(_nth_working_day(country, local.date(), int(number)), reading.time())
        case "month":
            return datetime.combine(_months_on(local.date(), int(number)), reading.time())
    raise InputRefused(f"The rule length {length!r} is not understood: write for example '2 working days'.")


def _hours_on(zone: str, local: datetime, hours: int) -> datetime:
    moment = local.astimezone(UTC)
    for _ in range(hours * 60):
        moment += _MINUTE
    return (moment - timedelta(seconds=moment.second, microseconds=moment.microsecond)).astimezone(ZoneInfo(zone))


def _nth_working_day(country: str, day: date, n: int) -> date:
    seen = 0
    while seen < n:
        day += _DAY
        if is_working(country, day):
            seen += 1
    return day


def _months_on(day: date, n: int) -> date:
    """Go day by day through n turns of the month, then to the day number or the month's last day."""
    at, turns = day, 0
    while turns < n:
        at += _DAY
        turns += at.day == 1
    while at.day < day.day and (at + _DAY).day != 1:
        at += _DAY
    return at


def _next_weekday(zone: str, local: datetime, weekday: int, clock: str) -> datetime:
    hour, minute = (int(part) for part in clock.split(":"))
    day = local.date()
    while day.weekday() != weekday or _utc(zone, day, hour, minute) <= local:
        day += _DAY
    return datetime.combine(day, time(hour, minute))


def _next_last_bank_day(country: str, zone: str, local: datetime, clock: str) -> datetime:
    hour, minute = (int(part) for part in clock.split(":"))
    day = last_bank_day(country, local.year, local.month)
    if _utc(zone, day, hour, minute) <= local:
        year, months_before = divmod(local.year * 12 + local.month, 12)
        day = last_bank_day(country, year, months_before + 1)
    return datetime.combine(day, time(hour, minute))


@lru_cache(maxsize=4096)
def _utc(zone: str, day: date, hour: int, minute: int) -> datetime:
    """Try hours, then minutes, for the first whose local clock has reached a reading on a date."""
    tz, wanted = ZoneInfo(zone), datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001 - a clock reading
    moment = wanted.replace(tzinfo=UTC) - timedelta(hours=3)
    for step in (_HOUR, 10 * _MINUTE, _MINUTE):
        while (moment + step).astimezone(tz).replace(tzinfo=None) < wanted:
            moment += step
    return moment + _MINUTE
