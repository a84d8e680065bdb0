"""Who has a message: its caseworker is whoever has its task, and somebody away gives it back (MSG-10)."""

from __future__ import annotations

import datetime as dt

from saksgang.commands import Answer, AssignCase, ReassignTask, StartDeadline
from saksgang.deciding import Decisions
from saksgang.events import DeadlineMissed, StaffAbsent, TaskCreated, TaskReassigned, TaskTaken
from saksgang.journal.record import Recorded
from saksgang.records import Task
from saksgang.view import View
from saksgang_home_care_messages.names import MESSAGE_TASKS, ROUTINE

__all__ = ["ANSWERS", "absence_began", "away", "caseworker_follows_task", "expect_absence", "give_back"]


def caseworker_follows_task(
    event: TaskCreated | TaskTaken | TaskReassigned, _recorded: Recorded, view: View
) -> list[Answer]:
    """Whoever has the task has the message, new in the case list until looked at; parts have one holder each."""
    task = view.task(event.task)
    if task.kind not in MESSAGE_TASKS or "service" in task.facts:
        return []
    if view.case(task.case).responsible == task.owner:
        return []
    return [Answer(AssignCase(task.case, task.owner), "MSG-10")]


def away(event: StaffAbsent, view: View) -> list[Answer]:
    """Somebody is away from today, or told of a day to come: their messages lie open for others from then on."""
    if event.absence.first <= view.today:
        return give_back(event.staff, view)
    return _expected(event.staff, view) if _messages_of(event.staff, view) else []


def expect_absence(event: TaskCreated | TaskTaken | TaskReassigned, _recorded: Recorded, view: View) -> list[Answer]:
    """Who takes a message may be away soon, as was told before or as the configuration says."""
    owner = event.by if isinstance(event, TaskTaken) else event.owner
    return _expected(owner, view) if view.task(event.task).kind in MESSAGE_TASKS else []


def _expected(staff: str, view: View) -> list[Answer]:
    """Before the first day of each absence to come begins, the office is asked again: once, whatever they hold."""
    person = view.member(staff)
    to_come = [each.first for each in person.absences if each.first > view.today] if person is not None else []
    known = {each.start for each in view.running(ROUTINE, about=staff)} if to_come else ()
    moments = [_two_days_before(day, view) for day in to_come]
    return [Answer(_day_before(staff, start), "MSG-10") for start in moments if start not in known]


def _two_days_before(day: dt.date, view: View) -> dt.datetime:
    return view.almanac.instant(day - dt.timedelta(days=2), dt.time(12))


def _day_before(staff: str, start: dt.datetime) -> StartDeadline:
    due = {"due": "1 day, end of day"}
    return StartDeadline("absence_begins", "", due, about=staff, start=start, routine=ROUTINE)


def absence_began(event: DeadlineMissed, _recorded: Recorded, view: View) -> list[Answer]:
    """The first day of an absence that was told before has come, unless they are there after all."""
    return give_back(event.about, view) if event.kind == "absence_begins" else []


def give_back(staff: str, view: View) -> list[Answer]:
    """Somebody is away today: the messages that they had taken lie open for others again."""
    person = view.member(staff)
    absence = person.away(view.today) if person is not None else None
    if absence is None:
        return []
    reason = f"{staff} is absent until {absence.last}"
    return [Answer(ReassignTask(task.id, "", reason), "MSG-10") for task in _messages_of(staff, view)]


def _messages_of(staff: str, view: View) -> list[Task]:
    tasks = (*view.owned_tasks(staff), *view.waiting_tasks(staff))
    return [task for task in tasks if task.routine == ROUTINE and task.kind in MESSAGE_TASKS]


ANSWERS: Decisions = {
    TaskCreated: [caseworker_follows_task, expect_absence],
    TaskTaken: [caseworker_follows_task, expect_absence],
    TaskReassigned: [caseworker_follows_task, expect_absence],
    DeadlineMissed: [absence_began],
}
