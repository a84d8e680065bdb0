"""From what was found to one exit code and one line (CLI-02)."""

from __future__ import annotations

from collections.abc import Sequence

from saksgang.exits import Exit
from saksgang_sim.goals import needs_months
from saksgang_sim.run import Outcome

__all__ = ["exit_of", "verdict_line"]

NAMED = 3
WORDS = {Exit.HELD: "All held", Exit.NOTHING_RAN: "Nothing ran", Exit.INTERNAL: "A plugin failed"}


def exit_of(outcome: Outcome) -> Exit:
    """The exit code of a run: what is broken outweighs what was interrupted, and both what never happened."""
    statuses = {verdict.status for verdict in outcome.verdicts}
    if outcome.tally.failures:
        return Exit.INTERNAL
    if "violated" in statuses or not all(result.held for result in outcome.targets):
        return Exit.FAILED
    if not outcome.complete:
        return Exit.INTERRUPTED
    if not outcome.tally.casework:
        return Exit.NOTHING_RAN
    untried = any(not result.ended for result in outcome.targets)
    return Exit.NOT_REACHED if untried or "not reached" in statuses else Exit.HELD


def _named(what: str, names: Sequence[str]) -> list[str]:
    """How many, and which the first of them are; nothing where there is none."""
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return [f"{len(names)} {what}: {', '.join(names[:NAMED])}{more}"] if names else []


def verdict_line(outcome: Outcome) -> str:
    """The verdict in one sentence."""
    verdicts = outcome.verdicts
    late = {v.id: needs_months(v, outcome.scenario) for v in verdicts if needs_months(v, outcome.scenario)}
    idle = sum(v.status == "not put to the test" for v in verdicts) - len(late)
    judged = sum(v.judged for v in verdicts)
    said = [f"{len(verdicts)} checks, put to the test {judged:,} times"]
    said += _named("violated", [v.id for v in verdicts if v.status == "violated"])
    said += _named("never reached", [v.id for v in verdicts if v.status == "not reached"])
    if idle:
        said.append(f"{idle} had no occasion")
    said += _named("not reached in so short a run", [f"{name} needs {n} months" for name, n in late.items()])
    for result in outcome.targets:
        target = f"{result.target.deadline}.{result.target.target}"
        if not result.held:
            said.append(f"target missed: {target} at least {result.target.met_share:.0%}, was {result.share:.1%}")
        elif not result.ended:
            said.append(f"target without an occasion: {target}")
    word = WORDS.get(exit_of(outcome), "NOT all held")
    if not outcome.complete:
        word = f"Interrupted on {outcome.until}, so this is a partial report"
    return f"{word}: {'; '.join(said)}."
