"""Due minutes out of starts and rules, and when they count as missed (COR-12)."""

from __future__ import annotations

from datetime import date, datetime

from saksgang.legaltime.almanac import REMEMBERED, Almanac
from saksgang.legaltime.explaining import Step, explain
from saksgang.legaltime.rules import Rule
from saksgang.legaltime.walking import BY_THE_DAY, LAST_MINUTE, Mark, fires_at, last_minute, minute, walk

__all__ = ["Rule", "Step", "due", "explain", "fires_at"]


def due(start: datetime, rule: Rule, almanac: Almanac) -> datetime:
    """Give the last minute that counts, as a UTC instant cut to the minute (COR-11, COR-12, COR-14).

    Hours pass as they do; calendar days, working days and months keep the start's local clock minute, the
    start's own day not counted; months end on the same day number or the month's last; a weekday and time
    is the next such moment strictly after the start. "End of day" then makes it 23:59 local.

    Raises:
        InputRefused: for a start without a zone, or a date outside the almanac.
    """
    if rule.duration.unit not in BY_THE_DAY:
        return walk(start, rule, almanac, _unheard)
    local = almanac.local(start)
    begun, known = (rule, local.date()), almanac.last_days
    day = known.get(begun)
    if day is None:
        if len(known) >= REMEMBERED:
            known.clear()
        day, _ = last_minute(local, rule, almanac, _unheard)
        known[begun] = day
    return almanac.instant(day, LAST_MINUTE if rule.whole_day else minute(local))


def _unheard(mark: Mark, day: date, number: int) -> None:
    pass
