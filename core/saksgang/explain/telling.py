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
from saksgang.explain.wording import Wording
from saksgang.journal.record import Recorded
from saksgang.legaltime import Rule, due, explain
from saksgang.records import Target

__all__ = ["Teller"]


@frozen
class Teller:
    """What the telling needs to know.

    Attributes:
        events: those of the case, by id.
    """

    wording: Wording
    catalogue: Catalogue
    events: Mapping[str, Recorded]

    def task(self, event: TaskCreated) -> Iterator[str]:
        """What a task is, whose, and until when; its due time is no rule of its own."""
        yield self.wording.task(event, self.catalogue)
        yield self.wording.task_due(event.due, list(self._targets_due(event.due)))

    def deadline(self, event: DeadlineStarted) -> Iterator[str]:
        """All about one deadline: what started it, then each target to its end."""
        ledger = [each for each in self.events.values() if getattr(each.event, "deadline", "") == event.deadline]
        start = ledger[0]
        yield self.wording.named(event, self.catalogue)
        yield self.wording.started(start, event, self._follows(start))
        for target in event.targets:
            rule = Rule.parse(target.rule)
            yield self.wording.target(target, rule)
            yield from self._reckoned(event, target, rule)
            yield from self._moved(target, ledger[1:])

    def _follows(self, recorded: Recorded) -> str:
        """What an event follows from, with its kind where it stands on the same case."""
        cause = self.events.get(recorded.cause)
        return self.wording.cause(cause) if cause else recorded.cause

    def _reckoned(self, event: DeadlineStarted, target: Target, rule: Rule) -> Iterator[str]:
        """The steps of the rule, and why the due time in the journal is another one where it is."""
        almanac = self.wording.almanac
        yield from (step.text for step in explain(event.start, rule, almanac, self.wording.language))
        if due(event.start, rule, almanac) == target.due:
            return
        limit = next((each.due for each in event.targets if each.name == "limit"), None)
        held = target.name != "limit" and target.due == limit
        yield self.wording.ledger("held by the limit" if held else "differs", target.due, "")

    def _moved(self, target: Target, ledger: Sequence[Recorded]) -> Iterator[str]:
        """Each pause, resumption and extension that a target was open for, and how it ended."""
        due_now, paused = target.due, None
        for recorded in ledger:
            line, due_now = self._entry(recorded, target.name, due_now)
            if line:
                yield line
            if isinstance(recorded.event, DeadlineMet | DeadlineMissed | DeadlineCancelled) and line:
                return
            if isinstance(recorded.event, DeadlinePaused):
                paused = recorded.at
            elif isinstance(recorded.event, DeadlineResumed):
                paused = None
        yield self.wording.running(due_now, paused)

    def _entry(self, recorded: Recorded, name: str, old: dt.datetime) -> tuple[str, dt.datetime]:
        """An entry of the ledger in words, ``""`` when it is about another target; and the due time after it."""
        event, at, wording = recorded.event, recorded.at, self.wording
        match event:
            case DeadlinePaused():
                return wording.ledger("paused", at, event.reason), old
            case DeadlineResumed():
                new = next((each.due for each in event.targets if each.name == name), old)
                return wording.ledger("resumed", at, event.reason, moved=wording.later(old, new)), new
            case DeadlineExtended(target=target) if target == name:
                return wording.ledger("extended", at, event.reason, moved=wording.later(old, event.due)), event.due
            case DeadlineMet(target=target) if target == name:
                return wording.ledger("met", at, event.reason), old
            case DeadlineMissed(target=target) if target == name:
                return wording.ledger("missed", at, "", due=wording.moment(old)), old
            case DeadlineCancelled(target=target) if target == name:
                return wording.ledger("cancelled", at, event.reason), old
        return "", old

    def _targets_due(self, at: dt.datetime | None) -> Iterator[tuple[str, str]]:
        for recorded in self.events.values():
            if isinstance(recorded.event, DeadlineStarted):
                for target in recorded.event.targets:
                    if target.due == at:
                        yield recorded.event.deadline, target.name
