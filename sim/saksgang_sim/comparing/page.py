"""A comparison as one small page: no network, no script, light and dark, from a phone's width upwards (SIM-09)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from attrs import frozen

from saksgang.errors import InputRefused
from saksgang_sim.comparing.compared import Compared
from saksgang_sim.comparing.differences import Difference
from saksgang_sim.comparing.telling import by_chance, difference_of, moved, range_of, title
from saksgang_sim.many.telling import broken_lines, named, number
from saksgang_sim.report.rendering import rendered, static

__all__ = ["page", "refuse_strange", "write_page"]

MARK = "<!-- a comparison by saksgang -->"
BEGINNING = 100


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


def refuse_strange(path: Path) -> None:
    """A page is written over an earlier one, and over nothing else.

    Raises:
        InputRefused: something else stands there, or the folder cannot be written to.
    """
    try:
        if path.is_dir() or (path.exists() and MARK not in path.read_text("utf-8", "replace")[:BEGINNING]):
            raise InputRefused(f"{path} is there and is no comparison; name another file.")
        if not path.parent.is_dir():
            raise InputRefused(f"There is no folder {path.parent} to write the page to; make it first.")
    except OSError as error:
        raise InputRefused(f"The page cannot be written to {path}: {error.strerror}; name another file.") from error


def write_page(path: Path, compared: Compared, command: str) -> None:
    """Write it; raises ``InputRefused`` as ``refuse_strange``."""
    refuse_strange(path)
    try:
        path.write_text(page(compared, command), encoding="utf-8")
    except OSError as error:
        raise InputRefused(f"The page cannot be written to {path}: {error.strerror}; name another file.") from error


def page(compared: Compared, command: str) -> str:
    """The whole page; ``command`` makes it again."""
    pair = compared.pair
    b = "; ".join(pair.changes) or pair.b.title
    grouped = groupby(moved(compared), key=lambda row: row.figure.group)
    return rendered(
        "compare.html",
        css=static("report.css"),
        title=f"What changes? {b}",
        about=title(compared),
        a=pair.a.title,
        b=b,
        trouble=list(_trouble(compared)),
        shown=[_row(row, 0) for row in compared.rows if row.between.shows],
        groups=[(group, _rows(list(rows))) for group, rows in grouped],
        chance=by_chance(compared),
        command=command,
        version=version("saksgang"),
    )


def _trouble(compared: Compared) -> Iterable[str]:
    yield from (line.strip() for line in broken_lines((*compared.of_a, *compared.of_b)))
    if not compared.complete:
        yield "Interrupted, so this is a partial comparison."


def _rows(rows: Sequence[Difference]) -> list[Row]:
    """Rows of one table, their bars to one scale a unit."""
    widest = {
        unit: max((_reach(row) for row in rows if row.figure.is_share is unit), default=0.0) for unit in (True, False)
    }
    return [_row(row, widest[row.figure.is_share]) for row in rows]


def _reach(row: Difference) -> float:
    """How far from 0 the interval reaches."""
    return 0.0 if math.isnan(row.between.low) else max(abs(row.between.low), abs(row.between.high))


def _row(row: Difference, widest: float) -> Row:
    figure, between = row.figure, row.between
    bar = None
    if widest and not math.isnan(between.low):
        bar = (round(50 + 50 * between.low / widest, 1), round(50 * (between.high - between.low) / widest, 1))
    return Row(
        named(figure),
        number(figure, row.a),
        number(figure, row.b),
        difference_of(row),
        range_of(row),
        row.words,
        between.shows,
        bar,
    )
