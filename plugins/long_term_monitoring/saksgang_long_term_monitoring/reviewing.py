"""A case comes up, its form is saved, and what was decided is carried out and noted (MON-06, MON-10, MON-11)."""

from __future__ import annotations

import datetime as dt

from saksgang.commands import Answer, ChangeStatus, CreateTask, WriteNote
from saksgang.deciding import Decisions
from saksgang.events import DeadlineMissed, TaskCompleted
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_long_term_monitoring.form import form_facts
from saksgang_long_term_monitoring.looking import settings_of
from saksgang_long_term_monitoring.monitoring import next_review
from saksgang_long_term_monitoring.names import ACTIVE, CLOSED
from saksgang_long_term_monitoring.noting import note
from saksgang_long_term_monitoring.rows import CONTINUE, WAKE
from saksgang_long_term_monitoring.saving import Saved, saved

__all__ = ["ANSWERS", "carry_out", "come_up", "effect"]

LAST_MINUTE = dt.time(23, 59)


def come_up(event: DeadlineMissed, _recorded: Recorded, view: View) -> list[Answer]:
    """The reminder falls due: the case is on the due list of who is responsible, with its form (MON-06, MON-08)."""
    if event.kind != "review":
        return []
    case = view.case(event.case)
    due = view.almanac.instant(view.almanac.today(event.due), LAST_MINUTE)
    task = CreateTask(
        "review", case.number, about=event.deadline, owner=case.responsible, due=due, facts=form_facts(view, case)
    )
    return [Answer(task, "MON-06")]


def carry_out(event: TaskCompleted, _recorded: Recorded, view: View) -> list[Answer]:
    """The note of the result, and what the outcome does with the case (MON-10, MON-11)."""
    if event.kind != "review":
        return []
    form = saved(event.outcome, event.facts, settings_of(view))
    done = effect(view, event.case, form)
    return [Answer(WriteNote(event.case, note(view, view.case(event.case), form)), "MON-11"), done]


def effect(view: View, case: str, form: Saved) -> Answer:
    """Put aside until the next review, woken, or closed (MON-04, MON-10)."""
    if form.choice.effect == CONTINUE:
        return next_review(view, case, form.interval, "MON-04")
    to = ACTIVE if form.choice.effect == WAKE else CLOSED
    return Answer(ChangeStatus(case, to, form.choice.name), "MON-10")


ANSWERS: Decisions = {DeadlineMissed: [come_up], TaskCompleted: [carry_out]}
