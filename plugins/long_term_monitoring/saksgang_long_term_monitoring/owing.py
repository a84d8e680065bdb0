"""What is at stake on a case: the claims that are owed, and the last day on which it may come up (MON-05, MON-14)."""

from __future__ import annotations

import datetime as dt

from saksgang.records import Case
from saksgang.view import View
from saksgang_long_term_monitoring.claims import Claim, claims_of
from saksgang_long_term_monitoring.limitation import lapses, last_review_day
from saksgang_long_term_monitoring.looking import settings_of

__all__ = ["GIVEN_UP", "at_stake", "last_day", "owed"]

GIVEN_UP = "left to lapse"


def owed(view: View, case: Case) -> list[Claim]:
    """The open claims that nobody has given up; one that has lapsed stays until somebody has said why (MON-14)."""
    claims = [claim for claim in claims_of(case.facts) if claim.open]
    # Only what was listed can be given up: where all reminders still run, there is nothing to look up.
    if {claim.id for claim in claims} <= {each.about for each in view.running(case.number, "limitation")}:
        return claims
    left = _given_up(view, case)
    return [claim for claim in claims if (claim.id, lapses(claim, view.almanac).isoformat()) not in left]


def at_stake(view: View, case: Case) -> list[Claim]:
    """The claims that a review in time can save: owed, and not lapsed yet (MON-14)."""
    return [claim for claim in owed(view, case) if lapses(claim, view.almanac) >= view.today]


def last_day(view: View, case: Case) -> dt.date | None:
    """The last day for a review of the case without an overrule, ``None`` where nothing is at stake (MON-14)."""
    return last_review_day(at_stake(view, case), settings_of(view).margin, view.almanac)


def _given_up(view: View, case: Case) -> set[tuple[str, object]]:
    """Claims with the day of lapsing for which they were given up: a later day is a claim worth saving again."""
    return {(task.about, task.facts["lapses"]) for task in view.tasks(case.number) if task.outcome == GIVEN_UP}
