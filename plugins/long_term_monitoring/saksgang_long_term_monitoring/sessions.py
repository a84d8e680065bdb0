"""The recurring work session: what needs treatment, oldest first, and what was left (MON-13)."""

from __future__ import annotations

from collections.abc import Iterable

from saksgang.commands import Answer, CancelTask, CompleteTask, CreateTask, StartDeadline
from saksgang.deciding import Decisions
from saksgang.events import DeadlineMissed, StatusChanged, TaskCompleted
from saksgang.journal.record import Recorded
from saksgang.records import Task
from saksgang.view import View
from saksgang_long_term_monitoring.looking import open_reviews, settings_of
from saksgang_long_term_monitoring.names import MONITORED, ROUTINE

__all__ = ["ANSWERS", "begin_sessions", "hold_session", "report_left"]


def begin_sessions(event: StatusChanged, _recorded: Recorded, view: View) -> list[Answer]:
    """With the first monitored case the sessions begin; they go on by themselves (MON-13)."""
    begins = event.new == MONITORED and not view.running(ROUTINE, "session")
    return [_next_session(view)] if begins else []


def hold_session(event: DeadlineMissed, _recorded: Recorded, view: View) -> list[Answer]:
    """Each caseworker with cases to treat gets them as a list; what is left of the last session ends (MON-13)."""
    if event.kind != "session":
        return []
    old = view.unfinished(ROUTINE, "work_session")
    told = view.unfinished(ROUTINE, "session_left")
    return [
        *(Answer(CompleteTask(task.id, "not done"), "MON-13") for task in old),
        *(Answer(CancelTask(task.id, "the next session lists them"), "MON-13") for task in told),
        *(_session(owner, reviews) for owner, reviews in _by_owner(open_reviews(view)).items()),
        _next_session(view),
    ]


def report_left(event: TaskCompleted, _recorded: Recorded, view: View) -> list[Answer]:
    """The session is over: the cases of its list that nobody has treated are reported (MON-13)."""
    if event.kind != "work_session":
        return []
    task = view.task(event.task)
    listed = task.facts.get("reviews", [])
    assert isinstance(listed, list)
    left = [review for review in map(view.task, map(str, listed)) if review.state in ("open", "waiting")]
    if not left:
        return []
    owner = task.owner or (event.by if view.member(event.by) else "")
    return [
        Answer(CreateTask("session_left", routine=ROUTINE, about=task.id, owner=owner, facts=_facts(left)), "MON-13")
    ]


def _session(owner: str, reviews: list[Task]) -> Answer:
    return Answer(CreateTask("work_session", routine=ROUTINE, owner=owner, facts=_facts(reviews)), "MON-13")


def _facts(reviews: Iterable[Task]) -> dict[str, object]:
    rows = list(reviews)
    return {"cases": [task.case for task in rows], "reviews": [task.id for task in rows]}


def _by_owner(reviews: Iterable[Task]) -> dict[str, list[Task]]:
    found: dict[str, list[Task]] = {}
    for task in reviews:
        found.setdefault(task.owner, []).append(task)
    return found


def _next_session(view: View) -> Answer:
    # On a holiday nobody would be there to walk through anything.
    targets = {"due": f"{settings_of(view).session}, moved to a working day"}
    return Answer(StartDeadline("session", "", targets, routine=ROUTINE), "MON-13")


ANSWERS: Decisions = {
    StatusChanged: [begin_sessions],
    DeadlineMissed: [hold_session],
    TaskCompleted: [report_left],
}
