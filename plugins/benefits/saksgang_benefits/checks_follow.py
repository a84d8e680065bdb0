"""What follows by itself: a reminder is out of the way, a rejected payment is seen to (BEN-11, BEN-23)."""

from __future__ import annotations

import re
from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import (
    DeadlineCancelled,
    DeadlineMet,
    DeadlineMissed,
    ServiceAsked,
    StatusChanged,
    TaskCompleted,
    TaskCreated,
    TaskWaiting,
)
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_asked import Requests
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_settings import ROUTINE

__all__ = ["RejectionsAreSeenTo", "RemindersAreOutOfTheWay"]

PAYMENT = "betaling"


class RemindersAreOutOfTheWay(AtOnce):
    """A reminder is no work before its time is over (BEN-11)."""

    id = "ben-reminders-are-out-of-the-way"
    requirements = ("BEN-11",)
    kind = "safety"
    sentence = (
        "A reminder waits from the instant at which it is made, unless the time that it is about is over or all that "
        "its letter asks for has come."
    )
    reads = Requests

    def use(self, book: Requests) -> None:
        """What has come."""
        self._requests = book

    def __init__(self) -> None:
        super().__init__()
        self._over: dict[str, tuple[str, ...]] = {}

    @sees(DeadlineMet, DeadlineMissed, DeadlineCancelled)
    def over(self, event: DeadlineMet | DeadlineMissed | DeadlineCancelled, recorded: Recorded) -> None:
        """The time is over."""
        if event.routine == ROUTINE:
            self._over[event.case] = (*self._over.get(event.case, ()), event.about)

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """On an ended case nobody is reminded."""
        if event.final:
            self._over.pop(event.case, None)

    @sees(TaskCreated, of="follow_up")
    def made(self, event: TaskCreated, recorded: Recorded) -> None:
        """A reminder."""
        over = event.about in self._over.get(event.case, ()) or self._requests.missing.get(event.about) == set()
        if event.routine == ROUTINE and not over:
            self.owe(event.task, recorded)

    @sees(TaskWaiting)
    def waits(self, event: TaskWaiting, recorded: Recorded) -> None:
        """It is out of the way."""
        self.paid(event.task)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is in the way."""
        return f"The reminder {key} stands on the list before its time is over."


class RejectionsAreSeenTo(FactsCheck, AtOnce):
    """Money that did not go out goes out again, or somebody saw to it otherwise (BEN-23)."""

    id = "ben-rejections-are-seen-to"
    requirements = ("BEN-23",)
    kind = "safety"
    sentence = (
        "When somebody is done with a rejected payment, or one whose answer was unclear, it is ordered again at once, "
        "or the month says that it was settled by hand."
    )
    told_of = ("payment",)

    @sees(TaskCompleted, of=("payment_rejected", "unclear_answer"))
    def done(self, event: TaskCompleted, recorded: Recorded) -> None:
        """Somebody looked into it."""
        month = event.kind == "unclear_answer" and re.fullmatch(r"[0-9]{4}-[0-9]{2}", event.about)
        if event.routine == ROUTINE and (event.kind == "payment_rejected" or month):
            what = "by hand" if event.outcome == "looked into" else "again"
            self.owe(f"{event.case} {event.about} {what}", recorded)

    @sees(ServiceAsked)
    def ordered(self, event: ServiceAsked, recorded: Recorded) -> None:
        """It is ordered again."""
        if event.service == PAYMENT:
            self.paid(f"{event.case} {event.about} again")

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """It was settled otherwise."""
        for month, made in self.news("payment"):
            if made.get("state") == "settled by hand":
                self.paid(f"{recorded.event.case} {month} by hand")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It was not."""
        case, month, what = key.split(" ", 2)
        return f"The rejected payment of {month} of case {case} was to be settled {what}, and was not."
