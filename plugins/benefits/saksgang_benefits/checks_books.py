"""The month's books, added up from four places that have to agree to the øre (BEN-24)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from saksgang.checks import sees
from saksgang.events import LetterDrafted, LetterSent, ServiceAsked
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_days import OfficeDays
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_payments import kroner
from saksgang_benefits.checks_settings import ROUTINE, exact_ore

__all__ = ["TheBooksBalanceEachMonth"]

TOTAL = re.compile(r"I alt[^0-9-]*([0-9.]+),([0-9]{2}) kr\.")
PAYMENTS, ORDERS, SPECIFICATIONS, DEBITS, CREDITS = "payments", "orders", "specifications", "debits", "credits"
COLUMNS = (PAYMENTS, ORDERS, SPECIFICATIONS, DEBITS, CREDITS)


class TheBooksBalanceEachMonth(OfficeDays, FactsCheck):
    """Payments on the cases, orders to the bank, specifications to citizens, postings: one sum a month (BEN-24)."""

    id = "ben-the-books-balance-each-month"
    requirements = ("BEN-24", "BEN-23")
    kind = "safety"
    sentence = (
        "Added up by the month in which the money moves, payments, orders to the payment service, totals of the "
        "specifications, debits and credits are the same sum to the øre."
    )
    told_of = ("payment",)

    def __init__(self) -> None:
        super().__init__()
        self._books: dict[str, dict[str, int]] = {}
        self._again: set[tuple[str, str]] = set()
        self._totals: dict[str, int] = {}

    def before(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """A payment on a case; one that is sent again is in the books already."""
        for month, made in self.news("payment"):
            if made.get("state") != "ordered":
                continue
            if page.month("payment", month):
                self._again.add((recorded.event.case, month))
            else:
                self._add(PAYMENTS, exact_ore(made.get("amount")), recorded)

    @sees(ServiceAsked)
    def told(self, event: ServiceAsked, recorded: Recorded) -> None:
        """An order, with its postings."""
        if event.routine != ROUTINE or event.service != "betaling" or (event.case, event.about) in self._again:
            self._again.discard((event.case, event.about))
            return
        self._add(ORDERS, exact_ore(event.facts.get("amount")), recorded)
        for row in event.facts.get("postings") or []:
            self._add(DEBITS if row.get("side") == "debit" else CREDITS, exact_ore(row.get("amount")), recorded)

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """The total that a citizen reads."""
        if event.routine == ROUTINE and event.template == "udbetalingsspecifikation":
            found = TOTAL.search(event.body)
            self._totals[event.letter] = int(found[1].replace(".", "") + found[2]) if found else 0

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """It goes out."""
        if event.letter in self._totals:
            self._add(SPECIFICATIONS, self._totals.pop(event.letter), recorded)

    def end(self, at: dt.datetime) -> None:
        """Month by month."""
        for month, sums in self._books.items():
            columns = [sums.get(column, 0) for column in COLUMNS]
            said = ", ".join(f"{column} {kroner(sums.get(column, 0))}" for column in COLUMNS)
            self.judge_case(len(set(columns)) == 1, "", at, f"The books of {month} do not balance: {said}.")

    def _add(self, column: str, ore: int | None, recorded: Recorded) -> None:
        sums = self._books.setdefault(self.month(recorded.at), {})
        sums[column] = sums.get(column, 0) + (ore or 0)
