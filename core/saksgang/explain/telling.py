"""The ledger of one deadline, read off the journal's events and told target by target (COR-12, COR-13)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from saksgang.declarations import Catalogue
from saksgang.events import (
    DeadlineCancelled,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlinePaused,
    DeadlineResumed,
    DeadlineStarted,
    TaskCreated,
)
from saksgang.explain import wording
from saksgang.journal.record import Recorded
from saksgang.legaltime import Almanac, Rule, due, explain
from saksgang.records import Target

__all__ = ["Teller"]


@frozen
class Teller:
    """What the telling needs to know.

    Attributes:
        events: those of the case, by id.
    """

    almanac: Almanac
    catalogue: Catalogue
    events: Mapping[str, Recorded]
    language: str

    def task(self, event: TaskCreated) -> Iterator[str]:
        """What a task is, whose, and until when; its due time is no rule of its own."""
        whom = event.owner or f"the queue of {event.role}"
        about = f", about {event.about}" if event.about else ""
        yield f"Task {event.task} ({event.kind}{about}) for {whom}{wording.reason(event.reason)}."
        if event.due is None:
            yield "It has no due time of its own."
            return
        same = [f"{name} of {key}" for key, name in self._targets_due(event.due)]
        where = f", the same as at first {' and '.join(same)}" if same else ""
        yield f"Due {wording.moment(event.due, self.almanac)}{where}."

    def deadline(self, event: DeadlineStarted) -> Iterator[str]:
        """All about one deadline: what started it, then each target to its end."""
        ledger = [each for each in self.events.values() if getattr(each.event, "deadline", "") == event.deadline]
        start = ledger[0]
        yield wording.named(event, self.catalogue)
        yield wording.started(start, event, self._follows(start), self.almanac)
        for target in event.targets:
            yield f'Target {target.name}: "{target.rule}".'
            yield from self._reckoned(event, target)
            yield from self._moved(target, ledger[1:])

    def _follows(self, recorded: Recorded) -> str:
        """What an event follows from, with its kind where it stands on the same case."""
        cause = self.events.get(recorded.cause)
        return f"{cause.kind} ({cause.id}) by {cause.actor}" if cause else recorded.cause

    def _reckoned(self, event: DeadlineStarted, target: Target) -> Iterator[str]:
        """The steps of the rule, and why the due time in the journal is another one where it is."""
        rule = Rule.parse(target.rule)
        yield from (step.text for step in explain(event.start, rule, self.almanac, self.language))
        if due(event.start, rule, self.almanac) == target.due:
            return
        limit = next((each.due for each in event.targets if each.name == "limit"), None)
        clamped = target.name != "limit" and target.due == limit
        yield (wording.clamped if clamped else wording.differs)(target.due, self.almanac)

    def _moved(self, target: Target, ledger: Sequence[Recorded]) -> Iterator[str]:
        """Each pause, resumption and extension that a target was open for, and how it ended."""
        due_now, paused = target.due, ""
        for recorded in ledger:
            line, due_now = self._entry(recorded, target.name, due_now)
            if line:
                yield line
            if isinstance(recorded.event, DeadlineMet | DeadlineMissed | DeadlineCancelled) and line:
                return
            if isinstance(recorded.event, DeadlinePaused):
                paused = f"; it stands still since {wording.moment(recorded.at, self.almanac)}"
            elif isinstance(recorded.event, DeadlineResumed):
                paused = ""
        yield f"Still running, due {wording.moment(due_now, self.almanac)}{paused}."

    def _entry(self, recorded: Recorded, name: str, old: dt.datetime) -> tuple[str, dt.datetime]:
        """An entry of the ledger in words, ``""`` when it is about another target; and the due time after it."""
        event, at = recorded.event, wording.moment(recorded.at, self.almanac)
        match event:
            case DeadlinePaused():
                return f"Paused {at}{wording.reason(event.reason)}.", old
            case DeadlineResumed():
                new = next((each.due for each in event.targets if each.name == name), old)
                moved = wording.later(old, new, self.almanac)
                return f"Resumed {at}{wording.reason(event.reason)}: {moved}.", new
            case DeadlineExtended(target=target) if target == name:
                moved = wording.later(old, event.due, self.almanac)
                return f"Extended {at}{wording.reason(event.reason)}: {moved}.", event.due
            case DeadlineMet(target=target) if target == name:
                return f"Met {at}{wording.reason(event.reason)}.", old
            case DeadlineMissed(target=target) if target == name:
                return f"Missed {at}: its last minute, {wording.moment(old, self.almanac)}, went by.", old
            case DeadlineCancelled(target=target) if target == name:
                return f"No longer needed {at}{wording.reason(event.reason)}.", old
        return "", old

    def _targets_due(self, at: dt.datetime) -> Iterator[tuple[str, str]]:
        for recorded in self.events.values():
            if isinstance(recorded.event, DeadlineStarted):
                for target in recorded.event.targets:
                    if target.due == at:
                        yield recorded.event.deadline, target.name
