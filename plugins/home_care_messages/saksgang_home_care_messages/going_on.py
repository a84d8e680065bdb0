"""The engine: whatever happened on a message, its tasks and deadlines follow from its row and what is done.

It knows no type: a step is done or not, the steps of one leg are one task, and the task goes where its role is.
"""

from __future__ import annotations

import datetime as dt

from saksgang.casework import staff_of
from saksgang.commands import Answer, CancelDeadline, CompleteTask, CreateTask, MeetDeadline
from saksgang.deciding import Decisions
from saksgang.events import CaseAmended, CaseSeen, ContactRecorded, ServiceAsked, StatusChanged
from saksgang.journal.record import Recorded
from saksgang.legaltime import due
from saksgang.records import Task
from saksgang.view import View
from saksgang_home_care_messages.course import Course, roles_of
from saksgang_home_care_messages.looking import (
    course_of,
    message_tasks,
    section_of,
    settings_of,
    type_of,
    visit_of,
)
from saksgang_home_care_messages.names import MESSAGE_TASKS, SORTED_BY, VISIT_START

__all__ = ["ANSWERS", "end_with_the_message", "follow_up", "go_on", "new_tasks", "steps_in_time"]

Seen = CaseSeen | ContactRecorded | StatusChanged | CaseAmended | ServiceAsked


def follow_up(event: Seen, recorded: Recorded, view: View) -> list[Answer]:
    """Somebody did something on a message: a step may be done by it, and the next one lie with others."""
    if type(event) is CaseAmended and not SORTED_BY.isdisjoint(event.facts):
        return []  # sorted anew: its tasks are made there
    return [*steps_in_time(event.case, view), *go_on(event.case, staff_of(recorded.actor), view)]


def go_on(number: str, by: str, view: View) -> list[Answer]:
    """End the tasks whose leg is over, as done by ``by``, and make those of the leg that has begun."""
    course = course_of(number, view)
    leg = course.leg
    begun, answers = leg >= 0, []
    for task in message_tasks(view, number):
        if outcome := _outcome(task, leg, course):
            answers.append(Answer(CompleteTask(task.id, outcome, by=by), course.row.requirement))
        if task.facts.get("leg") == leg:
            begun = False
    return answers + (new_tasks(number, course, leg, _forwarded_to(course, leg, view), view) if begun else [])


def _outcome(task: Task, leg: int, course: Course) -> str:
    """How a task ends now, ``""`` while it goes on; the last to answer a part keeps the task for setting it done."""
    if leg < 0:
        return "done"
    if task.facts.get("leg") != leg:
        return "passed on"
    service = task.facts.get("service")
    if service is None:
        return ""
    left = course.progress.unanswered
    return "part answered" if left and service not in left else ""


def _forwarded_to(course: Course, leg: int, view: View) -> str:
    """The person to whom a message was forwarded, for the leg that begins with it."""
    named = str(course.progress.case.facts.get("forward", ""))
    return named if leg == course.route.forward_leg and view.member(named) is not None else ""


def new_tasks(number: str, course: Course, leg: int, owner: str, view: View) -> list[Answer]:
    """One task for the leg, or one for each service that has a part in it (MSG-08)."""
    parts = course.parts_of(leg)
    row, first = course.row, course.route.legs[leg][0]
    kind = MESSAGE_TASKS[min(leg, 1)]
    answers, due_at = [], _due(course, leg, view)
    for service in parts or course.progress.services[:1]:
        role = roles_of(first, service, settings_of(view))[0]
        facts: dict[str, object] = {"type": row.name, "leg": leg}
        if parts:
            facts["service"] = service
        section = section_of(role, service, view)
        task = CreateTask(kind, number, owner=owner, role=role, section=section, due=due_at, facts=facts)
        answers.append(Answer(task, row.requirement))
    return answers


def _due(course: Course, leg: int, view: View) -> dt.datetime | None:
    """What work lists order it by: the visit's start where the row says so, else the deadline that comes first."""
    case, route = course.progress.case, course.route
    visit = visit_of(case, view) if route.row.priority == VISIT_START else None
    if visit is not None:
        return visit
    rule = route.final_reply if leg > 0 else route.first_reply
    return None if rule is None else due(case.opened, rule, view.almanac)


def steps_in_time(number: str, view: View) -> list[Answer]:
    """A step that had a time of its own is done in it."""
    timed = view.running(number, "step_in_time")
    if not timed:
        return []
    course = course_of(number, view)
    done = {step.do for step in course.route.steps if course.is_done(step)}
    return [
        Answer(MeetDeadline(deadline.id, f"{deadline.about} is done"), course.row.requirement)
        for deadline in timed
        if deadline.about in done
    ]


def end_with_the_message(event: StatusChanged, _recorded: Recorded, view: View) -> list[Answer]:
    """A message that is done has no deadline left."""
    if not event.final:
        return []
    rule = type_of(view.case(event.case), view).requirement
    left = view.running(event.case)
    return [Answer(CancelDeadline(deadline.id, f"the message is {event.new}"), rule) for deadline in left]


ANSWERS: Decisions = {
    CaseSeen: [follow_up],
    ContactRecorded: [follow_up],
    CaseAmended: [follow_up],
    ServiceAsked: [follow_up],
    StatusChanged: [follow_up, end_with_the_message],
}
