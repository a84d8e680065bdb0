"""Which cases the page carries: what was violated or missed first, then one behind every bar, then more (SIM-09)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from saksgang_sim.report.grid import BEHIND

__all__ = ["candidates"]


def candidates(
    urgent: Iterable[str], buckets: Sequence[Sequence[str]], others: Iterable[str], at_most: int
) -> list[str]:
    """Case numbers in the order in which they deserve a place, each once.

    Args:
        urgent: the cases that matter most, in their order.
        buckets: the cases behind each figure; from each bucket one is taken before any gives a second.
        others: what comes when all figures have theirs.
        at_most: how many.
    """
    chosen: dict[str, None] = {}
    for case in chain(urgent, _round(buckets), others):
        if len(chosen) >= at_most:
            break
        if case:
            chosen[case] = None
    return list(chosen)


def _round(buckets: Sequence[Sequence[str]]) -> Iterator[str]:
    """The first case of each bucket that has none of them yet, then every second one, and so on."""
    taken: set[str] = set()
    for bucket in buckets:
        if bucket and taken.isdisjoint(bucket):
            taken.add(bucket[0])
            yield bucket[0]
    for place in range(BEHIND):
        for bucket in buckets:
            if place < len(bucket):
                yield bucket[place]
