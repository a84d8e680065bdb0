"""What is refused about replies: out of order, without what they have to say, to others, or unasked (MSG-01 to 09)."""

from __future__ import annotations

from saksgang.commands import RecordContact
from saksgang.deciding import Vets
from saksgang.declarations import listed
from saksgang.view import View
from saksgang_home_care_messages.course import Course
from saksgang_home_care_messages.looking import course_of, person_of
from saksgang_home_care_messages.names import LEADER
from saksgang_home_care_messages.progress import REPLIES
from saksgang_home_care_messages.refusing_forwards import promised
from saksgang_home_care_messages.refusing_steps import not_held, not_stated, out_of_order, unread

__all__ = ["VETS", "record_contact", "reply_step", "to_somebody_else", "unasked_reply"]


def record_contact(command: RecordContact, actor: str, view: View) -> str | None:
    """A reply is sent by whoever has the message, when its turn has come, and with what it has to say."""
    if not command.case:
        return "MSG-10: A contact is on the history of a message; name its case, or send a message of its own."
    if command.direction != "out":
        return None
    course = course_of(command.case, view)
    service = str(command.facts.get("service", ""))
    return (
        to_somebody_else(command, course)
        or _ended(course)
        or unasked_reply(actor, course, view)
        or not_held(command.case, actor, view, course, service)
        or _empty(command, course)
        or _no_part(command, course)
        or _not_its_turn(command, actor, course, view)
    )


def to_somebody_else(command: RecordContact, course: Course) -> str | None:
    """What a message says goes back to whoever wrote it or whom it is about, and to nobody else (MSG-09)."""
    case = course.progress.case
    if command.party in (case.party, case.facts.get("sender")):
        return None
    kept = "its content is not forwarded; answer" if not course.row.forwards_content else "answer"
    return (
        f"{course.row.requirement}: Message {case.number} ({course.row.name}) is from {case.facts.get('sender')}, not "
        f"from {command.party}: {kept} whoever wrote it."
    )


def _ended(course: Course) -> str | None:
    case = course.progress.case
    if not case.ended:
        return None
    return f"{course.row.requirement}: Message {case.number} is done; what comes now is a message of its own."


def unasked_reply(actor: str, course: Course, view: View) -> str | None:
    """What is not to be replied to is replied to only by the leader, after the leader's own decision (MSG-07)."""
    if not course.row.no_reply:
        return None
    person = person_of(view, actor)
    leads = person is not None and LEADER in person.roles
    if leads and course.progress.states("decide"):
        return None
    who = "state what you decide (decide) before you reply" if leads else "only the leader may reply, if at all"
    return f"{course.row.requirement}: A message of the type {course.row.name!r} gets no reply by itself; {who}."


def _empty(command: RecordContact, course: Course) -> str | None:
    kind, text = command.facts.get("kind"), command.facts.get("text")
    if kind in REPLIES and isinstance(text, str) and text.strip():
        return None
    kinds = listed(REPLIES)
    return f"{course.row.requirement}: A reply to {command.case} has among its facts a text and a kind out of: {kinds}."


def _no_part(command: RecordContact, course: Course) -> str | None:
    services = course.progress.services
    if command.facts["kind"] != "part" or command.facts.get("service", "") in services:
        return None
    return (
        f"{course.row.requirement}: The answer to a part of {command.case} has among its facts the service out of: "
        f"{listed(services)}."
    )


def _not_its_turn(command: RecordContact, actor: str, course: Course, view: View) -> str | None:
    """A type without the step of a temporary reply may get one all the same, once it has been read."""
    name = reply_step(command, course)
    step = course.step(name)
    if step is not None:
        return (
            out_of_order(command.case, name, course)
            or not_stated(step, command.facts, course.row.requirement)
            or promised(command, actor, course, view)
        )
    if name == "temporary_reply" or course.row.no_reply:
        return unread(command.case, course)
    return out_of_order(command.case, name, course)


def reply_step(command: RecordContact, course: Course) -> str:
    """The step that a reply is: that of its kind, and of a part whether it is the first service's or another's."""
    steps = REPLIES[str(command.facts["kind"])]
    own = command.facts.get("service", "") == course.progress.services[0]
    return steps[0] if own or len(steps) == 1 else steps[1]


VETS: Vets = {RecordContact: record_contact}
