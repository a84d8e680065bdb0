"""The runs of both sides, put together pair by pair."""

from __future__ import annotations

from attrs import field, frozen

from saksgang.exits import Exit
from saksgang_sim.comparing.differences import Difference, differences
from saksgang_sim.comparing.pairs import Pair, runs_of
from saksgang_sim.many.gathering import Place, gathered
from saksgang_sim.many.result import Result, worst

__all__ = ["Compared", "compared"]

BREAKING = (Exit.INTERNAL, Exit.REFUSED, Exit.FAILED)


@frozen
class Compared:
    """A comparison.

    Attributes:
        of_a, of_b: the runs of each side, in the order of their seeds.
        complete: false when it was interrupted; the pairs are then those that were done on both sides.
        rows: every figure that at least one pair has on both sides.
    """

    pair: Pair
    of_a: tuple[Result, ...]
    of_b: tuple[Result, ...]
    complete: bool = True
    rows: list[Difference] = field(init=False)

    @rows.default
    def _rows(self) -> list[Difference]:
        sound = [both for both in zip(self.of_a, self.of_b, strict=True) if not any(one.refused for one in both)]
        return differences([one for one, _ in sound], [other for _, other in sound])

    @property
    def exit(self) -> Exit:
        """What ran badly; targets and goals are what is compared, and fail nothing here."""
        code = worst([_broken(result) for result in (*self.of_a, *self.of_b)])
        return code if self.complete or code in BREAKING else Exit.INTERRUPTED


def _broken(result: Result) -> Exit:
    if result.violated:
        return Exit.FAILED
    return result.exit if result.refused or result.exit in (Exit.INTERNAL, Exit.NOTHING_RAN) else Exit.HELD


def compared(pair: Pair, runs: int, place: Place) -> Compared:
    """Run both sides; raises what ``gathered`` raises."""
    came = gathered(runs_of(pair, runs), place)
    of_b = came.results[1::2]
    return Compared(pair, came.results[::2][: len(of_b)], of_b, came.complete)
