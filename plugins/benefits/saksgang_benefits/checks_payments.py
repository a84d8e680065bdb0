"""The book-keeper's ledger: each payment with its order, specification and postings, to the øre (BEN-23, 24)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from saksgang.checks import sees
from saksgang.checks.almanac import last_bank_day
from saksgang.checks.laws_base import AtOnce
from saksgang.events import LetterDrafted, LetterSent, ServiceAsked
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_days import OfficeDays
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_settings import ROUTINE, bare, exact_ore, month_parts

__all__ = [
    "NobodyIsPaidTwice",
    "PaymentDaysAreBankDays",
    "PaymentsAreSpecified",
    "PaymentsFollowTheCalculation",
    "PostingsBalance",
    "kroner",
]

ORDERED, REJECTED, SINGLE = "ordered", "rejected", "enkeltydelse"
SPECIFICATION, PAYMENT = "udbetalingsspecifikation", "betaling"
REFORM = "2025-07"
# Function and grouping by what is paid (STAR's accounting rules of November 2022; groupings after the reform are not
# published and carry on).
ACCOUNTS = {
    "kontanthjælp": ("5.57.73", "007"),
    "uddannelseshjælp": ("5.57.73", "008"),
    "sygebehandling": ("5.57.72", "006"),
    "tandpleje": ("5.57.72", "007"),
    "enkeltudgift": ("5.57.72", "008"),
}


def kroner(ore: int) -> str:
    """As a citizen reads it: ``13.494,19``."""
    return f"{ore // 100:,}".replace(",", ".") + f",{ore % 100:02}"


class Payments(FactsCheck):
    """The base of checks that look at each payment when it is ordered; ``again`` after it was rejected."""

    told_of = ("payment",)

    def before(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """A payment that was not under way before is ordered."""
        for month, made in self.news("payment"):
            earlier = page.month("payment", month)
            if made.get("state") == ORDERED:
                self.ordered(page, month, made, str(earlier.get("state", "")), recorded)

    def ordered(self, page: CasePage, month: str, made: dict[str, Any], was: str, recorded: Recorded) -> None:
        """It is ordered; ``was`` is the state of the month's payment before."""
        raise NotImplementedError


class PaymentDaysAreBankDays(OfficeDays, Payments):
    """Money moves on the last bank day of a month, and a month is not paid before its own (BEN-23)."""

    id = "ben-payment-days-are-last-bank-days"
    requirements = ("BEN-23",)
    kind = "safety"
    sentence = (
        "A payment is made on the last bank day of a month, by the closing days of Danish banks, on the day that it "
        "names, not before its own month is over, and once."
    )

    def ordered(self, page: CasePage, month: str, made: dict[str, Any], was: str, recorded: Recorded) -> None:
        """Which day is it?"""
        self.judged += 1
        if was not in ("", REJECTED):
            self.broken(recorded, f"{month} is paid a second time; before it was {was}.")
        day = self.day(recorded.at)
        if made.get("paid_on") != day.isoformat():
            self.broken(recorded, f"{month} was paid on {day} and says {made.get('paid_on')}.")
        if was == REJECTED:
            return  # sent again on the day on which somebody looked into it
        right = last_bank_day("DK", day.year, day.month)
        if page.type != SINGLE and day != right:
            self.broken(recorded, f"{month} was paid on {day}; the last bank day is {right}.")
        if month_parts(month) is None or f"{day:%Y-%m}" < month:
            self.broken(recorded, f"{month} was paid on {day}, before the month came.")


