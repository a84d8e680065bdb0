"""Reading scenario files, shipped ones by name and others by path, with all faults of a file at once (SIM-08)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from attrs import field, frozen

from saksgang.configuration import Problem, read_toml
from saksgang.configuration.problems import advice, seen
from saksgang.configuration.structuring import read
from saksgang.errors import ConfigurationRefused, InputRefused
from saksgang_sim.changes import Absent, Changes, Merged
from saksgang_sim.faults.plan import misnamed, plan_of_table
from saksgang_sim.limits import impossible
from saksgang_sim.scenario import PopulationPlan, Scenario, StaffingPlan, Target, switched_off

__all__ = ["laid_over", "municipality_path", "read_scenario", "shipped_scenarios", "shipped_variants"]

SHIPPED = Path(str(files("saksgang_sim")))
Tables = Mapping[str, Any]
NOTHING: Tables = {}
HERE = Path()


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
    goals: dict[str, int] = field(factory=dict)
    faults: dict[str, float] = field(factory=dict)
    settings: dict[str, dict[str, Any]] = field(factory=dict)
    absent: tuple[Absent, ...] = ()
    merged: tuple[Merged, ...] = ()
    without: tuple[str, ...] = ()


def shipped_scenarios() -> dict[str, Path]:
    """The scenarios that come with the program, by name."""
    return {path.stem: path for path in sorted((SHIPPED / "scenarios").glob("*.toml"))}


def shipped_variants() -> dict[str, Path]:
    """The variants of shipped scenarios that come with the program, by name."""
    return {path.stem: path for path in sorted((SHIPPED / "variants").glob("*.toml"))}


def read_scenario(name_or_path: str, changes: Tables = NOTHING, folder: Path = HERE) -> Scenario:
    """A shipped scenario by name, or any file by its path from a folder, with further tables laid over it.

    A file with ``base`` is laid over that scenario, table by table and key by key.

    Raises:
        InputRefused: there is no such scenario or file.
        ConfigurationRefused: every fault of the file at once.
    """
    path = _path(name_or_path, folder, _scenarios(), "scenario")
    return _scenario(path, laid_over(_tables(path, ()), changes))


def _tables(path: Path, above: tuple[Path, ...]) -> Tables:
    """The tables of a file over those of its base, whose own faults are told first and with its own name."""
    try:
        tables = read_toml(path)
    except InputRefused as error:
        if not path.is_file():
            raise
        raise ConfigurationRefused((str(error),)) from error
    said = tables.pop("base", None)
    if said is None:
        return tables
    if not isinstance(said, str):
        raise _refused(path, "base", f"Here stands {seen(said)}, expected a scenario.", 'Write base = "norway".')
    base = _named(said, path, "base", _scenarios(), "scenario")
    if base.resolve() in (*above, path.resolve()):
        raise _refused(path, "base", f"The scenario {said!r} is built on this one.", "Name another one.")
    under = _tables(base, (*above, path.resolve()))
    _scenario(base, under)
    return laid_over({**under, "scenario": _rooted(under["scenario"], base.parent)}, tables)


def _rooted(head: Tables, folder: Path) -> Tables:
    """A municipality's file is found from the folder of the scenario that names it."""
    name = head["municipality"]
    return head if name in _municipalities() else {**head, "municipality": str((folder / name).resolve())}


def laid_over(under: Tables, over: Tables) -> dict[str, Any]:
    """Tables within tables are laid over each other; any other value is replaced, a list as a whole."""
    both = {name: over[name] if name in over else under[name] for name in (*under, *over)}
    for name, value in over.items():
        beneath = under.get(name)
        if isinstance(value, dict) and isinstance(beneath, dict):
            both[name] = laid_over(beneath, value)
    return both


def _scenario(path: Path, tables: Tables) -> Scenario:
    made, faults = read(tables, _File, "")
    faults += [*impossible(tables), *misnamed(tables)]
    if made is None or faults:
        raise ConfigurationRefused(
            tuple(str(Problem(str(path), fault.key, fault.sentence, fault.suggestion)) for fault in faults)
        )
    head = made.scenario
    scenario = Scenario(
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
        Changes(made.settings, made.absent, made.merged),
        plan_of_table(made.faults),
        goals=made.goals,
    )
    return switched_off(scenario, made.without) if made.without else scenario


def municipality_path(scenario: Scenario) -> Path:
    """The municipality's file: a shipped one by name, else relative to the scenario's own folder.

    Raises:
        ConfigurationRefused: there is none of that name.
    """
    return _named(scenario.municipality, scenario.path, "scenario.municipality", _municipalities(), "municipality")


def _scenarios() -> dict[str, Path]:
    return {**shipped_scenarios(), **shipped_variants()}


def _municipalities() -> dict[str, Path]:
    return {path.stem: path for path in sorted((SHIPPED / "municipalities").glob("*.toml"))}


def _named(name: str, file: Path, key: str, shipped: dict[str, Path], what: str) -> Path:
    """What a scenario's file names; raises ``ConfigurationRefused`` with file and key where there is no such thing."""
    try:
        return _path(name, file.parent, shipped, what)
    except InputRefused:
        raise _refused(file, key, f"There is no {what} {name!r}.", advice(name, list(shipped))) from None


def _refused(file: Path, key: str, sentence: str, suggestion: str) -> ConfigurationRefused:
    return ConfigurationRefused((str(Problem(str(file), key, sentence, suggestion)),))


def _path(name_or_path: str, folder: Path, shipped: dict[str, Path], what: str) -> Path:
    path = folder / name_or_path
    if name_or_path in shipped:
        return shipped[name_or_path]
    if path.suffix == ".toml" or path.exists():
        return path
    raise InputRefused(f"There is no {what} {name_or_path!r}. {advice(name_or_path, list(shipped))}")
