"""Due minutes counted day by day, remembered for each rule and day, and the law that they are right (COR-11, 14)."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from zoneinfo import ZoneInfo

from saksgang.checks.almanac import due_by_counting
from saksgang.checks.check import sees
from saksgang.checks.laws_base import Law
from saksgang.errors import InputRefused
from saksgang.events import DeadlineStarted, OfficeOpened
from saksgang.journal.record import Recorded

__all__ = ["DayCounter", "DueTimesAreCounted"]

HOURS = re.compile(r"(\d+) hours?")
NOON = dt.time(12)
# The clocks change before this local hour; up to then minutes are counted one by one.
MORNING = 4
FROM_MORNING_TO_NOON = dt.timedelta(hours=NOON.hour - MORNING)


class _LocalDay:
    """A local day and when it begins, is half over and ends, in UTC."""

    __slots__ = ("begins", "date", "ends", "noon")

    def __init__(self, zone: str, date: dt.date) -> None:
        self.date, tz = date, ZoneInfo(zone)
        self.begins = dt.datetime.combine(date, dt.time.min, tz).astimezone(dt.UTC)
        self.noon = dt.datetime.combine(date, NOON, tz).astimezone(dt.UTC)
        self.ends = dt.datetime.combine(date + dt.timedelta(days=1), dt.time.min, tz).astimezone(dt.UTC)


_local_day = lru_cache(maxsize=1024)(_LocalDay)


class DayCounter:
    """A quick ``due_by_counting`` for one country and zone: what depends on the day only is counted once."""

    def __init__(self, country: str, zone: str) -> None:
        self.country = country
        self.zone = zone
        self._tz = ZoneInfo(zone)
        self._day = _local_day(zone, dt.date(2026, 1, 1))

    def due(self, rule: str, start: dt.datetime) -> dt.datetime:
        """The last minute that counts, in UTC; raises ``InputRefused`` for a rule that is not understood."""
        ending, hours = _read(rule)
        if ending == "hours":
            return start.replace(second=0, microsecond=0) + hours
        day = self._day
        if not day.begins <= start < day.ends:
            day = self._day = _local_day(self.zone, start.astimezone(self._tz).date())
        if ending == "whole day":
            return _counted(self.country, self.zone, rule, day.date)
        until_noon = day.noon - start.replace(second=0, microsecond=0)
        if ending == "clock" or until_noon > FROM_MORNING_TO_NOON:
            return due_by_counting(self.country, self.zone, start, rule)
        # Neither of the two days has a change of clocks between its noon and the minute that is asked for.
        return _counted(self.country, self.zone, rule, day.date) - until_noon


@lru_cache(maxsize=8192)
def _read(rule: str) -> tuple[str, dt.timedelta]:
    """How a rule ends, and after how long if that is a number of hours."""
    hours = HOURS.fullmatch(rule)
    if hours:
        return "hours", dt.timedelta(hours=int(hours[1]))
    if "hour" in rule or ":" in rule:
        return "clock", dt.timedelta()
    return ("whole day" if "end of day" in rule else "same minute"), dt.timedelta()


@lru_cache(maxsize=8192)
def _counted(country: str, zone: str, rule: str, day: dt.date) -> dt.datetime:
    noon = dt.datetime.combine(day, NOON, ZoneInfo(zone))
    return due_by_counting(country, zone, noon.astimezone(dt.UTC), rule)


class DueTimesAreCounted(Law):
    """A due time is what counting days from the start gives, and never later than the limit (COR-11, COR-14)."""

    id = "core-due-times-are-counted"
    requirements = ("COR-14", "COR-11", "COR-12")
    kind = "safety"
    sentence = "Counting day by day from its start gives the due minute of each target; no target ends after the limit."

    def __init__(self) -> None:
        super().__init__()
        self._counter = DayCounter("NO", "Europe/Oslo")

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whose days they are."""
        if (event.country, event.zone) != (self._counter.country, self._counter.zone):
            self._counter = DayCounter(event.country, event.zone)

    @sees(DeadlineStarted)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """Every target of it."""
        try:
            due = [(self._counter.due(target.rule, event.start), target) for target in event.targets]
        except InputRefused as refused:
            self.broken(recorded, f"Deadline {event.deadline}: {refused}")
            return
        limits = [at for at, target in due if target.name == "limit"] if len(due) > 1 else ()
        for counted, target in due:
            expected = min(counted, *limits) if limits else counted
            self.judged += 1
            if target.due != expected:
                self.broken(
                    recorded,
                    f"Deadline {event.deadline}, target {target.name} ({target.rule} from {event.start} UTC) is due "
                    f"{target.due}, but counting gives {expected}.",
                )
