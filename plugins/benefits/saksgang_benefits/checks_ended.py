"""What a turn of a case ends: time to hand in, work that lost its sense, a paid single case (BEN-13, 15, 23, 26)."""

from __future__ import annotations

from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, Law
from saksgang.events import (
    DeadlineCancelled,
    DeadlineMet,
    DeadlineMissed,
    DeadlineStarted,
    LetterFailed,
    LetterSent,
    StatusChanged,
    TaskCompleted,
    TaskReopened,
)
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_settings import ROUTINE
from saksgang_benefits.checks_tasks import TasksCheck

__all__ = [
    "CasesEndWhenTheDecisionIsTold",
    "FailedLettersBringTheReminderBack",
    "NobodyWaitsForWhatIsOver",
    "PaidSingleCasesClose",
    "WorkLosesItsSense",
]

UNDER_WAY, INFORMED, CLOSED, GRANTED = "under oplysning", "fuldt oplyst", "afsluttet", "bevilget"
WAITED_FOR = ("documentation", "reminder")
FOLLOW_UP, SINGLE = "follow_up", "enkeltydelse"
SETTLED = ("paid", "nothing to pay", "settled by hand")
DECISIONS = ("afgorelse_bevilling", "afgorelse_afslag")
KEPT_WHEN_CLOSED = (
    "create_case",
    "decision_letter",
    "undelivered_letter",
    "payslip",
    "payment_held",
    "payment_rejected",
    "no_amount",
    "unclear_answer",
)


class NobodyWaitsForWhatIsOver(TasksCheck):
    """Time to hand something in ends with the informing, and so does its reminder (BEN-15, BEN-26)."""

    id = "ben-nobody-waits-for-what-is-over"
    requirements = ("BEN-15", "BEN-26")
    kind = "safety"
    sentence = (
        "When a case is fully informed, decided or closed, the time to hand something in and the reminder that waits "
        "for it end at once."
    )

    def __init__(self) -> None:
        super().__init__()
        self._running: dict[str, set[str]] = {}

    @sees(DeadlineStarted, of=WAITED_FOR)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """A time runs."""
        if event.routine == ROUTINE:
            self._running.setdefault(event.case, set()).add(event.deadline)

    @sees(DeadlineMet, DeadlineMissed, DeadlineCancelled, of=WAITED_FOR)
    def ended(self, event: DeadlineMet | DeadlineMissed | DeadlineCancelled, recorded: Recorded) -> None:
        """It runs no more."""
        running = self._running.get(event.case)
        if running is not None:
            running.discard(event.deadline)
            if not running:
                del self._running[event.case]

    @sees(StatusChanged)
    def turned(self, event: StatusChanged, recorded: Recorded) -> None:
        """It is over."""
        if event.routine != ROUTINE or event.new == UNDER_WAY:
            return
        away = [key for key, task in self.tasks.of(event.case).items() if task.kind == FOLLOW_UP and task.away]
        for key in (*sorted(self._running.get(event.case, ())), *away):
            self.owe(f"gone {key}", recorded)

    def gone(self, case: str, key: str) -> bool:
        """Neither on the list nor running."""
        return super().gone(case, key) and key not in self._running.get(case, ())

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It goes on."""
        return f"{key.removeprefix('gone ')} goes on, although nothing is waited for any more."


class WorkLosesItsSense(TasksCheck):
    """Nobody decides a case that is being informed again, or informs one that is closed (BEN-15, BEN-26, BEN-13)."""

    id = "ben-work-loses-its-sense"
    requirements = ("BEN-26", "BEN-15", "BEN-13")
    kind = "safety"
    sentence = (
        "When a case is closed, its open tasks of informing and deciding go at once, and when it is being informed "
        "again, the open task to decide; what a person left waiting stays."
    )

    @sees(StatusChanged)
    def turned(self, event: StatusChanged, recorded: Recorded) -> None:
        """What is on the list for nothing now?"""
        if event.routine != ROUTINE:
            return
        back = (event.old, event.new) == (INFORMED, UNDER_WAY)
        for key, task in self.tasks.of(event.case).items():
            lost = (event.new == CLOSED and task.kind not in KEPT_WHEN_CLOSED) or (back and task.kind == "decide")
            if lost and not task.left:
                self.owe(f"gone {key}", recorded)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is still there."""
        return f"{key.removeprefix('gone ')} is still on the list, although there is nothing to do on it any more."


