"""Looking things up on a case: its claims, its open tasks, its running deadlines, who asks."""

from __future__ import annotations

import datetime as dt

from saksgang.casework import staff_of
from saksgang.declarations import listed
from saksgang.records import Case, Task
from saksgang.view import View
from saksgang_long_term_monitoring.names import ROUTINE, SAKSBEHANDLER
from saksgang_long_term_monitoring.settings import Settings

__all__ = [
    "MORNING",
    "debt_case",
    "morning",
    "no_caseworker",
    "open_reviews",
    "settings_of",
]

# Reminders come up before anybody is at work, so that they stand on the lists the whole of their day.
MORNING = dt.time(6)


def settings_of(view: View) -> Settings:
    """The municipality's settings of this routine."""
    settings: Settings = view.all_settings[ROUTINE]
    return settings


def debt_case(view: View, number: str) -> Case | None:
    """A case of this routine, ``None`` where no case of it has that number."""
    try:
        case = view.case(number)
    except KeyError:
        return None
    return case if case.routine == ROUTINE else None


def morning(view: View, day: dt.date) -> dt.datetime:
    """The instant of a local day from which reminders are counted and at which they come up (MON-03)."""
    return view.almanac.instant(day, MORNING)


def open_reviews(view: View) -> list[Task]:
    """The reviews that have come up and are not treated yet, oldest first (MON-13)."""
    people = view.staff()
    found = [task for person in people for task in (*view.owned_tasks(person.id), *view.waiting_tasks(person.id))]
    found += [*view.queued_tasks(SAKSBEHANDLER), *view.waiting_tasks("")]
    mine = (task for task in found if task.kind == "review" and task.routine == ROUTINE)
    return sorted(mine, key=lambda task: (task.rank, task.id))


def no_caseworker(actor: str, view: View, rule: str, doing: str) -> str | None:
    """A refusal where the one who asks has not the role of a caseworker."""
    person = view.member(staff_of(actor))
    if person is not None and SAKSBEHANDLER in person.roles:
        return None
    has = listed(person.roles) if person else "no role here"
    return f"{rule}: Only {SAKSBEHANDLER} may {doing}; {staff_of(actor) or actor} has: {has}."
