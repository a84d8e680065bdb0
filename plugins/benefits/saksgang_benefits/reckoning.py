"""From a case to the calculation of one of its months (BEN-16, BEN-22)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saksgang.errors import InputRefused
from saksgang.records import Case
from saksgang.view import View
from saksgang_benefits.calculation import Basis, Calculation, Earnings, calculate, granted_amount
from saksgang_benefits.household import NO_SPOUSE, REFUSES, availability, household
from saksgang_benefits.looking import settings_of
from saksgang_benefits.money import amount
from saksgang_benefits.months import first_day
from saksgang_benefits.names import SINGLE
from saksgang_benefits.postings import posting_key, posting_row

__all__ = ["calculation_of", "is_supplementary", "shown_calculation"]


def calculation_of(case: Case, month: str, view: View) -> Calculation:
    """The calculation of a month by what is on the case now; what stands in its way is in ``obstacle``."""
    income = _income(case.facts, month)
    try:
        return _single(case, month) if case.type == SINGLE else calculate(month, _basis(case, month, view), income)
    except InputRefused as refused:
        return Calculation(month, (), availability(case.facts), income, str(refused))


def is_supplementary(case: Case) -> bool:
    """Whether the benefit supplements a spouse's pay, so that each month waits for its payslip (BEN-18).

    It was granted so, and there still is a spouse who is reckoned with.
    """
    decision: Any = case.facts.get("decision", {})
    return bool(decision.get("supplementary")) and availability(case.facts) not in (NO_SPOUSE, REFUSES)


def shown_calculation(case: Case) -> Mapping[str, Any]:
    """The calculation that the decision shows: the latest month of the case; empty where there is none."""
    months = sorted(key for key in case.facts if key.startswith("calculation/"))
    found: Any = case.facts[months[-1]] if months else {}
    return found if isinstance(found, Mapping) else {}


def _income(facts: Mapping[str, Any], month: str) -> str:
    if f"income/{month}" in facts:
        return "payslip"
    stated = facts.get("own_income") or facts.get("spouse_income")
    return "statement" if stated else "none"


def _basis(case: Case, month: str, view: View) -> Basis:
    facts: Mapping[str, Any] = case.facts
    reported: Mapping[str, Any] = facts.get(f"income/{month}", {})
    spouse = (reported.get("pay"), reported.get("hours")) if reported else _stated(facts, "spouse")
    own = (reported["own_pay"], reported.get("own_hours")) if "own_pay" in reported else _stated(facts, "own")
    return Basis(
        home=household(facts, case.personal_number, view.almanac.country),
        own=Earnings(*map(amount, own)),
        spouse=Earnings(*map(amount, spouse)),
        wealth=amount(facts.get("wealth")),
        day=first_day(month),
        allow_projected=settings_of(view).allow_projected,
    )


def _stated(facts: Mapping[str, Any], whose: str) -> tuple[Any, Any]:
    return facts.get(f"{whose}_income"), facts.get(f"{whose}_hours")


def _single(case: Case, month: str) -> Calculation:
    facts: Mapping[str, Any] = case.facts
    granted = facts.get("decision", {}).get("amount") or facts.get("amount")
    row = posting_row(posting_key(case.type, facts), first_day(month))
    return granted_amount(month, amount(granted), row.legal_ref)
