"""The trial of one routine: what is lived through for its laws, each life once and not before a law asks (PLG-07)."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from attrs import frozen

from saksgang.configuration import plugin_files
from saksgang.errors import InputRefused
from saksgang.journal import MemoryJournal
from saksgang.plugins import Registry
from saksgang_sim.conformance_company import Company, company_of
from saksgang_sim.conformance_lives import Lived, lived, lived_on
from saksgang_sim.putting import plan_of
from saksgang_sim.reading import municipality_path, read_scenario
from saksgang_sim.run import Plan
from saksgang_sim.scenario import Scenario

__all__ = ["Trial"]


@frozen
class Trial:
    """A routine and the scenario in which it is tried.

    Every property raises ``ConfigurationRefused``, ``InputRefused`` or ``PluginRefused`` where the scenario cannot be
    put together.

    Attributes:
        place: a shipped scenario's name, or the path of a file.
    """

    routine: str
    place: str

    @cached_property
    def scenario(self) -> Scenario:
        """The scenario, read."""
        return read_scenario(self.place)

    @cached_property
    def registry(self) -> Registry:
        """What is installed, and the single files that the scenario's municipality names."""
        return Registry.installed(plugin_files(municipality_path(self.scenario)))

    @cached_property
    def plan(self) -> Plan:
        """What the scenario is made of; raises ``InputRefused`` where the routine is not on."""
        plan = plan_of(self.scenario, MemoryJournal())
        if self.routine not in plan.municipality.routines:
            raise InputRefused(f"{self.routine} is not on in {self.scenario.path}: enable it there, or name another.")
        return plan

    @cached_property
    def lived(self) -> Lived:
        """The scenario as it is, from its first day to its last."""
        return lived(self.plan)

    @cached_property
    def company(self) -> Company:
        """Who is there beside the routine."""
        return company_of(self.routine, self.plan)

    @cached_property
    def alone(self) -> Lived:
        """The routine by itself, for as long as it has company in the lives below."""
        return lived(self.company.alone())

    @cached_property
    def together(self) -> Lived:
        """The routine and all others."""
        return lived(self.company.together())

    @cached_property
    def without(self) -> Lived:
        """All others in the same municipality."""
        return lived(self.company.without())

    @cached_property
    def switched_off(self) -> Lived:
        """The life of all together, which goes on when the routine is switched off."""
        return lived_on(self.together, self.company.without(), self.company.more)

    @cached_property
    def never_on(self) -> Lived:
        """The life of the others, which goes on as long, after an opening of the office on the same day."""
        return lived_on(self.without, self.company.without(), self.company.more)

    @property
    def parting(self) -> dt.datetime:
        """When the routine is switched off."""
        return self.alone.end
