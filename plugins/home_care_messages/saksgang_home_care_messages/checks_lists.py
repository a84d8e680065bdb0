"""A message is always on a list, and not on that of somebody who is away (MSG-10)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.checks.laws_staff import Roster
from saksgang.events import (
    CaseOpened,
    OfficeOpened,
    StaffAbsent,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
    TaskTaken,
)
from saksgang.journal.record import Recorded
from saksgang_home_care_messages.checks_messages import MESSAGE_TASKS
from saksgang_home_care_messages.checks_settings import ROUTINE

__all__ = ["EveryMessageIsOnAList", "NobodyAwayKeepsAMessage"]


class EveryMessageIsOnAList(AtOnce):
    """From receipt until it is done a message is somebody's work, or that of a queue (MSG-10)."""

    id = "msg-every-message-is-on-a-list"
    requirements = ("MSG-10",)
    kind = "safety"
    sentence = "A message that is not done has a task at every instant, so that it is on the list of one or of all."

    def __init__(self) -> None:
        super().__init__()
        self._tasks: dict[str, set[str]] = {}

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """A message."""
        if event.routine == ROUTINE:
            self._tasks[event.case] = set()
            self.owe(event.case, recorded)

    @sees(TaskCreated, of=MESSAGE_TASKS)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """Work on it."""
        if event.case in self._tasks:
            self._tasks[event.case].add(event.task)
            self.paid(event.case)

    @sees(TaskCompleted, TaskCancelled)
    def over(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """That work is over; unless it was the last, there is more."""
        tasks = self._tasks.get(event.case, set())
        if event.task in tasks:
            tasks.remove(event.task)
            if not tasks:
                self.owe(event.case, recorded)

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """Perhaps it is done."""
        if event.final and self._tasks.pop(event.case, None) is not None:
            self.paid(event.case)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is forgotten."""
        return f"Message {key} is not done and has no task since {recorded.kind}: it is on nobody's list."


class NobodyAwayKeepsAMessage(AtOnce):
    """Who calls in sick has no messages any more, so that those who are there see them (MSG-10)."""

    id = "msg-nobody-away-keeps-a-message"
    requirements = ("MSG-10",)
    kind = "safety"
    sentence = "When somebody is away from today, each message that he had taken goes to others or their queue at once."

    def __init__(self) -> None:
        super().__init__()
        self._roster = Roster()
        self._owners: dict[str, str] = {}

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whose days they are."""
        self._roster.open(event)

    @sees(TaskCreated, of=MESSAGE_TASKS)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """Work on a message."""
        if event.routine == ROUTINE:
            self._owners[event.task] = event.owner

    @sees(StaffAbsent)
    def away(self, event: StaffAbsent, recorded: Recorded) -> None:
        """Somebody is away, perhaps not before next week."""
        if event.absence.first <= self._roster.day(recorded.at) <= event.absence.last:
            for task, owner in self._owners.items():
                if owner == event.staff:
                    self.owe(task, recorded)

    @sees(TaskTaken, TaskReassigned)
    def given(self, event: TaskTaken | TaskReassigned, recorded: Recorded) -> None:
        """Somebody else has it, or nobody."""
        owner = event.by if isinstance(event, TaskTaken) else event.owner
        if self._owners.get(event.task, owner) != owner:
            self._owners[event.task] = owner
            self.paid(event.task)

    @sees(TaskCompleted, TaskCancelled)
    def over(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """Nobody has to have it any more."""
        self._owners.pop(event.task, None)
        self.paid(event.task)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It waits for him."""
        assert isinstance(recorded.event, StaffAbsent)
        return f"{key} stayed with {recorded.event.staff}, who is away until {recorded.event.absence.last}."
