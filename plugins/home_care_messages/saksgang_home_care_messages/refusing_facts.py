"""What is refused about statements, status and services outside: out of order, unknown, or not to be forwarded."""

from __future__ import annotations

from saksgang.commands import AmendCase, AskService, ChangeStatus
from saksgang.deciding import Vets
from saksgang.declarations import listed
from saksgang.view import View
from saksgang_home_care_messages.course import Course
from saksgang_home_care_messages.labels import canonical
from saksgang_home_care_messages.looking import course_of, settings_of, start_of
from saksgang_home_care_messages.names import DONE, IN_PROGRESS, SORTED_BY
from saksgang_home_care_messages.progress import ASKED, STATED
from saksgang_home_care_messages.refusing_forwards import forwarded
from saksgang_home_care_messages.refusing_steps import not_held, not_stated, out_of_order, unread

__all__ = ["VETS", "amend_case", "ask_service", "change_status", "sorted_anew"]

STATUS_STEPS = {IN_PROGRESS: "set_in_progress", DONE: "set_done"}


def amend_case(command: AmendCase, actor: str, view: View) -> str | None:
    """One statement at a time: a step that is done by stating something, or what the message really is."""
    course = course_of(command.case, view)
    held = not_held(command.case, actor, view, course)
    if held or command.facts.keys() <= SORTED_BY:
        return held or sorted_anew(command, course, view)
    name = next(iter(command.facts)) if len(command.facts) == 1 else ""
    if name not in STATED:
        known = listed((*sorted(SORTED_BY), *STATED))
        return f"{course.row.requirement}: On a message one thing is stated at a time, out of: {known}."
    return (forwarded(command, actor, course, view) if name == "forward" else None) or _stated(command, name, course)


def _stated(command: AmendCase, name: str, course: Course) -> str | None:
    wrong = out_of_order(command.case, name, course)
    step, value = course.step(name), command.facts[name]
    if wrong or step is None:
        return wrong
    if not isinstance(value, str) or not value.strip():
        return f"{course.row.requirement}: {name} on message {command.case} is empty; state what it came to."
    if step.choices and value not in step.choices:
        return f"{course.row.requirement}: {name} cannot be {value!r}; state one of: {listed(step.choices)}."
    return None


def sorted_anew(command: AmendCase, course: Course, view: View) -> str | None:
    """It is sorted before anybody has answered it or passed it on, as a type that there is, by a visit to be read."""
    progress, rule = course.progress, course.row.requirement
    if progress.replies or progress.passed_on or not progress.seen:
        return f"{rule}: Message {command.case} is sorted after it is read, and before it is answered or passed on."
    names = [row.name for row in settings_of(view).all_types()]
    if "type" in command.facts and command.facts["type"] not in names:
        return f"{rule}: {command.facts['type']!r} is no type of message; write one of: {listed(names)}."
    visit = command.facts.get("visit")
    if visit and start_of(str(visit), view) is None:
        return f"{rule}: {visit!r} is no start of a visit; write day and time, such as 2026-03-12 08:00."
    return None


def change_status(command: ChangeStatus, actor: str, view: View) -> str | None:
    """A status is set by whoever has the message, when all before it is done (MSG-08: every part answered)."""
    course = course_of(command.case, view)
    to = canonical(command.to)
    if to != command.to:
        return f"{course.row.requirement}: {command.to!r} is another word for the status {to!r}; write that."
    if to not in STATUS_STEPS:
        return None
    free = to == IN_PROGRESS and course.step(STATUS_STEPS[to]) is None
    held = not_held(command.case, actor, view, course)
    return held or (unread(command.case, course) if free else out_of_order(command.case, STATUS_STEPS[to], course))


def ask_service(command: AskService, actor: str, view: View) -> str | None:
    """Work list and handheld terminal are for the steps of a change, in their order (MSG-03)."""
    name = ASKED.get(command.service)
    if name is None:
        return None
    if not command.case:
        return "MSG-03: A service is asked about a message, so that its history has it; name the case of that message."
    course = course_of(command.case, view)
    step = course.step(name)
    return (
        not_held(command.case, actor, view, course)
        or out_of_order(command.case, name, course)
        or (not_stated(step, command.facts, course.row.requirement) if step is not None else None)
    )


VETS: Vets = {AmendCase: amend_case, ChangeStatus: change_status, AskService: ask_service}
