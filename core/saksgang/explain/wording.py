"""The lines around the steps of an explanation, in any of its languages; local times as the steps have them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrs import frozen

from saksgang.declarations import Catalogue, DeadlineKind
from saksgang.events import DeadlineStarted, TaskCreated
from saksgang.explain.occasions import OCCASIONS
from saksgang.journal.record import Recorded
from saksgang.legaltime import Almanac, Language, Rule, Unit, language_called
from saksgang.records import Target

__all__ = ["Wording"]

_MINUTE = dt.timedelta(minutes=1)


@frozen
class Wording:
    """How a ledger is told in a language, in the municipality's own time.

    Attributes:
        language: its code; ``words`` raises ``InputRefused`` for one that has no words here.
    """

    language: str
    almanac: Almanac

    @property
    def words(self) -> Language:
        """The sentences and names of the language."""
        return language_called(self.language)

    def moment(self, at: dt.datetime) -> str:
        """An instant in the words that the steps use."""
        return self.words.timed(self.almanac.local(at))

    def named(self, event: DeadlineStarted, catalogue: Catalogue) -> str:
        """Which deadline it is, whom it waits for and what is behind it."""
        kind = _kind(event, catalogue)
        which = {"deadline": event.deadline, "kind": event.kind, "about": self._about(event.about)}
        if kind is None:
            return self.words.say("unknown deadline", **which, routine=event.routine)
        called = self.words.called.format(label=kind.label, meaning=kind.meaning)
        whom = self.words.names[kind.waits_for]
        source = kind.source if self.language == "en" else kind.source_label or kind.source
        return self.words.say("deadline", **which, called=called, whom=whom, source=source)

    def started(self, recorded: Recorded, event: DeadlineStarted, cause: str) -> str:
        """When it started, by whom, what that followed from, and what it counts from where that is another time."""
        follows = self.words.part("follows", cause=cause) if cause else ""
        since = self.words.part("since", moment=self.moment(event.start)) if _apart(recorded.at, event.start) else ""
        moment = self.moment(recorded.at)
        return self.words.say("started", moment=moment, actor=self._actor(recorded), follows=follows, since=since)

    def cause(self, recorded: Recorded) -> str:
        """What happened before, such as that a document was registered."""
        occasion = OCCASIONS[self.language].get(recorded.kind, recorded.kind)
        return self.words.part("cause", occasion=occasion, event=recorded.id, actor=self._actor(recorded))

    def target(self, target: Target, rule: Rule) -> str:
        """A target with its rule in words."""
        return self.words.say("target", target=self.words.names[target.name], rule=self.words.rule(rule))

    def ledger(self, what: str, at: dt.datetime, reason: str, **more: object) -> str:
        """An entry of the ledger, with its reason in brackets where one was given."""
        return self.words.say(what, moment=self.moment(at), reason=_reason(reason), **more)

    def running(self, due: dt.datetime, paused: dt.datetime | None) -> str:
        """When it is due, and since when it stands still where it does."""
        still = self.words.part("stands still", moment=self.moment(paused)) if paused else ""
        return self.words.say("running", moment=self.moment(due), paused=still)

    def later(self, old: dt.datetime, new: dt.datetime) -> str:
        """How far a due time moved: in days where the clock minute stayed, else as time passes."""
        if old == new:
            return self.words.part("stays", moment=self.moment(new))
        before, after = self.almanac.local(old), self.almanac.local(new)
        if before.time() == after.time():
            far = self.words.many((after.date() - before.date()).days, Unit.DAYS)
        else:
            hours, minutes = divmod((new - old) // _MINUTE, 60)
            counted = ((hours, Unit.HOURS), (minutes, "minutes"))
            far = self._and([self.words.many(number, noun) for number, noun in counted if number])
        return self.words.part("later", far=far, moment=self.moment(new))

    def task(self, event: TaskCreated, catalogue: Catalogue) -> str:
        """What a task is, and whose; in English its kind by the id that the journal has."""
        whom = event.owner or self.words.part("queue", role=event.role)
        kind = event.kind if self.language == "en" else _task_label(event, catalogue)
        which = {"task": event.task, "kind": kind, "about": self._about(event.about)}
        return self.words.say("task", **which, whom=whom, reason=_reason(event.reason))

    def task_due(self, due: dt.datetime | None, alike: Sequence[tuple[str, str]]) -> str:
        """Its due time, and the deadlines and targets that were due in the same minute at first."""
        if due is None:
            return self.words.say("no due time")
        names = self.words.names
        same = [self.words.part("target of", target=names[name], deadline=key) for key, name in alike]
        told = self.words.part("same", targets=self._and(same)) if same else ""
        return self.words.say("task due", moment=self.moment(due), same=told)

    def _actor(self, recorded: Recorded) -> str:
        return self.words.names.get(recorded.actor, recorded.actor)

    def _about(self, about: str) -> str:
        return self.words.part("about", about=about) if about else ""

    def _and(self, parts: Sequence[str]) -> str:
        told, *others = parts
        for other in others:
            told = self.words.part("and", first=told, last=other)
        return told


def _kind(event: DeadlineStarted, catalogue: Catalogue) -> DeadlineKind | None:
    routine = catalogue.routines.get(event.routine)
    kinds = routine.deadline_kinds if routine else ()
    return next((kind for kind in kinds if kind.name == event.kind), None)


def _task_label(event: TaskCreated, catalogue: Catalogue) -> str:
    routine = catalogue.routines.get(event.routine)
    kinds = routine.task_kinds if routine else ()
    return next((kind.label for kind in kinds if kind.name == event.kind), event.kind)


def _apart(one: dt.datetime, other: dt.datetime) -> bool:
    return one.replace(second=0, microsecond=0) != other.replace(second=0, microsecond=0)


def _reason(text: str) -> str:
    return f" ({text})" if text else ""
