"""Whoever decides sees the amount: it is there when it is needed, and follows what is corrected (BEN-16)."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import StatusChanged
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_days import OfficeDays
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_money import spouse_of
from saksgang_benefits.checks_reckoning import reckon
from saksgang_benefits.checks_settings import ROUTINE, exact_ore, month_parts

__all__ = ["TheAmountIsThere"]

INFORMED, GRANTED, SINGLE = "fuldt oplyst", "bevilget", "enkeltydelse"
FIVE_KRONER = 500
"""A projected rate may have been rounded to another krone."""


class TheAmountIsThere(OfficeDays, FactsCheck, AtOnce):
    """The calculation on a case is that of its facts, from the conclusion to the decision (BEN-16)."""

    id = "ben-the-amount-is-there"
    requirements = ("BEN-16",)
    kind = "safety"
    sentence = (
        "When a case is fully informed or granted, and when a person changes it in between, the calculation of the "
        "month is on it at once, and comes to what its facts come to then."
    )

    def __init__(self) -> None:
        super().__init__()
        self._informed: set[str] = set()

    @sees(StatusChanged)
    def turned(self, event: StatusChanged, recorded: Recorded) -> None:
        """Somebody looks at the amount."""
        if event.routine == ROUTINE:
            (self._informed.add if event.new == INFORMED else self._informed.discard)(event.case)
            if event.new in (INFORMED, GRANTED):
                self.owe(event.case, recorded)

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """A person changes what the amount rests on."""
        if recorded.event.case in self._informed and not recorded.actor.startswith("rule:"):
            self.owe(recorded.event.case, recorded)

    def instant_over(self) -> None:
        """Before time goes on, the amount has to be there."""
        self._look()
        super().instant_over()

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is not."""
        month = self.month(recorded.at)
        said = self.pages[key].month("calculation", month).get("amount", "no calculation")
        return f"Case {key} shows {said or 'no amount'} for {month}, which is not what its facts come to."

    def _look(self) -> None:
        for case, recorded in list(self._owed.items()):
            if self._right(self.pages[case], self.month(recorded.at)):
                self.paid(case)

    def _right(self, page: CasePage, name: str) -> bool:
        made, month = page.month("calculation", name), month_parts(name)
        amount = exact_ore(made.get("amount"))
        if not made or month is None or amount is None or page.type == SINGLE:
            return bool(made)  # why there is no amount is judged elsewhere
        reported = made.get("income") == "payslip"
        found = reckon(page.facts, page.number, month, spouse_of(page.facts), reported=reported) or []
        return any(abs(each.amount - Fraction(amount)) < FIVE_KRONER for each in found)
