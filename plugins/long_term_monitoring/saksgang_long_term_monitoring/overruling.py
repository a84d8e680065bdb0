"""No review later than the last review day, unless somebody overrules that with a reason (MON-14)."""

from __future__ import annotations

import datetime as dt

from saksgang.records import Case
from saksgang.view import View
from saksgang_long_term_monitoring.looking import last_day

__all__ = ["OVERRULE", "overrule_in", "too_late"]

OVERRULE = "overstyrt:"


def overrule_in(reason: str) -> str:
    """The reason in a text such as ``overstyrt: nedbetaling er avtalt``, ``""`` where it overrules nothing."""
    text = reason.strip()
    return text[len(OVERRULE) :].strip() if text.casefold().startswith(OVERRULE) else ""


def too_late(view: View, case: Case, day: dt.date, overrule: str, how: str) -> str | None:
    """A refusal where a review that day would come too late for a claim; ``how`` says how to overrule it."""
    last = last_day(view, case)
    if last is None or day <= last or overrule:
        return None
    return (
        f"MON-14: A review of case {case.number} on {day} comes too late: a claim lapses (foreldes) soon, and the last "
        f"review day is {last}. Choose an earlier date or a measure, or overrule it with a reason: {how}."
    )
