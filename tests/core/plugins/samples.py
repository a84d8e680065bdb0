"""Sample plugins: declared in memory, written as files, or installed as distributions of their own."""

from __future__ import annotations

import shutil
import tomllib
from pathlib import Path
from types import ModuleType, SimpleNamespace

from attrs import frozen

from saksgang import hookspecs
from saksgang.declarations import CaseType, DeadlineKind, LetterTemplate, Role, Routine, Status, TaskKind
from saksgang.hookspecs import hookimpl
from saksgang.plugins import Registry
from saksgang.settings import setting
from tests.house.sources import ROOT

GROUP = "saksgang.samples"
GUEST = ROOT / "tests" / "guest"


@frozen
class SampleSettings:
    days: int = setting(default=14, help="How long.")


SOUND = Routine(
    name="sample",
    version="1.0",
    api=">=1,<2",
    title="Sample",
    language="nb",
    countries=("NO",),
    case_types=(
        CaseType("søknad", "SAM", "application", (Status("ny", "new", ("ferdig",)), Status("ferdig", "done"))),
    ),
    task_kinds=(TaskKind("vurder", "Vurder", "assess", "officer"),),
    deadline_kinds=(DeadlineKind("svar", "Svar", "reply", "office", "forvaltningsloven § 11 a"),),
    roles=(Role("officer", "case officer"),),
    settings=SampleSettings,
    letters=(LetterTemplate("svar", "Svar", ("navn",), "Hei $navn\n"),),
    requirements={"SAM-01": "saksgang.errors.Refused"},
)

# A module that declares SOUND under another name.
SOURCE = """
from attrs import evolve
from saksgang.hookspecs import hookimpl
from tests.core.plugins.samples import SOUND

@hookimpl
def declare_routine():
    kinds = tuple(evolve(kind, prefix={name!r}.upper()) for kind in SOUND.case_types)
    return evolve(SOUND, name={name!r}, case_types=kinds)
"""


def own_registry() -> Registry:
    """A registry of the core's hooks in a group that nothing installed for real is in."""
    return Registry(hookspecs.PROJECT, GROUP, hookspecs)


def declaring(routine: object) -> SimpleNamespace:
    """A plugin that declares this."""

    @hookimpl
    def declare_routine() -> object:
        return routine

    return SimpleNamespace(declare_routine=declare_routine)


def module_of(source: str, name: str = "sample_module") -> ModuleType:
    """A module of that source, as an import would make it."""
    module = ModuleType(name)
    exec(compile(source, f"{name}.py", "exec"), module.__dict__)  # noqa: S102 - the source is the test's own
    return module


def distribution(
    folder: Path, name: str, entry_points: str, modules: dict[str, str] | None = None, version: str = "1.0"
) -> None:
    """Install a distribution into a folder as pip would: metadata, entry points, modules."""
    info = folder / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(entry_points, encoding="utf-8")
    for module, source in (modules or {}).items():
        (folder / f"{module}.py").write_text(source, encoding="utf-8")


def installed(folder: Path, plugin: str, source: str, group: str = GROUP) -> None:
    """Install one plugin as a distribution ``dist-<plugin>`` whose module is ``mod_<folder>_<plugin>``."""
    module = f"mod_{folder.name}_{plugin}".replace("-", "_")
    distribution(folder, f"dist-{plugin}", f"[{group}]\n{plugin} = {module}\n", {module: source})


def install_guest(folder: Path) -> None:
    """Install the third party's routine as its own project file says."""
    project = tomllib.loads((GUEST / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [
        line
        for group, rows in project["entry-points"].items()
        for line in (f"[{group}]", *(f"{name} = {value}" for name, value in rows.items()))
    ]
    distribution(folder, project["name"], "\n".join(lines), version=project["version"])
    package = GUEST / "guest_dog_licence"
    shutil.copytree(package, folder / package.name, ignore=shutil.ignore_patterns("__pycache__"))
