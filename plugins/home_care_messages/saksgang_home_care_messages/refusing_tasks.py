"""What is refused about handing a message over: to whom, by whom, and not before the temporary reply (MSG-02)."""

from __future__ import annotations

from saksgang.casework import staff_of
from saksgang.commands import ReassignTask, TakeTask
from saksgang.deciding import Vets
from saksgang.declarations import listed
from saksgang.records import Task
from saksgang.view import View
from saksgang_home_care_messages.course import Course, roles_of
from saksgang_home_care_messages.looking import course_of, person_of, settings_of
from saksgang_home_care_messages.names import LEADER, MESSAGE_TASKS

__all__ = ["VETS", "reassign_task", "roles_for", "take_task", "without_temporary_reply"]


def take_task(command: TakeTask, actor: str, view: View) -> str | None:
    """A message that somebody has read and has to forward is not taken from them without the temporary reply."""
    task = _task(command.task, view)
    who = staff_of(actor)
    if task is None or task.owner in ("", who):
        return None
    return without_temporary_reply(task, actor, course_of(task.case, view), view)


def reassign_task(command: ReassignTask, actor: str, view: View) -> str | None:
    """Whoever has it, or the leader, hands it to somebody who may do its steps."""
    task = _task(command.task, view)
    if task is None:
        return None
    course = course_of(task.case, view)
    return (
        _not_theirs(task, actor, course, view)
        or _to_nobody_fit(task, command.owner, course, view)
        or (without_temporary_reply(task, actor, course, view) if command.owner else None)
    )


def without_temporary_reply(task: Task, actor: str, course: Course, view: View) -> str | None:
    """To hand over what one has read is to forward it: the temporary reply comes first, but for the leader (MSG-02)."""
    before = course.owed_before("forward")
    if before is None or before.do != "temporary_reply" or not course.progress.seen or _leads(actor, view):
        return None
    return (
        f"{course.row.requirement}: Message {task.case} was read by {task.owner} and is not forwarded without the "
        "temporary reply (temporary_reply) that says so; send that first."
    )


def roles_for(task: Task, course: Course, view: View) -> tuple[str, ...]:
    """Who may do the steps of a task."""
    leg = task.facts.get("leg")
    service = str(task.facts.get("service", course.progress.services[0]))
    if not isinstance(leg, int) or leg >= len(course.route.legs):
        return (task.role,)
    return roles_of(course.route.legs[leg][0], service, settings_of(view))


def _task(key: str, view: View) -> Task | None:
    try:
        task = view.task(key)
    except KeyError:
        return None
    return task if task.kind in MESSAGE_TASKS else None


def _not_theirs(task: Task, actor: str, course: Course, view: View) -> str | None:
    if staff_of(actor) == task.owner or _leads(actor, view):
        return None
    who = f"{task.owner} or the leader" if task.owner else "the leader"
    return f"{course.row.requirement}: Message {task.case} is handed over by {who}, not by {staff_of(actor) or actor}."


def _to_nobody_fit(task: Task, owner: str, course: Course, view: View) -> str | None:
    person, roles = view.member(owner), roles_for(task, course, view)
    if person is None or not set(roles).isdisjoint(person.roles):
        return None
    kept = "" if course.row.forwards_content else "; its content is not forwarded"
    return (
        f"{course.row.requirement}: Message {task.case} is for {listed(roles)}, and {owner} has: "
        f"{listed(person.roles)}{kept}."
    )


def _leads(actor: str, view: View) -> bool:
    person = person_of(view, actor)
    return person is not None and LEADER in person.roles


VETS: Vets = {TakeTask: take_task, ReassignTask: reassign_task}
