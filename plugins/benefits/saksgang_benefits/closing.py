"""The end of a case: the month of the stop is still paid, then the case is archived (BEN-26)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saksgang.commands import AmendCase, Answer, CancelTask, ChangeStatus
from saksgang.deciding import Decisions
from saksgang.events import CaseAmended, StatusChanged, TaskCompleted
from saksgang.journal.record import Recorded
from saksgang.records import Case
from saksgang.view import View
from saksgang_benefits.informing import INFORMING
from saksgang_benefits.looking import open_tasks
from saksgang_benefits.months import month_of, months
from saksgang_benefits.names import SINGLE

__all__ = ["ANSWERS", "CLOSED", "archive", "drop_work", "set_stop", "settled", "stopped", "to_come", "unpaid", "untold"]

CLOSED, ARCHIVED = "afsluttet", "arkiveret"
SETTLED = ("paid", "nothing to pay", "settled by hand")
# Of a closed case, what concerns its payments is still to be done.
LOST_SENSE = (*INFORMING, "decide")


def unpaid(case: Case, last: str) -> list[str]:
    """The months of a granted case up to a month that have no payment yet, up to the month of the stop."""
    decision: Any = case.facts.get("decision", {})
    if decision.get("outcome") != "granted":
        return []
    return [month for month in _months(case, decision, last) if f"payment/{month}" not in case.facts]


def to_come(case: Case, last: str) -> bool:
    """Whether a granted case has months to pay after that one: until it is closed, and up to its stop."""
    if case.type == SINGLE or case.facts.get("decision") is None:
        return False
    return case.status != CLOSED or str(case.facts.get("stop_month", "")) > last


def stopped(case: Case, month: str) -> bool:
    """Whether a granted case has had its last month before that one, and nobody has closed it (BEN-26)."""
    return case.status == "bevilget" and str(case.facts.get("stop_month") or month) < month


def _months(case: Case, decision: Mapping[str, Any], last: str) -> list[str]:
    first = str(decision["from_month"])
    stop = first if case.type == SINGLE else str(case.facts.get("stop_month") or last)
    return list(months(first, min(last, stop)))


def settled(case: Case) -> bool:
    """Whether nothing is left to calculate or pay: every month up to the stop is paid, or nothing was due."""
    decision: Any = case.facts.get("decision", {})
    if decision.get("outcome") != "granted":
        return True
    stop = str(case.facts.get("stop_month") or decision["from_month"])
    facts: Mapping[str, Any] = case.facts
    due = _months(case, decision, stop)
    return all(facts.get(f"payment/{month}", {}).get("state") in SETTLED for month in due)


def untold(case: Case, view: View) -> bool:
    """Whether the citizen has still to be written to about the decision: until then the case does not end (BEN-19)."""
    return bool(view.unfinished(case.number, "decision_letter"))


def set_stop(event: StatusChanged, _recorded: Recorded, view: View) -> list[Answer]:
    """The case stops with this month, unless the caseworker has said with which (BEN-26)."""
    facts = view.case(event.case).facts
    granted: Any = facts.get("decision", {})
    if event.new != CLOSED or granted.get("outcome") != "granted" or "stop_month" in facts:
        return []
    return [Answer(AmendCase(event.case, {"stop_month": month_of(view.today)}), "BEN-26")]


def drop_work(event: StatusChanged, _recorded: Recorded, view: View) -> list[Answer]:
    """Informing and deciding has lost its sense; what a person left waiting stays that person's (BEN-13, BEN-26)."""
    if event.new != CLOSED:
        return []
    tasks = open_tasks(view, event.case, *LOST_SENSE)
    return [Answer(CancelTask(task.id, f"sagen er {CLOSED}"), "BEN-26") for task in tasks]


def archive(event: StatusChanged | CaseAmended | TaskCompleted, _recorded: Recorded, view: View) -> list[Answer]:
    """A closed case ends when nothing is left to calculate, pay or tell of the decision (BEN-19, BEN-26)."""
    if isinstance(event, TaskCompleted) and event.kind != "decision_letter":
        return []
    case = view.case(event.case)
    stopped = "stop_month" in case.facts or case.type == SINGLE or "decision" not in case.facts
    refused: Any = case.facts.get("decision", {})
    if case.status != CLOSED or not (stopped or refused.get("outcome") == "refused"):
        return []
    if untold(case, view) or not settled(case):
        return []
    return [Answer(ChangeStatus(case.number, ARCHIVED, "intet mere at beregne eller udbetale"), "BEN-26")]


ANSWERS: Decisions = {
    StatusChanged: [set_stop, drop_work, archive],
    CaseAmended: [archive],
    TaskCompleted: [archive],
}
