"""One job: a scenario, run and judged in whatever process it was sent to (SIM-12)."""

from __future__ import annotations

import gc
from importlib.metadata import version

from attrs import evolve

from saksgang.errors import ConfigurationRefused, InputRefused, PluginRefused
from saksgang.exits import Exit
from saksgang.journal import MemoryJournal
from saksgang.office import PluginCrashed
from saksgang_sim.interrupting import Press, held_back
from saksgang_sim.many.desks import Desks
from saksgang_sim.many.figures import figures
from saksgang_sim.many.result import Result, found
from saksgang_sim.putting import plan_of
from saksgang_sim.run import prepare
from saksgang_sim.scenario import Scenario
from saksgang_sim.verdict import exit_of

__all__ = ["judged"]


def judged(scenario: Scenario) -> Result:
    """Run a scenario; what keeps it from running is told in the result, for the others go on.

    Ctrl-C waits from the first line to the last. It ends the run after the day at hand, and whatever came of the run
    then, the result says that it was interrupted: raised amid a run, it could be taken for a failure of that run.
    """
    with held_back() as press:
        try:
            result = _judged(scenario, press)
        finally:
            gc.collect()  # office and people of a run know each other: the next run is to need no more memory than this
    return evolve(result, complete=False) if press.pressed else result


def _judged(scenario: Scenario, press: Press) -> Result:
    here = version("saksgang")
    try:
        run = prepare(plan_of(scenario, MemoryJournal()))
        desks = Desks()
        run.office.heard.append(desks.see)
        outcome = run.go(press.after(desks.end_of_day))
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
        tuple(found(verdict, run.office.view.almanac) for verdict in outcome.verdicts),
        tuple(f"{each.target.deadline}.{each.target.target}" for each in outcome.targets if not each.held),
        figures(outcome, desks),
        struck=outcome.struck,
        probes=outcome.probes,
    )
