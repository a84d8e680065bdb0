"""Searching: saved searches over everybody's tasks (COR-03), and cases by personal number (COR-06)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import frozen

from saksgang.identity import birth_date
from saksgang.records import Task
from saksgang.view import View
from saksgang.worklists.rows import Row, case_row, task_row

__all__ = ["UNFINISHED", "SavedSearch", "find_by_number", "saved_search"]

UNFINISHED = ("open", "waiting")


@frozen(kw_only=True)
class SavedSearch:
    """What a saved search asks for: each criterion narrows it, ``None`` and ``""`` leave it as it is.

    Attributes:
        title: what the search is called where it is kept.
        owner: a staff id; ``""`` finds what nobody owns yet, ``None`` every owner's.
        states: those that a task may be in.
        due_until: the last due time, an aware instant; tasks without a due time are not found then.
        text: stands somewhere in the label, the reason or the facts; letter case does not matter.
    """

    title: str = ""
    routine: str | None = None
    kind: str | None = None
    case: str | None = None
    about: str | None = None
    owner: str | None = None
    role: str | None = None
    section: str | None = None
    outcome: str | None = None
    states: tuple[str, ...] = UNFINISHED
    due_until: dt.datetime | None = None
    text: str = ""


_SAME = ("routine", "kind", "case", "about", "owner", "role", "section", "outcome")


def saved_search(view: View, criteria: SavedSearch) -> tuple[Row, ...]:
    """The tasks that it finds, whoever owns them, by rank: due time, else creation (BEN-21)."""
    among = view.unfinished_tasks() if set(criteria.states) <= set(UNFINISHED) else view.every_task()
    found = (task for task in among if task.state in criteria.states and _same(task, criteria))
    rows = [(task, task_row(task, view)) for task in found if _in_time(task, criteria.due_until)]
    ranked = sorted(rows, key=lambda each: (each[0].rank, each[0].id))
    return tuple(row for task, row in ranked if _holds(criteria.text, task, row.label))


def _same(task: Task, criteria: SavedSearch) -> bool:
    for name in _SAME:
        wanted = getattr(criteria, name)
        if wanted is not None and getattr(task, name) != wanted:
            return False
    return True


def _in_time(task: Task, until: dt.datetime | None) -> bool:
    return until is None or (task.due is not None and task.due <= until)


def _holds(text: str, task: Task, label: str) -> bool:
    words = (label, task.reason, *_texts(task.facts.values()))
    return text.casefold() in "\n".join(words).casefold()


def _texts(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, list):
            yield from _texts(value)
        elif isinstance(value, dict):
            yield from _texts(value.values())
        elif not isinstance(value, bool) and value is not None:
            yield str(value)


def find_by_number(view: View, personal_number: str, *, show_numbers: bool = False) -> tuple[Row, ...]:
    """The cases of whoever bears a personal number, ended ones too; it may be written with a hyphen or a space.

    Raises:
        InputRefused: it is no number of the office's country; the message does not repeat it.
    """
    number = personal_number.strip()
    birth_date(number, view.almanac.country)
    day, rest = number[:6], number[6:].lstrip("- ")
    written = (f"{day}{between}{rest}" for between in ("", "-", " "))
    cases = [case for form in written for case in view.cases_by_number(form)]
    return tuple(case_row(case, view, show_numbers=show_numbers) for case in sorted(cases, key=lambda c: c.opened))
