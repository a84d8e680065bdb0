"""Looking things up: a message's case, type, course, tasks and visit."""

from __future__ import annotations

import datetime as dt

from saksgang.casework import staff_of
from saksgang.records import Case, StaffMember, Task
from saksgang.view import View
from saksgang_home_care_messages.course import Course, course
from saksgang_home_care_messages.names import MESSAGE_TASKS, ROUTINE
from saksgang_home_care_messages.progress import Progress
from saksgang_home_care_messages.rows import MessageType
from saksgang_home_care_messages.settings import Settings

__all__ = [
    "course_of",
    "course_of_case",
    "message_tasks",
    "person_of",
    "section_of",
    "settings_of",
    "start_of",
    "type_of",
    "visit_of",
    "visits_in_vain",
]


def settings_of(view: View) -> Settings:
    """The municipality's settings of this routine."""
    settings: Settings = view.all_settings[ROUTINE]
    return settings


def type_of(case: Case, view: View) -> MessageType:
    """The row of a message's type."""
    return settings_of(view).type_of(str(case.facts.get("type", "")))


def course_of(number: str, view: View) -> Course:
    """The course of a message as its case stands."""
    return course_of_case(view.case(number), view)


def course_of_case(case: Case, view: View) -> Course:
    """The course of a message whose case stands like this."""
    return course(settings_of(view).route_of(str(case.facts.get("type", ""))), Progress(case, view))


def message_tasks(view: View, number: str) -> list[Task]:
    """The unfinished tasks in which a message is worked on; several where several services answer (MSG-08)."""
    return view.unfinished(number, *MESSAGE_TASKS)


def visit_of(case: Case, view: View) -> dt.datetime | None:
    """When the visit starts that a message is about, as a UTC instant; ``None`` where it names none (MSG-03)."""
    return start_of(str(case.facts.get("visit", "")), view)


def start_of(said: str, view: View) -> dt.datetime | None:
    """The UTC instant that a local date and time in a text such as ``2026-03-12 08:00`` is, if it is one."""
    try:
        start = dt.datetime.fromisoformat(said)
    except ValueError:
        return None
    return start.astimezone(dt.UTC) if start.tzinfo else view.almanac.instant(start.date(), start.time())


def section_of(role: str, service: str, view: View) -> str:
    """The section of a service, where somebody with the role is there today; else ``""``, everybody's queue."""
    section = settings_of(view).service(service).section
    for person in view.staff() if section else ():
        if person.section == section and role in person.roles and view.here(person.id):
            return section
    return ""


def person_of(view: View, actor: str) -> StaffMember | None:
    """The member of staff behind an actor such as ``staff:turid``."""
    return view.member(staff_of(actor))


def visits_in_vain(view: View) -> int:
    """How many visits were made in vain, as the handheld terminals told (MSG-03)."""
    cases = (case.number for case in view.cases() if case.routine == ROUTINE)
    return sum(request.answer.get("in_vain") is True for case in cases for request in view.requests(case))
