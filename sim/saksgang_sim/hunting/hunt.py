"""A hunt: a scenario with seed after seed, the first that breaks each check, and that world made small (SIM-05)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import suppress

from attrs import define, evolve, field

from saksgang.exits import Exit
from saksgang_sim.hunting.shrinking import Broken, Shrunk, shrunk, untouched
from saksgang_sim.many.gathering import Place, counting, results_of
from saksgang_sim.many.result import Found, Result
from saksgang_sim.many.workers import workers
from saksgang_sim.scenario import Scenario

__all__ = ["Find", "Hunt", "hunted"]


@define
class Find:
    """A check that was violated.

    Attributes:
        scenario: the first world in which it was.
        found: the first violation in it.
        seeds: in how many worlds it was violated.
        small: the same in a world as small as there was time for.
        held: whether nothing was violated when the world was run once more, so that there is nothing to make small.
    """

    scenario: Scenario
    found: Found
    seeds: int = 1
    small: Shrunk | None = None
    held: bool = False

    @property
    def broken(self) -> Broken:
        """What there is to make small."""
        return Broken(self.scenario, self.found)


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

    def see(self, scenario: Scenario, result: Result) -> list[Find]:
        """One more world has been run; gives the checks that it is the first to break."""
        self.seen.append(evolve(result, checks=(), figures={}))  # thousands of them are to fit into memory
        if result.refused or result.exit is Exit.INTERNAL:
            self.stopped.append((scenario, result))
        self.judged.update({check.id: check.judged for check in result.checks})
        new = []
        for check in result.violated:
            if check.id in self.finds:
                self.finds[check.id].seeds += 1
            else:
                self.finds[check.id] = Find(scenario, check)
                new.append(self.finds[check.id])
        return new


def hunted(scenarios: Sequence[Scenario], place: Place) -> Hunt:
    """Run these worlds one after the other; when a check breaks first, its world is made small before the next is seen.

    That is done in this process, which else waits for the others: behind thousands of seeds it would wait for them all.

    Raises:
        InputRefused: there is no such cluster, or one of another version.
    """
    hunt = Hunt()
    with (
        suppress(KeyboardInterrupt),  # what was found until then is told
        workers(place.jobs, place.dask) as run,
        counting(len(scenarios)) as count,
    ):
        for scenario, result in zip(scenarios, results_of(scenarios, run), strict=True):
            for find in hunt.see(scenario, result):
                count(len(hunt.seen), f"{len(hunt.finds)} found, making {find.found.id} smaller")
                _shrink(find)
            count(len(hunt.seen), f"{len(hunt.finds)} found")
        hunt.complete = True
    for find in hunt.finds.values():
        if find.small is None and not find.held:  # Ctrl-C came before its turn
            find.small = untouched(find.broken)
    return hunt


def _shrink(find: Find) -> None:
    find.small = shrunk(find.broken)
    find.held = find.small is None
    if find.small is not None and not find.small.complete:
        raise KeyboardInterrupt
