"""A month that stays held after somebody was told of it is told of again, each payment day (BEN-18)."""

from __future__ import annotations

from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import DeadlineMissed, StatusChanged, TaskCancelled, TaskCompleted, TaskCreated
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_settings import ROUTINE

__all__ = ["HoldsAreToldAgain", "HoldsEndWithTheSpouse"]

SINGLE = "enkeltydelse"


class HoldsAreToldAgain(FactsCheck, AtOnce):
    """Whoever was told looked into it, and no payslip came: the month is not forgotten (BEN-18)."""

    id = "ben-holds-are-told-again"
    requirements = ("BEN-18",)
    kind = "safety"
    sentence = (
        "On each payment day somebody is told again, at once, of every month that is still held after a caseworker "
        "was told of it and has done with it."
    )
    told_of = ("hold",)

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[str, dict[str, str]] = {}

    @sees(TaskCreated, of="payment_held")
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody has it on the list."""
        if event.routine == ROUTINE:
            self._told.setdefault(event.case, {})[event.about] = event.task
            self.paid(f"{event.case} {event.about}")

    @sees(TaskCompleted, TaskCancelled, of="payment_held")
    def looked_into(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """Nobody has it on the list any more."""
        months = self._told.get(event.case, {})
        for month, task in months.items():
            if task == event.task:
                months[month] = ""

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """The payslip came after all."""
        for month, hold in self.news("hold"):
            if hold.get("state") != "held":
                self._told.get(recorded.event.case, {}).pop(month, None)

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """What is filed away holds nothing."""
        if event.final:
            self._told.pop(event.case, None)

    @sees(DeadlineMissed, of="payment")
    def payment_day(self, event: DeadlineMissed, recorded: Recorded) -> None:
        """The months that were told of and that nobody has on the list."""
        for month, task in self._told.get(event.case, {}).items():
            if not task:
                self.owe(f"{event.case} {month}", recorded)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Silence."""
        case, month = key.split(" ")
        return f"{month} of case {case} is still held on this payment day, and nobody is told again."


class HoldsEndWithTheSpouse(FactsCheck, AtOnce):
    """After a divorce or a death no payslip will ever come (BEN-18)."""

    id = "ben-holds-end-with-the-spouse"
    requirements = ("BEN-18",)
    kind = "safety"
    sentence = (
        "When a person notes on a case that there is no spouse any more, or none who is reckoned with, no month is "
        "held any longer, and none is from then on; nor is a month of a single benefit."
    )

    def __init__(self) -> None:
        super().__init__()
        self._held: dict[str, set[str]] = {}

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """A hold, or no spouse any more."""
        case = recorded.event.case
        alone = page.type == SINGLE or page.facts.get("married") is False or bool(page.facts.get("spouse_refuses"))
        for month, hold in self.news("hold"):
            if hold.get("state") == "held":
                self._held.setdefault(case, set()).add(month)
                self.judge(not alone, recorded, f"{month} is held, and there is no spouse whose payslip could come.")
            else:
                self._held.get(case, set()).discard(month)
                self.paid(f"{case} {month}")
        if alone and ("married" in new or "spouse_refuses" in new):
            for month in sorted(self._held.get(case, ())):
                self.owe(f"{case} {month}", recorded)

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """What is filed away holds nothing."""
        if event.final:
            self._held.pop(event.case, None)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is still held."""
        case, month = key.split(" ")
        return f"{month} of case {case} is still held, and there is no spouse whose payslip could come."
