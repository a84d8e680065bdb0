"""A world that breaks a check is made as small as it gets, within bounds and always in the same way (SIM-07)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from attrs import define, evolve, field

from saksgang.exits import Exit
from saksgang_sim.faults.plan import FaultPlan
from saksgang_sim.hunting.shrinking import MOST_RUNS, Broken, Shrunk, smaller
from saksgang_sim.many.result import Found, Result
from saksgang_sim.reading import read_scenario
from saksgang_sim.scenario import Scenario

FAULTS = FaultPlan(dict.fromkeys(("killed", "print_lost", "print_late", "swizzle", "staff_quits"), 0.1), 10, drawn=True)
DAY = dt.date(2025, 1, 18)
"""On which it breaks."""


@define
class Worlds:
    """Runs nothing: a world breaks the check where the rule of the test says so."""

    breaks: Callable[[Scenario], bool]
    kind: str = "safety"
    tried: list[Scenario] = field(factory=list)

    def run(self, scenario: Scenario) -> Result:
        self.tried.append(scenario)
        return Result(1, "0", Exit.FAILED, checks=(found(self.kind),) if self.breaks(scenario) else ())


def found(kind: str = "safety", name: str = "the-check") -> Found:
    at = dt.datetime.combine(DAY, dt.time(9), dt.UTC)
    return Found(name, ("ABC-01",), kind, "It is so.", "violated", 5, 1, "A-1", at, "It was not.")


def world() -> Scenario:
    return evolve(read_scenario("everything"), days=30, faults=FAULTS)


def made_small(worlds: Worlds, most: int = MOST_RUNS) -> Shrunk:
    small = smaller(Broken(world(), found(worlds.kind)), worlds.run, most)
    assert small is not None
    assert worlds.breaks(small.scenario)
    assert small.runs == len(worlds.tried) <= most
    return small


def has_the_day(scenario: Scenario) -> bool:
    return scenario.start <= DAY < scenario.end


def test_sim_07_what_breaks_for_one_reason_is_made_small_to_that_reason() -> None:
    """One routine, one fault, the day itself and the fewest citizens, though all else was on."""

    def breaks(scenario: Scenario) -> bool:
        return (
            has_the_day(scenario)
            and "killed" in scenario.faults.rates
            and "ppt_intake" not in scenario.changes.without
            and scenario.population.size >= 17
        )

    small = made_small(Worlds(breaks))

    assert small.routines == ("ppt_intake",)
    assert list(small.scenario.faults.rates) == ["killed"]
    assert (small.scenario.start, small.scenario.days) == (DAY, 1)
    assert small.scenario.population.size == 20


def test_sim_07_two_reasons_both_stay() -> None:
    """Two routines and two faults that only break it together."""

    def breaks(scenario: Scenario) -> bool:
        needed = {"killed", "staff_quits"} <= scenario.faults.rates.keys()
        return has_the_day(scenario) and needed and not {"benefits", "ppt_intake"} & set(scenario.changes.without)

    small = made_small(Worlds(breaks))

    assert small.routines == ("benefits", "ppt_intake")
    assert sorted(small.scenario.faults.rates) == ["killed", "staff_quits"]


def test_sim_07_the_days_before_it_broke_stay_as_they_were() -> None:
    """Where later ones are cut off, faults go on to the day on which they had ended, or to the last one."""
    first = world().start

    small = made_small(Worlds(lambda scenario: has_the_day(scenario) and scenario.start == first))

    assert small.scenario.end == DAY + dt.timedelta(days=1)
    assert small.scenario.faults.quiet_days == 0
    late = evolve(world(), days=20)
    assert smaller(Broken(late, found()), Worlds(has_the_day).run) is not None


def test_sim_07_what_must_happen_in_the_end_keeps_its_quiet_days() -> None:
    """A liveness check is only judged where the office has had the time to recover."""
    worlds = Worlds(lambda scenario: bool(scenario.faults.rates), "liveness")
    small = made_small(worlds)

    assert small.scenario.faults.quiet_days == 10
    assert small.scenario.days == 11
    assert all(each.faults.quiet_days == 10 < (each.end - each.start).days for each in worlds.tried)


def test_sim_07_it_ends_after_so_many_runs_with_what_there_is() -> None:
    """The world is then as small as it has become, and breaks the check."""
    worlds = Worlds(has_the_day)
    small = made_small(worlds, most=3)

    assert len(worlds.tried) == 3
    assert small.scenario.population.size == world().population.size
    assert len(made_small(Worlds(lambda scenario: scenario == world())).routines) == 5


def test_sim_07_the_same_find_shrinks_to_the_same() -> None:
    """Try by try."""
    one, other = Worlds(has_the_day), Worlds(has_the_day)

    assert made_small(one) == made_small(other)
    assert one.tried == other.tried


def test_sim_07_another_check_that_breaks_is_not_the_same() -> None:
    """And what does not break again is not made small."""
    assert smaller(Broken(world(), found(name="another-check")), Worlds(has_the_day).run) is None
    assert smaller(Broken(world(), found()), Worlds(lambda _: False).run) is None


def test_sim_07_a_fault_that_is_not_the_reason_does_not_stay_for_the_luck_of_fewer_days() -> None:
    """In fewer days it would only break with a fault: no faults at all are tried while the days are all there."""

    def breaks(scenario: Scenario) -> bool:
        whole = (scenario.end - scenario.start).days == 30
        return has_the_day(scenario) and (whole or "killed" in scenario.faults.rates)

    assert not made_small(Worlds(breaks)).scenario.faults.rates


def test_sim_11_an_interrupted_shrinking_gives_what_there_is() -> None:
    """Of three routines fewer, say, and it says that it was interrupted; before the first run the world as it was."""
    worlds = Worlds(has_the_day)

    def run(scenario: Scenario) -> Result:
        result = worlds.run(scenario)
        return result if len(worlds.tried) < 4 else evolve(result, complete=False)

    some, none = (
        smaller(Broken(world(), found()), each) for each in (run, lambda each: evolve(worlds.run(each), complete=False))
    )

    assert some is not None
    assert (some.complete, len(some.routines)) == (False, 1)

    assert none is not None
    assert (none.complete, none.scenario, none.found) == (False, world(), found())
