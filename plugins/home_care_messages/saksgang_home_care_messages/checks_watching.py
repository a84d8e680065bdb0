"""Who lies in a queue is watched until somebody takes it, and by nobody after that (MSG-10)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
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
    TaskReopened,
    TaskTaken,
    TaskWaiting,
)
from saksgang.journal.record import Recorded
from saksgang_home_care_messages.checks_messages import MESSAGE_TASKS, MessageCheck
from saksgang_home_care_messages.checks_settings import ROUTINE, settings

__all__ = ["EachQueueIsWatched", "NobodyWatchesWhatIsTaken", "WhatIsGivenBackLiesOpen"]

CAN_BE_MISSED = ("first_reply", "final_reply", "step_in_time")


class NobodyWatchesWhatIsTaken(AtOnce):
    """The leader is not told of a message that somebody has (MSG-10)."""

    id = "msg-nobody-watches-what-is-taken"
    requirements = ("MSG-10",)
    kind = "safety"
    sentence = (
        "When the task of a message is taken, given to somebody or over, the time after which the leader is told ends "
        "at once, and so does the task by which the leader was told; of no task the leader is told twice at a time."
    )

    def __init__(self) -> None:
        super().__init__()
        self._watching: dict[str, set[str]] = {}
        self._about: dict[str, str] = {}

    @sees(DeadlineStarted, of="untaken")
    def watched(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """It lies there, and the time runs."""
        if event.routine == ROUTINE:
            self._watch(event.deadline, event.about, recorded)

    @sees(TaskCreated, of="untaken_message")
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """The leader is told."""
        if event.routine == ROUTINE:
            self._watch(event.task, event.about, recorded)

    @sees(TaskTaken, TaskReassigned)
    def taken(self, event: TaskTaken | TaskReassigned, recorded: Recorded) -> None:
        """Somebody has it."""
        if isinstance(event, TaskTaken) or event.owner:
            self._over(event.task, recorded)

    @sees(TaskCompleted, TaskCancelled)
    def done(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """It is over, or the leader has seen to it."""
        self._gone(event.task)
        self._over(event.task, recorded)

    @sees(DeadlineMet, DeadlineMissed, DeadlineCancelled, of="untaken")
    def ended(self, event: DeadlineMet | DeadlineMissed | DeadlineCancelled, recorded: Recorded) -> None:
        """The time ends."""
        self._gone(event.deadline)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It does not."""
        return f"{key} goes on, although {recorded.kind} means that nobody need be told."

    def _watch(self, key: str, task: str, recorded: Recorded) -> None:
        if self._watching.get(task):
            self.judged += 1
            self.broken(recorded, f"{key} is the second by which the leader is told of {task}.")
        self._watching.setdefault(task, set()).add(key)
        self._about[key] = task

    def _gone(self, key: str) -> None:
        task = self._about.pop(key, None)
        if task is None:
            return
        watching = self._watching.get(task, set())
        watching.discard(key)
        if not watching:
            self._watching.pop(task, None)
        self.paid(key)

    def _over(self, task: str, recorded: Recorded) -> None:
        watching = self._watching.get(task)
        for key in sorted(watching) if watching else ():
            self.owe(key, recorded)


class EachQueueIsWatched(MessageCheck, AtOnce):
    """A message in a queue is watched from the moment in which it lies there, until it is taken or told (MSG-10)."""

    id = "msg-each-queue-is-watched"
    requirements = ("MSG-10",)
    kind = "safety"
    sentence = (
        "When the task of a message is made for a queue or goes back to one, the time after which the leader is told "
        "runs at once, that of the setting where nothing can be missed, or the leader is told at once; and when that "
        "time is over, at once. Only what lies in the leaders' own queue with nothing to miss is told to nobody."
    )

    def __init__(self) -> None:
        super().__init__()
        self._running: dict[str, set[str]] = {}
        self._after = ""

    @sees(OfficeOpened)
    def b_office(self, event: OfficeOpened, recorded: Recorded) -> None:
        """How long a message may lie that can miss nothing."""
        self._after = str(settings(event).get("leader_notice_after", ""))

    @sees(DeadlineStarted, of=CAN_BE_MISSED)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """Something can be missed."""
        if event.routine == ROUTINE:
            self._running.setdefault(event.case, set()).add(event.deadline)

    @sees(DeadlineStarted, of="untaken")
    def watched(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """The time runs."""
        message = self.messages.get(event.case)
        if message is None:
            return
        self.paid(event.about)
        rule, timed = event.targets[0].rule, event.case in self._running or message.row.by_visit
        self.judged += 1
        if not timed and rule != self._after:
            self.broken(recorded, f"The leader is told of {event.about} after {rule}, not after {self._after}.")

    @sees(DeadlineMet, DeadlineMissed, DeadlineCancelled, of="untaken")
    def over(self, event: DeadlineMet | DeadlineMissed | DeadlineCancelled, recorded: Recorded) -> None:
        """The time is over, or is ended although nobody has it."""
        message = self.messages.get(event.case)
        if message is not None and message.owners.get(event.about) == "":
            self.owe(event.about, recorded)

    @sees(DeadlineMet, DeadlineMissed, DeadlineCancelled, of=CAN_BE_MISSED)
    def ended(self, event: DeadlineMet | DeadlineMissed | DeadlineCancelled, recorded: Recorded) -> None:
        """It cannot be missed any more."""
        running = self._running.get(event.case)
        if running is not None:
            running.discard(event.deadline)
            if not running:
                del self._running[event.case]

    @sees(TaskCreated, of="untaken_message")
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """The leader is told."""
        if event.routine == ROUTINE:
            self.paid(event.about)

    @sees(TaskCreated, of=MESSAGE_TASKS)
    def made(self, event: TaskCreated, recorded: Recorded) -> None:
        """It may lie in a queue from the beginning."""
        if event.routine == ROUTINE:
            self._lies(event, recorded)

    @sees(TaskReassigned)
    def given_back(self, event: TaskReassigned, recorded: Recorded) -> None:
        """It may go back to one; what lies there already is watched."""
        message = self.messages.get(event.case)
        if message is not None and message.owners.get(event.task):
            self._lies(event, recorded)

    def _lies(self, event: TaskCreated | TaskReassigned, recorded: Recorded) -> None:
        if not event.owner and (event.case in self._running or event.role != "tjenesteleder"):
            self.owe(event.task, recorded)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody watches it."""
        return f"{key} lies in a queue since {recorded.kind}, and nothing tells the leader in time."


class WhatIsGivenBackLiesOpen(AtOnce):
    """Waiting in a queue, a message would be on nobody's list (MSG-10)."""

    id = "msg-what-is-given-back-lies-open"
    requirements = ("MSG-10",)
    kind = "safety"
    sentence = "A task of a message that somebody left waiting and gives back to its queue goes on at once."

    def __init__(self) -> None:
        super().__init__()
        self._waiting: set[str] = set()

    @sees(TaskWaiting)
    def waits(self, event: TaskWaiting, recorded: Recorded) -> None:
        """Somebody leaves it waiting."""
        if event.routine == ROUTINE:
            self._waiting.add(event.task)

    @sees(TaskReassigned)
    def given_back(self, event: TaskReassigned, recorded: Recorded) -> None:
        """It is nobody's."""
        if event.task in self._waiting and not event.owner:
            self.owe(event.task, recorded)

    @sees(TaskReopened, TaskCompleted, TaskCancelled)
    def goes_on(self, event: TaskReopened | TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """It is open, or over."""
        self._waiting.discard(event.task)
        self.paid(event.task)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It waits on."""
        return f"{key} waits in a queue, where nobody sees it."
