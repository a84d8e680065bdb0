"""What a scenario changes about its municipality: settings, sections, routines, and who is away (SIM-08).

The municipality's own file stays as it is, so that a with and a without differ by what stands here and by nothing else.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from saksgang.configuration.problems import advice, joined, quoted
from saksgang.settings import Finding

__all__ = ["Absent", "Changes", "Merged", "changed_municipality", "strange"]

Tables = Mapping[str, Any]


@frozen
class Absent:
    """Somebody of the staff is away, which nobody knows before the first morning.

    Attributes:
        staff: the id.
    """

    staff: str
    first: dt.date
    last: dt.date
    reason: str = "illness"


@frozen
class Merged:
    """A section becomes part of another one: its staff, its queues and its name."""

    section: str
    into: str


@frozen
class Changes:
    """All of them; none leaves the municipality as its file has it.

    Attributes:
        settings: by routine, laid over its settings.
        without: routines that are switched off.
    """

    settings: dict[str, dict[str, Any]] = field(factory=dict)
    absent: tuple[Absent, ...] = ()
    merged: tuple[Merged, ...] = ()
    without: tuple[str, ...] = ()


def changed_municipality(tables: Tables, changes: Changes) -> dict[str, Any]:
    """The tables of a municipality's file with its sections merged and routines switched off."""
    changed: dict[str, Any] = dict(tables)
    for merge in changes.merged:
        changed = _moved(changed, merge)
        changed["sections"] = [row for row in changed["sections"] if row["id"] != merge.section]
    if changes.without:
        off = {name: {**changed["routines"][name], "enabled": False} for name in changes.without}
        changed["routines"] = {**changed["routines"], **off}
    return changed


def _moved(value: Any, merge: Merged) -> Any:  # noqa: ANN401 - whatever a file holds
    """Every ``section`` that names the one that goes names the one that stays."""
    if isinstance(value, dict):
        return {
            key: merge.into if key == "section" and inner == merge.section else _moved(inner, merge)
            for key, inner in value.items()
        }
    return [_moved(row, merge) for row in value] if isinstance(value, list) else value


def strange(tables: Tables, changes: Changes) -> Iterator[Finding]:
    """Changes to what the municipality has not, by their place in the scenario's file."""
    staff, sections, routines = _ids(tables.get("staff")), _ids(tables.get("sections")), _names(tables.get("routines"))
    for n, away in enumerate(changes.absent):
        key = joined("absent", n)
        if away.staff not in staff:
            yield _unknown(f"{key}.staff", "Nobody on the staff is called", away.staff, staff)
        if away.last < away.first:
            wrong = f"The last day away, {away.last}, is before the first, {away.first}."
            yield Finding(f"{key}.last", wrong, "Put the earlier day under first.")
    for n, merge in enumerate(changes.merged):
        key = joined("merged", n)
        for part, name in (("section", merge.section), ("into", merge.into)):
            if name not in sections:
                yield _unknown(f"{key}.{part}", "There is no section", name, sections)
        if merge.section == merge.into:
            yield Finding(f"{key}.into", "A section cannot be merged into itself.", "Name another one.")
        sections = [name for name in sections if name != merge.section]
    for name in changes.without:
        if name not in routines:
            yield _unknown("without", "There is no routine", name, routines)


def _unknown(key: str, said: str, name: str, known: list[str]) -> Finding:
    return Finding(key, f"{said} {quoted(name)}.", advice(name, known))


def _ids(rows: object) -> list[str]:
    return [str(row.get("id", "")) for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _names(table: object) -> list[str]:
    return list(table) if isinstance(table, dict) else []
