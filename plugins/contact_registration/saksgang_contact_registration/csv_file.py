"""Contacts kept by hand in a CSV file, judged row by row by the same rules (REG-13, COR-22)."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from saksgang.casework.contacts import CHANNELS, DIRECTIONS
from saksgang.declarations import listed
from saksgang.errors import InputRefused
from saksgang.legaltime import Almanac
from saksgang.records import Contact
from saksgang_contact_registration.ground import Ground, Listed
from saksgang_contact_registration.names import ROUTINE
from saksgang_contact_registration.registration import FACTS, Registration, registration_of
from saksgang_contact_registration.rules import objections
from saksgang_contact_registration.settings import Settings

__all__ = ["COLUMNS", "Sheet", "read_sheet"]

COLUMNS = ("direction", "channel", "area", "by", *FACTS)
NEEDED = ("direction", "channel", "area", "day")
_TRUTH = {"ja": True, "nej": False}
_TRUTHS = ("form", "right_kind", "collects", "changed")
_NOON = dt.time(12)


@frozen
class Sheet:
    """What a file came to.

    Attributes:
        registrations: those that the rules have nothing against.
        wrong: a sentence for each of the other rows, with its line.
    """

    registrations: list[Registration] = field(factory=list)
    wrong: list[str] = field(factory=list)


def read_sheet(path: Path, settings: Settings, country: str) -> Sheet:
    """All rows of a file; commas or semicolons between, names of ``COLUMNS`` above.

    Raises:
        InputRefused: the file cannot be read, or its first line names no or unknown columns.
    """
    sheet, earlier, almanac = Sheet(), list[Contact](), Almanac(country)
    ground = Ground(settings, almanac, settings.last_day, settings.last_day, earlier=Listed(earlier))
    for line, row in _rows(path):
        try:
            facts = _facts(row)
            registration = _registration(row, facts, evolve(ground, actor=row.get("by", "")))
        except InputRefused as wrong:
            sheet.wrong.append(f"{path}, line {line}: {wrong}")
            continue
        sheet.registrations.append(registration)
        received = almanac.instant(registration.day, _NOON)
        earlier.append(
            Contact(str(line), ROUTINE, "", "", row["direction"], row["channel"], row["area"], "", received, facts)
        )
    return sheet


def _registration(row: Mapping[str, str], facts: Mapping[str, Any], ground: Ground) -> Registration:
    for name, known in (("direction", DIRECTIONS), ("channel", CHANNELS)):
        if row[name] not in known:
            raise InputRefused(f"The {name} {row[name]!r} is not one of: {listed(known)}.")
    registration = registration_of(row["direction"], row["channel"], row["area"], facts, ground.today)
    for objection in objections(registration, ground):
        raise InputRefused(str(objection))
    return registration


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells of each row that is not empty."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputRefused(f"The file {path} cannot be read: {error}; give a CSV file in UTF-8.") from error
    lines = text.splitlines()
    head = lines[0] if lines else ""
    reader = csv.DictReader(lines, delimiter=";" if ";" in head else ",", restkey="", strict=True)
    try:
        _named(path, reader.fieldnames or ())
        for row in reader:
            if "" in row:
                raise InputRefused(f"The file {path}, line {reader.line_num}, has more cells than columns; mend it.")
            cells = {name: (value or "").strip() for name, value in row.items()}
            if any(cells.values()):
                yield reader.line_num, cells
    except csv.Error as error:
        raise InputRefused(f"The file {path}, line {reader.line_num}, is no CSV: {error}; mend it.") from error


def _named(path: Path, names: Any) -> None:  # noqa: ANN401 - what the csv module calls field names
    missing = [name for name in NEEDED if name not in names]
    strange = [name for name in names if name not in COLUMNS]
    if missing or strange or len(set(names)) < len(names):
        what = f"lacks {listed(missing)}" if missing else f"has {listed(map(repr, strange)) if strange else 'doubles'}"
        raise InputRefused(f"The first line of {path} {what}; the columns are: {listed(COLUMNS)}.")


def _facts(row: Mapping[str, str]) -> dict[str, Any]:
    return {name: _value(name, row[name]) for name in FACTS if row.get(name)}


def _value(name: str, cell: str) -> object:
    if name in _TRUTHS:
        if cell.casefold() not in _TRUTH:
            raise InputRefused(f"In the column {name} stands {cell!r}; write ja or nej.")
        return _TRUTH[cell.casefold()]
    if name == "count":
        if not (cell.isascii() and cell.isdecimal() and len(cell) < 9):
            raise InputRefused(f"In the column count stands {cell!r}; write a whole number.")
        return int(cell)
    if name == "overruled":
        rule, sign, reason = cell.partition("=")
        if not sign:
            raise InputRefused(f"In the column overruled stands {cell!r}; write rule=reason, such as REG-03=skøn.")
        return {rule.strip(): reason.strip()}
    return cell
