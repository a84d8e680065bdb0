"""The figures that routines declare, counted from their own streams (SIM-09)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from attrs import define, field

from saksgang_sim.figure import DAY, MONTH, ROUND, Figure
from saksgang_sim.report.calendar import Calendar
from saksgang_sim.report.grid import Grid
from saksgang_sim.report.slim import Line, fields_of

__all__ = ["Declared"]


@define
class Declared:
    """One declared figure as it is counted."""

    routine: str
    figure: Figure
    calendar: Calendar
    grid: Grid = field(factory=Grid)
    _rounds: Counter[str] = field(init=False, factory=Counter)

    def see(self, line: Line) -> None:
        """Count an event of the figure's type where it is one of the routine's own and fits."""
        fields = fields_of(line)
        figure = self.figure
        if fields.get("routine") != self.routine:
            return
        if any(_at(fields, path) != value for path, value in figure.where.items()):
            return
        case = _at(fields, figure.behind)
        split = _at(fields, figure.split) if figure.split else ""
        self.grid.add(self._across(line, fields), split, case)

    def _across(self, line: Line, fields: Mapping[str, Any]) -> str:
        across = self.figure.across
        if across == MONTH:
            return self.calendar.month(line.at)
        if across == DAY:
            return self.calendar.day(line.at).isoformat()
        if across == ROUND:
            self._rounds[str(fields["case"])] += 1
            return str(self._rounds[str(fields["case"])])
        return _at(fields, across)


def _at(fields: Mapping[str, Any], path: str) -> str:
    """The field at a path in words, ``""`` where there is none."""
    value: Any = fields
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return "" if value is None else str(value)
