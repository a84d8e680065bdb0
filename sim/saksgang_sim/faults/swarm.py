"""A swarm: the seed draws which faults are on, how often each strikes, and what season it is (SIM-05)."""

from __future__ import annotations

import datetime as dt

from attrs import evolve

from saksgang.errors import InputRefused
from saksgang.legaltime import Almanac
from saksgang_sim.faults.clock_change import days_to_change, next_change
from saksgang_sim.faults.kinds import KINDS
from saksgang_sim.faults.plan import SWARM, named
from saksgang_sim.luck import Luck
from saksgang_sim.scenario import Scenario

__all__ = ["disturbed", "told"]

SUMMER_TIME = "summer_time"
LEAD = 7
"""How many days before the clocks change such a run begins."""
SEASONS = {"as the scenario says": 4.0, "spring": 2.0, "autumn": 2.0, "any week": 2.0}
SHARE_ON = (0.2, 0.8)
ALMANAC = Almanac("NO")


def disturbed(scenario: Scenario, faults: str) -> Scenario:
    """The scenario with other faults: ``none``, ``swarm``, or names with rates.

    Its length and seed are those that the run is to have: a swarm is drawn from the seed and may begin in another
    season, and where ``summer_time`` is on, the run begins a week before the clocks change unless they do anyway.

    Raises:
        InputRefused: a name is no fault, a rate none, or the run is over before the quiet days begin.
    """
    if faults == SWARM:
        luck = Luck(scenario.seed, "faults", SWARM)
        plan = evolve(scenario.faults, rates=_drawn(luck), drawn=True)
        return _checked(evolve(scenario, faults=plan, start=_season(scenario.start, luck)))
    plan = named(faults, scenario.faults)
    scenario = evolve(scenario, faults=plan)
    if SUMMER_TIME in plan.rates and days_to_change(scenario.start, ALMANAC) > _disturbed_days(scenario) - 2:
        scenario = evolve(scenario, start=next_change(scenario.start, ALMANAC) - dt.timedelta(days=LEAD))
    return _checked(scenario)


def told(scenario: Scenario) -> list[str]:
    """The faults that are on, line by line, to be said before the run."""
    plan = scenario.faults
    if not plan.rates:
        return []
    quiet = scenario.end - dt.timedelta(days=plan.quiet_days)
    width = max(map(len, plan.rates))
    return [
        f"Faults{' drawn by the seed' if plan.drawn else ''} from {scenario.start} to {quiet}, none to {scenario.end}:",
        *(f"  {name:{width}}  {rate:g} per {KINDS[name].per}" for name, rate in plan.rates.items()),
    ]


def _checked(scenario: Scenario) -> Scenario:
    if scenario.faults.rates and _disturbed_days(scenario) < 1:
        raise InputRefused(
            f"Faults end {scenario.faults.quiet_days} days before the end of a run, and this one has "
            f"{(scenario.end - scenario.start).days} days; simulate more days, or lower quiet_days under [faults]."
        )
    return scenario


def _disturbed_days(scenario: Scenario) -> int:
    return (scenario.end - scenario.start).days - scenario.faults.quiet_days


def _drawn(luck: Luck) -> dict[str, float]:
    """Some of the kinds, each at a rate from nearly never to its highest; rounded, so that text says them exactly."""
    low, high = SHARE_ON
    share = low + (high - low) * luck.uniform("how many")
    return {
        kind.name: max(0.001, round(kind.most * luck.uniform("rate", kind.name), 3))
        for kind in KINDS.values()
        if luck.chance(share, "on", kind.name)
    }


def _season(start: dt.date, luck: Luck) -> dt.date:
    season = luck.choice(SEASONS, "season")
    if season == "any week":
        return start + dt.timedelta(weeks=luck.integer(1, 51, "week"))
    if season in ("spring", "autumn"):
        from_month = start.replace(month=3 if season == "spring" else 10, day=1)
        return next_change(from_month, ALMANAC) - dt.timedelta(days=LEAD)
    return start
