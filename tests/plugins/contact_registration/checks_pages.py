"""Events of a counting week for journals written by hand; nothing here asks the routine."""

from __future__ import annotations

from typing import Any

from saksgang.events import ContactRecorded, OfficeOpened, TaskCompleted, TaskCreated
from saksgang.records import StaffMember
from tests.core.checks.pages import Pages

__all__ = ["OTHER", "R", "done", "listed", "office", "pages", "registered"]

R, OTHER = "contact_registration", "benefits"
SETTINGS = {
    "first_day": "2026-10-05",
    "last_day": "2026-10-09",
    "departments": [
        {"section": "borgerservice", "duty_to_advise": False},
        {"section": "jobcenter", "duty_to_advise": True},
    ],
    "areas": [
        {"name": "kontanthjælp", "department": "jobcenter"},
        {"name": "flytning", "department": "borgerservice"},
    ],
    "singly_at_most": 2,
    "late_registration": "5 working days",
}
STAFF = (
    StaffMember("jens", "Jens", ("registrant",), "jobcenter"),
    StaffMember("bo", "Bo", (), "jobcenter"),
)


def office(routine: str = R, **changes: Any) -> OfficeOpened:
    """The office opens with that week."""
    routines = {routine: {"version": "1", "settings": {**SETTINGS, **changes}}}
    return OfficeOpened("office", "", "Birkelund", "DK", "Europe/Copenhagen", "da", routines, STAFF)


def pages(**changes: Any) -> Pages:
    """A journal of the Tuesday of that week, at ten local time."""
    made = Pages(office(**changes))
    return made.at("10-06 08:00")


def registered(direction: str = "in", channel: str = "telephone", area: str = "kontanthjælp", **changes: Any) -> Any:
    """A registration of Jens's; a fact of ``None`` is left out."""
    facts = {
        "department": "jobcenter",
        "type": "råd/vejledning",
        "closing": "straksafsluttet",
        "activity": "vejledning",
        "source": "opkald 1",
        **changes,
    }
    by, case = str(facts.pop("by", "jens")), str(facts.pop("case", ""))
    kept = {name: value for name, value in facts.items() if value is not None}
    return ContactRecorded(R, case, f"{R}/contact-1", "citizen:1", direction, channel, area, by, kept)


def listed(source: str = "opkald 1", number: int = 1) -> TaskCreated:
    """A contact is put on the list."""
    about = f"contact:{source}"
    return TaskCreated(
        R, "", f"{R}/task-{number}", "register_contact", about, "", "registrant", "", facts={"source": source}
    )


def done(outcome: str = "registered", number: int = 1, **facts: Any) -> TaskCompleted:
    """It leaves the list."""
    by = facts.pop("by", "jens")
    return TaskCompleted(R, "", f"{R}/task-{number}", "register_contact", "", outcome, "", by, facts)
