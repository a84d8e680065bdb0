"""What counts as an answer, what only as a preliminary one, and when somebody is reminded (PPT-05, PPT-07, PPT-11)."""

from __future__ import annotations

from collections.abc import Callable

from saksgang.commands import Answer, CancelTask, CompleteTask, CreateTask, MeetDeadline
from saksgang.deciding import Decisions
from saksgang.events import DeadlineMissed, LetterSent, TaskCompleted
from saksgang.journal.record import Recorded
from saksgang.records import Letter
from saksgang.view import View

__all__ = [
    "ANSWERS",
    "answered_by_note",
    "answered_by_reply",
    "confirmed",
    "preliminary_reply_sent",
    "remind_of_preliminary_reply",
    "what_was_sent",
]


def what_was_sent(event: LetterSent, _recorded: Recorded, view: View) -> list[Answer]:
    """What a sent letter is worth, by its template."""
    return SENT[event.template](view.letter(event.letter), view)


def confirmed(letter: Letter, view: View) -> list[Answer]:
    """A confirmation ends the task to confirm, and is no answer: no target is met by it (PPT-05)."""
    tasks = view.unfinished(letter.case, "confirm_receipt", about=letter.answers)
    return [Answer(CompleteTask(task.id, "confirmed", by=letter.author), "PPT-05") for task in tasks]


def answered_by_reply(letter: Letter, view: View) -> list[Answer]:
    """A reply letter answers the inquiry: its review is done and its targets are met (PPT-07, PPT-11)."""
    tasks = view.unfinished(letter.case, "review_case", about=letter.answers)
    done = [Answer(CompleteTask(task.id, "reply letter", by=letter.author), "PPT-07") for task in tasks]
    return [*done, *_answered(view, letter.case, letter.answers, "reply letter")]


def preliminary_reply_sent(letter: Letter, view: View) -> list[Answer]:
    """A preliminary reply keeps the legal limit and answers nothing: the norm runs on (PPT-11)."""
    tasks = view.unfinished(letter.case, "preliminary_reply", about=letter.answers)
    running = view.running(letter.case, "answer", about=letter.answers)
    done = [Answer(CompleteTask(task.id, "sent", by=letter.author), "PPT-11") for task in tasks]
    met = [Answer(MeetDeadline(deadline.id, "preliminary reply", target="limit"), "PPT-11") for deadline in running]
    return [*done, *met]


SENT: dict[str, Callable[[Letter, View], list[Answer]]] = {
    "mottaksbekreftelse": confirmed,
    "svarbrev": answered_by_reply,
    "forelopig_svar": preliminary_reply_sent,
}


def answered_by_note(event: TaskCompleted, _recorded: Recorded, view: View) -> list[Answer]:
    """An inquiry that was answered otherwise, by telephone for instance, as a journal note tells (PPT-11)."""
    if event.outcome != "journal note":
        return []
    return _answered(view, event.case, event.about, "journal note")


def _answered(view: View, case: str, document: str, how: str) -> list[Answer]:
    """Meet what runs for that document; a preliminary reply to it is no longer needed."""
    running = view.running(case, "answer", about=document)
    late = view.unfinished(case, "preliminary_reply", about=document)
    met = [Answer(MeetDeadline(deadline.id, how), "PPT-11") for deadline in running]
    return [*met, *(Answer(CancelTask(task.id, f"answered: {how}"), "PPT-11") for task in late)]


def remind_of_preliminary_reply(event: DeadlineMissed, _recorded: Recorded, view: View) -> list[Answer]:
    """The norm is over while the legal limit runs: a preliminary reply is due before that one is, too (PPT-11)."""
    limit = view.deadline(event.deadline).target("limit")
    if limit is None or limit.state != "running":
        return []
    owner = view.case(event.case).responsible
    task = CreateTask("preliminary_reply", event.case, about=event.about, owner=owner, due=limit.due)
    return [Answer(task, "PPT-11")]


ANSWERS: Decisions = {
    LetterSent: [what_was_sent],
    TaskCompleted: [answered_by_note],
    DeadlineMissed: [remind_of_preliminary_reply],
}
