"""Playing a story: each step at its time in a real office, and what must then be seen (SIM-07)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from attrs import define, field

from saksgang.bootstrap import open_office
from saksgang.checks import Judge, Verdict
from saksgang.checks.laws import CORE_LAWS
from saksgang.commands import Command
from saksgang.errors import Refused
from saksgang.journal import Journal, MemoryJournal
from saksgang.journal.record import Recorded
from saksgang.legaltime import Almanac
from saksgang.office import Office
from saksgang.plugins import Registry
from saksgang_sim.engine import Engine
from saksgang_sim.stories.judging import fulfilled, there
from saksgang_sim.stories.model import Given, Step, Story, Wish
from saksgang_sim.stories.moments import instant_of
from saksgang_sim.stories.naming import Names, NothingSuch
from saksgang_sim.stories.results import Failure, Result
from saksgang_sim.stories.rows import Sight
from saksgang_sim.stories.surroundings import ScriptedHabits
from saksgang_sim.stories.words import MAKES
from saksgang_sim.world import World

__all__ = ["play"]

SURROUNDINGS = "surroundings-of-the-story"
MINUTE, SECOND = dt.timedelta(minutes=1), dt.timedelta(seconds=1)


def play(story: Story, registry: Registry) -> Result:
    """Play a story in an office of its own; the registry is used up by it.

    Raises:
        PluginRefused: a routine of the story's municipality cannot be used.
        PluginCrashed: a routine raised while it was asked whether it refuses a step.
    """
    municipality = story.municipality
    first = story.steps[0]
    almanac = Almanac(municipality.country, municipality.zone)
    engine = Engine(almanac.instant(first.at.date(), dt.time()))
    world = World(engine, ScriptedHabits(story.surroundings, story.people, story.services))
    registry.register(world, SURROUNDINGS, "story")
    judge, journal = _judge(registry, municipality.routines), MemoryJournal()
    world.office = office = open_office(municipality, registry, engine.clock, journal, [judge.see], [SURROUNDINGS])
    played = _Played(story, engine, office, Names(office.view, story.people), journal)
    office.heard.append(played.watch)
    played.go()
    verdicts = judge.verdicts(engine.clock.now())
    return Result(story, (*played.failures, *_violations(verdicts)), verdicts, journal, played.names, almanac)


def _judge(registry: Registry, enabled: Iterable[str]) -> Judge:
    return Judge(CORE_LAWS, {name: registry.routines[name].checks for name in enabled})


def _violations(verdicts: Sequence[Verdict]) -> list[Failure]:
    """A check that was violated fails the story, whatever the story looks at."""
    return [
        Failure(
            None,
            f"{verdict.sentence} [{violation.requirement}, check {verdict.id}]",
            violation.sentence,
            violation.case,
        )
        for verdict in verdicts
        if verdict.status == "violated"
        for violation in verdict.violations
    ]


@define
class _Played:
    """A story under way."""

    story: Story
    engine: Engine
    office: Office
    names: Names
    journal: Journal
    failures: list[Failure] = field(factory=list)

    def go(self) -> None:
        """One step after the other; after a step that fails there is nothing more to learn."""
        for step in self.story.steps:
            if step.does is not None:
                self.engine.at(step.instant, lambda step=step: self._do(step))  # type: ignore[misc]
            self.engine.run(self.office, step.instant + SECOND)
            if not self.failures and (step.sees or step.never):
                self.engine.run(self.office, step.instant + MINUTE)
                self._look(step)
            self._never()
            if self.failures:
                return

    def watch(self, _: Recorded) -> None:
        """Look after each event for what must never be seen."""
        self._never()

    def _do(self, step: Step) -> None:
        assert step.does is not None
        try:
            unit = self.office.do(self._command(step.does, step), step.actor)
        except Refused as refused:
            self._refused(step, refused)
            return
        except NothingSuch as wrong:
            self._fail(step, "the step can be done", str(wrong))
            return
        if step.refused:
            self._fail(step, f"refused with {' and '.join(step.refused)}", "it was done")
        if step.called:
            self.names.give(step.called, MAKES[step.does.__name__], unit)
        if step.opens and not self.names.give_opened(step.opens, unit):
            self._fail(step, f'a case "{step.opens}" is opened', "no case was opened")

    def _command(self, does: type[Command], step: Step) -> Command:
        fields = {name: self._value(given, step.of) for name, given in step.fields.items()}
        return does(**fields)

    def _value(self, given: Given, of: Given | None) -> object:
        meant = self.names.meant(given, of)
        return instant_of(meant, self.office.view.almanac) if isinstance(meant, dt.datetime) else meant

    def _refused(self, step: Step, refused: Refused) -> None:
        if not step.refused:
            self._fail(step, "the step is done", f"refused: {refused}")
        elif missing := [word for word in step.refused if word not in str(refused)]:
            self._fail(step, f"refused with {' and '.join(missing)}", f"refused: {refused}")

    def _look(self, step: Step) -> None:
        self.office.view.now = self.engine.clock.now() - SECOND
        for wish in step.sees:
            if not fulfilled(wish, self._sight):
                self._fail(step, wish.words, there(wish, self._sight), wish)
        for wish in step.never:
            if fulfilled(wish, self._sight):
                self._fail(step, f"never {wish.words}", "it is so", wish)

    def _never(self) -> None:
        for wish in self.story.never:
            if not self.failures and fulfilled(wish, self._sight):
                self._fail(None, f"never, at any time: {wish.words}", f"it was so at {self._now()}", wish)

    def _fail(self, step: Step | None, expected: str, seen: str, wish: Wish | None = None) -> None:
        told = wish or step
        about = told.things if told else ()
        self.failures.append(Failure(step, expected, seen, self.names.case_of(about)))

    @property
    def _sight(self) -> Sight:
        return Sight(self.office.view, self.journal, self.names)

    def _now(self) -> str:
        return f"{self.office.view.almanac.local(self.engine.clock.now()):%Y-%m-%d %H:%M}"
