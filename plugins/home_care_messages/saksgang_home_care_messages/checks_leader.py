"""A message that nobody took is seen by the leader before its deadline passes (MSG-10)."""

from __future__ import annotations

import datetime as dt
import re
from zoneinfo import ZoneInfo

from attrs import define

from saksgang.checks import sees
from saksgang.events import (
    DeadlineCancelled,
    DeadlineMet,
    DeadlineMissed,
    DeadlineStarted,
    OfficeOpened,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
    TaskTaken,
)
from saksgang.journal.record import Recorded
from saksgang_home_care_messages.checks_messages import MESSAGE_TASKS, MessageCheck
from saksgang_home_care_messages.checks_settings import ROUTINE, settings
from saksgang_home_care_messages.checks_visits import visit_start

__all__ = ["TheLeaderSeesItInTime"]

MINUTE = dt.timedelta(minutes=1)
HOURS = re.compile(r"(\d+) hours?")


def _hours(said: object, otherwise: dt.timedelta) -> dt.timedelta:
    found = HOURS.fullmatch(str(said))
    return dt.timedelta(hours=int(found[1])) if found else otherwise


@define
class _Lying:
    """A task in a queue: since when, when the leader has to see it for its visit, and whether the leader was told."""

    case: str
    since: dt.datetime
    for_visit: dt.datetime | None
    told: bool = False


class TheLeaderSeesItInTime(MessageCheck):
    """Visible to the leader before the deadline passes, not after (MSG-10)."""

    id = "msg-the-leader-sees-it-in-time"
    requirements = ("MSG-10",)
    kind = "safety"
    sentence = (
        "A message that lies in a queue so many hours before its first reply is due, or before its visit starts, as "
        "set for each, is on the leader's list by then, or as soon as it lies there; and the leader is told only of "
        "messages that lie in a queue."
    )

    def __init__(self) -> None:
        super().__init__()
        self._before, self._before_visit = dt.timedelta(hours=12), dt.timedelta(hours=2)
        self._zone = ZoneInfo("Europe/Oslo")
        self._due: dict[str, dt.datetime] = {}
        self._lying: dict[str, dict[str, _Lying]] = {}
        self._queued: set[str] = set()  # for whatever it can miss, also when the first reply is behind it

    @sees(OfficeOpened)
    def b_office(self, event: OfficeOpened, recorded: Recorded) -> None:
        """How long before."""
        own = settings(event)
        self._before = _hours(own.get("leader_notice_before"), self._before)
        self._before_visit = _hours(own.get("leader_notice_before_visit"), self._before_visit)
        self._zone = ZoneInfo(event.zone)

    @sees(DeadlineStarted, of="first_reply")
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """When the first reply is due."""
        if event.routine == ROUTINE:
            self._due[event.case] = event.targets[0].due

    @sees(DeadlineMet, DeadlineCancelled, DeadlineMissed, of="first_reply")
    def ended(self, event: DeadlineMet | DeadlineCancelled | DeadlineMissed, recorded: Recorded) -> None:
        """It was replied to, is not to be, or the day is over: then what nobody was told of is judged."""
        if event.routine != ROUTINE:
            return
        for task, lying in self._lying.get(event.case, {}).items():
            self._judge(task, lying, recorded)
        self._due.pop(event.case, None)

    @sees(TaskCreated)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """It lies there, or the leader is told."""
        if event.routine != ROUTINE:
            return
        if event.kind == "untaken_message":
            lying = self._lying.get(event.case, {}).get(event.about)
            queued = event.about in self._queued
            self.judge(queued, recorded, f"The leader is told of {event.about}, which lies in no queue.")
            if lying is not None:
                lying.told = lying.told or recorded.at <= self._latest(lying) + MINUTE
        elif event.kind in MESSAGE_TASKS and not event.owner:
            self._queued.add(event.task)
            if event.kind == "handle_message":
                self._lies(event, recorded)

    @sees(TaskTaken)
    def taken(self, event: TaskTaken, recorded: Recorded) -> None:
        """Somebody has it."""
        self._gone(event, recorded)

    @sees(TaskReassigned)
    def reassigned(self, event: TaskReassigned, recorded: Recorded) -> None:
        """Somebody has it, or nobody again."""
        self._gone(event, recorded)
        if event.routine == ROUTINE and not event.owner:
            self._queued.add(event.task)
            if event.case in self._due or self._for_visit(event.case) is not None:
                self._lies(event, recorded)

    @sees(TaskCompleted, TaskCancelled)
    def over(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """Nobody has to take it any more."""
        self._gone(event, recorded)

    def end(self, at: dt.datetime) -> None:
        """What lies there still."""
        for case, tasks in self._lying.items():
            for task, lying in tasks.items():
                if self._can_miss(lying) and at > self._latest(lying) + MINUTE:
                    self.judge_case(lying.told, case, at, f"{task} lies in a queue and no leader was told.")

    def _lies(self, event: TaskCreated | TaskReassigned, recorded: Recorded) -> None:
        visit = self._for_visit(event.case)
        self._lying.setdefault(event.case, {})[event.task] = _Lying(event.case, recorded.at, visit)

    def _for_visit(self, case: str) -> dt.datetime | None:
        """When the leader has to see a message for the visit that it is about."""
        message = self.messages.get(case)
        start = visit_start(message.facts, self._zone) if message is not None and message.row.by_visit else None
        return None if start is None else start - self._before_visit

    def _can_miss(self, lying: _Lying) -> bool:
        return lying.case in self._due or lying.for_visit is not None

    def _gone(self, event: TaskTaken | TaskReassigned | TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        self._queued.discard(event.task)
        tasks = self._lying.get(event.case)
        lying = tasks.pop(event.task, None) if tasks else None
        if not tasks:
            self._lying.pop(event.case, None)
        if lying is not None and self._can_miss(lying):
            self._judge(event.task, lying, recorded)

    def _judge(self, task: str, lying: _Lying, recorded: Recorded) -> None:
        self.judged += 1
        if recorded.at > self._latest(lying) + MINUTE and not lying.told:
            self.broken(recorded, f"{task} lay in a queue since {lying.since} and no leader was told in time.")

    def _latest(self, lying: _Lying) -> dt.datetime:
        due = self._due.get(lying.case)
        moments = [moment for moment in (due and due - self._before, lying.for_visit) if moment is not None]
        return max(lying.since, min(moments, default=lying.since))
