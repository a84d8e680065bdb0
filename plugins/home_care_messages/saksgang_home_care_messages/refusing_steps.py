"""What is refused about every act on a message: that it is not one's own, or that another step comes first."""

from __future__ import annotations

from collections.abc import Iterable

from saksgang.casework import staff_of
from saksgang.declarations import listed
from saksgang.records import Task
from saksgang.view import View
from saksgang_home_care_messages.course import Course
from saksgang_home_care_messages.labels import STEPS
from saksgang_home_care_messages.looking import message_tasks
from saksgang_home_care_messages.rows import Step

__all__ = ["holder", "in_words", "not_held", "not_stated", "out_of_order", "unread"]


def holder(number: str, actor: str, view: View, service: str = "") -> Task | None:
    """The task by which somebody has a message, or the part of a service that has a task of its own."""
    who = staff_of(actor)
    for task in message_tasks(view, number) if who else ():
        if task.owner == who and service in ("", task.facts.get("service", service)):
            return task
    return None


def not_held(number: str, actor: str, view: View, course: Course, service: str = "") -> str | None:
    """Only whoever has the message acts on it, so that its history says who saw to it (MSG-10)."""
    if holder(number, actor, view, service) is not None:
        return None
    owners = listed(task.owner or f"the queue of {task.role}" for task in message_tasks(view, number))
    who, part = staff_of(actor) or actor, f" on the part of {service}" if service else ""
    return (
        f"{course.row.requirement}: Message {number} lies with {owners}, so {who} cannot act on it{part}; "
        "whoever takes its task can."
    )


def out_of_order(number: str, do: str, course: Course) -> str | None:
    """The steps of a message are done in the order of its type, and it has no others."""
    rule, row = course.row.requirement, course.row
    if course.step(do) is None:
        steps = listed(in_words(step) for step in course.route.steps)
        return f"{rule}: A message of the type {row.name!r} has no step {_quoted(do)}; its steps are: {steps}."
    before = course.owed_before(do)
    if before is None:
        return None
    return (
        f"{rule}: On message {number} {_quoted(do)} comes after {_quoted(before.do)}, which is not done; do that first."
    )


def unread(number: str, course: Course) -> str | None:
    """Whatever is free of order still comes after reading the message."""
    step = course.next
    if step is None or step.do != "read":
        return None
    return f"{course.row.requirement}: Message {number} has not been read; look at its case first."


def not_stated(step: Step, stated: Iterable[str], rule: str) -> str | None:
    """What the row wants an act to state besides its text has to be there."""
    missing = [name for name in step.states if name not in stated]
    if not missing:
        return None
    return f"{rule}: {_quoted(step.do)} has to state {listed(missing)} among its facts; add it."


def in_words(step: Step) -> str:
    """A step as staff read it, with its name in the journal."""
    return f"{STEPS[step.do].nb} ({step.do})"


def _quoted(do: str) -> str:
    return f"{STEPS[do].nb!r} ({do})"
