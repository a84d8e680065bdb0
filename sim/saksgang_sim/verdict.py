"""From what was found to one exit code and one line (CLI-02)."""

from __future__ import annotations

from saksgang.exits import Exit
from saksgang_sim.run import Outcome

__all__ = ["exit_of", "verdict_line"]


def exit_of(outcome: Outcome) -> Exit:
    """The exit code of a run; a violation outweighs a goal that was not reached."""
    statuses = {verdict.status for verdict in outcome.verdicts}
    if outcome.tally.failures:
        return Exit.INTERNAL
    if "violated" in statuses or not all(result.held for result in outcome.targets):
        return Exit.FAILED
    if not outcome.complete:
        return Exit.INTERRUPTED
    if outcome.tally.documents == {} and outcome.tally.cases == {}:
        return Exit.NOTHING_RAN
    return Exit.NOT_REACHED if "not reached" in statuses else Exit.HELD


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
    missed = [r.target for r in outcome.targets if not r.held]
    said += [f"target missed: {t.deadline}.{t.target} at least {t.met_share:.0%}" for t in missed]
    word = {Exit.HELD: "All held"}.get(exit_of(outcome), "NOT all held")
    if not outcome.complete:
        word = f"Interrupted on {outcome.until}, so this is a partial report"
    return f"{word}: {'; '.join(said)}."
