"""The start page, and the lists by the names that stories and the command line call them (COR-06)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping

from attrs import evolve

from saksgang.view import View
from saksgang.worklists.due import due_list
from saksgang.worklists.lists import approvals, case_list, inboxes, person_called, task_list, waiting_list
from saksgang.worklists.rows import Row, letter_row, task_row

__all__ = ["LISTS", "start_page"]

LAST_MINUTE = dt.time(23, 59)


def start_page(view: View, staff: str) -> tuple[Row, ...]:
    """What somebody sees first: the tasks received (BEN-01), then notices; ``notice`` says why each is there.

    Notices are letters that wait for the person's approval (PPT-09), own letters that came back, new cases, and
    what is overdue or due today on the own cases (MON-06). A task that such a letter names is not shown twice. Tasks
    stand as they are due.
    """
    person = person_called(view, staff)
    letters = [*_noticed("waits for your approval", approvals(view, staff)), *_returned(view, staff)]
    told = {row.about for row in letters}
    new = (row for row in case_list(view, staff) if "new" in row.marks)
    tasks = (task_row(task, view) for task in view.owned_tasks(person.id) if task.id not in told)
    return (
        *_noticed("task received", tasks),
        *letters,
        *_noticed("new in your case list", new),
        *_due(view, staff),
    )


def _returned(view: View, staff: str) -> Iterator[Row]:
    """Own letters that the leader sent back, unless a task on the own list is about them."""
    asked = {task.about for task in view.owned_tasks(staff)}
    mine = (letter for letter in view.letters_in("returned") if letter.author == staff)
    return _noticed("was returned to you", (letter_row(each) for each in mine if each.id not in asked))


def _due(view: View, staff: str) -> Iterator[Row]:
    until = view.almanac.instant(view.today, LAST_MINUTE)
    for row in due_list(view, staff, until):
        if row.waits_for != "recipient":
            yield evolve(row, notice="overdue" if "overdue" in row.marks else "due today")


def _noticed(notice: str, rows: Iterable[Row]) -> Iterator[Row]:
    return (evolve(row, notice=notice) for row in rows)


LISTS: Mapping[str, Callable[[View, str], tuple[Row, ...]]] = {
    "start page": start_page,
    "case list": case_list,
    "task list": task_list,
    "due list": due_list,
    "inbox": inboxes,
    "approvals": approvals,
    "waiting": waiting_list,
}
