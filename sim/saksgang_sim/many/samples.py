"""From the figures of many runs to one sample a figure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from saksgang_sim.many.figures import Figure, rank
from saksgang_sim.many.result import Result

__all__ = ["known", "sample", "value"]


def known(results: Iterable[Result]) -> list[Figure]:
    """Every figure that at least one of the runs has, in the order in which they are told."""
    every = {figure: None for result in results for figure in result.figures}
    return sorted(every, key=rank)


def value(figure: Figure, result: Result) -> float | None:
    """What a run has of it: of a count that did not come up 0, of anything else no figure."""
    return result.figures.get(figure, 0.0 if figure.is_count else None)


def sample(figure: Figure, results: Sequence[Result]) -> list[float]:
    """The values of those runs that have one."""
    return [number for result in results if (number := value(figure, result)) is not None]
