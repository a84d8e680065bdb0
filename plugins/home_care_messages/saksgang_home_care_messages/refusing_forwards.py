"""What is refused about forwarding: to nobody fit, to oneself, or elsewhere than was said (MSG-02, MSG-09)."""

from __future__ import annotations

from saksgang.casework import staff_of
from saksgang.commands import AmendCase, RecordContact
from saksgang.declarations import listed
from saksgang.view import View
from saksgang_home_care_messages.course import Course, roles_of
from saksgang_home_care_messages.looking import settings_of

__all__ = ["forwarded", "promised"]

TO_WHOM = "forwarded_to"


def forwarded(command: AmendCase, actor: str, course: Course, view: View) -> str | None:
    """A message goes to somebody who may do what comes next, or to their queue; some go to nobody (MSG-02, MSG-09)."""
    rule, row, to = course.row.requirement, course.row, str(command.facts["forward"])
    if not row.forwards_content:
        return f"{rule}: The content of a message of the type {row.name!r} is not forwarded to anybody."
    return _unfit(to, course, view) or _to_themselves(to, actor, course) or _unsaid(to, course, view)


def promised(command: RecordContact, actor: str, course: Course, view: View) -> str | None:
    """A reply that has to say to whom the message goes names somebody to whom it can go (MSG-02)."""
    if command.facts["kind"] != "temporary" or not _says_to_whom(course):
        return None
    to = str(command.facts[TO_WHOM])
    return _unfit(to, course, view) or _to_themselves(to, actor, course)


def _says_to_whom(course: Course) -> bool:
    step = course.step("temporary_reply")
    return step is not None and TO_WHOM in step.states


def _unfit(to: str, course: Course, view: View) -> str | None:
    leg = course.route.forward_leg
    if leg < 0:
        return None
    settings, services = settings_of(view), course.progress.others or course.progress.services
    roles = {role for service in services for role in roles_of(course.route.legs[leg][0], service, settings)}
    person = view.member(to)
    if to in roles or (person is not None and not roles.isdisjoint(person.roles) and not course.parts_of(leg)):
        return None
    return (
        f"{course.row.requirement}: Message {course.progress.case.number} cannot be forwarded to {to!r}; name a role "
        f"out of {listed(sorted(roles))}, or one person who has it."
    )


def _to_themselves(to: str, actor: str, course: Course) -> str | None:
    """Where the sender is told that another one answers, another one has to; elsewhere one may be both (MSG-04)."""
    if to != staff_of(actor) or not _says_to_whom(course):
        return None
    number = course.progress.case.number
    return f"{course.row.requirement}: Message {number} is for another employee, and {to} has it; name somebody else."


def _unsaid(to: str, course: Course, view: View) -> str | None:
    said, person = course.progress.said_to, view.member(to)
    if not said or not _says_to_whom(course) or said == to or (person is not None and said in person.roles):
        return None
    return (
        f"{course.row.requirement}: Whoever wrote message {course.progress.case.number} was told that it goes to "
        f"{said!r}, not to {to!r}; forward it there, or send a temporary reply first that says so."
    )
