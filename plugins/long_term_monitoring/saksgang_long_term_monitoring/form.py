"""The review form: what the claims are about and how large they are, the checklist, the outcomes (MON-07, MON-08)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import frozen

from saksgang.errors import InputRefused
from saksgang.records import Case
from saksgang.view import View
from saksgang_long_term_monitoring.claims import claims_of
from saksgang_long_term_monitoring.limitation import lapses
from saksgang_long_term_monitoring.looking import settings_of
from saksgang_long_term_monitoring.names import MONITORED
from saksgang_long_term_monitoring.owing import last_day

__all__ = ["ReviewForm", "form_facts", "review_form", "to_treat"]


@frozen
class ReviewForm:
    """What somebody sees who chooses a case number on the due list.

    Attributes:
        task: the review that is saved by completing it.
        since: the day on which the case came up.
        claims: a row each, with ``finance`` where the finance system has told something of it.
        total: what is still owed, in øre.
        latest: the last day for the next review without an overrule, ``""`` where nothing is at stake.
    """

    case: str
    task: str
    since: dt.date
    claims: tuple[dict[str, Any], ...]
    total: int
    checklist: tuple[str, ...]
    outcomes: tuple[str, ...]
    latest: str


def form_facts(view: View, case: Case) -> dict[str, Any]:
    """What the form shows at the moment when the case comes up; it stays with the task."""
    settings = settings_of(view)
    latest = last_day(view, case)
    return {
        "claims": _claim_rows(view, case),
        "total": sum(claim.amount for claim in claims_of(case.facts) if claim.open),
        "checklist": list(settings.checklist),
        "outcomes": [row.name for row in settings.outcomes],
        "latest": latest.isoformat() if latest else "",
    }


def review_form(view: View, number: str) -> ReviewForm:
    """The form of a case that has come up, with what the finance system has told since (MON-05, MON-07).

    Raises:
        InputRefused: the case is not up for review; the message says when it will be.
    """
    case = view.case(number)
    tasks = view.unfinished(number, "review")
    if not tasks:
        raise InputRefused(f"Case {number} is not up for review; {_when(view, case)}.")
    task, now = tasks[0], form_facts(view, case)
    return ReviewForm(
        number,
        task.id,
        view.almanac.today(task.created),
        tuple(now["claims"]),
        now["total"],
        tuple(str(point) for point in task.facts.get("checklist", ())),  # type: ignore[union-attr]
        tuple(now["outcomes"]),
        now["latest"],
    )


def to_treat(view: View, staff: str) -> list[str]:
    """The numbers of somebody's monitored cases that have come up, oldest first (MON-07)."""
    mine = [*view.owned_tasks(staff), *view.waiting_tasks(staff)]
    reviews = [task for task in mine if task.kind == "review"]
    return [task.case for task in sorted(reviews, key=lambda task: (task.rank, task.id))]


def _claim_rows(view: View, case: Case) -> list[dict[str, Any]]:
    finance = case.facts.get("finance", {})
    assert isinstance(finance, dict)
    return [
        {
            "id": claim.id,
            "what": claim.what,
            "amount": claim.amount,
            "state": claim.state,
            "stop": claim.stop,
            "lapses": lapses(claim, view.almanac).isoformat(),
            **({"finance": finance[claim.id]} if claim.id in finance else {}),
        }
        for claim in claims_of(case.facts)
    ]


def _when(view: View, case: Case) -> str:
    for deadline in view.running(case.number, "review"):
        return f"it comes up on {view.almanac.today(deadline.targets[0].due)}"
    return "it lies there closed" if case.ended else f"its status is {case.status!r}, not {MONITORED!r}"
