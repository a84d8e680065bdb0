"""Supplementary benefit: each month waits for its payslip, and somebody is told of long waits (BEN-18, BEN-22)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saksgang.commands import (
    BY_DISTRIBUTION,
    AmendCase,
    Answer,
    CreateTask,
    MeetDeadline,
    ReopenTask,
    StartDeadline,
)
from saksgang.deciding import Decisions
from saksgang.events import CaseAmended, DeadlineMissed, TaskTaken
from saksgang.journal.record import Recorded
from saksgang.records import Case
from saksgang.view import View
from saksgang_benefits.looking import settings_of
from saksgang_benefits.reckoning import calculation_of, is_supplementary

__all__ = [
    "ANSWERS",
    "end_holds",
    "go_on_with_taken",
    "held",
    "hold",
    "income_months",
    "recalculate",
    "release",
    "tell_of_hold",
]

INCOME, HOLD = "income/", "hold/"
NO_LONGER = "ingen ægtefælles løn at vente på"


def held(case: Case, month: str) -> bool:
    """Whether a month may not be paid yet: its payslip has not been reported (BEN-18)."""
    return is_supplementary(case) and not reported(case.facts, month)


def reported(facts: Mapping[str, Any], month: str) -> str:
    """The document by which a month's income was reported, ``""`` where it has not been."""
    return str(facts.get(f"{INCOME}{month}", {}).get("document", ""))


def hold(case: Case, month: str, view: View) -> list[Answer]:
    """The payment day has come without the payslip: the month is held, for a time (BEN-18).

    Of a month that is held since an earlier day, and whose time is over, somebody is told again.
    """
    if f"hold/{month}" in case.facts:
        return [] if view.running(case.number, "held", about=month) else _told(case.number, month, view)
    facts = {f"hold/{month}": {"state": "held", "since": f"{view.today}"}}
    targets = {"due": str(settings_of(view).held_at_most)}
    return [
        Answer(AmendCase(case.number, facts), "BEN-18"),
        Answer(StartDeadline("held", case.number, targets, about=month), "BEN-18"),
    ]


def income_months(facts: Mapping[str, Any]) -> list[str]:
    """The months whose income a change of facts reports."""
    return [key.removeprefix(INCOME) for key in sorted(facts) if key.startswith(INCOME)]


def recalculate(event: CaseAmended, _recorded: Recorded, view: View) -> list[Answer]:
    """Reported income goes into the calculation of its month (BEN-22)."""
    case = view.case(event.case)
    found = [calculation_of(case, month, view) for month in income_months(event.facts)]
    facts = [{f"calculation/{each.month}": each.facts()} for each in found]
    return [Answer(AmendCase(event.case, each), "BEN-22") for each in facts]


def release(event: CaseAmended, _recorded: Recorded, view: View) -> list[Answer]:
    """That month's payslip releases that month, after the calculation, and no other (BEN-18)."""
    case = view.case(event.case)
    months = [month for month in income_months(event.facts) if _is_held(case, month)]
    return [answer for month in months for answer in _released(case, month, view)]


def _is_held(case: Case, month: str) -> bool:
    facts: Mapping[str, Any] = case.facts
    return bool(facts.get(f"hold/{month}", {}).get("state") == "held" and reported(facts, month))


def _released(case: Case, month: str, view: View) -> list[Answer]:
    document = reported(case.facts, month)
    running = view.running(case.number, "held", about=month)
    met = [Answer(MeetDeadline(deadline.id, f"lønseddel {document}"), "BEN-18") for deadline in running]
    return [_freed(case, month, document, view), *met]


def _freed(case: Case, month: str, document: str, view: View) -> Answer:
    facts = {f"{HOLD}{month}": {"state": "released", "since": f"{view.today}", "document": document}}
    return Answer(AmendCase(case.number, facts), "BEN-18")


def end_holds(event: CaseAmended, recorded: Recorded, view: View) -> list[Answer]:
    """No spouse is reckoned with any more: no payslip will come, and no month waits for one (BEN-18)."""
    case = view.case(event.case)
    if recorded.actor.startswith("rule:") or is_supplementary(case):
        return []
    held_facts: dict[str, Any] = {key: case.facts[key] for key in case.facts if key.startswith(HOLD)}
    months = [key.removeprefix(HOLD) for key, fact in held_facts.items() if fact["state"] == "held"]
    running = [each for month in months for each in view.running(case.number, "held", about=month)]
    met = [Answer(MeetDeadline(deadline.id, NO_LONGER), "BEN-18") for deadline in running]
    return [*(_freed(case, month, "", view) for month in months), *met]


def tell_of_hold(event: DeadlineMissed, _recorded: Recorded, view: View) -> list[Answer]:
    """Nothing is held for ever without somebody being told (BEN-18)."""
    return _told(event.case, event.about, view) if event.kind == "held" else []


def _told(case: str, month: str, view: View) -> list[Answer]:
    if view.unfinished(case, "payment_held", about=month):
        return []
    return [Answer(CreateTask("payment_held", case, about=month, owner=BY_DISTRIBUTION), "BEN-18")]


def go_on_with_taken(event: TaskTaken, _recorded: Recorded, view: View) -> list[Answer]:
    """Who takes a payslip that its owner left waiting goes on with it (BEN-21)."""
    task = view.task(event.task)
    if task.kind != "payslip" or task.state != "waiting":
        return []
    return [Answer(ReopenTask(task.id, f"taget af {event.by}"), "BEN-21")]


ANSWERS: Decisions = {
    CaseAmended: [recalculate, release, end_holds],
    DeadlineMissed: [tell_of_hold],
    TaskTaken: [go_on_with_taken],
}
