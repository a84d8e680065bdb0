"""A comparison as one small page: no network, no script, light and dark, from a phone's width upwards (SIM-09)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from importlib.metadata import version
from itertools import groupby

from attrs import frozen

from saksgang_sim.comparing.compared import Compared
from saksgang_sim.comparing.differences import Difference
from saksgang_sim.comparing.outside import outside
from saksgang_sim.comparing.telling import LEVEL, moved
from saksgang_sim.comparing.titles import titled
from saksgang_sim.comparing.trouble import broken
from saksgang_sim.comparing.wording import Wording
from saksgang_sim.many.telling import plain
from saksgang_sim.report.leaving import COMPARISON
from saksgang_sim.report.rendering import rendered, static
from saksgang_sim.report.words import Words

__all__ = ["page"]


@frozen
class Row:
    """A figure as the page tells it.

    Attributes:
        bar: where the interval begins and how wide it is, in percent of the widest one, with 0 in the middle.
    """

    name: str
    a: str
    b: str
    difference: str
    reach: str
    words: str
    is_shown: bool
    bar: tuple[float, float] | None


def page(compared: Compared, command: str, words: Words) -> str:
    """The whole page; ``command`` makes it again."""
    pair = compared.pair
    wording = Wording(words, len({row.figure.name.partition(".")[0] for row in compared.rows}))
    b = "; ".join(pair.changes) or titled(pair.b, wording.language)
    rows = moved(compared)
    return rendered(
        "compare.html",
        mark=COMPARISON.mark,
        css=static("report.css"),
        say=wording,
        title=wording("title", b=b),
        about=_about(compared, wording),
        a=titled(pair.a, wording.language),
        b=b,
        broken=broken(compared, wording),
        complete=compared.complete,
        outside=[wording.outside(each) for each in outside(pair)],
        shown=[_row(row, 0, wording) for row in compared.rows if row.between.shows],
        groups=[
            (wording.group(group), _rows(list(each), wording))
            for group, each in groupby(rows, key=lambda row: row.figure.group)
        ],
        chance=_chance(len(compared.rows), len(rows), wording),
        command=command,
        version=version("saksgang"),
    )


def _chance(all_of_them: int, moved: int, wording: Wording) -> str:
    """How many differences chance alone would show among those that there are."""
    if not moved:
        return wording("alike", number=all_of_them)
    some = wording.local(plain(moved / LEVEL))
    return wording("chance", same=all_of_them - moved, moved=moved, some=some)


def _about(compared: Compared, wording: Wording) -> str:
    """What was compared, in one line."""
    pair, seeds = compared.pair, [result.seed for result in compared.of_b]
    which = "seeds" if len(seeds) > 1 else "seed" if seeds else "no_seeds"
    return wording(
        "about",
        a=pair.names[0],
        b=pair.names[1],
        start=wording.words.day(pair.a.start),
        months=wording.count("month", pair.a.months),
        pairs=wording.count("pair", len(seeds)),
        seeds=wording(which, first=min(seeds, default=0), last=max(seeds, default=0)),
    )


def _rows(rows: Sequence[Difference], wording: Wording) -> list[Row]:
    """Rows of one table, their bars to one scale a unit."""
    widest = {
        unit: max((_reach(row) for row in rows if row.figure.is_share is unit), default=0.0) for unit in (True, False)
    }
    return [_row(row, widest[row.figure.is_share], wording) for row in rows]


def _reach(row: Difference) -> float:
    """How far from 0 the interval reaches."""
    return 0.0 if math.isnan(row.between.low) else max(abs(row.between.low), abs(row.between.high))


def _row(row: Difference, widest: float, wording: Wording) -> Row:
    figure, between = row.figure, row.between
    bar = None
    if widest and not math.isnan(between.low):
        bar = (round(50 + 50 * between.low / widest, 1), round(50 * (between.high - between.low) / widest, 1))
    return Row(
        wording.name(figure),
        wording.number(figure, row.a),
        wording.number(figure, row.b),
        wording.difference(row),
        wording.range(row),
        wording.says(row),
        between.shows,
        bar,
    )
