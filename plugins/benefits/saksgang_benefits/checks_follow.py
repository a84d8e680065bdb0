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
from saksgang_benefits.checks_days import OfficeDays
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_settings import ROUTINE

__all__ = ["RejectionsAreSeenTo", "RemindersAreOutOfTheWay", "SilenceOfTheBankIsTold"]

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


class RejectionsAreSeenTo(OfficeDays, FactsCheck, AtOnce):
    """Money that did not go out goes out again, or somebody saw to it otherwise (BEN-23)."""

    id = "ben-rejections-are-seen-to"
    requirements = ("BEN-23",)
    kind = "safety"
    sentence = (
        "When somebody is done with a rejected payment, or one whose answer was unclear, it is ordered again at once "
        "as of that day, or the month says that it was settled by hand, and rejected money is posted no more."
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
        key = f"{event.case} {event.about} again"
        if event.service == PAYMENT and self.paid(key):
            day = self.day(recorded.at).isoformat()
            if event.facts.get("paid_on") != day:
                self.broken(recorded, f"{event.about} was ordered again on {day} as of {event.facts.get('paid_on')}.")

    def before(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """It was settled otherwise."""
        for month, made in self.news("payment"):
            if made.get("state") != "settled by hand":
                continue
            self.paid(f"{recorded.event.case} {month} by hand")
            if page.month("payment", month).get("state") == "rejected" and made.get("postings"):
                self.broken(recorded, f"{month} was settled by hand, and money that never left is still posted.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It was not."""
        case, month, what = key.split(" ", 2)
        return f"The rejected payment of {month} of case {case} was to be settled {what}, and was not."


class SilenceOfTheBankIsTold(FactsCheck, AtOnce):
    """A payment of which nobody knows whether it went out is somebody's business (BEN-23)."""

    id = "ben-silence-of-the-bank-is-told"
    requirements = ("BEN-23",)
    kind = "safety"
    sentence = (
        "On a payment day of a case a caseworker has a task about each month that was ordered on an earlier day and of "
        "which the payment service has said nothing."
    )
    told_of = ("payment",)

    def __init__(self) -> None:
        super().__init__()
        self._ordered: dict[str, set[str]] = {}
        self._tasks: dict[str, dict[str, str]] = {}

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """It is ordered, or something is known of it."""
        for month, made in self.news("payment"):
            months = self._ordered.setdefault(recorded.event.case, set())
            (months.add if made.get("state") == "ordered" else months.discard)(month)

    @sees(TaskCreated, of="unclear_answer")
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody has it on the list."""
        if event.routine == ROUTINE:
            self._tasks.setdefault(event.case, {})[event.about] = event.task
            self.paid(f"{event.case} {event.about}")

    @sees(TaskCompleted, of="unclear_answer")
    def done(self, event: TaskCompleted, recorded: Recorded) -> None:
        """And off it."""
        self._tasks.get(event.case, {}).pop(event.about, None)

    @sees(DeadlineMissed, of="payment")
    def payment_day(self, event: DeadlineMissed, recorded: Recorded) -> None:
        """The months that are ordered up to now."""
        for month in self._ordered.get(event.case, ()):
            self.owe(f"{event.case} {month}", recorded)
            if month in self._tasks.get(event.case, {}):
                self.paid(f"{event.case} {month}")

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """On an ended case everything is settled."""
        if event.final:
            self._ordered.pop(event.case, None)
            self._tasks.pop(event.case, None)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Silence here, too."""
        case, month = key.split(" ")
        return f"{month} of case {case} was ordered, the payment service says nothing, and nobody is told."
