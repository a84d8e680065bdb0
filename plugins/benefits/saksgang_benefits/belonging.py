"""On which case something belongs that comes in: the one that waits for it, or the only one (BEN-12, -14, -21).

Where several would do, none is guessed: a person says which (BEN-03).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from saksgang.records import Case, Document
from saksgang.view import View
from saksgang_benefits.haendelser import row_of
from saksgang_benefits.looking import oldest_first, telling_of
from saksgang_benefits.matters import MISSING, answered
from saksgang_benefits.names import PAYSLIP, SINGLE
from saksgang_benefits.personal_numbers import cases_of_number
from saksgang_benefits.reckoning import is_supplementary

__all__ = ["case_for", "waits"]

ENDLESS = "9999-12"


def case_for(document: Document, view: View) -> Case | None:
    """The open case that a document belongs to: the one it names, else the citizen's own, else the spouse's.

    ``None`` where there is none, and where several cases would do.
    """
    own = [case for case in oldest_first(cases_of_number(document.personal_number, view)) if not case.ended]
    theirs = [case for case in telling_of(document.personal_number, document.party, view) if not case.ended]
    both = [own, [case for case in theirs if case not in own]]
    named = [case for cases in both for case in cases if case.number == document.facts.get("case")]
    fit = _asked_for(document)
    groups = [named, *([case for case in cases if fit(case)] for cases in both)]
    groups += [group for cases in both for group in ([case for case in cases if case.type != SINGLE], cases)]
    found = next((group for group in groups if group), [])
    return found[0] if len(found) == 1 else None


def _asked_for(document: Document) -> Callable[[Case], bool]:
    return lambda case: waits(case, document)


def waits(case: Case, document: Document) -> bool:
    """Whether a letter on a case asks for that document, or a month waits for that payslip (BEN-14, BEN-18)."""
    if document.category == PAYSLIP and is_supplementary(case):
        return _month_waits(case, str(document.facts.get("month", "")))
    row = row_of("", document.facts)
    came = answered(row.name if row else document.category, document.facts.get("matter"))
    asked: list[Any] = [case.facts[name] for name in case.facts if name.startswith(MISSING)]
    return any(not came.isdisjoint(matters) for matters in asked)


def _month_waits(case: Case, month: str) -> bool:
    decision: Any = case.facts["decision"]
    in_time = str(decision["from_month"]) <= month <= str(case.facts.get("stop_month", ENDLESS))
    return in_time and f"payment/{month}" not in case.facts
