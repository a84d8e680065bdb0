"""Who gets which task: by the citizen's birthday, decoded, round the New Year, on 29 February too (BEN-01, BEN-02)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_staff import RosterCheck
from saksgang.events import (
    CaseAssigned,
    DocumentReceived,
    DocumentRegistered,
    OfficeOpened,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
    TaskTaken,
)
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import FactsCheck
from saksgang_benefits.checks_settings import APPLICANT_KINDS, ROUTINE, birth, settings

__all__ = ["EveryTaskCanBeFound", "OwnerAndTakerAreKept", "TasksGoByBirthday"]

CASEWORKER, EVENT = "sagsbehandler", "Hændelse"


class TasksGoByBirthday(FactsCheck):
    """The owner of a distributed task is the one whose range has the citizen's birthday (BEN-02, BEN-12, BEN-21)."""

    id = "ben-tasks-go-by-birthday"
    requirements = ("BEN-02", "BEN-12", "BEN-21", "COR-07")
    kind = "safety"
    sentence = (
        "A distributed task goes to whoever owns the birthday in the applicant's number, or to the fallback owner, or "
        "to who stands in for that one, and then the reason names who was meant."
    )

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[dict[str, Any]] = []
        self._fallback = ""
        self._numbers: dict[str, str] = {}
        self._events: set[str] = set()

    @sees(OfficeOpened)
    def ranges(self, event: OfficeOpened, recorded: Recorded) -> None:
        """The ranges from now on."""
        self._rows = list(settings(event).get("birthdays", ()))
        self._fallback = str(settings(event).get("fallback_owner", ""))

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """Whose it is, and which event it tells of."""
        if event.routine == ROUTINE:
            self._numbers[event.document] = event.personal_number
            if event.category == EVENT:
                self._events.add(str(event.facts.get("event", "")))

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """From now on the case says whose it is."""
        self._numbers.pop(event.document, None)

    @sees(TaskCreated)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """Who got it."""
        if event.routine != ROUTINE or not (event.kind in APPLICANT_KINDS or event.kind in self._events):
            return
        self.judged += 1
        number = self._number(event.case) if event.case else self._numbers.get(event.about, "")
        named = self._named(birth(number))
        if not self._went_to(named, event.owner, event.reason, recorded):
            wrong = f"{event.task} ({event.kind}) went to {event.owner or 'nobody'}; the birthday is that of {named}."
            self.broken(recorded, wrong)

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """Whose case it first is."""
        if event.routine != ROUTINE or event.previous or not recorded.actor.startswith("rule:"):
            return
        self.judged += 1
        named = self._named(birth(self._number(event.case)))
        if not self._went_to(named, event.to, event.reason, recorded):
            wrong = f"Case {event.case} went to {event.to or 'nobody'}; the birthday is that of {named}."
            self.broken(recorded, wrong)

    def _number(self, case: str) -> str:
        page = self.pages.get(case)
        return page.number if page is not None else ""

    def _named(self, born: dt.date | None) -> str:
        if born is None:
            return self._fallback
        owners = [row["owner"] for row in self._rows if _takes(row, (born.month, born.day))]
        return str(owners[0]) if owners else self._fallback

    def _went_to(self, named: str, owner: str, reason: str, recorded: Recorded) -> bool:
        who, asked = named, [named]
        while who and self.roster.away(who, recorded.at):
            who = self.roster.deputies.get(who, "")
            who = "" if who in asked else who
            asked.append(who)
        return owner == who and (who == named or named in reason)


def _takes(row: dict[str, Any], day: tuple[int, int]) -> bool:
    """Day by day from the first to the last, through the New Year where the last comes before the first."""
    first, last = _day(row["first"]), _day(row["last"])
    if first <= last:
        return first <= day <= last
    return day >= first or day <= last


def _day(text: str) -> tuple[int, int]:
    day, _, month = text.partition(".")
    return int(month), int(day)


class EveryTaskCanBeFound(RosterCheck):
    """The list of tasks received is what a caseworker sees first; a task that is on nobody's is lost (BEN-01)."""

    id = "ben-every-task-is-on-a-list"
    requirements = ("BEN-01", "BEN-21")
    kind = "safety"
    sentence = "Every task is on the list of a caseworker, or in the queue of the role sagsbehandler."

    @sees(TaskCreated, TaskReassigned)
    def given(self, event: TaskCreated | TaskReassigned, recorded: Recorded) -> None:
        """A task is on a list."""
        if event.routine != ROUTINE:
            return
        self.judged += 1
        if event.owner and not self.roster.has(event.owner, CASEWORKER):
            self.broken(recorded, f"{event.task} is for {event.owner}, who is no {CASEWORKER}.")
        if not event.owner and event.role != CASEWORKER:
            self.broken(recorded, f"{event.task} is on nobody's list, in the queue {event.role or 'of nobody'}.")


class OwnerAndTakerAreKept(RosterCheck):
    """Whose task it was and who took and did it stay in the history (BEN-21)."""

    id = "ben-owner-and-taker-are-kept"
    requirements = ("BEN-21",)
    kind = "safety"
    sentence = "Taking a task names who had it before, only caseworkers take one, and who did it is one of them."

    def __init__(self) -> None:
        super().__init__()
        self._owner: dict[str, str] = {}

    @sees(TaskCreated, TaskReassigned)
    def given(self, event: TaskCreated | TaskReassigned, recorded: Recorded) -> None:
        """Whose it is."""
        if event.routine == ROUTINE:
            self._owner[event.task] = event.owner

    @sees(TaskTaken)
    def taken(self, event: TaskTaken, recorded: Recorded) -> None:
        """Whose it is now."""
        if event.routine != ROUTINE:
            return
        self.judged += 1
        before = self._owner.get(event.task, "")
        if event.previous != before:
            self.broken(recorded, f"{event.task} was taken from {event.previous or 'nobody'}, but was {before}'s.")
        if not self.roster.has(event.by, CASEWORKER):
            self.broken(recorded, f"{event.task} was taken by {event.by}, who is no {CASEWORKER}.")
        self._owner[event.task] = event.by

    @sees(TaskCancelled)
    def dropped(self, event: TaskCancelled, recorded: Recorded) -> None:
        """Nobody does it."""
        self._owner.pop(event.task, None)

    @sees(TaskCompleted)
    def done(self, event: TaskCompleted, recorded: Recorded) -> None:
        """Who did it."""
        if event.routine == ROUTINE:
            self.judged += 1
            if event.owner != self._owner.pop(event.task, ""):
                self.broken(recorded, f"{event.task} is said to have been {event.owner or 'nobody'}'s.")
            if not event.by.startswith("rule:") and not self.roster.has(event.by, CASEWORKER):
                self.broken(recorded, f"{event.task} was completed by {event.by}, who is no {CASEWORKER}.")
