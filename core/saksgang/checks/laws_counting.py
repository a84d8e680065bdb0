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
# The clocks change before this local hour; up to then minutes are counted one by one.
MORNING = 4
NOON = dt.time(12)


class DayCounter:
    """A quick ``due_by_counting`` for one country and zone: what depends on the day only is counted once."""

    def __init__(self, country: str, zone: str) -> None:
        self.country = country
        self.zone = zone
        self._tz = ZoneInfo(zone)

    def due(self, rule: str, start: dt.datetime) -> dt.datetime:
        """The last minute that counts, in UTC; raises ``InputRefused`` for a rule that is not understood."""
        local = start.astimezone(self._tz)
        whole_day = "end of day" in rule and "hour" not in rule and ":" not in rule
        if whole_day:
            return self._end(rule, local)
        hours = HOURS.fullmatch(rule)
        if hours:
            return start.replace(second=0, microsecond=0) + dt.timedelta(hours=int(hours[1]))
        if local.hour < MORNING or "hour" in rule or ":" in rule:
            return due_by_counting(self.country, self.zone, start, rule)
        end = self._end(rule, local).astimezone(self._tz)
        return end.replace(hour=local.hour, minute=local.minute).astimezone(dt.UTC)

    def _end(self, rule: str, local: dt.datetime) -> dt.datetime:
        return _counted(self.country, self.zone, rule, local.date())


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
            due = [self._counter.due(target.rule, event.start) for target in event.targets]
        except InputRefused as refused:
            self.broken(recorded, f"Deadline {event.deadline}: {refused}")
            return
        limits = [at for at, target in zip(due, event.targets, strict=True) if target.name == "limit"]
        for counted, target in zip(due, event.targets, strict=True):
            expected = min(counted, *limits) if limits else counted
            self.judged += 1
            if target.due != expected:
                self.broken(
                    recorded,
                    f"Deadline {event.deadline}, target {target.name} ({target.rule} from {event.start} UTC) is due "
                    f"{target.due}, but counting gives {expected}.",
                )