class FailedLettersBringTheReminderBack(TasksCheck):
    """Whoever waits for the answer to a letter that reached nobody is told at once (BEN-11)."""

    id = "ben-failed-letters-bring-the-reminder-back"
    requirements = ("BEN-11",)
    kind = "safety"
    sentence = "When a letter cannot be delivered, the reminder that waits for its answer is back on the list at once."

    @sees(LetterFailed)
    def failed(self, event: LetterFailed, recorded: Recorded) -> None:
        """It reached nobody."""
        for key, task in self.tasks.of(event.case).items():
            if task.kind == FOLLOW_UP and task.about == event.letter and task.away:
                self.owe(f"back {key}", recorded)

    @sees(TaskReopened)
    def back(self, event: TaskReopened, recorded: Recorded) -> None:
        """It is on the list again."""
        self.paid(f"back {event.task}")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It still waits."""
        return f"{key.removeprefix('back ')} waits for the answer to a letter that reached nobody."


class PaidSingleCasesClose(FactsCheck, AtOnce):
    """A single benefit is paid once and decided once, and that was all (BEN-19, BEN-23)."""

    id = "ben-paid-single-cases-close"
    requirements = ("BEN-23", "BEN-19")
    kind = "safety"
    sentence = (
        "When the payment of a single benefit is settled and its decision letter sent, its granted case is closed at "
        "once."
    )
    told_of = ("payment",)

    def __init__(self) -> None:
        super().__init__()
        self._granted: set[str] = set()
        self._settled: set[str] = set()
        self._told: set[str] = set()

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """Granted, or closed."""
        if event.routine == ROUTINE:
            (self._granted.add if event.new == GRANTED else self._granted.discard)(event.case)
            self.paid(event.case)
        if event.final:
            self._settled.discard(event.case)
            self._told.discard(event.case)

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """The payment is settled."""
        if page.type == SINGLE and any(made.get("state") in SETTLED for _, made in self.news("payment")):
            self._settled.add(recorded.event.case)
            self._over(recorded)

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """The decision is told."""
        if event.routine == ROUTINE and event.template in DECISIONS:
            self._told.add(event.case)
            self._over(recorded)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It stays open."""
        return f"Case {key} is a single benefit, was paid and stays open."

    def _over(self, recorded: Recorded) -> None:
        case = recorded.event.case
        if case in self._granted and case in self._settled and case in self._told:
            self.owe(case, recorded)


class CasesEndWhenTheDecisionIsTold(Law):
    """A payment does not close a case of which the citizen has had no decision letter (BEN-19, BEN-20)."""

    id = "ben-cases-end-when-the-decision-is-told"
    requirements = ("BEN-19", "BEN-20")
    kind = "safety"
    sentence = "No rule closes a decided case or files it away before its decision letter has been sent."

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[str, bool] = {}

    @sees(TaskCompleted, of="decide")
    def decided(self, event: TaskCompleted, recorded: Recorded) -> None:
        """There is a decision to tell."""
        if event.routine == ROUTINE:
            self._told[event.case] = False

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """It is told."""
        if event.routine == ROUTINE and event.template in DECISIONS:
            self._told[event.case] = True

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """The case is closed, or filed away."""
        over = event.routine == ROUTINE and (event.final or event.new == CLOSED)
        if over and event.case in self._told and recorded.actor.startswith("rule:"):
            wrong = f"Case {event.case} became {event.new!r} before its decision letter was sent."
            self.judge(self._told[event.case], recorded, wrong)
        if event.final:
            self._told.pop(event.case, None)
