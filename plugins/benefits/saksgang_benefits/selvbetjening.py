"""What the citizen sees in self-service: decision, letters, payments, status of the case (BEN-20, BEN-23, BEN-26)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from saksgang.records import Case
from saksgang.view import View
from saksgang_benefits.labels import OUTCOMES, PAYMENTS, STATUSES
from saksgang_benefits.looking import oldest_first
from saksgang_benefits.money import kroner
from saksgang_benefits.months import in_words
from saksgang_benefits.personal_numbers import cases_of_number

__all__ = ["CaseShown", "LetterShown", "PaymentShown", "shown", "shown_case", "shown_status"]

UNSENT = ("draft", "to approve", "returned", "approved")


@frozen
class LetterShown:
    """A letter that went out, as it went out."""

    title: str
    body: str
    state: str


@frozen
class PaymentShown:
    """A month: what was paid, or what it waits for.

    Attributes:
        amount: in kroner and øre, ``""`` while the month is held, and until it is paid after that.
        mark: has to be shown with an amount that is not official (BEN-16).
    """

    month: str
    amount: str
    paid_on: str
    state: str
    mark: str


@frozen
class CaseShown:
    """One case.

    Attributes:
        decision: ``Bevilget`` or ``Afslået``, ``""`` before the decision.
    """

    number: str
    benefit: str
    status: str
    decision: str
    decided_on: str
    letters: tuple[LetterShown, ...]
    payments: tuple[PaymentShown, ...]


def shown(view: View, personal_number: str) -> tuple[CaseShown, ...]:
    """The citizen's own cases, oldest first, closed ones too."""
    return tuple(shown_case(case, view) for case in oldest_first(cases_of_number(personal_number, view)))


def shown_case(case: Case, view: View) -> CaseShown:
    """A case as its citizen sees it; letters to others are not among its letters."""
    decision: Any = case.facts.get("decision", {})
    sent = [each for each in view.letters(case.number) if each.to == case.party and each.state not in UNSENT]
    return CaseShown(
        number=case.number,
        benefit=case.type,
        status=shown_status(case),
        decision=OUTCOMES[decision["outcome"]].da if decision else "",
        decided_on=str(decision.get("on", "")),
        letters=tuple(LetterShown(letter.title, letter.body, letter.state) for letter in sent),
        payments=tuple(_payments(case.facts)),
    )


def shown_status(case: Case) -> str:
    """The status in the citizen's words: archived is closed to the citizen (BEN-26)."""
    return STATUSES[case.status].da


def _payments(facts: Mapping[str, Any]) -> list[PaymentShown]:
    names = {key.partition("/")[2] for key in facts if key.startswith(("payment/", "hold/"))}
    return [_payment(month, facts) for month in sorted(names)]


def _payment(month: str, facts: Mapping[str, Any]) -> PaymentShown:
    payment = facts.get(f"payment/{month}")
    if payment is None:
        return PaymentShown(in_words(month), "", "", PAYMENTS[facts[f"hold/{month}"]["state"]].da, "")
    amount, state = kroner(payment["amount"]), PAYMENTS[payment["state"]].da
    return PaymentShown(in_words(month), amount, payment["paid_on"], state, payment["mark"])
