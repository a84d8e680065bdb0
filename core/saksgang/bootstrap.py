"""The one place where an office is wired: municipality, plugins, clock, journal."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from types import MappingProxyType

from saksgang.clock import Clock
from saksgang.commands import ReportDeparture
from saksgang.configuration import Municipality, plain
from saksgang.declarations import Catalogue, Routine
from saksgang.events import OFFICE, OfficeOpened
from saksgang.journal import Journal, Recorded
from saksgang.legaltime import Almanac
from saksgang.office import Office, RoutineDesk, assemble
from saksgang.plugins import Registry
from saksgang.ports import PORTS

__all__ = ["open_office"]


def open_office(
    municipality: Municipality,
    registry: Registry,
    clock: Clock,
    journal: Journal,
    heard: Sequence[Callable[[Recorded], None]] = (),
    adapters: Sequence[str] = (),
) -> Office:
    """Open a municipality's office over a journal, which may hold a life already.

    The opening itself is an event, with the settings by which all that follows is to be judged. What services outside
    had not answered for is handed over again, and the work of who is no longer on the staff is given on. Those in
    ``heard`` are told of the opening and of every event after it. Services outside are connected by the routines that
    are on and by the plugins named in ``adapters``, in that order, and by nobody else (PLG-01).

    Raises:
        PluginRefused: an enabled routine is not installed or could not be loaded.
        JournalDamaged: the journal does not read back as it was written.
    """
    catalogue = Catalogue(MappingProxyType(registry.enabled(municipality.routines)))
    desks = {name: _desk(routine, registry) for name, routine in catalogue.routines.items()}
    among = (*municipality.routines, *adapters)
    services = [kind.name for routine in catalogue.routines.values() for kind in routine.services]
    adapted = {port: registry.connect_port(port, among) for port in (*PORTS, *services)}
    ports = {port: adapter for port, adapter in adapted.items() if adapter is not None}
    almanac = Almanac(municipality.country, municipality.zone)
    office = assemble(catalogue, almanac, municipality.routines, desks, ports, clock, journal)
    office.watching = tuple(desk for desk in desks.values() if desk.observe is not None)
    office.heard.extend(heard)
    office.record(_opening(municipality, catalogue), "system:office")
    _let_go(municipality, office)
    office.hand_over_again()
    return office


def _let_go(municipality: Municipality, office: Office) -> None:
    """Who is no longer in the municipality's file has left, and open work goes where a departure sends it (COR-07)."""
    named = {person.id for person in municipality.staff}
    for person in office.view.staff():
        if person.id not in named:
            office.do(ReportDeparture(person.id), "system:office")


def _desk(routine: Routine, registry: Registry) -> RoutineDesk:
    find = partial(registry.implementation, routine.name)
    hooks = find("respond"), find("vet"), find("observe"), find("distribute")
    return RoutineDesk(routine.name, *hooks, routine.responds, routine.observes)


def _opening(municipality: Municipality, catalogue: Catalogue) -> OfficeOpened:
    routines = {
        name: {"version": routine.version, "settings": plain(municipality.routines[name])}
        for name, routine in catalogue.routines.items()
    }
    return OfficeOpened(
        OFFICE,
        "",
        municipality.name,
        municipality.country,
        municipality.zone,
        municipality.language,
        routines,
        municipality.staff,
    )
