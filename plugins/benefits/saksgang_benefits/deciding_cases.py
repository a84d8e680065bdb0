"""A decision and what follows from it (BEN-16, BEN-17, BEN-19, BEN-23)."""

from __future__ import annotations

from typing import Any

from saksgang.commands import AmendCase, Answer, ChangeStatus, CreateTask, StartDeadline
from saksgang.deciding import Decisions
from saksgang.events import StatusChanged, TaskCompleted
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_benefits.households import first_free
from saksgang_benefits.looking import application_of
from saksgang_benefits.months import month_of
from saksgang_benefits.names import SINGLE
from saksgang_benefits.reckoning import calculation_of

__all__ = ["ANSWERS", "PAYMENT", "ask_for_letter", "calculate_granted", "decide", "start_paying"]

PAYMENT = "last bank day 06:00"
STATUS = {"granted": "bevilget", "refused": "afslået"}


def decide(event: TaskCompleted, _recorded: Recorded, view: View) -> list[Answer]:
    """The caseworker has decided: the case says what, and takes the status (BEN-17)."""
    if event.kind != "decide":
        return []
    decision = {
        "outcome": event.outcome,
        "by": event.by,
        "on": f"{view.today}",
        "supplementary": bool(event.facts.get("supplementary")),
        "from_month": _from_month(event.case, view),
    }
    if view.case(event.case).type == SINGLE and event.outcome == "granted":
        decision |= {"amount": str(event.facts["amount"]), "from_month": month_of(view.today)}
    to = STATUS[event.outcome]
    return [
        Answer(AmendCase(event.case, {"decision": decision}), "BEN-17"),
        Answer(ChangeStatus(event.case, to, f"afgjort af {event.by}"), "BEN-17"),
    ]


def _from_month(case: str, view: View) -> str:
    """Help begins with the month in which the application came, or after the household's help on another case."""
    document, opened = application_of(view, case), view.case(case).opened
    came = month_of(document.received if document else view.almanac.today(opened))
    return first_free(view.case(case), came, view)


def calculate_granted(event: StatusChanged, _recorded: Recorded, view: View) -> list[Answer]:
    """The decision letter shows the calculation of the month of the decision, or of when help begins (BEN-16)."""
    if event.new != STATUS["granted"]:
        return []
    case = view.case(event.case)
    decision: Any = case.facts["decision"]
    month = max(month_of(view.today), str(decision["from_month"]))
    found = calculation_of(case, month, view)
    return [Answer(AmendCase(event.case, {f"calculation/{month}": found.facts()}), "BEN-16")]


def ask_for_letter(event: StatusChanged, _recorded: Recorded, view: View) -> list[Answer]:
    """Whoever decided tells the citizen (BEN-19)."""
    if event.new not in STATUS.values():
        return []
    decision: Any = view.case(event.case).facts["decision"]
    return [Answer(CreateTask("decision_letter", event.case, owner=str(decision["by"])), "BEN-19")]


def start_paying(event: StatusChanged, _recorded: Recorded, _view: View) -> list[Answer]:
    """A granted case is paid on the last bank day of each month (BEN-23)."""
    if event.new != STATUS["granted"]:
        return []
    return [Answer(StartDeadline("payment", event.case, {"due": PAYMENT}), "BEN-23")]


ANSWERS: Decisions = {
    TaskCompleted: [decide],
    StatusChanged: [calculate_granted, ask_for_letter, start_paying],
}
