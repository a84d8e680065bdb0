"""Work comes and goes with what is done: on the list when due, off it when done (BEN-15, BEN-19, BEN-23, BEN-26)."""

from __future__ import annotations

from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, InTheEnd
from saksgang.events import (
    LetterSent,
    ServiceAnswered,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_settings import ROUTINE
from saksgang_benefits.checks_tasks import TasksCheck

__all__ = ["AnswersOfTheBankAreKept", "ClosedCasesAreFiledAway", "InformingEndsWithTheConclusion", "TheNextWorkComesUp"]

INFORMED, CLOSED = "fuldt oplyst", "afsluttet"
UNCLEAR = "unclear_answer"
NOT_PAID = ("no_amount", "payment_held")
DECISIONS = ("afgorelse_bevilling", "afgorelse_afslag")
NOT_INFORMING = (
    "create_case",
    "decide",
    "decision_letter",
    "undelivered_letter",
    "payslip",
    "payment_held",
    "payment_rejected",
    "no_amount",
    "unclear_answer",
)


class TheNextWorkComesUp(TasksCheck):
    """What follows from a conclusion or a decision is on a list at once (BEN-15, BEN-19)."""

    id = "ben-the-next-work-comes-up"
    requirements = ("BEN-15", "BEN-19")
    kind = "safety"
    sentence = (
        "When a case is fully informed the task to decide comes up at once, and when it is decided the task to send "
        "the decision."
    )

    @sees(StatusChanged)
    def concluded(self, event: StatusChanged, recorded: Recorded) -> None:
        """There is something to decide; the task may be there still, where a person left it waiting."""
        if event.routine != ROUTINE or event.new != INFORMED:
            return
        if "decide" not in [task.kind for task in self.tasks.of(event.case).values()]:
            self.owe(f"{event.case} decide", recorded)

    @sees(TaskCompleted, of="decide")
    def decided(self, event: TaskCompleted, recorded: Recorded) -> None:
        """There is something to send."""
        if event.routine == ROUTINE:
            self.owe(f"{event.case} decision_letter", recorded)

    @sees(TaskCreated, of=("decide", "decision_letter"))
    def asked(self, event: TaskCreated, recorded: Recorded) -> None:
        """It is on a list."""
        self.paid(f"{event.case} {event.kind}")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is not."""
        case, _, kind = key.partition(" ")
        return f"Case {case} had {recorded.kind}, and no task {kind} came up."


class InformingEndsWithTheConclusion(TasksCheck):
    """What a conclusion or a letter has done is off the list (BEN-15, BEN-19)."""

    id = "ben-informing-ends-with-the-conclusion"
    requirements = ("BEN-15", "BEN-19", "BEN-13")
    kind = "safety"
    sentence = (
        "When a case is fully informed its open tasks of informing it end at once, and the task to send the decision "
        "when the decision is sent; what a person left waiting stays."
    )

    @sees(StatusChanged)
    def concluded(self, event: StatusChanged, recorded: Recorded) -> None:
        """The case is fully informed."""
        if event.routine == ROUTINE and event.new == INFORMED:
            for key, task in self.tasks.of(event.case).items():
                if task.kind not in NOT_INFORMING and not task.left:
                    self.owe(f"gone {key}", recorded)

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """The decision goes out."""
        if event.routine == ROUTINE and event.template in DECISIONS:
            for key, task in self.tasks.of(event.case).items():
                if task.kind == "decision_letter" and not task.left:
                    self.owe(f"gone {key}", recorded)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is still on it."""
        return f"{key.removeprefix('gone ')} is still open, although {recorded.kind} did what it asks for."


class AnswersOfTheBankAreKept(FactsCheck, AtOnce):
    """Paid or rejected is on the case, and a rejection on somebody's list (BEN-23)."""

    id = "ben-answers-of-the-bank-are-kept"
    requirements = ("BEN-23",)
    kind = "safety"
    sentence = (
        "When the payment service has answered, the month is paid or rejected on the case at once, and a rejection is "
        "a task, as is an answer that says neither, which changes nothing."
    )
    told_of = ("payment",)

    def __init__(self) -> None:
        super().__init__()
        self._unclear: dict[str, str] = {}

    @sees(ServiceAnswered)
    def answered(self, event: ServiceAnswered, recorded: Recorded) -> None:
        """The bank answers."""
        if event.routine != ROUTINE or event.service != "betaling":
            return
        accepted = event.facts.get("accepted")
        if not isinstance(accepted, bool):
            if f"{event.case} {event.about}" not in self._unclear.values():
                self.owe(f"{event.case} {event.about} unclear", recorded)
            return
        self.owe(f"{event.case} {event.about} {'paid' if accepted else 'rejected'}", recorded)
        if not accepted:
            self.owe(f"{event.case} {event.about} task", recorded)

    @sees(TaskCreated, of=("payment_rejected", UNCLEAR))
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is told."""
        words = {"payment_rejected": "task", UNCLEAR: "unclear"}
        if event.routine == ROUTINE:
            self.paid(f"{event.case} {event.about} {words[event.kind]}")
            if event.kind == UNCLEAR:
                self._unclear[event.task] = f"{event.case} {event.about}"

    @sees(TaskCompleted, TaskCancelled, of=UNCLEAR)
    def over(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """Somebody found out."""
        self._unclear.pop(event.task, None)

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """The case knows."""
        for month, made in self.news("payment"):
            self.paid(f"{recorded.event.case} {month} {made.get('state')}")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It does not."""
        case, month, what = key.split(" ")
        return f"The payment service answered for {month} of case {case}, and nothing says {what}."


class ClosedCasesAreFiledAway(InTheEnd):
    """A closed case does not stay half closed (BEN-26)."""

    id = "ben-closed-cases-are-filed-away"
    requirements = ("BEN-26",)
    kind = "liveness"
    sentence = (
        "A closed case is filed away in the end, when its last month has been paid; where no amount can be found for "
        "it, or its payslip does not come, somebody is told instead, again and again."
    )
    working_days = 60

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """Closed, or filed away."""
        if event.routine == ROUTINE and event.new == CLOSED:
            self.waits(event.case, recorded)
        elif event.final:
            self.came(event.case)

    @sees(TaskCreated, of=NOT_PAID)
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """A month cannot be paid, and somebody is told: the clock for filing it away starts over."""
        if event.routine == ROUTINE and event.case in self._since:
            self.came(event.case)
            self.waits(event.case, recorded)

    def lost(self, key: str, recorded: Recorded) -> str:
        """It lies there."""
        return f"Case {key} was closed and not filed away"
