"""How each task may be completed: the form with every point ticked, the measure named (MON-09, MON-12, MON-14)."""

from __future__ import annotations

from saksgang.commands import CompleteTask
from saksgang.deciding import Vets
from saksgang.records import Task
from saksgang.view import View
from saksgang_long_term_monitoring.looking import no_caseworker, settings_of
from saksgang_long_term_monitoring.noting import next_day
from saksgang_long_term_monitoring.overruling import too_late
from saksgang_long_term_monitoring.refusing_cases import still_owed
from saksgang_long_term_monitoring.rows import CLOSE, EFFECTS
from saksgang_long_term_monitoring.saving import saved, unreadable

__all__ = ["VETS", "complete_task", "save_form"]

BY_ACT = {
    (
        "close_case",
        "closed",
    ): "MON-05: The task is done by closing the case; change its status to «Saken er avsluttet».",
    ("limitation_soon", "interrupted"): "MON-14: Write the new limitation_from or basis of the claim on the case; "
    "that ends the task.",
    ("work_session", "not done"): "MON-13: A session that is not held ends when the next one begins.",
}
SAYING = "write it in the field overrule"


def complete_task(command: CompleteTask, actor: str, view: View) -> str | None:
    """Only a caseworker, and each kind in its own way; an outcome that the kind has not is left to the core."""
    try:
        task = view.task(command.task)
    except KeyError:
        return None
    wrong = no_caseworker(actor, view, "MON-09", "complete the tasks of this routine")
    wrong = wrong or BY_ACT.get((task.kind, command.outcome))
    if wrong or task.state in ("done", "cancelled"):
        return wrong
    if task.kind == "review":
        return save_form(command, task, view) if command.outcome in EFFECTS else None
    return _without_words(task, command)


def save_form(command: CompleteTask, task: Task, view: View) -> str | None:
    """The form is saved when all points are ticked and the outcome can be carried out (MON-09, MON-10, MON-14)."""
    settings, checklist = settings_of(view), task.facts.get("checklist", [])
    assert isinstance(checklist, list)
    wrong = unreadable(command.outcome, command.facts, [str(point) for point in checklist], settings)
    if wrong:
        return wrong
    case, form = view.case(task.case), saved(command.outcome, command.facts, settings)
    if form.choice.effect == CLOSE:
        return still_owed(view, case)
    return too_late(view, case, next_day(view, form.interval), form.overrule, SAYING) if form.interval else None


def _without_words(task: Task, command: CompleteTask) -> str | None:
    """What was chosen, or why a claim is given up, is written down (MON-12, MON-14)."""
    asked = {"choose_measure": ("MON-12", "name"), "limitation_soon": ("MON-14", "reason")}.get(task.kind)
    if asked is None:
        return None
    rule, field = asked
    text = command.facts.get(field)
    if isinstance(text, str) and text.strip():
        return None
    what = "the procedure (saksgang) or measure (tiltak) chosen" if field == "name" else "why the claim is given up"
    return f"{rule}: Task {task.id} ({task.kind}) needs {what}; write it in the field {field}."


VETS: Vets = {CompleteTask: complete_task}
