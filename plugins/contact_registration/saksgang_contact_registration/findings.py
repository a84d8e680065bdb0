"""What the check of a municipality's file says about the settings of this routine (REG-07, REG-13, REG-14)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from saksgang.declarations import listed
from saksgang.settings import Finding
from saksgang_contact_registration.names import TYPES
from saksgang_contact_registration.remit import outside

if TYPE_CHECKING:
    from saksgang_contact_registration.settings import Settings

__all__ = ["Municipality", "Section", "look"]


class Section(Protocol):
    """A section of the municipality."""

    @property
    def id(self) -> str:
        """What rules call it."""
        ...


class Municipality(Protocol):
    """What these findings need to know of a municipality."""

    @property
    def sections(self) -> Sequence[Section]:
        """Its sections."""
        ...


def look(settings: Settings, municipality: Municipality) -> Iterator[Finding]:
    """All findings, in the order of the settings."""
    yield from _week(settings)
    yield from _departments(settings, municipality)
    yield from _areas(settings)
    yield from _sources(settings)
    if settings.singly_at_most < 1:
        sentence = f"{settings.singly_at_most} leaves nothing that may be registered singly."
        yield Finding("singly_at_most", sentence, "Write 1 or more, such as 20.")


def _week(settings: Settings) -> Iterator[Finding]:
    if settings.last_day < settings.first_day:
        sentence = f"The last day {settings.last_day} is before the first day {settings.first_day}."
        yield Finding("last_day", sentence, "Write the first day, or a later one.")


def _departments(settings: Settings, municipality: Municipality) -> Iterator[Finding]:
    sections = [section.id for section in municipality.sections]
    seen: list[str] = []
    for number, row in enumerate(settings.departments):
        key = f"departments[{number}].section"
        if row.section not in sections:
            yield Finding(key, f"There is no section {row.section!r}.", f"Write one of: {listed(sections)}.")
        if row.section in seen:
            yield Finding(key, f"The department {row.section!r} is there twice.", "Keep one of them.")
        seen.append(row.section)
    if not settings.departments:
        yield Finding("departments", "There is no department, so nobody can register.", "Add one.")


def _areas(settings: Settings) -> Iterator[Finding]:
    gone = {row.area: row.authority for row in outside(settings.first_day)}
    seen: list[str] = []
    for number, row in enumerate(settings.areas):
        key = f"areas[{number}]"
        if row.name in gone:
            sentence = f"{row.name!r} lies with {gone[row.name]} in the counting week, not with the municipality."
            yield Finding(f"{key}.name", sentence, "Take the row out; contacts about it are registered all the same.")
        if row.name in seen:
            yield Finding(f"{key}.name", f"The task area {row.name!r} is there twice.", "Keep one of them.")
        yield from _known(f"{key}.department", row.department, settings)
        seen.append(row.name)


def _sources(settings: Settings) -> Iterator[Finding]:
    names = [row.name for row in settings.areas]
    for number, row in enumerate(settings.sources):
        key = f"sources[{number}]"
        yield from _known(f"{key}.department", row.department, settings)
        if row.area not in names:
            sentence = f"{row.area!r} is no task area of the municipality."
            yield Finding(f"{key}.area", sentence, f"Write one of: {listed(names)}.")
        if row.type not in ("", *TYPES):
            yield Finding(f"{key}.type", f"{row.type!r} is no type of contact.", f"Write one of: {listed(TYPES)}.")


def _known(key: str, section: str, settings: Settings) -> Iterator[Finding]:
    if settings.department(section) is None:
        known = listed(row.section for row in settings.departments)
        yield Finding(key, f"{section!r} is no department that registers.", f"Write one of: {known}.")
