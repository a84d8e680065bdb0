"""Where nothing is owed any more somebody is to close the case; it does not close itself (MON-05, MON-12, MON-14)."""

from __future__ import annotations

from saksgang.commands import Answer, CancelTask, CreateTask
from saksgang.deciding import Decisions
from saksgang.events import CaseAmended, TaskCompleted
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_long_term_monitoring.owing import GIVEN_UP, owed

__all__ = ["ANSWERS", "ask_to_close", "ask_to_close_what_is_given_up"]


def ask_to_close(event: CaseAmended, _recorded: Recorded, view: View) -> list[Answer]:
    """The claims have changed: perhaps nothing is owed any more, or something is again (MON-05)."""
    return _asked(view, event.case) if "claims" in event.facts else []


def ask_to_close_what_is_given_up(event: TaskCompleted, _recorded: Recorded, view: View) -> list[Answer]:
    """The last claim was left to lapse: there is nothing to monitor any more (MON-14)."""
    return _asked(view, event.case) if event.outcome == GIVEN_UP else []


def _asked(view: View, number: str) -> list[Answer]:
    case, asking = view.case(number), view.unfinished(number, "close_case")
    if owed(view, case):
        return [Answer(CancelTask(task.id, "something is owed again"), "MON-05") for task in asking]
    return [] if asking else [Answer(CreateTask("close_case", number, owner=case.responsible), "MON-05")]


ANSWERS: Decisions = {CaseAmended: [ask_to_close], TaskCompleted: [ask_to_close_what_is_given_up]}
