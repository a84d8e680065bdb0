"""From ``ny`` to ``under arbeid``: the system asks, a person decides (PPT-08)."""

from __future__ import annotations

from saksgang.commands import Answer, CancelTask, ChangeStatus, CreateTask
from saksgang.deciding import Decisions
from saksgang.events import LetterCompleted, NoteWritten, StatusChanged, TaskCompleted
from saksgang.journal.record import Recorded
from saksgang.view import View

__all__ = ["ANSWERS", "IN_PROGRESS", "NEW", "ask_once", "ask_under_work", "do_as_answered", "drop_question"]

NEW = "ny"
IN_PROGRESS = "under arbeid"
# The consultant's standard letter says nothing about whether the work has begun.
STANDARD_LETTERS = ("mottaksbekreftelse",)


def ask_under_work(event: LetterCompleted | NoteWritten, _recorded: Recorded, view: View) -> list[Answer]:
    """A letter or journal note was completed while the case was new: ask whoever completed it (PPT-08)."""
    if isinstance(event, LetterCompleted) and event.template in STANDARD_LETTERS:
        return []
    open_question = bool(view.unfinished(event.case, "ask_under_work"))
    by_staff = view.member(event.by) is not None
    return ask_once(event.case, event.by, view.case(event.case).status) if by_staff and not open_question else []


def ask_once(case: str, by: str, status: str) -> list[Answer]:
    """The question, which is only asked while the case is new (PPT-08)."""
    return [Answer(CreateTask("ask_under_work", case, owner=by), "PPT-08")] if status == NEW else []


def do_as_answered(event: TaskCompleted, _recorded: Recorded, view: View) -> list[Answer]:
    """Only a yes changes the status (PPT-08)."""
    is_yes = event.kind == "ask_under_work" and event.outcome == "yes"
    if not is_yes or view.case(event.case).status != NEW:
        return []
    return [Answer(ChangeStatus(event.case, IN_PROGRESS, "as answered when asked"), "PPT-08")]


def drop_question(event: StatusChanged, _recorded: Recorded, view: View) -> list[Answer]:
    """Somebody changed the status already, so the question has lost its sense (PPT-08)."""
    tasks = view.unfinished(event.case, "ask_under_work")
    return [Answer(CancelTask(task.id, f"the case is {event.new!r} already"), "PPT-08") for task in tasks]


ANSWERS: Decisions = {
    LetterCompleted: [ask_under_work],
    NoteWritten: [ask_under_work],
    TaskCompleted: [do_as_answered],
    StatusChanged: [drop_question],
}
