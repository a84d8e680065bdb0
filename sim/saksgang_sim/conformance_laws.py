"""The laws that every routine must keep: one list, for the test class and for ``saksgang plugins check`` (PLG-07)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from attrs import evolve, frozen

from saksgang.checks import Judge
from saksgang.checks.laws import CORE_LAWS
from saksgang.declarations import listed
from saksgang.errors import InputRefused, SaksgangError
from saksgang.exits import Exit
from saksgang.plugins import Registry
from saksgang.state import FINAL_LETTER_STATES
from saksgang.testing import hidden_in
from saksgang_sim.conformance_guests import scenario_of
from saksgang_sim.conformance_lives import Lived
from saksgang_sim.conformance_together import alone, in_company, leaving, others_unchanged
from saksgang_sim.conformance_trial import Trial
from saksgang_sim.twins import first_difference
from saksgang_sim.verdict import exit_of, verdict_line

__all__ = ["LAWS", "Law", "judged"]

HALF_A_YEAR = 182
PATIENCE = dt.timedelta(days=60)
# In a mailbox a letter has arrived: whether what nobody opens is printed is a rule of some routines, for their checks.
ARRIVED = frozenset({*FINAL_LETTER_STATES, "available"})


@frozen
class Law:
    """What holds of every routine.

    Attributes:
        name: the law in a few words, of a routine that is called *it*.
        broken: a sentence for each way in which it is broken, none when it is kept.
        company: whether it is told with the routines that kept it company.
    """

    name: str
    broken: Callable[[Trial], Iterable[str]]
    company: bool = False

    def faults(self, trial: Trial) -> tuple[str, ...]:
        """What breaks the law; a routine that cannot even be tried breaks it by that."""
        try:
            return tuple(self.broken(trial))
        except SaksgangError as error:
            return (str(error),)

    def told(self, trial: Trial) -> str:
        """The law, and by whose company it was tried."""
        return f"{self.name} ({trial.company.told})" if self.company else self.name


def judged(routine: str, place: str) -> dict[str, tuple[str, ...]]:
    """Each law with what breaks it, put to a routine in a scenario, or in the one that it brings; none if it has none.

    Raises:
        ConfigurationRefused, InputRefused, PluginRefused: it cannot be lived in that scenario at all.
    """
    place = place or _brought(routine)
    if not place:
        return {}
    trial = Trial(routine, place)
    assert routine in trial.plan.municipality.routines  # what is refused is refused here, before a law says it
    found = [(law, law.faults(trial)) for law in LAWS]
    return {law.name if faults else law.told(trial): faults for law, faults in found}


def _brought(routine: str) -> str:
    plugins = (each for each in Registry.installed().loaded if each.name == routine)
    try:
        return next(map(scenario_of, plugins), "")
    except InputRefused:
        return ""


def unsound(trial: Trial) -> Iterator[str]:
    """What does not fit together in its declaration, such as a status that has no way out and is not final."""
    yield from trial.registry.trouble(trial.routine)


def hidden(trial: Trial) -> Iterator[str]:
    """Where it reads the wall clock, chance but the one handed in, or the environment."""
    for plugin in trial.registry.loaded:
        if plugin.name == trial.routine:
            yield from hidden_in(plugin)


def unheld(trial: Trial) -> Iterator[str]:
    """The core's laws and its own checks, which it has; everything that was to be reached was."""
    outcome = trial.lived.outcome
    if exit_of(outcome) is not Exit.HELD:
        yield verdict_line(outcome)
        yield from (f"{each.id}: {each.violations[0].sentence}" for each in outcome.verdicts if each.violations)
    own = {check.id for check in trial.registry.routines[trial.routine].checks}
    if not any(verdict.judged for verdict in outcome.verdicts if verdict.id in own):
        yield "No check of the routine's own was put to the test."


def differing(trial: Trial) -> Iterator[str]:
    """Two processes that differ in all that must not matter write the same journal of half a year, to the byte."""
    scenario = trial.scenario
    days = min((scenario.end - scenario.start).days, HALF_A_YEAR)
    difference = first_difference(trial.place, evolve(scenario, days=days))
    if difference is not None:
        yield difference


def lost(life: Lived) -> Iterator[str]:
    """The journal holds everything that the office held."""
    if life.state().picture() != life.picture:
        yield "The office and its journal tell different things."


def lying(life: Lived) -> Iterator[str]:
    """No letter stands still on its way for two months."""
    letters = life.state().letters
    for letter, at in life.last_told():
        if letters[letter].state not in ARRIVED and life.end - at > PATIENCE:
            yield f"{letter} is {letters[letter].state!r} since {at:%Y-%m-%d}."


def forgotten(life: Lived) -> Iterator[str]:
    """No deadline is forgotten: what is past its last minute has ended, met, missed or cancelled."""
    for deadline in life.state().deadlines:
        for target in deadline.targets:
            over = target.due < life.end - dt.timedelta(minutes=1)
            if target.state == "running" and deadline.paused is None and over:
                yield f"{deadline.id}, {target.name} was due {target.due:%Y-%m-%d %H:%M}Z."


def unreadable(life: Lived) -> Iterator[str]:
    """Taken out of the house, it leaves a journal that the core alone rebuilds and judges."""
    judge = Judge(CORE_LAWS)
    for recorded in life.journal:
        judge.see(recorded)
    broken = [verdict.id for verdict in judge.verdicts(life.end) if verdict.status == "violated"]
    if broken:
        yield f"Without the routine these do not hold: {listed(broken)}."


def _in_its_life(broken: Callable[[Lived], Iterator[str]]) -> Callable[[Trial], Iterator[str]]:
    return lambda trial: broken(trial.lived)


LAWS: tuple[Law, ...] = (
    Law("it is sound, and every status has a way out or is final", unsound),
    Law("it reads nothing that no journal holds", hidden),
    Law("every check holds and something was judged", unheld),
    Law("the same seed gives the same journal", differing),
    Law("a replay rebuilds the office", _in_its_life(lost)),
    Law("every letter comes to an end", _in_its_life(lying)),
    Law("every deadline that runs can still be met", _in_its_life(forgotten)),
    Law("what it leaves behind can be read without it", _in_its_life(unreadable)),
    Law("it works alone", alone),
    Law("it works the same with all others", in_company, company=True),
    Law("it changes nothing for the others", others_unchanged),
    Law("switched off, it leaves no orphans", leaving),
)
