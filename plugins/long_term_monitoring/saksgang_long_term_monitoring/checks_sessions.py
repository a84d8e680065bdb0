"""The recurring work session: its hour, its list, its report (MON-13)."""

from __future__ import annotations

import datetime as dt

from saksgang.checks import sees
from saksgang.checks.almanac import is_working
from saksgang.events import (
    DeadlineMissed,
    DeadlineStarted,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_long_term_monitoring.checks_settings import MONITORED, ROUTINE, Owed

__all__ = ["SessionsListTheOldestFirst", "SessionsRecur", "WhatWasLeftIsReported"]

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY = dt.timedelta(days=1)


class SessionsRecur(Owed):
    """At the weekday and time set, or the next working day, one after the other (MON-13)."""

    id = "mon-sessions-recur"
    requirements = ("MON-13",)
    kind = "safety"
    sentence = (
        "From the first monitored case on there is always one next work session, at the weekday and time that is set, "
        "or at that time of the next working day where that is a holiday."
    )

    def __init__(self) -> None:
        super().__init__()
        self._next: set[str] = set()

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """A case is monitored."""
        if event.routine == ROUTINE and event.new == MONITORED and not self._next:
            self.owe("session", recorded)

    @sees(DeadlineMissed, of="session")
    def held(self, event: DeadlineMissed, recorded: Recorded) -> None:
        """It is time."""
        if event.routine == ROUTINE:
            self._next.discard(event.deadline)
            self.owe("session", recorded)

    @sees(DeadlineStarted, of="session")
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """The next one."""
        if event.routine != ROUTINE:
            return
        self.paid("session")
        self._next.add(event.deadline)
        found = event.targets[0].due.astimezone(self._zone)
        right = found.replace(tzinfo=None) == self._expected(recorded.at) and len(self._next) == 1
        if not right:
            self.broken(recorded, f"{event.deadline} is at {found:%Y-%m-%d %H:%M}, or a second one.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """No next session."""
        return "There are monitored cases, and no next work session is set."

    def _expected(self, at: dt.datetime) -> dt.datetime:
        name, _, clock = str(self.settings.get("session", "monday 09:00")).partition(" ")
        local, time = at.astimezone(self._zone).replace(tzinfo=None), dt.time.fromisoformat(clock)
        day = local.date()
        while DAYS[day.weekday()] != name or dt.datetime.combine(day, time) <= local:
            day += DAY
        while not is_working(self._country, day):
            day += DAY
        return dt.datetime.combine(day, time)


class _Reviews(Owed):
    """The reviews that have come up and are not treated: when they came, and whose they are."""

    def __init__(self) -> None:
        super().__init__()
        self._up: dict[str, tuple[dt.datetime, str]] = {}

    @sees(TaskCreated, of="review")
    def made(self, event: TaskCreated, recorded: Recorded) -> None:
        """One more."""
        if event.routine == ROUTINE:
            self._up[event.task] = (recorded.at, event.case)

    @sees(TaskCompleted, TaskCancelled, of="review")
    def ended(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """One less."""
        if event.routine == ROUTINE:
            self._up.pop(event.task, None)


class SessionsListTheOldestFirst(_Reviews):
    """All that is up, each once, oldest first (MON-13)."""

    id = "mon-sessions-list-the-oldest-first"
    requirements = ("MON-13",)
    kind = "safety"
    sentence = (
        "A work session lists at once every case that has come up and is not treated, each on one list, the oldest "
        "first."
    )

    @sees(DeadlineMissed, of="session")
    def held(self, event: DeadlineMissed, recorded: Recorded) -> None:
        """It is time."""
        if event.routine == ROUTINE:
            for task in self._up:
                self.owe(task, recorded)

    @sees(TaskCreated, of="work_session")
    def listed(self, event: TaskCreated, recorded: Recorded) -> None:
        """A list."""
        if event.routine != ROUTINE:
            return
        rows, cases = event.facts.get("reviews", []), event.facts.get("cases", [])
        known = [self._up[row] for row in rows if row in self._up]
        right = [case for _, case in known] == cases and all(self.paid(row) for row in rows)
        if not right or [at for at, _ in known] != sorted(at for at, _ in known):
            self.broken(recorded, f"{event.task} lists {cases}: not what is up, not once each, or not oldest first.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Forgotten."""
        return f"{key} has come up and is not treated, and no list of the work session has it."


class WhatWasLeftIsReported(_Reviews):
    """When a session ends, the cases of its list that nobody treated are told (MON-13)."""

    id = "mon-what-was-left-is-reported"
    requirements = ("MON-13",)
    kind = "safety"
    sentence = "When a work session ends with cases of its list untreated, a report at once names them, and no others."

    def __init__(self) -> None:
        super().__init__()
        self._lists: dict[str, list[str]] = {}
        self._left: dict[str, list[str]] = {}

    @sees(TaskCreated, of="work_session")
    def listed(self, event: TaskCreated, recorded: Recorded) -> None:
        """A list."""
        if event.routine == ROUTINE:
            self._lists[event.task] = list(event.facts.get("reviews", []))

    @sees(TaskCreated, of="session_left")
    def reported(self, event: TaskCreated, recorded: Recorded) -> None:
        """A report."""
        if event.routine == ROUTINE:
            told, left = event.facts.get("reviews"), self._left.pop(event.about, None)
            if not self.paid(event.about) or told != left:
                self.broken(recorded, f"{event.task} reports {told}; left was {left}.")

    @sees(TaskCompleted, TaskCancelled, of="work_session")
    def closed(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """The session is over."""
        if event.routine != ROUTINE:
            return
        left = [task for task in self._lists.pop(event.task, []) if task in self._up]
        self.judged += 1
        if left:
            self._left[event.task] = left
            self.owe(event.task, recorded)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Not told."""
        return f"The session {key} left {len(self._left.pop(key, []))} cases untreated, and nobody was told."