class NobodyIsPaidTwice(Payments):
    """One household, one month, one payment, on however many cases (BEN-23)."""

    id = "ben-nobody-is-paid-twice"
    requirements = ("BEN-23",)
    kind = "safety"
    sentence = (
        "A citizen is paid for a month on one case only, and not beside a spouse with whom he is reckoned on another; "
        "single benefits come beside it."
    )

    def __init__(self) -> None:
        super().__init__()
        self._paid: dict[str, dict[str, str]] = {}
        self._reckoned: dict[str, dict[str, str]] = {}

    def ordered(self, page: CasePage, month: str, made: dict[str, Any], was: str, recorded: Recorded) -> None:
        """On which case?"""
        if page.type == SINGLE:
            return
        self.judged += 1
        case = recorded.event.case
        who, spouse = page.number or page.party, _spouse(page.facts)
        paid, reckoned = self._paid.setdefault(month, {}), self._reckoned.setdefault(month, {})
        before = paid.setdefault(who, case)
        if before != case:
            self.broken(recorded, f"{month} was paid on case {before} to the same citizen.")
        beside = reckoned.get(who, case)
        if spouse:
            reckoned.setdefault(spouse, case)
            beside = paid.get(spouse, beside)
        if beside != case:
            self.broken(recorded, f"{month} was paid on case {beside} to the same household.")


def _spouse(facts: dict[str, Any]) -> str:
    """The number of a spouse, or what else the case knows the spouse by."""
    return str(bare(facts.get("spouse_number")) or facts.get("spouse") or "") if facts.get("married") else ""


class PaymentsFollowTheCalculation(Payments):
    """What is paid is what was calculated, neither more nor less, to the applicant (BEN-23, BEN-16)."""

    id = "ben-payments-follow-the-calculation"
    requirements = ("BEN-23", "BEN-16")
    kind = "safety"
    sentence = (
        "A payment has the amount, the certainty and the mark of the month's last calculation (of the decision for a "
        "single benefit), and follows a decision that grants it from that month on."
    )

    def ordered(self, page: CasePage, month: str, made: dict[str, Any], was: str, recorded: Recorded) -> None:
        """Compare with what was calculated before."""
        self.judged += 1
        decision, calculation = page.facts.get("decision") or {}, page.month("calculation", month)
        amount = exact_ore(made.get("amount"))
        right = decision.get("amount") if page.type == SINGLE else calculation.get("amount")
        if amount is None or amount <= 0 or amount != exact_ore(right):
            self.broken(recorded, f"{month} was paid with {made.get('amount')}; calculated is {right or 'nothing'}.")
        if page.type != SINGLE and [made.get(key) for key in ("status", "mark")] != [
            calculation.get(key) for key in ("status", "mark")
        ]:
            self.broken(recorded, f"The payment of {month} is {made.get('status')}, its calculation is not.")
        if decision.get("outcome") != "granted" or month < str(decision.get("from_month", "")):
            self.broken(recorded, f"{month} was paid, although nothing is granted for it.")


class PostingsBalance(Payments):
    """Each payment is posted to the øre, on the accounts of what is paid (BEN-24)."""

    id = "ben-postings-balance"
    requirements = ("BEN-24",)
    kind = "safety"
    sentence = (
        "The debits of a payment and its credits are both its amount to the øre, and the debit is on the function and "
        "grouping of the benefit."
    )

    def ordered(self, page: CasePage, month: str, made: dict[str, Any], was: str, recorded: Recorded) -> None:
        """Add up both sides."""
        self.judged += 1
        postings = made.get("postings") or []
        amount = exact_ore(made.get("amount"))
        for side in ("debit", "credit"):
            rows = [exact_ore(row.get("amount")) for row in postings if row.get("side") == side]
            if None in rows or sum(row or 0 for row in rows) != amount:
                wrong = f"The {side} side of {month} is {rows} øre, its payment is {made.get('amount')}."
                self.broken(recorded, wrong)
        self._accounts(page, month, postings, recorded)

    def _accounts(self, page: CasePage, month: str, postings: list[dict[str, Any]], recorded: Recorded) -> None:
        kind = page.type if page.type != SINGLE else str(page.facts.get("purpose"))
        if kind == "uddannelseshjælp" and month >= REFORM:
            kind = "kontanthjælp"
        function, grouping = ACCOUNTS.get(kind, ("", ""))
        spent = {str(row.get("account")) for row in postings if row.get("side") == "debit"}
        drawn = {str(row.get("account")) for row in postings if row.get("side") == "credit"}
        if spent & drawn:
            self.broken(recorded, f"{month} of {kind} is taken from the account that it is spent on: {spent & drawn}.")
        for row in postings:
            account = str(row.get("account"))
            if row.get("side") == "debit" and not (function and function in account and grouping in account):
                self.broken(recorded, f"{month} of {kind} is posted on {account}, not on {function} {grouping}.")


