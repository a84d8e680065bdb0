"""Making a world that breaks a check as small as it gets: fewer routines, days, faults and citizens (SIM-07).

Each try is a run; one that breaks the same check takes the place of the world before it. What is tried follows from the
world alone, so that the same find always shrinks to the same, and there is an end to it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence

from attrs import define, evolve, frozen

from saksgang.journal import MemoryJournal
from saksgang_sim.many.result import Found, Result
from saksgang_sim.many.running import judged
from saksgang_sim.putting import plan_of
from saksgang_sim.scenario import Scenario, switched_off

__all__ = ["MOST_RUNS", "Broken", "Shrunk", "shrunk", "smaller", "untouched"]

MOST_RUNS = 80
CITIZENS = (5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)
LAST_DAYS = (1, 2, 3, 5, 8, 13, 21, 34, 55)
DAY = dt.timedelta(days=1)


@frozen
class Broken:
    """A world in which a check is violated, and its first violation there."""

    scenario: Scenario
    found: Found


@frozen
class Shrunk:
    """What became of it.

    Attributes:
        found: the first violation of the check in this world.
        routines: those that are on in it.
        runs: how many were tried.
        complete: false when that was interrupted, so that the world may be as large as it was.
    """

    scenario: Scenario
    found: Found
    routines: tuple[str, ...]
    runs: int
    complete: bool = True


def shrunk(broken: Broken) -> Shrunk | None:
    """The smallest such world that was found, ``None`` when the check does not break in it again."""
    return smaller(broken, judged)


def smaller(broken: Broken, run: Callable[[Scenario], Result], most: int = MOST_RUNS) -> Shrunk | None:
    """As ``shrunk``, by whatever runs a world; after so many runs, or Ctrl-C, what there is has to do."""
    shrinking = _Shrinking(broken.scenario, broken.found, run, most)
    try:
        if not shrinking.breaks(broken.scenario):
            return None
        for candidates in STEPS:
            shrinking.through(candidates)
    except KeyboardInterrupt:
        return _become(shrinking, most - shrinking.left, complete=False)
    return _become(shrinking, most - shrinking.left)


def untouched(broken: Broken) -> Shrunk:
    """The world as it was found, where nobody had the time to make it smaller."""
    return _become(broken, 0, complete=False)


def _become(world: Broken | _Shrinking, runs: int, *, complete: bool = True) -> Shrunk:
    routines = tuple(plan_of(world.scenario, MemoryJournal()).municipality.routines)
    return Shrunk(world.scenario, world.found, routines, runs, complete)


@define
class _Shrinking:
    """A world on its way."""

    scenario: Scenario
    found: Found
    run: Callable[[Scenario], Result]
    left: int

    def breaks(self, candidate: Scenario) -> bool:
        """Whether the check breaks in that world, which then is the one to go on with."""
        if self.left == 0:
            return False
        self.left -= 1
        result = self.run(candidate)
        if not result.complete:
            raise KeyboardInterrupt
        found = next((each for each in result.violated if each.id == self.found.id), None)
        if found is not None:
            self.scenario, self.found = candidate, found
        return found is not None

    def through(self, candidates: Callable[[_Shrinking], Iterator[Scenario]]) -> None:
        """Try one after the other; each is made from what the ones before it led to."""
        for candidate in candidates(self):
            self.breaks(candidate)


def _routines(shrinking: _Shrinking) -> Iterator[Scenario]:
    """Each routine alone, until one is enough; else without each."""
    every = tuple(plan_of(shrinking.scenario, MemoryJournal()).municipality.routines)
    whole = shrinking.scenario
    for name in every if len(every) > 1 else ():
        yield switched_off(whole, tuple(other for other in every if other != name))
        if shrinking.scenario is not whole:
            return
    for name in every if len(every) > 2 else ():
        yield switched_off(shrinking.scenario, (name,))


def _calm(shrinking: _Shrinking) -> Iterator[Scenario]:
    """Without faults while all days are there: the luck of fewer days may need a fault that is not the reason."""
    if shrinking.scenario.faults.rates:
        yield _with(shrinking.scenario, ())


def _days(shrinking: _Shrinking) -> Iterator[Scenario]:
    """Up to the day on which it broke; what has to happen in the end may need its quiet days and is halved."""
    whole, found = shrinking.scenario, shrinking.found
    if found.kind != "safety" or found.at is None:
        least = whole.faults.quiet_days + 1 if whole.faults.rates else 1
        while (days := (least + _length(shrinking.scenario)) // 2) < _length(shrinking.scenario):
            before = shrinking.scenario
            yield evolve(before, days=days)
            if shrinking.scenario is before:
                least = days + 1
        return
    days = (found.at.date() - whole.start).days + 1
    if days < _length(whole):
        yield _ending(whole, days)


def _ending(scenario: Scenario, days: int) -> Scenario:
    """The first days of it, just as they were: faults are over on the same day, or not yet."""
    quiet = max(0, scenario.faults.quiet_days - (_length(scenario) - days))
    return evolve(scenario, days=days, faults=evolve(scenario.faults, quiet_days=quiet))


def _later(shrinking: _Shrinking) -> Iterator[Scenario]:
    """Its last days only: who comes when is drawn for each day by itself."""
    whole = shrinking.scenario
    quiet = whole.faults.quiet_days if whole.faults.rates else 0
    for days in LAST_DAYS:
        if quiet < days < _length(whole) and shrinking.scenario is whole:
            yield evolve(whole, start=whole.end - days * DAY, days=days)


def _faults(shrinking: _Shrinking) -> Iterator[Scenario]:
    """None at all; else without a half of the kinds, without a quarter, and so on."""
    kinds = tuple(shrinking.scenario.faults.rates)
    if not kinds:
        return
    yield _with(shrinking.scenario, ())
    size = len(kinds)
    while (size := size // 2) > 0:
        for part in _parts(kinds, size):
            stay = [kind for kind in shrinking.scenario.faults.rates if kind not in part]
            if stay and len(stay) < len(shrinking.scenario.faults.rates):
                yield _with(shrinking.scenario, stay)


def _with(scenario: Scenario, kinds: Sequence[str]) -> Scenario:
    rates = {kind: scenario.faults.rates[kind] for kind in kinds}
    return evolve(scenario, faults=evolve(scenario.faults, rates=rates, drawn=False))


def _parts(kinds: Sequence[str], size: int) -> list[Sequence[str]]:
    return [kinds[start : start + size] for start in range(0, len(kinds), size)]


def _citizens(shrinking: _Shrinking) -> Iterator[Scenario]:
    """As few as will do."""
    whole = shrinking.scenario
    for size in CITIZENS:
        if size < whole.population.size and shrinking.scenario is whole:
            yield evolve(whole, population=evolve(whole.population, size=size))


def _length(scenario: Scenario) -> int:
    return (scenario.end - scenario.start).days


STEPS = (_routines, _calm, _days, _later, _faults, _later, _citizens)
