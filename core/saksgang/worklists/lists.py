"""The lists that somebody of the staff works from: cases, tasks, post inbox, approvals (COR-06)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from saksgang.declarations import listed
from saksgang.errors import InputRefused
from saksgang.records import StaffMember, Task
from saksgang.view import View
from saksgang.worklists.rows import Row, case_row, document_row, letter_row, task_row

__all__ = ["approvals", "case_list", "inbox", "inboxes", "person_called", "task_list", "waiting_list"]


def person_called(view: View, staff: str) -> StaffMember:
    """Somebody of the staff by id; raises ``InputRefused`` with the nearest id and all there are."""
    person = view.member(staff)
    if person is None:
        known = [each.id for each in view.staff()]
        near = get_close_matches(staff, known, n=1)
        meant = f"; did you mean {near[0]!r}?" if near else "."
        raise InputRefused(f"Nobody on the staff is called {staff!r}; known are: {listed(known)}{meant}")
    return person


def case_list(view: View, staff: str, *, show_numbers: bool = False) -> tuple[Row, ...]:
    """The open cases of a caseworker, oldest first, those not looked at yet marked ``new``."""
    person = person_called(view, staff)
    return tuple(case_row(case, view, show_numbers=show_numbers) for case in view.cases_of(person.id))


def task_list(view: View, staff: str) -> tuple[Row, ...]:
    """Somebody's own open tasks, then those in their queues, then their waiting ones; each part first due first."""
    person = person_called(view, staff)
    own, waiting = view.owned_tasks(person.id), view.waiting_tasks(person.id)
    return tuple(task_row(task, view) for task in (*own, *queued(view, person), *waiting))


def waiting_list(view: View, staff: str) -> tuple[Row, ...]:
    """The tasks that somebody left waiting, each with its reason."""
    return tuple(task_row(task, view) for task in view.waiting_tasks(person_called(view, staff).id))


def queued(view: View, person: StaffMember) -> list[Task]:
    """The open tasks in the queues of somebody's roles, of the whole office and of the own section."""
    sections = ("", person.section) if person.section else ("",)
    tasks = [task for role in person.roles for section in sections for task in view.queued_tasks(role, section)]
    return sorted(tasks, key=lambda task: (task.rank, task.id))


def inbox(view: View, routine: str) -> tuple[Row, ...]:
    """The post inbox of a routine: what nobody has registered yet, oldest first (PPT-01)."""
    return tuple(document_row(document) for document in view.inbox(routine))


def inboxes(view: View, staff: str) -> tuple[Row, ...]:
    """The post inboxes of the routines in which somebody has a role."""
    person = person_called(view, staff)
    return tuple(row for routine in _routines_of(view, person) for row in inbox(view, routine))


def approvals(view: View, staff: str) -> tuple[Row, ...]:
    """The letters that wait for somebody's approval, each with the task that asks for it (PPT-09).

    A letter that no unfinished task asks about is shown to everybody of its routine but its author, so that
    none is forgotten.
    """
    person = person_called(view, staff)
    return tuple(_approvals(view, person))


def _approvals(view: View, person: StaffMember) -> Iterator[Row]:
    routines = _routines_of(view, person)
    for letter in view.letters_in("to approve"):
        asking = [task for task in view.tasks(letter.id) if task.state in ("open", "waiting")]
        mine = [task for task in asking if _is_for(task, person)]
        if mine:
            yield letter_row(letter, about=mine[0].id)
        elif not asking and letter.routine in routines and letter.author != person.id:
            yield letter_row(letter)


def _is_for(task: Task, person: StaffMember) -> bool:
    if task.owner:
        return task.owner == person.id
    return task.role in person.roles and task.section in ("", person.section)


def _routines_of(view: View, person: StaffMember) -> list[str]:
    return [
        routine.name
        for routine in view.catalogue.routines.values()
        if any(role.name in person.roles for role in routine.roles)
    ]
