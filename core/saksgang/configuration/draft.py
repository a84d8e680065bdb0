"""A municipality's file as far as it can be read: what later looks go by, however much is wrong with it (COR-20)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import attrs
from attrs import field, frozen

from saksgang.configuration.problems import advice, joined, seen
from saksgang.configuration.shapes import STAND_INS, MunicipalityTable, SectionTable, StaffTable
from saksgang.configuration.structuring import read
from saksgang.declarations import Routine
from saksgang.settings import Finding

__all__ = ["Draft", "drafted"]

T = TypeVar("T")
Tables = Mapping[str, Any]
_BORDER = re.compile(r"[.\[]")
_TABLES = ("municipality", "sections", "staff", "routines")


@frozen
class Draft:
    """What could be read.

    Attributes:
        installed: the names of the routines that there are.
        broken: why a plugin cannot be used, by its name.
        folder: where the file lies.
        enabled: the tables of the routines that are on, without ``enabled``, by name.
        known: of these, the routines that are installed.
        resting: the installed routines that the file turns off and keeps, so that their staff may stay in it.
        settings: of these, the ones whose settings could be read.
        findings: what could not be read.
    """

    municipality: MunicipalityTable
    sections: tuple[SectionTable, ...]
    staff: tuple[StaffTable, ...]
    enabled: Mapping[str, Tables]
    known: Mapping[str, Routine]
    resting: Mapping[str, Routine]
    settings: Mapping[str, Any]
    findings: tuple[Finding, ...]
    installed: tuple[str, ...]
    broken: Mapping[str, str]
    folder: Path
    _faulty: frozenset[str] = field(init=False)
    _holding: frozenset[str] = field(init=False)

    @_faulty.default
    def _faulty_keys(self) -> frozenset[str]:
        # Kept, as the next: a file may hold tens of thousands of faults, and each look asks for them.
        return frozenset(finding.key for finding in self.findings)

    @_holding.default
    def _holding_keys(self) -> frozenset[str]:
        return _holding(self.findings)

    def people(self) -> Iterator[tuple[str, StaffTable]]:
        """Everybody on the staff with the key of their table."""
        return ((joined("staff", index), person) for index, person in enumerate(self.staff))

    @property
    def staff_known(self) -> bool:
        """Whether it could be read who is on the staff with which roles."""
        parts = (joined(key, part) for key, _ in self.people() for part in ("id", "roles"))
        return not self.told("staff") and not any(map(self.unread, parts))

    def told(self, key: str) -> bool:
        """Whether a finding is about that key or about a table around it."""
        return not self._faulty.isdisjoint(_around(key))

    def unread(self, key: str) -> bool:
        """Whether a finding is about that key, about something in it, or about a table around it."""
        return self.told(key) or key in self._holding


def drafted(tables: Tables, routines: Mapping[str, Routine], broken: Mapping[str, str], folder: Path) -> Draft:
    """Read every table by itself, so that one fault hides no other."""
    findings = [
        Finding(joined("", name), "There is no such table in a municipality's file.", advice(name, _TABLES))
        for name in tables
        if name not in _TABLES
    ]
    municipality = _table(tables.get("municipality"), MunicipalityTable, "municipality", findings)
    sections = _tables(tables.get("sections", []), SectionTable, "sections", findings)
    staff = _tables(tables.get("staff"), StaffTable, "staff", findings)
    enabled = _enabled(tables.get("routines", {}), findings)
    known = {name: routines[name] for name in sorted(enabled) if name in routines}
    resting = {name: routine for name, routine in routines.items() if name in _named(tables) and name not in enabled}
    settings = {}
    for name, routine in known.items():
        made, faults = read(enabled[name], routine.settings, joined("routines", name))
        findings += faults
        if not faults:
            settings[name] = made
    return Draft(
        municipality,
        sections,
        staff,
        enabled,
        known,
        resting,
        settings,
        tuple(findings),
        tuple(sorted(routines)),
        broken,
        folder,
    )


def _tables(value: object, kind: type[T], key: str, findings: list[Finding]) -> tuple[T, ...]:
    if not isinstance(value, list):
        findings.append(_no_table(value, key, "a list of tables", f"[[{key}]]"))
        return ()
    return tuple(_table(row, kind, joined(key, index), findings) for index, row in enumerate(value))


def _table(value: object, kind: type[T], key: str, findings: list[Finding]) -> T:
    """The table as it is, or with its faulty keys left out and told."""
    if not isinstance(value, dict):
        findings.append(_no_table(value, key, "a table", f"[{key}]"))
        return _without({}, kind, key, [])
    made, faults = read(value, kind, key)
    findings += faults
    return made if made is not None else _without(value, kind, key, faults)


def _no_table(value: object, key: str, expected: str, heading: str) -> Finding:
    there = "The table is missing" if value is None else f"Here stands {seen(value)}"
    return Finding(key, f"{there}, expected {expected}.", f"Write {heading}.")


def _without(table: Tables, kind: type[T], key: str, faults: list[Finding]) -> T:
    holding = _holding(faults)
    sound = {name: value for name, value in table.items() if joined(key, name) not in holding}
    names = [row.name for row in _fields(kind) if row.default is attrs.NOTHING]
    made, _ = read({name: STAND_INS[name] for name in names} | sound, kind, key)
    assert made is not None, "every faulty key was left out"
    return made


def _enabled(value: object, findings: list[Finding]) -> dict[str, Tables]:
    """The tables of the routines that are on; a routine that is off may have any settings."""
    if not isinstance(value, dict):
        findings.append(_no_table(value, "routines", "a table for each routine", "[routines.NAME] for each"))
        return {}
    on: dict[str, Tables] = {}
    for name, table in value.items():
        key = joined("routines", name)
        if not isinstance(table, dict):
            findings.append(_no_table(table, key, "a table", f"[{key}]"))
        elif not isinstance(table.get("enabled", True), bool):
            wrong = f"Here stands {seen(table['enabled'])}, expected true or false."
            findings.append(Finding(joined(key, "enabled"), wrong, "Write enabled = false to turn the routine off."))
        elif table.get("enabled", True):
            on[name] = {setting: inner for setting, inner in table.items() if setting != "enabled"}
    return on


def _named(tables: Mapping[str, Any]) -> Collection[str]:
    """The routines that have a table, on or off."""
    named = tables.get("routines")
    return named if isinstance(named, dict) else ()


def _fields(kind: type[Any]) -> tuple[attrs.Attribute[Any], ...]:
    return tuple(attrs.fields(kind))


def _around(key: str) -> list[str]:
    """The key itself and those of all tables and lists around it."""
    return [key, *(key[: border.start()] for border in _BORDER.finditer(key))]


def _holding(findings: Iterable[Finding]) -> frozenset[str]:
    return frozenset(outer for finding in findings for outer in _around(finding.key))
