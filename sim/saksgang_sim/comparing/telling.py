"""A comparison on the terminal and as data: both means, the difference, and what can be said of it (SIM-09)."""

from __future__ import annotations

import math
from collections.abc import Iterable
from importlib.metadata import version
from typing import Any

from saksgang_sim.comparing.compared import Compared
from saksgang_sim.comparing.differences import Difference
from saksgang_sim.comparing.outside import outside
from saksgang_sim.comparing.titles import titled
from saksgang_sim.many.figures import Figure
from saksgang_sim.many.telling import broken_lines, interval_data, named, number, plain, seeds_of
from saksgang_sim.report.words import ENGLISH

__all__ = ["LEVEL", "as_data", "lines", "moved"]

LEVEL = 20
"""Of so many figures that chance alone moves, one is expected to show a difference."""


def title(compared: Compared) -> str:
    """What was compared, in one line."""
    pair, pairs = compared.pair, len(compared.of_b)
    return (
        f"{pair.names[0]} with {pair.names[1]} · {pair.a.start}, {many('month', pair.a.months)} · "
        f"{many('pair', pairs)} of runs, {seeds_of(compared.of_b)}"
    )


def many(noun: str, number_of: int) -> str:
    """So many of something."""
    return f"{number_of} {noun}{'' if number_of == 1 else 's'}"


def moved(compared: Compared) -> list[Difference]:
    """The figures that differ in at least one pair."""
    return [row for row in compared.rows if not row.same]


def by_chance(compared: Compared) -> str:
    """How many differences chance alone would show."""
    number_of = len(moved(compared))
    if not number_of:
        return f"All {len(compared.rows)} figures were the same in every run."
    return (
        f"{len(compared.rows) - number_of} more figures were the same in every run. Of {number_of} that differ, chance "
        f"alone would show a difference in some {plain(number_of / LEVEL)}: look at what hangs together."
    )


def range_of(row: Difference) -> str:
    """The interval of the difference."""
    if math.isnan(row.between.low):
        return ""
    return f"{_signed(row.figure, row.between.low)} to {_signed(row.figure, row.between.high)}"


def difference_of(row: Difference) -> str:
    """The mean difference; shares differ by points of a percent."""
    return f"{_signed(row.figure, row.between.mean)}{' points' if row.figure.is_share else ''}"


def _signed(figure: Figure, value: float) -> str:
    return plain(value * 100 if figure.is_share else value, "+")


def lines(compared: Compared) -> Iterable[str]:
    """The comparison, line by line."""
    pair, rows = compared.pair, moved(compared)
    yield f"saksgang {version('saksgang')} · {title(compared)}"
    yield f"A  {titled(pair.a, ENGLISH)}"
    yield f"B  {'; '.join(pair.changes) or titled(pair.b, ENGLISH)}"
    width = max((len(named(row.figure)) for row in rows), default=0)
    group = ""
    for row in rows:
        if row.figure.group != group:
            group = row.figure.group
            yield ""
            yield f"{group:{width + 2}}  {'A':>9}  {'B':>9}  {'B less A':>13}  95 % interval"
        a, b = (number(row.figure, mean) for mean in (row.a, row.b))
        start = f"  {named(row.figure):{width}}  {a:>9}  {b:>9}  {difference_of(row):>13}"
        yield f"{start}  {range_of(row):18}  {row.words}"
    yield ""
    yield by_chance(compared)
    for away in outside(pair):
        yield (
            f"Absent from {away.first} to {away.last} ({', '.join(away.staff)}), outside of the runs: they last until "
            f"{away.end}, so it changes nothing here."
        )
    yield from broken_lines((*compared.of_a, *compared.of_b))
    if not compared.complete:
        yield "Interrupted, so this is a partial comparison."


def as_data(compared: Compared) -> dict[str, Any]:
    """All of it as plain data."""
    pair = compared.pair
    return {
        "a": pair.names[0],
        "b": pair.names[1],
        "changes": list(pair.changes),
        "start": pair.a.start.isoformat(),
        "months": pair.a.months,
        "seeds": [result.seed for result in compared.of_b],
        "versions": {"saksgang": version("saksgang")},
        "complete": compared.complete,
        "figures": [_row_data(row) for row in compared.rows],
        "runs": {
            side: [result.as_data() for result in results]
            for side, results in (("a", compared.of_a), ("b", compared.of_b))
        },
        "exit": int(compared.exit),
    }


def _row_data(row: Difference) -> dict[str, Any]:
    between = interval_data(row.between)
    return {
        "group": row.figure.group,
        "name": row.figure.name,
        "measure": row.figure.measure,
        "a": round(row.a, 4),
        "b": round(row.b, 4),
        "pairs": between["runs"],
        "difference": between["mean"],
        "low": between["low"],
        "high": between["high"],
        "says": row.words,
    }
