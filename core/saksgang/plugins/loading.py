"""Finding and importing plugins, each by itself: a broken one stops no other (PLG-01, PLG-05)."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterator
from importlib.machinery import SourceFileLoader
from importlib.metadata import Distribution, EntryPoint, distributions
from pathlib import Path
from types import ModuleType

from saksgang.errors import PluginRefused
from saksgang.plugins.fence import fenced, sentences
from saksgang.plugins.records import Broken, Candidate

__all__ = ["from_distributions", "from_file"]


def from_distributions(group: str) -> list[Candidate | Broken]:
    """The plugins of all installed distributions in an entry-point group, by name and then by distribution."""
    found: dict[tuple[str, str], Candidate | Broken] = {}
    for distribution in distributions():
        for plugin in _plugins_of(distribution, group):
            # The first on the path is the one that Python imports from; a second listing of it is no second plugin.
            found.setdefault((plugin.name, plugin.origin.rpartition(" ")[0]), plugin)
    return [found[key] for key in sorted(found)]


def from_file(path: Path) -> Candidate | Broken:
    """The plugin in a single file, imported under a name of its own; nothing is written beside it."""
    return _imported(path.stem, str(path), lambda: _module_at(path.resolve()), named=False)


def _plugins_of(distribution: Distribution, group: str) -> Iterator[Candidate | Broken]:
    if group not in (distribution.read_text("entry_points.txt") or ""):
        return
    name = origin = "distribution without a name"
    try:
        (name, version), _ = fenced(lambda: (distribution.name, distribution.version))
        origin = f"distribution {name} {version}"
        entries, _ = fenced(lambda: [entry for entry in distribution.entry_points if entry.group == group])
    except PluginRefused as error:
        yield Broken(name, origin, sentences(name, origin, "its metadata cannot be read", error))
        return
    for entry in entries:
        yield _imported(entry.name, origin, _loader(entry))


def _loader(entry: EntryPoint) -> Callable[[], object]:
    return lambda: entry.load()  # noqa: PLW0108 - the lambda gives the untyped method a type


def _imported(name: str, origin: str, load: Callable[[], object], *, named: bool = True) -> Candidate | Broken:
    try:
        plugin, printed = fenced(load)
    except PluginRefused as error:
        return Broken(name, origin, sentences(name, origin, "cannot be loaded", error))
    return Candidate(name, origin, plugin, named, printed)


class _LeavesNothing(SourceFileLoader):
    """Writes no bytecode: checking a municipality's file changes nothing on its disk (COR-20)."""

    def set_data(self, path: str, data: object, *, _mode: int = 0o666) -> None:
        """Keep the bytecode in memory."""


def _module_at(path: Path) -> ModuleType:
    """The module of a file, imported once a process as any module is."""
    name = _free_name(path)
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, path, loader=_LeavesNothing(name, str(path)))
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is no Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _free_name(path: Path) -> str:
    """A module name that no module of another file has; without the path, so that no listing shows it."""
    name, n = f"saksgang_file_{path.stem}", 1
    while name in sys.modules and sys.modules[name].__file__ != str(path):
        n += 1
        name = f"saksgang_file_{path.stem}_{n}"
    return name
