"""A hunt: a scenario with seed after seed, the first that breaks each check, and that world made small (SIM-05)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress

from attrs import define, evolve, field

from saksgang.exits import Exit
from saksgang_sim.hunting.shrinking import Broken, Shrunk, shrunk
from saksgang_sim.many.gathering import Place, counted, results_of
from saksgang_sim.many.result import Found, Result
from saksgang_sim.many.workers import Workers, workers
from saksgang_sim.scenario import Scenario

__all__ = ["Find", "Hunt", "hunted"]


@define
class Find:
    """A check that was violated.

    Attributes:
        scenario: the first world in which it was.
        found: the first violation in it.
        seeds: in how many worlds it was violated.
        small: the same in a smaller world, ``None`` where it was not made smaller.
    """

    scenario: Scenario
    found: Found
    seeds: int = 1
    small: Shrunk | None = None


@define
class Hunt:
    """What came of it.

    Attributes:
        finds: by check, in the order in which they were found.
        stopped: the worlds that came to no end, with why.
        seen: the results of all worlds, for which faults struck in them and what rare places they came to.
        judged: how often each check was put to the test.
        complete: whether all worlds were run and all finds made small.
    """

    finds: dict[str, Find] = field(factory=dict)
    stopped: list[tuple[Scenario, Result]] = field(factory=list)
    seen: list[Result] = field(factory=list)
    judged: Counter[str] = field(factory=Counter)
    complete: bool = False

    @property
    def exit(self) -> Exit:
        """A world that came to no end outweighs a violation, and that an interruption."""
        if self.stopped:
            return Exit.INTERNAL
        if self.finds:
            return Exit.FAILED
        if not self.complete:
            return Exit.INTERRUPTED
        return Exit.HELD if any(self.judged.values()) else Exit.NOTHING_RAN

    def see(self, scenario: Scenario, result: Result) -> None:
        """One more world has been run."""
        self.seen.append(evolve(result, checks=(), figures={}))  # thousands of them are to fit into memory
        if result.refused or result.exit is Exit.INTERNAL:
            self.stopped.append((scenario, result))
        self.judged.update({check.id: check.judged for check in result.checks})
        for check in result.violated:
            if check.id in self.finds:
                self.finds[check.id].seeds += 1
            else:
                self.finds[check.id] = Find(scenario, check)


def hunted(scenarios: Sequence[Scenario], place: Place) -> Hunt:
    """Run all of these worlds, and then make those small in which a check broke first.

    Raises:
        InputRefused: there is no such cluster, or one of another version.
    """
    hunt = Hunt()
    with suppress(KeyboardInterrupt), workers(place.jobs, place.dask) as run:  # what was found until then is told
        results = counted(results_of(scenarios, run), len(scenarios))
        for scenario, result in zip(scenarios, results, strict=True):
            hunt.see(scenario, result)
        _shrink(hunt, run)
        hunt.complete = True
    return hunt


def _shrink(hunt: Hunt, run: Workers) -> None:
    finds = list(hunt.finds.values())
    for find, small in zip(finds, run(shrunk, [Broken(find.scenario, find.found.id) for find in finds]), strict=True):
        find.small = small
