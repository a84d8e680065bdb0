"""One case as the page tells it: what happened, letters, tasks, and why each date is what it is (SIM-09)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from attrs import define, field

from saksgang import events as e
from saksgang.declarations import Catalogue
from saksgang.explain import Section, explained
from saksgang.journal import MemoryJournal, Recorded
from saksgang.worklists import hidden
from saksgang_sim.report.words import Words

__all__ = ["CaseTold", "LetterTold", "TargetTold", "TaskTold", "case_told"]

LETTER_STATES: Mapping[type[e.Event], str] = {
    e.LetterCompleted: "completed",
    e.LetterReturned: "returned",
    e.LetterApproved: "approved",
    e.LetterSent: "sent",
    e.LetterAvailable: "available",
    e.MailboxMissing: "no mailbox",
    e.LetterPrintOrdered: "in print",
    e.LetterPrinted: "printed",
    e.LetterOpened: "opened",
    e.LetterPosted: "posted",
    e.LetterStopped: "stopped",
    e.LetterFailed: "failed",
}
TARGET_STATES: Mapping[type[e.Event], str] = {
    e.DeadlineMet: "met",
    e.DeadlineMissed: "missed",
    e.DeadlineCancelled: "cancelled",
}


@define
class LetterTold:
    """A letter with its last text, which is the text as sent."""

    id: str
    template: str
    title: str
    to: str
    body: str
    state: str
    since: dt.datetime


@define
class TaskTold:
    """A task, whose it is, and how it ended; the outcome is ``""`` until it is done."""

    id: str
    kind: str
    owner: str
    queue: str
    created: dt.datetime
    state: str = "open"
    outcome: str = ""
    ended: dt.datetime | None = None


@define
class TargetTold:
    """A target of a deadline and how it ended."""

    deadline: str
    kind: str
    name: str
    due: dt.datetime
    state: str = "running"
    ended: dt.datetime | None = None


@define
class CaseTold:
    """A case; numbers of persons are masked in everything that it holds (COR-08)."""

    number: str
    events: Sequence[Recorded]
    sections: tuple[Section, ...]
    routine: str = ""
    type: str = ""
    status: str = ""
    party: str = ""
    responsible: str = ""
    letters: dict[str, LetterTold] = field(factory=dict)
    tasks: dict[str, TaskTold] = field(factory=dict)
    targets: dict[tuple[str, str], TargetTold] = field(factory=dict)

    def see(self, recorded: Recorded) -> None:
        """Bring it one event further."""
        event, at = recorded.event, recorded.at
        if isinstance(event, e.CaseOpened):
            self.routine, self.type, self.status, self.party = event.routine, event.type, event.status, event.party
        elif isinstance(event, e.StatusChanged):
            self.status = event.new
        elif isinstance(event, e.CaseAssigned):
            self.responsible = event.to
        elif hasattr(event, "letter"):
            self._letter(event, at)
        elif hasattr(event, "task"):
            self._task(event, at)
        elif hasattr(event, "deadline"):
            self._deadline(event, at)

    def called(self, key: str, words: Words) -> str:
        """What a deadline of it is called."""
        kind = next((each.kind for each in self.targets.values() if each.deadline == key), "")
        return words.deadline(f"{self.routine}.{kind}")

    def _letter(self, event: e.Event, at: dt.datetime) -> None:
        if isinstance(event, e.LetterDrafted):
            row = (event.letter, event.template, event.title, event.to, event.body, "drafted", at)
            self.letters[event.letter] = LetterTold(*row)
            return
        letter = self.letters.get(getattr(event, "letter", ""))
        if letter is None or (isinstance(event, e.LetterOpened) and event.late):
            return
        if isinstance(event, e.LetterRevised):
            letter.body = event.body
        else:
            letter.state, letter.since = LETTER_STATES[type(event)], at

    def _task(self, event: e.Event, at: dt.datetime) -> None:
        if isinstance(event, e.TaskCreated):
            queue = ", ".join(filter(None, (event.role, event.section)))
            self.tasks[event.task] = TaskTold(event.task, event.kind, event.owner, queue, at)
            return
        task = self.tasks.get(getattr(event, "task", ""))
        if task is None:
            return
        match event:
            case e.TaskTaken(by=by):
                task.owner = by
            case e.TaskReassigned(owner=owner):
                task.owner = owner
            case e.TaskWaiting():
                task.state = "waiting"
            case e.TaskReopened():
                task.state = "open"
            case e.TaskCompleted(outcome=outcome, by=by):
                task.state, task.outcome, task.owner, task.ended = "done", outcome, by, at
            case e.TaskCancelled():
                task.state, task.ended = "cancelled", at

    def _deadline(self, event: e.Event, at: dt.datetime) -> None:
        match event:
            case e.DeadlineStarted(deadline=deadline, kind=kind, targets=targets):
                for one in targets:
                    self.targets[deadline, one.name] = TargetTold(deadline, kind, one.name, one.due)
            case e.DeadlineResumed(deadline=deadline, targets=targets):
                for one in targets:
                    if told := self.targets.get((deadline, one.name)):
                        told.due = one.due
            case e.DeadlineExtended(deadline=deadline, target=target, due=due):
                if told := self.targets.get((deadline, target)):
                    told.due = due
            case e.DeadlineMet() | e.DeadlineMissed() | e.DeadlineCancelled():
                if told := self.targets.get((event.deadline, event.target)):
                    told.state, told.ended = TARGET_STATES[type(event)], at


def case_told(
    number: str, events: Sequence[Recorded], opening: Recorded, catalogue: Catalogue, language: str
) -> CaseTold:
    """A case from its events, oldest first.

    Args:
        number: of the case.
        events: those of the case, with the arrival of its documents before them.
        opening: the event with which the office opened, whose country's calendar counts.
        catalogue: the declarations of the routines that are installed here.
        language: of the explanations.
    """
    journal = MemoryJournal()
    journal.append([opening, *(each for each in events if each.event.case == number)])
    ran = any(isinstance(each.event, e.DeadlineStarted) for each in events)
    sections = hidden(explained(journal, number, language, catalogue)) if ran else ()
    in_order = sorted(events, key=lambda each: each.at)  # a document arrives before it is on the case
    told = CaseTold(number, [hidden(each) for each in in_order], sections)
    for recorded in told.events:
        told.see(recorded)
    return told
