"""A municipality in which a routine has the company of all others, and the same one without it (PLG-04, PLG-07)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import evolve, frozen

from saksgang.configuration import Municipality
from saksgang.declarations import listed
from saksgang.journal import MemoryJournal
from saksgang.plugins import Registry
from saksgang_sim.behaviour import Behaviour
from saksgang_sim.changes import Changes
from saksgang_sim.conformance_guests import Guest, guests_of, tables_of
from saksgang_sim.faults.plan import FaultPlan
from saksgang_sim.reading import municipality_path
from saksgang_sim.run import Plan
from saksgang_sim.scenario import Scenario
from saksgang_sim.settling import Source, settled

__all__ = ["Company", "company_of"]

DAYS_AT_MOST = 92  # four lives in company of all are to take seconds, not minutes
Tables = Mapping[str, Any]


@frozen
class Company:
    """Three plans over the same days, with the same people coming for the same things.

    Attributes:
        host: the routine that is tried.
        guests: those that keep it company, by name.
        left_out: a sentence for each routine of the country that could not.
        days: how long all of them live.
        more: how long those live on that then lose the routine.
    """

    host: str
    scenario: Scenario
    registry: Registry
    guests: Sequence[Guest]
    left_out: tuple[str, ...]
    behaviour: Behaviour | None
    days: int
    more: int

    @property
    def others(self) -> tuple[str, ...]:
        """Those that keep the routine company, by name."""
        return tuple(guest.name for guest in self.guests)

    @property
    def told(self) -> str:
        """Who is there and who is not, in words."""
        return "; ".join((listed(self.others), *self.left_out))

    def alone(self) -> Plan:
        """The routine by itself."""
        return self._plan(tables_of(self.scenario, self.registry.routines[self.host]), (), self.behaviour)

    def together(self) -> Plan:
        """The routine with all others; raises ``ConfigurationRefused`` where they cannot be in one municipality."""
        return self._plan(self._tables(), self.guests, self.behaviour)

    def without(self) -> Plan:
        """The others, with the routine switched off and its staff still there."""
        tables = self._tables()
        off = {**tables["routines"][self.host], "enabled": False}
        return self._plan({**tables, "routines": {**tables["routines"], self.host: off}}, self.guests, None)

    def _tables(self) -> Tables:
        tables: Tables = tables_of(self.scenario, self.registry.routines[self.host])
        for guest in self.guests:
            tables = _joined(tables, guest)
        return tables

    def _plan(self, tables: Tables, guests: Sequence[Guest], behaviour: Behaviour | None) -> Plan:
        brought = [each for each in (behaviour, *(guest.behaviour for guest in guests)) if each is not None]
        on = {each.routine: each for each in brought}
        there = {row["id"] for row in tables["staff"]}
        absent = tuple(away for away in self.scenario.changes.absent if away.staff in there)
        scenario = evolve(
            self.scenario,
            demand=_of(on, "demand", self.scenario, guests),
            service=_of(on, "service", self.scenario, guests),
            targets=(),
            changes=Changes(absent=absent),
            faults=FaultPlan(),
            days=self.days,
        )
        return Plan(scenario, self._municipality(tables), self.registry, on, MemoryJournal())

    def _municipality(self, tables: Tables) -> Municipality:
        source = Source(municipality_path(self.scenario), "", tables)
        return settled(source, {}, self.scenario.path, self.registry)


def company_of(routine: str, plan: Plan) -> Company:
    """The company that a routine of a scenario has by what is installed."""
    scenario, registry = plan.scenario, plan.registry
    town = tables_of(scenario, registry.routines[routine])["municipality"]
    mixed = bool(town.get("mixed_countries", False))
    guests, left_out = guests_of(registry.routines[routine], registry, mixed=mixed, country=plan.municipality.country)
    days = min((scenario.end - scenario.start).days, DAYS_AT_MOST)
    more = days // 3
    behaviour = plan.behaviours.get(routine)
    return Company(routine, scenario, registry, guests, tuple(left_out), behaviour, days - more, more)


def _joined(host: Tables, guest: Guest) -> Tables:
    """The guest's people and settings beside the host's; whose id is taken there gets another one."""
    taken = _ids(host) & _ids(guest.tables)
    theirs = _renamed(guest.tables, {name: f"{name}-{guest.name}"[:40] for name in taken})
    both = {table: [*host.get(table, ()), *theirs.get(table, ())] for table in ("sections", "staff")}
    return {**host, **both, "routines": {**host["routines"], guest.name: theirs["routines"][guest.name]}}


def _ids(tables: Tables) -> set[str]:
    return {row["id"] for table in ("sections", "staff") for row in tables.get(table, ())}


def _renamed(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - whatever a file holds
    """Settings name people and sections by their ids, so that these are told by their words alone."""
    if isinstance(value, dict):
        return {key: _renamed(inner, names) for key, inner in value.items()}
    if isinstance(value, list):
        return [_renamed(inner, names) for inner in value]
    return names.get(value, value) if isinstance(value, str) else value


def _of(on: Mapping[str, object], what: str, scenario: Scenario, guests: Sequence[Guest]) -> dict[str, float]:
    """Each routine's own rates or minutes, from the scenario that is its own."""
    own = {guest.name: guest.scenario for guest in guests}
    return {
        key: value
        for name in on
        for key, value in getattr(own.get(name, scenario), what).items()
        if key.partition(".")[0] == name
    }
