"""Dates, local minutes and spans of time as stories write them (SIM-07, COR-14)."""

from __future__ import annotations

import datetime as dt
import re

from saksgang.configuration.faults import Unfit
from saksgang.configuration.problems import seen
from saksgang.errors import InputRefused
from saksgang.legaltime import Almanac

__all__ = ["day_of", "instant_of", "local_minute", "minute_of", "span_of"]

_SPAN = re.compile(r"([0-9]{1,4}) (minute|hour|day)s?")
_WRITE_MINUTE = 'Write for example "2026-05-13 09:15".'
_WRITE_SPAN = 'Write for example "10 minutes", "3 hours" or "1 day".'


def minute_of(said: object) -> dt.datetime:
    """A local minute, without its zone; raises ``Unfit``."""
    try:
        minute = dt.datetime.fromisoformat(said) if isinstance(said, str) and ":" in said else said
    except ValueError:
        minute = None
    if not isinstance(minute, dt.datetime) or minute.tzinfo or minute.second or minute.microsecond:
        raise Unfit(f"Here stands {seen(said)}, expected a date and a local time to the minute.", _WRITE_MINUTE)
    return minute


def instant_of(minute: dt.datetime, almanac: Almanac) -> dt.datetime:
    """The UTC instant at which a local minute begins; raises ``Unfit`` for one that the clock leaves out."""
    try:
        instant = almanac.instant(minute.date(), minute.time())
    except InputRefused as refused:
        raise Unfit(str(refused), _WRITE_MINUTE) from None
    if local_minute(instant, almanac) != minute:
        raise Unfit(f"{minute:%Y-%m-%d %H:%M} does not exist: summer time begins.", "Write a time after the change.")
    return instant


def local_minute(instant: dt.datetime, almanac: Almanac) -> dt.datetime:
    """The local minute in which an instant lies, without its zone."""
    return almanac.local(instant).replace(second=0, microsecond=0, tzinfo=None)


def day_of(said: object) -> dt.date:
    """A date, with or without quotes; raises ``Unfit``."""
    try:
        day = dt.date.fromisoformat(said) if isinstance(said, str) else said
    except ValueError:
        day = None
    if not isinstance(day, dt.date) or isinstance(day, dt.datetime):
        raise Unfit(f"Here stands {seen(said)}, expected a date.", "Write for example 2026-05-13.")
    return day


def span_of(said: object) -> dt.timedelta:
    """A span of minutes, hours or days by the clock; raises ``Unfit``."""
    found = _SPAN.fullmatch(said) if isinstance(said, str) else None
    if found is None:
        raise Unfit(f"Here stands {seen(said)}, expected a number of minutes, hours or days.", _WRITE_SPAN)
    return dt.timedelta(**{f"{found[2]}s": int(found[1])})
