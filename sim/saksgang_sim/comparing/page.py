"""A comparison as one small page: no network, no script, light and dark, from a phone's width upwards (SIM-09)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from importlib.metadata import version
from itertools import groupby
from pathlib import Path

from attrs import frozen

from saksgang.errors import InputRefused
from saksgang_sim.comparing.compared import Compared
from saksgang_sim.comparing.differences import Difference
from saksgang_sim.comparing.telling import LEVEL, moved
from saksgang_sim.comparing.trouble import broken
from saksgang_sim.comparing.wording import Wording
from saksgang_sim.many.telling import plain
from saksgang_sim.report.rendering import rendered, static
from saksgang_sim.report.words import Words

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


def write_page(path: Path, compared: Compared, command: str, words: Words) -> None:
    """Write it in the language of the words; raises ``InputRefused`` as ``refuse_strange``."""
    refuse_strange(path)
    try:
        path.write_text(page(compared, command, words), encoding="utf-8")
    except OSError as error:
        raise InputRefused(f"The page cannot be written to {path}: {error.strerror}; name another file.") from error


def page(compared: Compared, command: str, words: Words) -> str:
    """The whole page; ``command`` makes it again."""
    pair = compared.pair
    b = "; ".join(pair.changes) or pair.b.title
    wording = Wording(words, len({row.figure.name.partition(".")[0] for row in compared.rows}))
    rows = moved(compared)
    return rendered(
        "compare.html",
        css=static("report.css"),
        say=wording,
        title=wording("title", b=b),
        about=_about(compared, wording),
        a=pair.a.title,
        b=b,
        broken=broken(compared, wording),
        complete=compared.complete,
        shown=[_row(row, 0, wording) for row in compared.rows if row.between.shows],
        groups=[
            (wording.group(group), _rows(list(each), wording))
            for group, each in groupby(rows, key=lambda row: row.figure.group)
        ],
        chance=wording(
            "chance",
            same=len(compared.rows) - len(rows),
            moved=len(rows),
            some=wording.local(plain(len(rows) / LEVEL)),
        ),
        command=command,
        version=version("saksgang"),
    )


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