class PaymentsAreSpecified(Payments, AtOnce):
    """Each payment has its order to the bank and its specification to the citizen, once each (BEN-23)."""

    id = "ben-payments-are-specified"
    requirements = ("BEN-23", "BEN-24", "BEN-20")
    kind = "safety"
    sentence = (
        "With each payment one order of the same amount and postings goes to the payment service, and one "
        "specification that shows the amount is sent; neither goes without a payment."
    )

    def __init__(self) -> None:
        super().__init__()
        self._ordered: dict[str, tuple[dict[str, Any], bool]] = {}
        self._nothing_to_pay: dict[str, dt.datetime] = {}
        self._bodies: dict[str, str] = {}

    def ordered(self, page: CasePage, month: str, made: dict[str, Any], was: str, recorded: Recorded) -> None:
        """Order and specification have to come."""
        case = recorded.event.case
        self._ordered[f"{case} {month}"] = (made, was == REJECTED)
        self.owe(f"order {case} {month}", recorded)
        if was != REJECTED:
            self.owe(f"specification {case} {month}", recorded)

    @sees(ServiceAsked)
    def told(self, event: ServiceAsked, recorded: Recorded) -> None:
        """An order to pay."""
        if event.routine != ROUTINE or event.service != PAYMENT:
            return
        key, page = f"{event.case} {event.about}", self.pages.get(event.case)
        made, _ = self._ordered.get(key, ({}, False))
        if not self.paid(f"order {key}") or page is None:
            self.judged += 1
            self.broken(recorded, f"{event.request} orders a payment that is not on the case.")
        elif exact_ore(event.facts.get("amount")) != exact_ore(made.get("amount")):
            self.broken(recorded, f"{event.request} orders {event.facts.get('amount')}, not {made.get('amount')}.")
        elif event.facts.get("postings") != made.get("postings"):
            self.broken(recorded, f"{event.request} has other postings than the payment of {event.about}.", "BEN-24")
        elif event.facts.get("to") not in (page.party, page.number):
            self.broken(recorded, f"{event.request} pays to {event.facts.get('to')}.")

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """What the specification shows."""
        if event.routine == ROUTINE and event.template == SPECIFICATION:
            self._bodies[event.letter] = event.body

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """A specification goes out."""
        if event.routine != ROUTINE or event.template != SPECIFICATION:
            return
        body = self._bodies.pop(event.letter, "")
        owed = [key for key in self._owed if key.startswith(f"specification {event.case} ")]
        shown = [key for key in owed if self._amount(key) in body]
        if shown:
            self.paid(shown[0])
        elif owed or self._nothing_to_pay.get(event.case) != recorded.at:
            self.judged += 1
            self.broken(recorded, f"{event.letter} does not show the amount of a payment of that instant.")

    def instant_over(self) -> None:
        """What was ordered is looked for no more."""
        super().instant_over()
        self._ordered.clear()
        self._nothing_to_pay.clear()

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """One of them is missing."""
        what, _, payment = key.partition(" ")
        return f"The payment {payment} has no {what}."

    def requirement(self, key: str) -> str:
        """All are of the day of payment."""
        return "BEN-23"

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """A month with nothing to pay may be specified, too."""
        for _, made in self.news("payment"):
            if made.get("state") == "nothing to pay":
                self._nothing_to_pay[recorded.event.case] = recorded.at
                self.to_tell[self] = None

    def _amount(self, key: str) -> str:
        made, _ = self._ordered[key.partition(" ")[2]]
        return kroner(exact_ore(made.get("amount")) or 0)
