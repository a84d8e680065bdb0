"""Absences of a scenario that lie outside of the compared time, so that they cannot show in any figure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from saksgang_sim.comparing.pairs import Pair

__all__ = ["Outside", "outside"]


@frozen
class Outside:
    """Who is away on days that are not simulated; ``end`` is the last day that is."""

    first: dt.date
    last: dt.date
    staff: tuple[str, ...]
    end: dt.date


def outside(pair: Pair) -> Iterator[Outside]:
    """Each span of absences on either side that no simulated day lies in, in the order of the days."""
    spans: dict[tuple[dt.date, dt.date], dict[str, None]] = {}
    for side in (pair.a, pair.b):
        for away in side.changes.absent:
            if away.first >= side.end or away.last < side.start:
                spans.setdefault((away.first, away.last), {})[away.staff] = None
    end = pair.b.end - dt.timedelta(days=1)
    for (first, last), staff in sorted(spans.items()):
        yield Outside(first, last, tuple(staff), end)
