"""Reading scenario files, shipped ones by name and others by path, with all faults of a file at once (SIM-08)."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files
from pathlib import Path

from attrs import asdict, field, frozen

from saksgang.configuration import Problem, read_toml
from saksgang.configuration.problems import advice
from saksgang.configuration.structuring import read
from saksgang.errors import ConfigurationRefused, InputRefused
from saksgang.settings import Finding
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
    path = _path(name_or_path, shipped_scenarios(), "scenario")
    made, faults = read(read_toml(path), _File, "")
    faults += _impossible(made) if made is not None else []
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
    if scenario.municipality in shipped:
        return shipped[scenario.municipality]
    path = scenario.path.parent / scenario.municipality
    return path if path.exists() else _path(scenario.municipality, shipped, "municipality")


def _path(name_or_path: str, shipped: dict[str, Path], what: str) -> Path:
    path = Path(name_or_path)
    if name_or_path in shipped:
        return shipped[name_or_path]
    if path.suffix == ".toml" or path.exists():
        return path
    raise InputRefused(f"There is no {what} {name_or_path!r}. {advice(name_or_path, list(shipped))}")


LIMITS = (
    ("scenario.months", 1, 600),
    ("population.size", 1, 1_000_000),
    ("population.without_mailbox", 0, 1),
    ("population.never_opens", 0, 1),
    ("population.opens_after_hours", 0.01, 10_000),
    ("staffing.sick_days_per_year", 0, 230),
    ("staffing.speed", 0.01, 100),
)


def _impossible(made: _File) -> list[Finding]:
    """Numbers that no municipality has."""
    table = asdict(made)
    found = []
    for key, least, most in LIMITS:
        section, _, name = key.partition(".")
        value = table[section][name]
        if not least <= value <= most:
            found.append(Finding(key, f"Here stands {value}, expected {least} to {most}.", "Write a number within."))
    for section in ("demand", "service"):
        found += [
            Finding(f"{section}.{name}", f"Here stands {value}, expected 0 or more.", "Write how many, or minutes.")
            for name, value in table[section].items()
            if value < 0
        ]
    return found
