"""Due minutes counted day by day, remembered for each rule and day, and the law that they are right (COR-11, 14)."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from saksgang.checks.almanac import due_by_counting
from saksgang.checks.check import sees
from saksgang.checks.days import NOON, LocalDays, local_day
from saksgang.checks.laws_base import Law
from saksgang.errors import InputRefused
from saksgang.events import DeadlineStarted, OfficeOpened
from saksgang.journal.record import Recorded

__all__ = ["DayCounter", "DueTimesAreCounted"]

HOURS, DAYS = re.compile(r"(\d+) hours?"), re.compile(r"(\d+) days?")
# The clocks change before this local hour; up to then minutes are counted one by one.
MORNING = 4
FROM_MORNING_TO_NOON = dt.timedelta(hours=NOON.hour - MORNING)


class DayCounter:
    """A quick ``due_by_counting`` for one country and zone: what depends on the day only is counted once."""

    def __init__(self, country: str, zone: str) -> None:
        self.country = country
        self.zone = zone
        self._days = LocalDays(zone)

    def due(self, rule: str, start: dt.datetime) -> dt.datetime:
        """The last minute that counts, in UTC; raises ``InputRefused`` for a rule that is not understood."""
        ending, length = _read(rule)
        if ending == "hours":
            return start.replace(second=0, microsecond=0) + length
        day = self._days.at(start)
        if ending == "whole day":
            return _counted(self.country, self.zone, rule, day.date)
        until_noon = day.noon - start.replace(second=0, microsecond=0)
        if ending == "clock" or until_noon > FROM_MORNING_TO_NOON:
            return due_by_counting(self.country, self.zone, start, rule)
        # Neither of the two days has a change of clocks between its noon and the minute that is asked for.
        if ending == "days":
            return local_day(self.zone, day.date + length).noon - until_noon
        return _counted(self.country, self.zone, rule, day.date) - until_noon


@lru_cache(maxsize=8192)
def _read(rule: str) -> tuple[str, dt.timedelta]:
    """How a rule ends, and after how long if that is a mere number of hours or days."""
    hours, days = HOURS.fullmatch(rule), DAYS.fullmatch(rule)
    if hours:
        return "hours", dt.timedelta(hours=int(hours[1]))
    if days:
        return "days", dt.timedelta(days=int(days[1]))
    if "hour" in rule or ":" in rule:
        return "clock", dt.timedelta()
    return ("whole day" if "end of day" in rule else "same minute"), dt.timedelta()


@lru_cache(maxsize=8192)
def _counted(country: str, zone: str, rule: str, day: dt.date) -> dt.datetime:
    return due_by_counting(country, zone, local_day(zone, day).noon, rule)


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
        self.judged += len(due)
        for counted, target in due:
            expected = min(counted, *limits) if limits else counted
            if target.due != expected:
                self.broken(
                    recorded,
                    f"Deadline {event.deadline}, target {target.name} ({target.rule} from {event.start} UTC) is due "
                    f"{target.due}, but counting gives {expected}.",
                )
