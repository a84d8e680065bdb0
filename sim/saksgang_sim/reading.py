"""Reading scenario files, shipped ones by name and others by path, with all faults of a file at once (SIM-08)."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files
from pathlib import Path

from attrs import field, frozen

from saksgang.configuration import Problem, read_toml
from saksgang.configuration.problems import advice
from saksgang.configuration.structuring import read
from saksgang.errors import ConfigurationRefused, InputRefused
from saksgang_sim.limits import impossible
from saksgang_sim.scenario import PopulationPlan, Scenario, StaffingPlan, Target

__all__ = ["municipality_path", "read_scenario", "shipped_scenarios"]

SHIPPED = Path(str(files("saksgang_sim")))


@frozen
class _Head:
    title: str
    municipality: str
    start: dt.date
    months: int = 6
    seed: int = 1


@frozen
class _File:
    scenario: _Head
    population: PopulationPlan = field(factory=PopulationPlan)
    staffing: StaffingPlan = field(factory=StaffingPlan)
    demand: dict[str, float] = field(factory=dict)
    service: dict[str, float] = field(factory=dict)
    targets: tuple[Target, ...] = ()


def shipped_scenarios() -> dict[str, Path]:
    """The scenarios that come with the program, by name."""
    return {path.stem: path for path in sorted((SHIPPED / "scenarios").glob("*.toml"))}


def read_scenario(name_or_path: str) -> Scenario:
    """A shipped scenario by name, or any file by path.

    Raises:
        InputRefused: there is no such scenario, or the file cannot be read.
        ConfigurationRefused: every fault of the file at once.
    """
    path = _path(name_or_path, Path(), shipped_scenarios(), "scenario")
    table = read_toml(path)
    made, faults = read(table, _File, "")
    faults += impossible(table)
    if made is None or faults:
        raise ConfigurationRefused(
            tuple(str(Problem(str(path), fault.key, fault.sentence, fault.suggestion)) for fault in faults)
        )
    head = made.scenario
    return Scenario(
        path.stem,
        head.title,
        head.municipality,
        head.start,
        head.months,
        head.seed,
        path,
        made.population,
        made.staffing,
        made.demand,
        made.service,
        made.targets,
    )


def municipality_path(scenario: Scenario) -> Path:
    """The municipality's file: a shipped one by name, else relative to the scenario's own folder."""
    shipped = {path.stem: path for path in sorted((SHIPPED / "municipalities").glob("*.toml"))}
    return _path(scenario.municipality, scenario.path.parent, shipped, "municipality")


def _path(name_or_path: str, folder: Path, shipped: dict[str, Path], what: str) -> Path:
    path = folder / name_or_path
    if name_or_path in shipped:
        return shipped[name_or_path]
    if path.suffix == ".toml" or path.exists():
        return path
    raise InputRefused(f"There is no {what} {name_or_path!r}. {advice(name_or_path, list(shipped))}")
