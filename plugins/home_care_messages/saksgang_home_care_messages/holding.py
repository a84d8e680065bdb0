"""Who has a message: its caseworker is whoever has its task, and somebody away gives it back (MSG-10)."""

from __future__ import annotations

from saksgang.commands import Answer, AssignCase, ReassignTask
from saksgang.deciding import Decisions
from saksgang.events import StaffAbsent, TaskCreated, TaskReassigned, TaskTaken
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_home_care_messages.names import MESSAGE_TASKS, ROUTINE

__all__ = ["ANSWERS", "caseworker_follows_task", "give_back"]


def caseworker_follows_task(
    event: TaskCreated | TaskTaken | TaskReassigned, _recorded: Recorded, view: View
) -> list[Answer]:
    """Whoever has the task has the message, new in the case list until looked at; parts have one holder each."""
    task = view.task(event.task)
    if task.kind not in MESSAGE_TASKS or "service" in task.facts:
        return []
    if view.case(task.case).responsible == task.owner:
        return []
    return [Answer(AssignCase(task.case, task.owner), "MSG-10")]


def give_back(event: StaffAbsent, view: View) -> list[Answer]:
    """Somebody is away from today: the messages that they had taken lie open for others again."""
    absence = event.absence
    if not absence.first <= view.today <= absence.last:
        return []
    tasks = (*view.owned_tasks(event.staff), *view.waiting_tasks(event.staff))
    reason = f"{event.staff} is absent until {absence.last}"
    mine = [task for task in tasks if task.routine == ROUTINE and task.kind in MESSAGE_TASKS]
    return [Answer(ReassignTask(task.id, "", reason), "MSG-10") for task in mine]


ANSWERS: Decisions = {
    TaskCreated: [caseworker_follows_task],
    TaskTaken: [caseworker_follows_task],
    TaskReassigned: [caseworker_follows_task],
}
