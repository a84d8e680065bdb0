"""From what was found to one exit code and one line (CLI-02)."""

from __future__ import annotations

from saksgang.exits import Exit
from saksgang_sim.run import Outcome

__all__ = ["exit_of", "verdict_line"]

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


def verdict_line(outcome: Outcome) -> str:
    """The verdict in one sentence."""
    verdicts = outcome.verdicts
    violated = sum(v.status == "violated" for v in verdicts)
    unreached = sum(v.status == "not reached" for v in verdicts)
    idle = sum(v.status == "not put to the test" for v in verdicts)
    judged = sum(v.judged for v in verdicts)
    said = [f"{len(verdicts)} checks, put to the test {judged:,} times"]
    if violated:
        said.append(f"{violated} violated")
    if unreached:
        said.append(f"{unreached} never reached")
    if idle:
        said.append(f"{idle} had no occasion")
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
