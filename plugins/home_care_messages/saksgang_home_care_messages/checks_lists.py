"""A message is always on a list, and not on that of somebody who is away (MSG-10)."""

from __future__ import annotations

import datetime as dt

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import (
    CaseOpened,
    CaseSeen,
    DeadlineMissed,
    OfficeOpened,
    StaffAbsent,
    StatusChanged,
    TaskCreated,
    TaskReassigned,
    TaskTaken,
)
from saksgang.journal.record import Recorded
from saksgang_home_care_messages.checks_messages import DONE, MESSAGE_TASKS, MessageCheck, Messages
from saksgang_home_care_messages.checks_settings import ROUTINE

__all__ = ["EveryMessageIsOnAList", "NobodyAwayKeepsAMessage"]

MINUTE = dt.timedelta(minutes=1)


class EveryMessageIsOnAList(MessageCheck, AtOnce):
    """From receipt until it is done a message is somebody's work, or that of a queue (MSG-10)."""

    id = "msg-every-message-is-on-a-list"
    requirements = ("MSG-10",)
    kind = "safety"
    sentence = "A message that is not done has a task at every instant, so that it is on the list of one or of all."

    def use(self, book: Messages) -> None:
        """Who keeps the messages tells when the last task of one is over; unless it is done, there is more."""
        super().use(book)
        book.when_idle.append(self.owe)

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """A message."""
        if event.routine == ROUTINE:
            self.owe(event.case, recorded)

    @sees(TaskCreated, of=MESSAGE_TASKS)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """Work on it."""
        self.paid(event.case)

    @sees(StatusChanged, of=DONE)
    def done(self, event: StatusChanged, recorded: Recorded) -> None:
        """There need be none any more."""
        if event.final:
            self.paid(event.case)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is forgotten."""
        return f"Message {key} is not done and has no task since {recorded.kind}: it is on nobody's list."


class NobodyAwayKeepsAMessage(MessageCheck, AtOnce):
    """Who calls in sick, or is on leave, has no messages any more, so that those who are there see them (MSG-10)."""

    id = "msg-nobody-away-keeps-a-message"
    requirements = ("MSG-10",)
    kind = "safety"
    sentence = (
        "When somebody is away from today, each message that he had taken goes to others or their queue at once; when "
        "he is to be away from a later day, as that day begins."
    )

    def __init__(self) -> None:
        super().__init__()
        self._to_come: dict[str, set[dt.date]] = {}

    @sees(OfficeOpened)
    def b_configured(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Somebody will be away, as the configuration says."""
        for person in event.staff:
            for absence in person.absences:
                self._expect(person.id, absence.first, recorded)

    @sees(CaseOpened, CaseSeen, TaskCreated, TaskTaken, TaskReassigned, DeadlineMissed)
    def day_begun(self, event: object, recorded: Recorded) -> None:
        """The day may have come, a minute ago at least."""
        if self._to_come:
            self._judge_days(recorded.at)

    def end(self, at: dt.datetime) -> None:
        """Or before the end."""
        self._judge_days(at)
        super().end(at)

    @sees(StaffAbsent)
    def away(self, event: StaffAbsent, recorded: Recorded) -> None:
        """Somebody is away, perhaps not before next week."""
        self._expect(event.staff, event.absence.first, recorded)
        if event.absence.first <= self.roster.day(recorded.at) <= event.absence.last:
            for case, message in self.messages.items():
                for task, owner in message.owners.items():
                    if owner == event.staff:
                        self.owe(f"{case} {task}", recorded)

    def instant_over(self) -> None:
        """Before time goes on, somebody else has it, or nobody has to have it any more."""
        for key, recorded in list(self._owed.items()):
            case, _, task = key.partition(" ")
            message = self.messages.get(case)
            if message is None or message.owners.get(task) != recorded.event.staff:  # type: ignore[attr-defined]
                self.paid(key)
        super().instant_over()

    def _expect(self, staff: str, day: dt.date, recorded: Recorded) -> None:
        if day > self.roster.day(recorded.at):
            self._to_come.setdefault(staff, set()).add(day)

    def _judge_days(self, at: dt.datetime) -> None:
        """Who is away since a day that has begun has no message any more."""
        today = self.roster.day(at - MINUTE)
        for staff, days in list(self._to_come.items()):
            if min(days) <= today:
                self._keeps_none(staff, at)
                self._to_come[staff] = {day for day in days if day > today}
                if not self._to_come[staff]:
                    del self._to_come[staff]

    def _keeps_none(self, staff: str, at: dt.datetime) -> None:
        self.judged += 1
        why = self.roster.away(staff, at - MINUTE)
        kept = [
            (case, task) for case, each in self.messages.items() for task, who in each.owners.items() if who == staff
        ]
        for case, task in kept if why else ():
            self.never_came(case, at, f"{task} stayed with {staff} as the day began, although {why}.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It waits for him."""
        assert isinstance(recorded.event, StaffAbsent)
        task = key.partition(" ")[2]
        return f"{task} stayed with {recorded.event.staff}, who is away until {recorded.event.absence.last}."
