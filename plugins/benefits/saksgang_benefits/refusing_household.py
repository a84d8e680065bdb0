"""What is refused because the household has its help already: a month is paid once (BEN-23)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saksgang.records import Case
from saksgang.view import View
from saksgang_benefits.households import ENDLESS, first_free, granted_beside, still_to_pay
from saksgang_benefits.looking import application_of
from saksgang_benefits.months import month_of
from saksgang_benefits.names import SINGLE

__all__ = ["granted_already", "paid_twice"]

TOLD = ("married", "spouse", "spouse_number", "stop_month")
"""The facts by which two cases come to be one household's, or to pay the same months."""


def granted_already(case: Case, view: View) -> str | None:
    """A grant for months for which the citizen, or the spouse, is granted help on another case."""
    application = application_of(view, case.number)
    first = month_of(application.received if application else view.almanac.today(case.opened))
    before = granted_beside(case, case.facts, (first_free(case, first, view), ENDLESS), view)
    return _sentence(case, before) if before else None


def paid_twice(case: Case, facts: Mapping[str, Any], view: View) -> str | None:
    """A change to a granted case after which it would pay what another case of the household pays."""
    decision: Any = case.facts.get("decision", {})
    if case.type == SINGLE or decision.get("outcome") != "granted" or not any(name in facts for name in TOLD):
        return None
    changed = {**case.facts, **facts}
    before = granted_beside(case, changed, still_to_pay(case, changed, view), view)
    return _sentence(case, before) if before else None


def _sentence(case: Case, before: str) -> str:
    return (
        f"BEN-23: The citizen or the spouse is granted help on case {before} already, and a household's month is paid "
        f"once; put the application on that case, or close one of {before} and {case.number} first: what stays open "
        "begins with the month after the last one of the other."
    )
