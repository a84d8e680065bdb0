"""A message that nobody took is on the leader's list before its deadline passes, not after (MSG-10)."""

from __future__ import annotations

import datetime as dt

from saksgang.casework import staff_of
from saksgang.commands import Answer, CompleteTask, CreateTask, MeetDeadline, StartDeadline
from saksgang.deciding import Decisions
from saksgang.events import DeadlineMissed, TaskCreated, TaskReassigned, TaskTaken
from saksgang.journal.record import Recorded
from saksgang.legaltime import Duration, Unit
from saksgang.records import Task
from saksgang.view import View
from saksgang_home_care_messages.looking import settings_of, type_of, visit_of
from saksgang_home_care_messages.names import LEADER, MESSAGE_TASKS, VISIT_START

__all__ = ["ANSWERS", "hours_until_notice", "taken", "tell_leader", "watch"]

HOUR = dt.timedelta(hours=1)
WATCHED = ("first_reply", "final_reply", "step_in_time")


def watch(event: TaskCreated | TaskReassigned, _recorded: Recorded, view: View) -> list[Answer]:
    """It lies in a queue: so many hours before the first thing it could miss, or after its time, the leader sees it."""
    task = view.task(event.task)
    if task.kind not in MESSAGE_TASKS or task.owner or _watched(task, view):
        return []
    hours = hours_until_notice(task, view)
    if hours is None and task.role == LEADER:
        return []  # in the leaders' own queue, where they see it without being told
    if hours is not None and hours < 1:
        return [_notice(task, view)]
    rule = settings_of(view).leader_notice_after if hours is None else Duration(Unit.HOURS, hours)
    return [Answer(StartDeadline("untaken", task.case, {"due": str(rule)}, about=task.id), "MSG-10")]


def _watched(task: Task, view: View) -> bool:
    """Whether it lay in a queue before: given to somebody who is away, it stays there, and is told of once."""
    told = view.unfinished(task.case, "untaken_message", about=task.id)
    return bool(told or view.running(task.case, "untaken", about=task.id))


def hours_until_notice(task: Task, view: View) -> int | None:
    """Whole hours from now on, rounded down so that the leader sees it before; ``None`` if nothing can be missed."""
    moments = [due - before for due, before in _could_miss(task, view)]
    return (min(moments) - view.now) // HOUR if moments else None


def _could_miss(task: Task, view: View) -> list[tuple[dt.datetime, dt.timedelta]]:
    """When each thing is due that a message can miss, and how long before that the leader sees it."""
    settings, case = settings_of(view), view.case(task.case)
    before = settings.leader_notice_before.number * HOUR
    watched = [each for each in view.deadlines(task.case) if each.kind in WATCHED]
    missed = [(target.due, before) for each in watched for target in each.targets if target.state == "running"]
    if type_of(case, view).priority == VISIT_START and (visit := visit_of(case, view)) is not None:
        missed.append((visit, settings.leader_notice_before_visit.number * HOUR))
    return missed


def _notice(task: Task, view: View) -> Answer:
    """For every leader, the one of the section may be away just then; due when the first thing is missed."""
    due = min((due for due, _ in _could_miss(task, view)), default=None)
    return Answer(CreateTask("untaken_message", task.case, about=task.id, due=due), "MSG-10")


def tell_leader(event: DeadlineMissed, _recorded: Recorded, view: View) -> list[Answer]:
    """Nobody took it in all that time, left waiting or not: the leader is to see to it."""
    if event.kind != "untaken":
        return []
    task = view.task(event.about)
    return [_notice(task, view)] if not task.owner and task.state in ("open", "waiting") else []


def taken(event: TaskTaken | TaskReassigned, recorded: Recorded, view: View) -> list[Answer]:
    """Somebody has it now: the watch is over, and so is the leader's task; a task never ends while nobody has it."""
    task = view.task(event.task)
    if not task.owner:
        return []
    by = staff_of(recorded.actor)
    met = view.running(task.case, "untaken", about=task.id)
    seen_to = view.unfinished(task.case, "untaken_message", about=task.id)
    over = [Answer(MeetDeadline(deadline.id, f"taken by {task.owner}"), "MSG-10") for deadline in met]
    return over + [Answer(CompleteTask(told.id, "taken", by=by), "MSG-10") for told in seen_to]


ANSWERS: Decisions = {
    TaskCreated: [watch],
    TaskTaken: [taken],
    TaskReassigned: [taken, watch],
    DeadlineMissed: [tell_leader],
}
