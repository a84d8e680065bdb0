"""Looking things up on a case: the task, letter, deadline or month that an event or command is about."""

from __future__ import annotations

from collections.abc import Iterable

from saksgang.casework import staff_of
from saksgang.commands import CreateTask
from saksgang.records import Case, Document, Letter, StaffMember, Task
from saksgang.view import View
from saksgang_benefits.names import ROUTINE
from saksgang_benefits.personal_numbers import forms
from saksgang_benefits.settings import Settings

__all__ = [
    "GRANTED",
    "application_of",
    "concerns",
    "document_on",
    "letters_from",
    "oldest_first",
    "on_lists",
    "open_tasks",
    "person_of",
    "settings_of",
    "telling_of",
    "written_since",
]

GRANTED = ("bevilget", "afsluttet")
"""Statuses in which a granted case is calculated and paid; who was never granted has no decision that says so."""


def settings_of(view: View) -> Settings:
    """The municipality's settings of this routine."""
    settings: Settings = view.all_settings[ROUTINE]
    return settings


def open_tasks(view: View, case: str, *kinds: str) -> list[Task]:
    """As ``unfinished``, without what somebody left waiting."""
    return [task for task in view.unfinished(case, *kinds) if task.state == "open"]


def on_lists(view: View, case: str) -> list[Task]:
    """All tasks of a case that are not over, those that wait too."""
    return [task for task in view.tasks(case) if task.state in ("open", "waiting")]


def letters_from(view: View, case: str, template: str) -> list[Letter]:
    """The letters on a case from a template that are on their way or were delivered, oldest first."""
    unsent = ("draft", "stopped by hand", "failed")
    return [each for each in view.letters(case) if each.template == template and each.state not in unsent]


def person_of(view: View, actor: str) -> StaffMember | None:
    """Who of the staff acts, if it is one."""
    return view.member(staff_of(actor))


def document_on(view: View, case: str, key: str) -> Document | None:
    """A document that is registered on that case."""
    try:
        document = view.document(key)
    except KeyError:
        return None
    return document if document.case == case else None


def application_of(view: View, case: str) -> Document | None:
    """The document that opened a case."""
    keys = (task.about for task in view.tasks(case) if task.kind == "handle_application")
    return next((document_on(view, case, key) for key in keys), None)


def written_since(view: View, task: Task, staff: str) -> bool:
    """Whether somebody has written a journal note on the case since a task came up."""
    return any(note.author == staff and note.written >= task.created for note in view.notes(task.case))


def telling_of(number: str, party: str, view: View) -> list[Case]:
    """The cases whose facts name the citizen with that number, or of that id, as the spouse; oldest first."""
    by_number = [case for form in forms(number) for case in view.cases_with(ROUTINE, "spouse_number", form)]
    by_id = view.cases_with(ROUTINE, "spouse", party) if party else []
    return oldest_first([*(by_number if number else ()), *by_id])


def oldest_first(cases: Iterable[Case]) -> list[Case]:
    """Each case once, oldest first."""
    return sorted({case.number: case for case in cases}.values(), key=lambda case: (case.opened, case.number))


def concerns(task: CreateTask, view: View) -> bool:
    """Whether a task that is to be distributed is one of this routine."""
    return (view.case(task.case).routine if task.case else task.routine) == ROUTINE
