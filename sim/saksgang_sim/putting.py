"""From a scenario to a plan: its municipality, the plugins it needs, and how their people behave."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from saksgang.configuration import Municipality, Problem, load, plugin_files, why_broken
from saksgang.configuration.problems import advice, joined, quoted
from saksgang.configuration.toml import exact, parse, read_text
from saksgang.errors import ConfigurationRefused, PluginRefused
from saksgang.journal import Journal
from saksgang.plugins import Registry
from saksgang_sim import hookspecs
from saksgang_sim.behaviour import Behaviour
from saksgang_sim.changes import Changes, changed_municipality, strange
from saksgang_sim.reading import municipality_path
from saksgang_sim.run import Plan
from saksgang_sim.scenario import Scenario
from saksgang_sim.settling import Source, settled

__all__ = ["plan_of"]


def plan_of(scenario: Scenario, journal: Journal) -> Plan:
    """Everything that a run of the scenario is made of.

    Raises:
        ConfigurationRefused: faults of the municipality's file, or streams and services that nobody has.
        PluginRefused: a routine that is on, or the behaviour that it brings, cannot be loaded.
    """
    path = municipality_path(scenario)
    registry = Registry.installed(plugin_files(path))
    municipality = _municipality(scenario, path, registry)
    known = _behaviours(plugin_files(path), municipality.routines)
    _refuse_unknown(scenario, known, registry, municipality.routines)
    return Plan(scenario, municipality, registry, known, journal)


def _municipality(scenario: Scenario, path: Path, registry: Registry) -> Municipality:
    """The municipality of a file, sound by itself, with what the scenario changes about it."""
    municipality = load(path, registry.routines, why_broken(registry.broken))
    changes = scenario.changes
    if changes == Changes():
        return municipality
    text = read_text(path)
    tables = parse(text, path, exact)
    if wrong := [
        str(Problem(str(scenario.path), row.key, row.sentence, row.suggestion)) for row in strange(tables, changes)
    ]:
        raise ConfigurationRefused(tuple(wrong))
    source = Source(path, text, changed_municipality(tables, changes))
    return settled(source, changes.settings, scenario.path, registry)


def _behaviours(files: Sequence[Path], enabled: Collection[str]) -> dict[str, Behaviour]:
    """How the people of each enabled routine behave, by its name; a single-file routine brings it in that file."""
    simulations = Registry(hookspecs.PROJECT, hookspecs.GROUP, hookspecs)
    simulations.load(files)
    if wrong := [line for each in simulations.broken if each.name in enabled for line in each.sentences]:
        raise PluginRefused("\n".join(wrong))
    described = sorted(simulations.ask_each("describe_behaviour"))
    return {behaviour.routine: behaviour for _, behaviour in described if behaviour.routine in enabled}


def _refuse_unknown(
    scenario: Scenario, known: Mapping[str, Behaviour], registry: Registry, on: Collection[str]
) -> None:
    """Refuse every stream, service and deadline that nobody here has; a goal may be one of a routine that is off."""
    routines = registry.enabled(on)
    goals = sorted(check.id for each in registry.routines.values() for check in each.checks if check.kind == "reach")
    streams = sorted(demand.name for behaviour in known.values() for demand in behaviour.demands)
    services = sorted(f"{name}.{kind}" for name, behaviour in known.items() for kind in behaviour.services)
    deadlines = sorted(f"{name}.{kind.name}" for name, routine in routines.items() for kind in routine.deadline_kinds)
    wanted = [
        *((joined("demand", key), key, streams) for key in scenario.demand),
        *((joined("service", key), key, services) for key in scenario.service),
        *((f"targets[{n}].deadline", each.deadline, deadlines) for n, each in enumerate(scenario.targets)),
        *((joined("goals", key), key, goals) for key in scenario.goals),
    ]
    wrong = [
        str(Problem(str(scenario.path), place, f"Nobody here has {quoted(key)}.", advice(key, names)))
        for place, key, names in wanted
        if key not in names
    ]
    if wrong:
        raise ConfigurationRefused(tuple(wrong))
