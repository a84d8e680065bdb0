"""What is different between A and B, figure by figure, from the differences within each pair (SIM-02)."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from saksgang_sim.many.figures import Figure
from saksgang_sim.many.intervals import Interval, interval
from saksgang_sim.many.result import Result
from saksgang_sim.many.samples import known, value

__all__ = ["Difference", "differences"]


@frozen
class Difference:
    """One figure on both sides.

    Attributes:
        a, b: the means over the pairs that have the figure on both sides.
        between: B less A within each pair, its mean and interval.
    """

    figure: Figure
    a: float
    b: float
    between: Interval

    @property
    def same(self) -> bool:
        """Whether no pair differs at all; a single pair has no interval, and is the same where it does not."""
        return self.between.mean == 0 and not self.between.low < self.between.high

    @property
    def words(self) -> str:
        """What can be said of it."""
        if self.same:
            return "the same in every run"
        if self.between.alike:
            return "too few runs"
        if not self.between.shows:
            return "no difference shown"
        return "higher in B" if self.between.mean > 0 else "lower in B"


def differences(of_a: Sequence[Result], of_b: Sequence[Result]) -> list[Difference]:
    """Every figure that at least one pair has on both sides; results of the same seed are a pair."""
    found = []
    for figure in known([*of_a, *of_b]):
        both = [(value(figure, one), value(figure, other)) for one, other in zip(of_a, of_b, strict=True)]
        pairs = [(one, other) for one, other in both if one is not None and other is not None]
        if pairs:
            a, b = (interval(side).mean for side in zip(*pairs, strict=True))
            found.append(Difference(figure, a, b, interval([other - one for one, other in pairs])))
    return found
