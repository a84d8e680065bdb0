"""What the page shows of a figure: a table, the lists of cases behind its cells, and a picture of it (SIM-09)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import define, field, frozen

from saksgang_sim.report.grid import Bucket

__all__ = ["CaseList", "Cell", "Lists", "Row", "View", "bars"]


@frozen
class Cell:
    """A cell of a table; ``list`` is the id of the list of cases behind it."""

    text: str
    list: str = ""
    number: bool = True


@frozen
class Row:
    """A row under its heading."""

    head: str
    cells: tuple[Cell, ...]


@frozen
class CaseList:
    """Cases behind a number.

    Attributes:
        figure: the id of the figure that it belongs to.
        cases: the first of those behind ``count``.
        whole: whether these are all.
    """

    id: str
    figure: str
    title: str
    count: int
    cases: tuple[str, ...]
    whole: bool = True


@define
class Lists:
    """The lists of the page; what has no case behind it has no list."""

    all: list[CaseList] = field(factory=list)

    def add(self, figure: str, title: str, bucket: Bucket) -> str:
        """The id of a new list, ``""`` where there is nothing to list."""
        if not bucket.cases:
            return ""
        key = f"list-{len(self.all) + 1}"
        self.all.append(CaseList(key, figure, title, bucket.count, tuple(bucket.cases), bucket.whole))
        return key


@frozen(kw_only=True)
class View:
    """A figure.

    Attributes:
        about: how it is counted, in a sentence.
        head: the headings of the columns, that of the rows first.
        chart: what ``report.js`` draws; none where a table says it better.
    """

    id: str
    title: str
    about: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    chart: Mapping[str, Any] | None = None


def bars(categories: Sequence[str], series: Sequence[Mapping[str, Any]], **more: object) -> Mapping[str, Any] | None:
    """A picture of bars or lines: each series has a ``name``, ``values`` and ``lists``, and perhaps a ``tone``."""
    if not categories or not series:
        return None
    return {"type": "bars", "categories": list(categories), "series": list(series), **more}
