"""The reader finds that a message is of another type, or about another visit, than it said: it is sorted anew."""

from __future__ import annotations

from attrs import evolve

from saksgang.commands import AmendCase, Answer, CancelTask
from saksgang.deciding import Decisions
from saksgang.events import CaseAmended
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_home_care_messages.course import roles_of
from saksgang_home_care_messages.going_on import new_tasks
from saksgang_home_care_messages.looking import course_of_case, message_tasks, person_of, settings_of
from saksgang_home_care_messages.names import SORTED_BY
from saksgang_home_care_messages.progress import STATED
from saksgang_home_care_messages.receiving import set_deadlines

__all__ = ["ANSWERS", "sort_anew"]


def sort_anew(event: CaseAmended, recorded: Recorded, view: View) -> list[Answer]:
    """Its tasks and deadlines are those of what it turned out to be; the reader keeps it where that is their work.

    What was stated on it as another type is no step of this one: it is taken back, and stands in the history only.
    """
    if SORTED_BY.isdisjoint(event.facts):
        return []
    case = view.case(event.case)
    stale = {name: "" for name in STATED if "type" in event.facts and case.facts.get(name)}
    case = evolve(case, facts={**case.facts, **stale})
    course = course_of_case(case, view)
    row, leg = course.row, course.leg
    tasks = message_tasks(view, event.case)
    dropped = [Answer(CancelTask(task.id, f"sorted as {row.name}"), row.requirement) for task in tasks]
    if stale:
        dropped.append(Answer(AmendCase(case.number, stale), row.requirement))
    roles = roles_of(course.route.legs[leg][0], course.progress.services[0], settings_of(view))
    reader = person_of(view, recorded.actor)
    owner = reader.id if reader is not None and not set(roles).isdisjoint(reader.roles) else ""
    return [*dropped, *set_deadlines(case, view), *new_tasks(event.case, course, leg, owner, view)]


ANSWERS: Decisions = {CaseAmended: [sort_anew]}
