"""The due list: what falls due when, the overdue included (COR-06)."""

from __future__ import annotations

import datetime as dt

from saksgang.records import Deadline, Target
from saksgang.view import View
from saksgang.worklists.lists import person_called
from saksgang.worklists.rows import Row, deadline_row

__all__ = ["due_list"]


def due_list(view: View, staff: str | None = None, until: dt.datetime | None = None) -> tuple[Row, ...]:
    """Deadlines by due time: all of the office, or those on somebody's own open cases.

    Whatever runs is on it. A target that was missed stays on it, marked ``overdue``, as long as its deadline has
    another target running or an unfinished task on the case is about the same thing or about the deadline: until
    then somebody still has to act (MON-06).

    ``staff`` names whose cases, ``None`` everybody's; ``until`` is the last due instant shown, ``None`` for no limit.
    """
    rows = [
        deadline_row(deadline, target, view)
        for deadline in _deadlines(view, staff)
        for target in deadline.targets
        if (until is None or target.due <= until) and _still_to_do(deadline, target, view)
    ]
    return tuple(sorted(rows, key=lambda row: (row.due, row.id, row.target)))


def _deadlines(view: View, staff: str | None) -> list[Deadline]:
    if staff is None:
        return view.all_deadlines()
    cases = view.cases_of(person_called(view, staff).id)
    return [deadline for case in cases for deadline in view.deadlines(case.number)]


def _still_to_do(deadline: Deadline, target: Target, view: View) -> bool:
    if target.state != "missed":
        return target.state == "running"
    return deadline.running or any(
        task.state in ("open", "waiting") and task.about in (deadline.about, deadline.id)
        for task in view.tasks(deadline.case)
    )
