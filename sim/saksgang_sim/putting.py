"""From a scenario to a plan: its municipality, the plugins it needs, and how their people behave."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from saksgang.configuration import load, plugin_files, why_broken
from saksgang.errors import ConfigurationRefused
from saksgang.journal import Journal
from saksgang.plugins import Registry
from saksgang_sim import hookspecs
from saksgang_sim.behaviour import Behaviour
from saksgang_sim.reading import municipality_path
from saksgang_sim.run import Plan
from saksgang_sim.scenario import Scenario

__all__ = ["behaviours", "plan_of"]


def plan_of(scenario: Scenario, journal: Journal) -> Plan:
    """Everything that a run of the scenario is made of.

    Raises:
        ConfigurationRefused: faults of the municipality's file, or streams and services that nobody has.
        PluginRefused: a routine that is on cannot be loaded.
    """
    path = municipality_path(scenario)
    registry = Registry.installed(plugin_files(path))
    municipality = load(path, registry.routines, why_broken(registry.broken))
    known = behaviours(plugin_files(path))
    _refuse_unknown(scenario, {name: known[name] for name in municipality.routines if name in known})
    return Plan(scenario, municipality, registry, known, journal)


def behaviours(files: Sequence[Path] = ()) -> dict[str, Behaviour]:
    """How the people of each routine behave, by routine name; a single-file routine brings it in that file."""
    simulations = Registry(hookspecs.PROJECT, hookspecs.GROUP, hookspecs)
    simulations.load(files)
    described = dict(simulations.ask_each("describe_behaviour"))
    return {behaviour.routine: behaviour for _, behaviour in sorted(described.items())}


def _refuse_unknown(scenario: Scenario, known: Mapping[str, Behaviour]) -> None:
    streams = sorted(demand.name for behaviour in known.values() for demand in behaviour.demands)
    services = sorted(f"{name}.{kind}" for name, behaviour in known.items() for kind in behaviour.services)
    wrong = [
        f"{scenario.path}: {section}.{key}: nobody here has it. Known are: {', '.join(names)}."
        for section, keys, names in (("demand", scenario.demand, streams), ("service", scenario.service, services))
        for key in keys
        if key not in names
    ]
    if wrong:
        raise ConfigurationRefused(tuple(wrong))
