"""Playing a story of a simulated world: run it, and look at the one check (SIM-07)."""

from __future__ import annotations

from saksgang.checks import Verdict
from saksgang.legaltime import Almanac
from saksgang_sim.run import prepare
from saksgang_sim.stories.naming import Names
from saksgang_sim.stories.results import Failure, Result
from saksgang_sim.stories.simulated import SimulatedStory

__all__ = ["play_simulated"]


def play_simulated(story: SimulatedStory) -> Result:
    """Run the world once; its plan is used up by it.

    Raises:
        PluginCrashed: a routine raised while it was asked.
    """
    run = prepare(story.plan)
    outcome = run.go()
    view = run.office.view
    (verdict,) = (each for each in outcome.verdicts if each.id == story.holds)
    failures = _broken(verdict, view.almanac)
    if outcome.tally.failures:
        failures.append(Failure(None, "every routine answers", f"a routine failed {outcome.tally.failures} times"))
    return Result(
        story, tuple(failures), outcome.verdicts, story.plan.journal, Names(view, {}), view.almanac, crowded=True
    )


def _broken(verdict: Verdict, almanac: Almanac) -> list[Failure]:
    """The first violation; how many there are follows from the world's size."""
    if verdict.status != "violated":
        return []
    first = verdict.violations[0]
    expected = f"{verdict.sentence} [{first.requirement}, check {verdict.id}]"
    there = f"at {almanac.local(first.at):%Y-%m-%d %H:%M}: {first.sentence}"
    return [Failure(None, expected, there, first.case, first.event)]
