"""A case comes in from the finance system: it goes to its caseworker, whose due list it will be on (MON-06)."""

from __future__ import annotations

from saksgang.commands import Answer, AssignCase
from saksgang.deciding import Decisions
from saksgang.events import CaseOpened
from saksgang.journal.record import Recorded
from saksgang.view import View

__all__ = ["ANSWERS", "give_to_caseworker"]


def give_to_caseworker(event: CaseOpened, _recorded: Recorded, _view: View) -> list[Answer]:
    """The import names who is responsible; without a name the case lies with nobody, and its tasks in the queue."""
    to = event.facts.get("responsible", "")
    return [Answer(AssignCase(event.case, to), "MON-06")] if to else []


ANSWERS: Decisions = {CaseOpened: [give_to_caseworker]}
