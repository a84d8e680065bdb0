"""No review later than the last review day, unless somebody overrules that with a reason (MON-14)."""

from __future__ import annotations

import datetime as dt

from saksgang.declarations import listed
from saksgang.records import Case
from saksgang.view import View
from saksgang_long_term_monitoring.limitation import lapses, warned
from saksgang_long_term_monitoring.looking import settings_of
from saksgang_long_term_monitoring.owing import at_stake, last_day

__all__ = ["OVERRULE", "overrule_in", "too_late"]

OVERRULE = "overstyrt:"


def overrule_in(reason: str) -> str:
    """The reason in a text such as ``overstyrt: nedbetaling er avtalt``, ``""`` where it overrules nothing."""
    text = reason.strip()
    return text[len(OVERRULE) :].strip() if text.casefold().startswith(OVERRULE) else ""


def too_late(view: View, case: Case, day: dt.date, overrule: str, how: str) -> str | None:
    """A refusal that names each claim for which a review that day comes too late; ``how`` says how to overrule it."""
    last = last_day(view, case)
    if last is None or day <= last or overrule:
        return None
    margin, almanac = settings_of(view).margin, view.almanac
    late = [claim for claim in at_stake(view, case) if warned(claim, margin, almanac) < day]
    claims = listed(f"{claim.id} lapses (foreldes) on {lapses(claim, almanac)}" for claim in late)
    return (
        f"MON-14: A review of case {case.number} on {day} comes too late, the last review day is {last}: {claims}. "
        f"Choose an earlier date or a measure, or overrule it with a reason for all of them: {how}."
    )
