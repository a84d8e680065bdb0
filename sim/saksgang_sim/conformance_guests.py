"""The other routines that are installed, as they come into a municipality that is not theirs (PLG-07)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from saksgang.configuration.toml import exact, parse, read_text
from saksgang.declarations import Routine, listed
from saksgang.errors import InputRefused, SaksgangError
from saksgang.journal import MemoryJournal
from saksgang.plugins import Loaded, Registry
from saksgang_sim.behaviour import Behaviour
from saksgang_sim.changes import changed_municipality
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import municipality_path, read_scenario, shipped_scenarios
from saksgang_sim.scenario import Scenario

__all__ = ["Guest", "guests_of", "scenario_of", "tables_of"]

BESIDE = "scenario.toml"
Tables = Mapping[str, Any]


@frozen
class Guest:
    """A routine with the people that its own scenario gives it.

    Attributes:
        tables: the municipality of that scenario, with the staff of this routine alone.
    """

    declared: Routine
    scenario: Scenario
    tables: Tables
    behaviour: Behaviour | None

    @property
    def name(self) -> str:
        """The routine's."""
        return self.declared.name


def scenario_of(plugin: Loaded) -> str:
    """The scenario that a routine brings: ``scenario.toml`` beside its hooks, or a shipped one of its name.

    Raises:
        InputRefused: it brings none.
    """
    own = getattr(plugin.plugin, "__file__", None)
    if own is not None and (beside := Path(own).parent / BESIDE).is_file():
        return str(beside)
    if plugin.name in shipped_scenarios():
        return plugin.name
    raise InputRefused(f"{plugin.name} brings no {BESIDE}")


def guests_of(host: Routine, registry: Registry, *, mixed: bool, country: str) -> tuple[list[Guest], list[str]]:
    """The other routines of a country, or of all where they are mixed; and why each of the rest is left out."""
    guests: list[Guest] = []
    left_out: list[str] = []
    for plugin in registry.loaded:
        routine = plugin.routine
        if routine is None or routine.name == host.name or not (mixed or country in routine.countries):
            continue
        try:
            _refuse_shared_people(host, routine)
            guests.append(_guest(plugin, routine))
        except SaksgangError as error:
            left_out.append(f"{routine.name} is left out: {error}")
    return guests, left_out


def tables_of(scenario: Scenario, routine: Routine) -> dict[str, Any]:
    """A scenario's municipality with all that the scenario changes, for one routine: no other is on or has people.

    Raises:
        InputRefused: the routine is not on there.
    """
    path, name = municipality_path(scenario), routine.name
    tables = changed_municipality(parse(read_text(path), path, exact), scenario.changes)
    if name not in tables.get("routines", {}):
        raise InputRefused(f"{name} is not on in {scenario.path}")
    own = {**tables["routines"][name], **scenario.changes.settings.get(name, {})}
    off = {other: {**table, "enabled": False} for other, table in tables["routines"].items()}
    staff = list(_own_staff(tables["staff"], {role.name for role in routine.roles}))
    return {**tables, "staff": staff, "routines": {**off, name: own}}


def _guest(plugin: Loaded, routine: Routine) -> Guest:
    scenario = read_scenario(scenario_of(plugin))
    behaviours = plan_of(scenario, MemoryJournal()).behaviours
    return Guest(routine, scenario, tables_of(scenario, routine), behaviours.get(routine.name))


def _own_staff(staff: list[dict[str, Any]], roles: set[str]) -> Iterator[dict[str, Any]]:
    """Those who have a role of the routine, in that role alone; a deputy who is not among them is none."""
    theirs = [row for row in staff if roles.intersection(row["roles"])]
    there = {row["id"] for row in theirs}
    for row in theirs:
        kept = {key: value for key, value in row.items() if key != "deputy" or value in there}
        yield {**kept, "roles": [role for role in row["roles"] if role in roles]}


def _refuse_shared_people(host: Routine, guest: Routine) -> None:
    """Whoever has a role that both know works for both, so that neither is done as fast as alone."""
    shared = {role.name for role in host.roles} & {role.name for role in guest.roles}
    if shared:
        raise InputRefused(f"both know the role {listed(map(repr, sorted(shared)))}, so people would work for both")
