"""Ten days for what is missing, and the reminder when they are over (BEN-10, BEN-11, BEN-14)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from saksgang.commands import (
    AmendCase,
    Answer,
    CancelDeadline,
    CancelTask,
    MeetDeadline,
    ReopenTask,
    StartDeadline,
    WaitWithTask,
)
from saksgang.deciding import Decisions
from saksgang.events import (
    DeadlineMissed,
    DocumentRegistered,
    LetterAvailable,
    LetterFailed,
    LetterPosted,
    LetterSent,
    StatusChanged,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang.legaltime import Rule, due
from saksgang.records import Case, Task
from saksgang.view import View
from saksgang_benefits.haendelser import row_of
from saksgang_benefits.looking import settings_of
from saksgang_benefits.matters import MISSING, answered, raised

__all__ = [
    "ANSWERS",
    "WAITS",
    "back_on_the_list",
    "close_reminders",
    "end_waiting",
    "keep_asked",
    "put_away",
    "remind",
    "remind_of_failure",
    "start_digital",
    "start_on_paper",
]

REQUEST = "anmodning"
WAITS = "påmindelse: venter, til fristen er udløbet"
UPLOADED = "dokumentation modtaget gennem selvbetjening"
DAY = dt.timedelta(days=1)


def keep_asked(event: LetterSent, _recorded: Recorded, view: View) -> list[Answer]:
    """What a letter asks for is missing until all of it has come (BEN-08, BEN-14)."""
    if event.template != REQUEST:
        return []
    matters = list(raised(view.letter(event.letter).body))
    return [Answer(AmendCase(event.case, {f"{MISSING}{event.letter}": matters}), "BEN-08")]


def _answered(case: Case, letter: str) -> bool:
    return case.facts.get(f"{MISSING}{letter}") == []


def start_digital(event: LetterAvailable, _recorded: Recorded, view: View) -> list[Answer]:
    """The time runs from when the letter is available (BEN-10)."""
    return _start(event.case, event.letter, view.now, view)


def start_on_paper(event: LetterPosted, _recorded: Recorded, view: View) -> list[Answer]:
    """On paper it runs from when the letter is presumed to have arrived (BEN-10)."""
    arrived = due(view.now, Rule(settings_of(view).paper_presumption), view.almanac)
    return _start(event.case, event.letter, arrived, view)


def _start(number: str, letter: str, start: dt.datetime, view: View) -> list[Answer]:
    case = view.case(number)
    if view.letter(letter).template != REQUEST or case.ended or _answered(case, letter):
        return []
    targets = {"due": str(settings_of(view).documentation_time)}
    return [Answer(StartDeadline("documentation", number, targets, about=letter, start=start), "BEN-10")]


def put_away(event: TaskCreated, _recorded: Recorded, view: View) -> list[Answer]:
    """A reminder waits until the time is over, unless all that it waits for has come (BEN-11)."""
    if event.kind != "follow_up" or _answered(view.case(event.case), event.about):
        return []
    over = [each for each in view.deadlines(event.case) if each.about == event.about and not each.running]
    return [] if over else [Answer(WaitWithTask(event.task, WAITS), "BEN-11")]


def remind(event: DeadlineMissed, _recorded: Recorded, view: View) -> list[Answer]:
    """The time is over: the reminder is back on the first working day after, which may be now (BEN-11)."""
    if event.kind != "documentation":
        return []
    last = view.almanac.local(event.due).date()
    first = view.almanac.next_working_day(last + DAY)
    if first == last + DAY:
        return _back(event.case, event.about, view)
    # Counted from the last minute of the last day, so that it ends with the last minute before the working day.
    targets = {"due": f"{(first - last).days - 1} days"}
    return [Answer(StartDeadline("reminder", event.case, targets, about=event.about, start=event.due), "BEN-11")]


def back_on_the_list(event: DeadlineMissed, _recorded: Recorded, view: View) -> list[Answer]:
    """The first working day after the time has begun (BEN-11)."""
    return _back(event.case, event.about, view) if event.kind == "reminder" else []


def remind_of_failure(event: LetterFailed, _recorded: Recorded, view: View) -> list[Answer]:
    """A letter that reached nobody has no time running: whoever waits for it is told at once (BEN-11)."""
    return _back(event.case, event.letter, view, "brevet kunne ikke leveres")


def _back(case: str, letter: str, view: View, reason: str = "fristen er udløbet") -> list[Answer]:
    tasks = [task for task in view.unfinished(case, "follow_up", about=letter) if _put_away(task)]
    return [Answer(ReopenTask(task.id, reason), "BEN-11") for task in tasks]


def _put_away(task: Task) -> bool:
    """Whether it waits by rule; what a person left waiting is that person's (BEN-13)."""
    return task.state == "waiting" and task.reason == WAITS


def close_reminders(event: DocumentRegistered, _recorded: Recorded, view: View) -> list[Answer]:
    """All that a letter asked for has come: its reminder is closed with that reason, and the time is met (BEN-14)."""
    document = view.document(event.document)
    row = row_of(event.subject, document.facts)
    came = answered(row.name if row else document.category, document.facts.get("matter"))
    case = view.case(event.case)
    left = {} if case.ended else _left(case, came)
    kept = [Answer(AmendCase(event.case, left), "BEN-14")] if left else []
    whole = [name.removeprefix(MISSING) for name, matters in left.items() if not matters]
    return [*kept, *(answer for letter in whole for answer in _closed(event.case, letter, view))]


def _left(case: Case, came: frozenset[str]) -> dict[str, Any]:
    """What is still missing now, of each letter of which something came."""
    asked: dict[str, Any] = {name: case.facts[name] for name in case.facts if name.startswith(MISSING)}
    some = {name: matters for name, matters in asked.items() if not came.isdisjoint(matters)}
    return {name: [key for key in matters if key not in came] for name, matters in some.items()}


def _closed(case: str, letter: str, view: View) -> list[Answer]:
    tasks = [
        task for task in view.unfinished(case, "follow_up", about=letter) if task.state == "open" or _put_away(task)
    ]
    closed = [Answer(CancelTask(task.id, UPLOADED), "BEN-14") for task in tasks]
    running = view.running(case, "documentation", about=letter)
    reminders = view.running(case, "reminder", about=letter)
    met = [Answer(MeetDeadline(deadline.id, UPLOADED), "BEN-14") for deadline in running]
    return [*closed, *met, *(Answer(CancelDeadline(each.id, UPLOADED), "BEN-14") for each in reminders)]


def end_waiting(event: StatusChanged, _recorded: Recorded, view: View) -> list[Answer]:
    """Fully informed, decided or closed: nothing more is waited for (BEN-15)."""
    if event.new == "under oplysning":
        return []
    tasks = [task for task in view.unfinished(event.case, "follow_up") if _put_away(task)]
    reason = f"sagen er {event.new}"
    running = view.running(event.case, "documentation", "reminder")
    dropped = [Answer(CancelDeadline(each.id, reason), "BEN-15") for each in running]
    return [*dropped, *(Answer(CancelTask(task.id, reason), "BEN-15") for task in tasks)]


ANSWERS: Decisions = {
    LetterSent: [keep_asked],
    LetterAvailable: [start_digital],
    LetterPosted: [start_on_paper],
    TaskCreated: [put_away],
    DeadlineMissed: [remind, back_on_the_list],
    LetterFailed: [remind_of_failure],
    DocumentRegistered: [close_reminders],
    StatusChanged: [end_waiting],
}
