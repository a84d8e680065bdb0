"""Reading a story file, with every problem of it at once and before anything runs (SIM-07, COR-22)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import define, field, fields

from saksgang.configuration import Municipality, Problem
from saksgang.configuration.faults import Unfit
from saksgang.configuration.lines import line_of, lines_of
from saksgang.configuration.problems import advice, joined, seen
from saksgang.configuration.toml import exact, parse, read_text
from saksgang.declarations import Routine
from saksgang.errors import ConfigurationRefused
from saksgang.legaltime import Almanac
from saksgang.plugins import Registry
from saksgang_sim.settling import settled
from saksgang_sim.stories.choices import choices
from saksgang_sim.stories.model import Story, Surroundings
from saksgang_sim.stories.moments import span_of
from saksgang_sim.stories.page import Page
from saksgang_sim.stories.people import read_people
from saksgang_sim.stories.services import read_services
from saksgang_sim.stories.sorts import Ground
from saksgang_sim.stories.sources import OWN_TABLES, source_of
from saksgang_sim.stories.steps import read_steps
from saksgang_sim.stories.wishes import read_wishes

__all__ = ["read_story"]

BESIDE_THE_STEPS = ("title", "requirements", "municipality", "settings", "people", "surroundings", "service", "never")
KEYS = (*BESIDE_THE_STEPS, "step", *OWN_TABLES[1:])
REQUIREMENT = re.compile(r"[A-Z]+-[0-9]{2,}")


@define
class _Told:
    """The problems of one file, in the order in which they are found."""

    path: Path
    text: str
    lines: list[str] = field(factory=list)

    def tell(self, key: str, sentence: str, suggestion: str) -> None:
        """One more."""
        line = line_of(key, lines_of(self.text))
        self.lines.append(str(Problem(str(self.path), key, sentence, suggestion, line)))


def read_story(path: Path, registry: Registry) -> Story:
    """The story that a file tells.

    Raises:
        InputRefused: the file cannot be read as TOML.
        ConfigurationRefused: with every problem of the story and of its municipality, one line each.
    """
    text = read_text(path)
    tables = parse(text, path, exact)
    source = source_of(path, text, tables)
    told = _Told(path, text)
    municipality = settled(source, tables.get("settings", {}), path, registry)
    story = _story(path, tables, municipality, registry.routines, told)
    if told.lines:
        raise ConfigurationRefused(tuple(told.lines))
    return story


def _story(
    path: Path, tables: Mapping[str, Any], municipality: Municipality, installed: Mapping[str, Routine], told: _Told
) -> Story:
    for name in tables:
        if name not in KEYS:
            told.tell(joined("", name), "There is no such key in a story.", advice(name, KEYS))
    routines = {name: installed[name] for name in municipality.routines}
    almanac = Almanac(municipality.country, municipality.zone)
    people = read_people(tables.get("people", {}), municipality.country, told.tell)
    staff = tuple(person.id for person in municipality.staff)
    words = choices(routines.values(), municipality, people, tables.get("step"))
    ground = Ground(municipality.country, people, staff, {}, words)
    page = Page(ground, almanac, routines, told.tell)
    steps = read_steps(tables.get("step"), page)
    return Story(
        path,
        _title(tables.get("title"), told),
        _requirements(tables.get("requirements"), told),
        municipality,
        people,
        _surroundings(tables.get("surroundings", {}), told),
        read_services(tables.get("service", []), _services(routines.values()), told.tell),
        steps,
        read_wishes(tables.get("never", []), "never", page.ground, told.tell),
    )


def _services(routines: Iterable[Routine]) -> tuple[str, ...]:
    return tuple(kind.name for routine in routines for kind in routine.services)


def _title(said: object, told: _Told) -> str:
    if not isinstance(said, str) or not said.strip():
        told.tell("title", f"Here stands {seen(said)}, expected a title in words.", 'Write title = "…".')
    return str(said)


def _requirements(said: object, told: _Told) -> tuple[str, ...]:
    if isinstance(said, list) and said and all(isinstance(r, str) and REQUIREMENT.fullmatch(r) for r in said):
        return tuple(said)
    wrong = f"Here stands {seen(said)}, expected the requirements that the story is evidence for."
    told.tell("requirements", wrong, 'Write for example requirements = ["PPT-10"].')
    return ()


def _surroundings(said: object, told: _Told) -> Surroundings:
    if not isinstance(said, dict):
        told.tell("surroundings", f"Here stands {seen(said)}, expected a table.", "Write [surroundings].")
        return Surroundings()
    known = [row.name for row in fields(Surroundings)]
    spans = {}
    for name, value in said.items():
        if name not in known:
            told.tell(joined("surroundings", name), "There is no such service.", advice(name, known))
            continue
        try:
            spans[name] = span_of(value)
        except Unfit as wrong:
            told.tell(joined("surroundings", name), str(wrong), wrong.suggestion)
    return Surroundings(**spans)
