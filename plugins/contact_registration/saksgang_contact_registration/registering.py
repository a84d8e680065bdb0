"""A contact that was on a list is registered: its task is done (REG-02)."""

from __future__ import annotations

from saksgang.commands import Answer, CompleteTask
from saksgang.deciding import Decisions
from saksgang.events import ContactRecorded
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_contact_registration.looking import mark_in, unfinished

__all__ = ["ANSWERS", "end_task"]


def end_task(event: ContactRecorded, _recorded: Recorded, view: View) -> list[Answer]:
    """Whoever registers it has done what the task asked for (REG-02)."""
    mark = mark_in(event.facts, day=view.today.isoformat(), party=event.party)
    return [Answer(CompleteTask(task.id, "registered", by=event.by), "REG-02") for task in unfinished(view, mark)]


ANSWERS: Decisions = {ContactRecorded: [end_task]}
