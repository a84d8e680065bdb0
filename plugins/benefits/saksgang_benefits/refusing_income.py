"""What is refused about reported income: a month is released by its own payslip alone (BEN-18, BEN-22)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saksgang.errors import InputRefused
from saksgang.records import Case
from saksgang.view import View
from saksgang_benefits.looking import document_on
from saksgang_benefits.money import amount
from saksgang_benefits.months import is_month
from saksgang_benefits.names import PAYSLIP, SINGLE
from saksgang_benefits.reckoning import is_supplementary
from saksgang_benefits.supplementing import INCOME, income_months

__all__ = ["income"]

SPOUSE = "spouse"
FIELDS = ("pay", "hours", "own_pay", "own_hours")


def income(case: Case, facts: Mapping[str, Any], view: View) -> str | None:
    """A refusal of the first income report among the facts that cannot stand."""
    wrong = (_report(case, month, facts[f"{INCOME}{month}"], view) for month in income_months(facts))
    return next((each for each in wrong if each), None)


def _report(case: Case, month: str, report: object, view: View) -> str | None:
    if case.type == SINGLE:
        return (
            f"BEN-22: Case {case.number} is of {SINGLE}, whose amount follows from no income; complete the task of the "
            "payslip as not usable."
        )
    if not is_month(month) or not isinstance(report, Mapping) or "pay" not in report:
        return (
            f"BEN-22: Income is reported for a month as document, pay and hours, and {month!r} is not; write for "
            'example income/2024-08 = { document = "…", pay = "13800.00", hours = "87" }.'
        )
    if f"payment/{month}" in case.facts:
        return f"BEN-18: {month} of case {case.number} is paid already; its income is not changed here any more."
    return (
        _numbers(month, report)
        or _payslip(case, month, str(report.get("document", "")), view)
        or _of_the_spouse(case, month, report, view)
    )


def _numbers(month: str, report: Mapping[str, Any]) -> str | None:
    try:
        for name in FIELDS:
            amount(report.get(name))
    except InputRefused as refused:
        return f"BEN-22: Income for {month}: {refused}"
    return None


def _payslip(case: Case, month: str, key: str, view: View) -> str | None:
    document = document_on(view, case.number, key)
    if document is None or document.category != PAYSLIP:
        return f"BEN-18: Income for {month} needs its payslip, and {key!r} is none on case {case.number}; name it."
    if document.facts.get("month") != month:
        return (
            f"BEN-18: The payslip {key} is for {document.facts.get('month')}, and {month} is released by its own "
            "payslip alone; report the income for the month of the payslip."
        )
    return None


def _of_the_spouse(case: Case, month: str, report: Mapping[str, Any], view: View) -> str | None:
    """Whose pay it is the payslip says, as far as it says so: the applicant's own is ``own_pay`` and frees nothing."""
    person = view.document(str(report["document"])).facts.get("person", SPOUSE)
    if person == SPOUSE or not (is_supplementary(case) or amount(report["pay"])):
        return None
    return (
        f"BEN-18: The payslip {report['document']} is not the spouse's, and {month} waits for the spouse's; report the "
        "applicant's own pay as own_pay, with the spouse's payslip."
    )
