"""What a pause does to a due time: as much is left afterwards as was left before (COR-12)."""

from __future__ import annotations

import datetime as dt

from saksgang.legaltime.almanac import Almanac
from saksgang.legaltime.durations import Unit
from saksgang.legaltime.rules import Rule
from saksgang.legaltime.walking import LAST_MINUTE

__all__ = ["resumed"]

DAY = dt.timedelta(days=1)
MINUTE = dt.timedelta(minutes=1)


def resumed(due: dt.datetime, rule: Rule, paused: dt.datetime, now: dt.datetime, almanac: Almanac) -> dt.datetime:
    """The due time after a pause from ``paused`` to ``now``.

    Hours move by the exact length of the pause; days, months and weekdays by the calendar days between the two local
    dates; working days by the working days after the first and up to the second. The clock minute stays, but for hours;
    a rule that ends with the day, or moves off closed days, does so again.
    """
    local = almanac.local(_moved(due, rule, paused, now, almanac))
    day = almanac.next_working_day(local.date()) if rule.moves else local.date()
    return almanac.instant(day, LAST_MINUTE if rule.whole_day else local.time())


def _moved(due: dt.datetime, rule: Rule, paused: dt.datetime, now: dt.datetime, almanac: Almanac) -> dt.datetime:
    if rule.duration.unit is Unit.HOURS:
        return due + dt.timedelta(minutes=(now - paused) // MINUTE)
    first, last = almanac.local(paused).date(), almanac.local(now).date()
    local = almanac.local(due)
    if rule.duration.unit is not Unit.WORKING_DAYS:
        return almanac.instant(local.date() + (last - first), local.time())
    open_days = sum(almanac.is_working_day(first + DAY * n) for n in range(1, (last - first).days + 1))
    day = almanac.add_working_days(local.date(), open_days) if open_days else local.date()
    return almanac.instant(day, local.time())
