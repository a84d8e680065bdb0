"""A comparison as one small page: no network, no script, light and dark, from a phone's width upwards (SIM-09)."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.metadata import version
from importlib.resources import files
from itertools import groupby
from pathlib import Path
from string import Template

from saksgang.errors import InputRefused
from saksgang_sim.comparing.compared import Compared
from saksgang_sim.comparing.differences import Difference
from saksgang_sim.comparing.telling import by_chance, difference_of, moved, range_of, title
from saksgang_sim.many.figures import Figure
from saksgang_sim.many.telling import broken_lines, named, number

__all__ = ["page", "refuse_strange", "write_page"]

MARK = "<!doctype html><!-- a comparison by saksgang -->\n"
TEMPLATE = files("saksgang_sim.comparing") / "page.html"
COLUMNS = ("Figure", "A", "B", "B less A", "95 % interval", "What it says")


def refuse_strange(path: Path) -> None:
    """A page is written over an earlier one, and over nothing else.

    Raises:
        InputRefused: something else stands there, or the folder cannot be written to.
    """
    try:
        if path.is_dir() or (path.exists() and not path.read_text("utf-8", "replace").startswith(MARK)):
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
    broken = "".join(f"<p class=broken>{escape(line.strip())}</p>" for line in _trouble(compared))
    return MARK + Template(TEMPLATE.read_text("utf-8")).substitute(
        title=escape(f"What changes? {'; '.join(pair.changes) or pair.b.title}"),
        about=escape(title(compared)),
        a=escape(pair.a.title),
        b=escape("; ".join(pair.changes) or pair.b.title),
        shown=_list(row for row in compared.rows if row.between.shows),
        broken=broken,
        tables="".join(_tables(moved(compared))),
        chance=escape(by_chance(compared)),
        command=escape(command),
        version=escape(version("saksgang")),
    )


def _trouble(compared: Compared) -> Iterable[str]:
    yield from broken_lines((*compared.of_a, *compared.of_b))
    if not compared.complete:
        yield "Interrupted, so this is a partial comparison."


def _list(rows: Iterable[Difference]) -> str:
    """What the runs show, a sentence each."""
    items = [
        f"<li><b>{escape(named(row.figure))}</b> is {row.words}: {_cell(row.figure, row.b)} instead of "
        f"{_cell(row.figure, row.a)}</li>"
        for row in rows
    ]
    return f"<ul>{''.join(items)}</ul>" if items else "<p>No difference shown in any figure.</p>"


def _tables(rows: Iterable[Difference]) -> Iterable[str]:
    heads = "".join(f"<th scope=col>{head}</th>" for head in COLUMNS)
    for group, members in groupby(rows, key=lambda row: row.figure.group):
        body = "".join(map(_row, members))
        yield (f"<table><caption>{escape(group)}</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>")


def _row(row: Difference) -> str:
    cells = (
        _cell(row.figure, row.a),
        _cell(row.figure, row.b),
        escape(difference_of(row)),
        escape(range_of(row)),
        row.words,
    )
    told = "".join(f'<td data-head="{head}">{cell}</td>' for head, cell in zip(COLUMNS[1:], cells, strict=True))
    shown = " class=shown" if row.between.shows else ""
    return f"<tr{shown}><th scope=row>{escape(named(row.figure))}</th>{told}</tr>"


def _cell(figure: Figure, value: float) -> str:
    return escape(number(figure, value))
