"""What must fit together about sections and staff (COR-07, COR-20)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from saksgang.configuration.draft import Draft
from saksgang.configuration.hours import working_hours
from saksgang.configuration.problems import advice, joined, quoted
from saksgang.configuration.shapes import SectionTable, StaffTable
from saksgang.errors import InputRefused
from saksgang.settings import Finding

__all__ = ["PEOPLE_CHECKS"]

_ID = re.compile(r"[a-z][a-z0-9_-]{0,39}")


def _names(draft: Draft) -> Iterator[Finding]:
    yield from _name("municipality", draft.municipality.name)
    for key, row in _rows(draft):
        yield from _name(key, row.name)


def _name(key: str, name: str) -> Iterator[Finding]:
    place = joined(key, "name")
    if not name.strip():
        yield Finding(place, "The name is empty.", 'Write name = "…".')
    elif not name.isprintable():
        yield Finding(place, f"The name {quoted(name)} holds signs that cannot be seen.", "Type it anew.")


def _ids(draft: Draft) -> Iterator[Finding]:
    for key, row in _rows(draft):
        if not _ID.fullmatch(row.id):
            wrong = f"The id {quoted(row.id)} is not one of 1 to 40 small letters a to z, digits, - and _."
            yield Finding(joined(key, "id"), wrong, f"Write for example {quoted(_as_id(row.name))}.")


def _twice(draft: Draft) -> Iterator[Finding]:
    tables: dict[str, tuple[SectionTable | StaffTable, ...]] = {"sections": draft.sections, "staff": draft.staff}
    for table, rows in tables.items():
        first: dict[str, int] = {}
        for index, row in enumerate(rows):
            earlier = first.setdefault(row.id, index)
            if earlier != index:
                wrong = f"The id {quoted(row.id)} is taken by {joined(table, earlier)}."
                yield Finding(joined(joined(table, index), "id"), wrong, "Give each an id of its own.")


def _sections(draft: Draft) -> Iterator[Finding]:
    known = dict.fromkeys(section.id for section in draft.sections)
    for key, person in draft.people():
        if person.section and person.section not in known:
            wrong = f"There is no section {quoted(person.section)}."
            yield Finding(joined(key, "section"), wrong, advice(person.section, known))


def _deputies(draft: Draft) -> Iterator[Finding]:
    known = dict.fromkeys(person.id for person in draft.staff if person.id)
    for key, person in draft.people():
        place = joined(key, "deputy")
        if person.deputy and person.deputy == person.id:
            yield Finding(place, f"{quoted(person.id)} is named as deputy of {quoted(person.id)}.", "Name another.")
        elif person.deputy and person.deputy not in known:
            wrong = f"Nobody on the staff has the id {quoted(person.deputy)}."
            yield Finding(place, wrong, advice(person.deputy, (name for name in known if name != person.id)))


def _hours(draft: Draft) -> Iterator[Finding]:
    for key, person in draft.people():
        try:
            working_hours(person.hours)
        except InputRefused as error:
            yield Finding(joined(key, "hours"), str(error), 'Write for example "mon-fri 08:00-15:30".')


def _absences(draft: Draft) -> Iterator[Finding]:
    for key, person in draft.people():
        for index, absence in enumerate(person.absences):
            if absence.last < absence.first:
                wrong = f"The absence ends on {absence.last}, before it begins on {absence.first}."
                place = joined(joined(joined(key, "absences"), index), "last")
                yield Finding(place, wrong, "Write the last day away, or swap the two.")


def _rows(draft: Draft) -> Iterator[tuple[str, SectionTable | StaffTable]]:
    yield from ((joined("sections", index), section) for index, section in enumerate(draft.sections))
    yield from draft.people()


def _as_id(name: str) -> str:
    """An id out of a name: its letters as the keyboard of an English machine has them."""
    plain = name.lower().translate({ord("æ"): "ae", ord("ø"): "o", ord("å"): "a"})
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-0123456789")[:40].rstrip("-") or "turid"


PEOPLE_CHECKS: tuple[Callable[[Draft], Iterator[Finding]], ...] = (
    _names,
    _ids,
    _twice,
    _sections,
    _deputies,
    _hours,
    _absences,
)
