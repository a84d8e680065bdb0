"""Under monitoring, active again, or closed: what begins and ends with the status (MON-01 to MON-04, MON-12)."""

from __future__ import annotations

from saksgang.commands import Answer, CancelDeadline, CancelTask, CompleteTask, CreateTask, StartDeadline
from saksgang.deciding import Decisions
from saksgang.events import StatusChanged
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_long_term_monitoring.labels import TASKS
from saksgang_long_term_monitoring.looking import morning, settings_of
from saksgang_long_term_monitoring.names import ACTIVE, CLOSED, MONITORED

__all__ = ["ANSWERS", "close_down", "next_review", "put_under_monitoring", "wake"]


def put_under_monitoring(event: StatusChanged, _recorded: Recorded, view: View) -> list[Answer]:
    """It comes up after the first interval; monitoring is what was chosen, so nothing is missing any more (MON-03)."""
    if event.new != MONITORED:
        return []
    missing = view.unfinished(event.case, "choose_measure")
    return [
        next_review(view, event.case, str(settings_of(view).first_interval), "MON-03"),
        *(Answer(CancelTask(task.id, event.new), "MON-12") for task in missing),
    ]


def next_review(view: View, case: str, interval: str, rule: str) -> Answer:
    """The one next review date, counted from today's morning and not moved off a weekend (MON-03, MON-04)."""
    start = morning(view, view.today)
    return Answer(StartDeadline("review", case, {"due": interval}, about="review", start=start), rule)


def wake(event: StatusChanged, _recorded: Recorded, view: View) -> list[Answer]:
    """Active again, by a review or by lifting: it asks for its next measure, and nothing else happens (MON-12)."""
    if event.new != ACTIVE:
        return []
    return [
        *(Answer(CancelDeadline(each.id, event.new), "MON-02") for each in view.running(event.case, "review")),
        *(Answer(CancelTask(task.id, event.new), "MON-02") for task in view.unfinished(event.case, "review")),
        Answer(CreateTask("choose_measure", event.case, owner=view.case(event.case).responsible), "MON-12"),
    ]


def close_down(event: StatusChanged, recorded: Recorded, view: View) -> list[Answer]:
    """A closed case has no review date and no open task (MON-04)."""
    if event.new != CLOSED:
        return []
    by = recorded.actor.removeprefix("staff:") if recorded.actor.startswith("staff:") else ""
    asking = view.unfinished(event.case, "close_case")
    others = view.unfinished(event.case, *(kind for kind in TASKS if kind != "close_case"))
    return [
        *(Answer(CancelDeadline(each.id, event.new), "MON-04") for each in view.running(event.case)),
        *(Answer(CompleteTask(task.id, "closed", by=by), "MON-05") for task in asking),
        *(Answer(CancelTask(task.id, event.new), "MON-04") for task in others),
    ]


ANSWERS: Decisions = {StatusChanged: [put_under_monitoring, wake, close_down]}
