"""From a received case to a fully informed one, and on to the decision (BEN-15, BEN-16)."""

from __future__ import annotations

from saksgang.casework import staff_of
from saksgang.commands import BY_DISTRIBUTION, AmendCase, Answer, CancelTask, ChangeStatus, CompleteTask, CreateTask
from saksgang.deciding import Decisions
from saksgang.events import CaseAmended, CaseSeen, StatusChanged
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_benefits.haendelser import ROWS
from saksgang_benefits.looking import application_of, on_lists, open_tasks
from saksgang_benefits.months import month_of
from saksgang_benefits.reckoning import calculation_of

__all__ = [
    "ANSWERS",
    "INFORMED",
    "INFORMING",
    "RECEIVED",
    "UNDER_WAY",
    "begin_work",
    "calculate_informed",
    "calculate_shown",
    "drop_decision",
    "end_informing",
]

RECEIVED, UNDER_WAY, INFORMED = "modtaget", "under oplysning", "fuldt oplyst"

INFORMING = ("handle_application", "review_document", "follow_up", *(row.name for row in ROWS))
"""The kinds of task by which a case gets informed."""


def begin_work(event: CaseSeen, _recorded: Recorded, view: View) -> list[Answer]:
    """The caseworker has begun to inform the case."""
    if view.case(event.case).status != RECEIVED:
        return []
    return [Answer(ChangeStatus(event.case, UNDER_WAY, "sagsbehandleren har åbnet sagen"), "BEN-05")]


def end_informing(event: StatusChanged, recorded: Recorded, view: View) -> list[Answer]:
    """The case is fully informed: what was asked is answered, and there is a decision to make (BEN-15)."""
    if event.new != INFORMED:
        return []
    by = staff_of(recorded.actor)
    done = [
        Answer(CompleteTask(task.id, "informed", by=by), "BEN-15") for task in open_tasks(view, event.case, *INFORMING)
    ]
    if view.unfinished(event.case, "decide"):
        return done  # left waiting by a person, whose it stays (BEN-13)
    return [*done, Answer(CreateTask("decide", event.case, owner=by), "BEN-15")]


def calculate_informed(event: StatusChanged, _recorded: Recorded, view: View) -> list[Answer]:
    """The rate is found and the amount calculated from what is on the case (BEN-16)."""
    return _calculated(event.case, view) if event.new == INFORMED else []


def calculate_shown(event: CaseAmended, recorded: Recorded, view: View) -> list[Answer]:
    """What the calculation rests on was changed by hand before the decision (BEN-16)."""
    by_rule = recorded.actor.startswith("rule:")
    return [] if by_rule or view.case(event.case).status != INFORMED else _calculated(event.case, view)


def _calculated(number: str, view: View) -> list[Answer]:
    month = month_of(view.today)
    found = calculation_of(view.case(number), month, view)
    return [Answer(AmendCase(number, {f"calculation/{month}": found.facts()}), "BEN-16")]


def drop_decision(event: StatusChanged, _recorded: Recorded, view: View) -> list[Answer]:
    """Something is missing after all: nothing to decide yet; what a person left waiting stays (BEN-13, BEN-15).

    The application is to be handled again where nothing else would keep the case on a list.
    """
    if event.old != INFORMED or event.new != UNDER_WAY:
        return []
    tasks = open_tasks(view, event.case, "decide")
    dropped = [Answer(CancelTask(task.id, "sagen er under oplysning igen"), "BEN-15") for task in tasks]
    if on_lists(view, event.case) != tasks:
        return dropped
    return [*dropped, Answer(_handle_again(event.case, view), "BEN-15")]


def _handle_again(case: str, view: View) -> CreateTask:
    application = application_of(view, case)
    owner = view.case(case).responsible or BY_DISTRIBUTION
    return CreateTask("handle_application", case, about=application.id if application else "", owner=owner)


ANSWERS: Decisions = {
    CaseSeen: [begin_work],
    StatusChanged: [end_informing, calculate_informed, drop_decision],
    CaseAmended: [calculate_shown],
}
