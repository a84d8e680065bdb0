"""A municipality as an office is opened with it (COR-20)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from saksgang.records import StaffMember

__all__ = ["Municipality", "Section"]


@frozen
class Section:
    """A part of the office that staff and queues can belong to."""

    id: str
    name: str


@frozen
class Municipality:
    """What a municipality's file says, checked.

    Attributes:
        country: ``NO`` or ``DK``.
        zone: IANA name of the country's time zone.
        language: ``nb``, ``da`` or ``en``.
        routines: the settings of each routine that is on, an instance of its settings class, by name in sorted order.
        plugin_files: the single-file plugins that it names.
        source: the file.
    """

    name: str
    country: str
    zone: str
    language: str
    staff: tuple[StaffMember, ...]
    sections: tuple[Section, ...]
    routines: Mapping[str, Any]
    plugin_files: tuple[Path, ...]
    source: Path
