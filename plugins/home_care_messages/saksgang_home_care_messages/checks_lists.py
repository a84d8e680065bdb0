"""A message is always on a list, and not on that of somebody who is away (MSG-10)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import (
    CaseOpened,
    StaffAbsent,
    StatusChanged,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_home_care_messages.checks_messages import DONE, MESSAGE_TASKS, MessageCheck, Messages
from saksgang_home_care_messages.checks_settings import ROUTINE

__all__ = ["EveryMessageIsOnAList", "NobodyAwayKeepsAMessage"]


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
    """Who calls in sick has no messages any more, so that those who are there see them (MSG-10)."""

    id = "msg-nobody-away-keeps-a-message"
    requirements = ("MSG-10",)
    kind = "safety"
    sentence = "When somebody is away from today, each message that he had taken goes to others or their queue at once."

    @sees(StaffAbsent)
    def away(self, event: StaffAbsent, recorded: Recorded) -> None:
        """Somebody is away, perhaps not before next week."""
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

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It waits for him."""
        assert isinstance(recorded.event, StaffAbsent)
        task = key.partition(" ")[2]
        return f"{task} stayed with {recorded.event.staff}, who is away until {recorded.event.absence.last}."
