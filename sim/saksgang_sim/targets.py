"""What a scenario asks of the whole run, such as nine of ten answers within the norm (SIM-08)."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import frozen

from saksgang_sim.scenario import Target
from saksgang_sim.tally import Tally

__all__ = ["TargetResult", "judge_targets"]


@frozen
class TargetResult:
    """A target and what came of it.

    Attributes:
        ended: how many deadlines ended, met or missed; with none, the run proves nothing about the target.
        share: the share of them that was met; 1.0 when none ended.
    """

    target: Target
    ended: int
    share: float

    @property
    def held(self) -> bool:
        """Whether the share is at least what was asked."""
        return self.share >= self.target.met_share


def judge_targets(targets: tuple[Target, ...], tally: Tally) -> tuple[TargetResult, ...]:
    """Hold the counts against the targets."""
    return tuple(_judge(target, tally) for target in targets)


def _judge(target: Target, tally: Tally) -> TargetResult:
    counts: Mapping[str, int] = tally.deadlines.get(f"{target.deadline}.{target.target}", {})
    met, missed = counts.get("met", 0), counts.get("missed", 0)
    ended = met + missed
    return TargetResult(target, ended, met / ended if ended else 1.0)
