"""Cases and the figures of routines for the page (SIM-09)."""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress

from saksgang_sim.figure import DAY, MONTH, ROUND
from saksgang_sim.report.declared import Declared
from saksgang_sim.report.outcomes import Outcomes
from saksgang_sim.report.views import Cell, Lists, Row, View, bars
from saksgang_sim.report.words import ENGLISH, Words

__all__ = ["declared_view", "outcomes_view"]

SHOWN = 24
DATE = re.compile(r"\d{4}-\d\d-\d\d")
OUTCOME = "outcome"  # of the fields that a figure can name, the one whose values have labels


def outcomes_view(outcomes: Outcomes, words: Words, lists: Lists) -> View:
    """Cases by type and the status in which they stand."""
    rows = []
    for key, statuses in sorted(outcomes.types.rows.items()):
        for status, bucket in sorted(statuses.items(), key=lambda item: -item[1].count):
            name = f"{words.routine(key.partition('.')[0])}: {words.type(key)}, {words.status(key, status)}"
            rows.append(Row(name, (Cell(words.number(bucket.count), lists.add("cases", name, bucket)),)))
    head = (words("cases.status"), words("cases.number"))
    return View(id="cases", title=words("cases.title"), about=words("cases.about"), head=head, rows=tuple(rows))


def declared_view(declared: Declared, words: Words, lists: Lists) -> View:
    """A figure that a routine declares."""
    figure, grid = declared.figure, declared.grid
    name = f"{declared.routine}-{figure.name}"
    across = sorted(grid.rows, key=_order)[:SHOWN]
    splits = sorted(grid.columns())
    heads = {row: _across(row, declared, words) for row in across}
    called = {split: _value(split, figure.split, declared, words) or words("declared.number") for split in splits}
    keys = {
        (row, split): lists.add(name, f"{heads[row]}: {called[split]}", grid.at(row, split))
        for row in across
        for split in splits
    }
    rows = tuple(
        Row(heads[row], tuple(Cell(words.number(grid.at(row, split).count), keys[row, split]) for split in splits))
        for row in across
    )
    series = [
        {
            "name": called[split],
            "values": [grid.at(row, split).count for row in across],
            "lists": [keys[row, split] for row in across],
        }
        for split in splits
    ]
    return View(
        id=name,
        title=figure.title[words.language],
        about=figure.about[words.language],
        head=(words.get("across", figure.across), *called.values()),
        rows=rows,
        chart=bars(list(heads.values()), series, stacked=True),
    )


def _order(row: str) -> tuple[int, int, str]:
    """Numbers by their size, before words."""
    return (0, int(row), "") if row.isdecimal() else (1, 0, row)


def _value(value: str, name: str, declared: Declared, words: Words) -> str:
    """What a value of that field is called."""
    if name == OUTCOME:
        return words.outcome(declared.routine, value)
    labels = declared.figure.labels if name == declared.figure.split and words.language != ENGLISH else {}
    return labels.get(value) or _dated(value, words)


def _dated(value: str, words: Words) -> str:
    """A day as the page writes days, anything else as it is."""
    if DATE.fullmatch(value):
        with suppress(ValueError):
            return words.day(dt.date.fromisoformat(value))
    return value


def _across(row: str, declared: Declared, words: Words) -> str:
    across = declared.figure.across
    if across == MONTH:
        return words.month(row)
    if across == DAY:
        return words.day(dt.date.fromisoformat(row))
    if across == ROUND:
        return words("declared.round", number=row)
    return _value(row, across, declared, words) or words("declared.none")
