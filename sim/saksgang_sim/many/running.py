"""One job: a scenario, run and judged in whatever process it was sent to (SIM-12)."""

from __future__ import annotations

import gc
from importlib.metadata import version

from saksgang.errors import ConfigurationRefused, InputRefused, PluginRefused
from saksgang.exits import Exit
from saksgang.journal import MemoryJournal
from saksgang.office import PluginCrashed
from saksgang_sim.many.desks import Desks
from saksgang_sim.many.figures import figures
from saksgang_sim.many.result import Result, found
from saksgang_sim.putting import plan_of
from saksgang_sim.run import prepare
from saksgang_sim.scenario import Scenario
from saksgang_sim.verdict import exit_of

__all__ = ["judged"]


def judged(scenario: Scenario) -> Result:
    """Run a scenario; what keeps it from running is told in the result, for the others go on."""
    try:
        return _judged(scenario)
    finally:
        gc.collect()  # office and people of a run know each other: the memory of the next run is to be that of this one


def _judged(scenario: Scenario) -> Result:
    here = version("saksgang")
    try:
        run = prepare(plan_of(scenario, MemoryJournal()))
        desks = Desks()
        run.office.heard.append(desks.see)
        outcome = run.go(desks.end_of_day)
    except PluginCrashed as crash:
        return Result(scenario.seed, here, Exit.INTERNAL, refused=str(crash))
    except (ConfigurationRefused, InputRefused, PluginRefused) as refused:
        return Result(scenario.seed, here, Exit.REFUSED, refused=str(refused))
    except Exception as error:  # noqa: BLE001 - the run by itself, by the command told with it, shows all of it
        return Result(scenario.seed, here, Exit.INTERNAL, refused=f"{type(error).__name__}: {error}")
    return Result(
        scenario.seed,
        here,
        exit_of(outcome),
        outcome.complete,
        outcome.tally.events,
        outcome.digest,
        tuple(map(found, outcome.verdicts)),
        tuple(f"{each.target.deadline}.{each.target.target}" for each in outcome.targets if not each.held),
        figures(outcome, desks),
        struck=outcome.struck,
        probes=outcome.probes,
    )
