"""The registry: which plugins there are, in which order they are asked, and what they answer (PLG-01 to PLG-06)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from copy import copy
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from saksgang import hookspecs
from saksgang.declarations import Routine
from saksgang.errors import PluginRefused
from saksgang.plugins.asking import add_verbs, answer, first_port
from saksgang.plugins.enabling import same_prefix, settled, unknown
from saksgang.plugins.examining import examined
from saksgang.plugins.hooks import HookBook
from saksgang.plugins.loading import from_distributions, from_file
from saksgang.plugins.records import Broken, Candidate, HookInfo, Implementation, Loaded
from saksgang.ports import Port

__all__ = ["Registry"]


class Registry:
    """The plugins of one project, each found, checked and asked by itself, always in the order of their names.

    Args:
        project: whose ``hookimpl`` marks count, such as ``saksgang``.
        group: the entry-point group in which distributions offer plugins.
        specs: the module with the hook specifications.

    Attributes:
        broken: the plugins that cannot be used, by name, each with everything that is wrong with it.
    """

    def __init__(self, project: str, group: str, specs: ModuleType) -> None:
        self.group = group
        self.broken: tuple[Broken, ...] = ()
        self._book = HookBook.of(project, specs)
        self._loaded: dict[str, Loaded] = {}

    @classmethod
    def installed(cls, files: Sequence[Path] = ()) -> Registry:
        """The core's own: every installed distribution, and single files that a municipality names (PLG-01)."""
        registry = cls(hookspecs.PROJECT, hookspecs.PROJECT, hookspecs)
        registry.load(files)
        return registry

    def load(self, files: Sequence[Path] = ()) -> None:
        """Import and check every plugin of the group and of the files; what is wrong goes to ``broken``."""
        found = [*from_distributions(self.group), *(from_file(path) for path in files)]
        by_name: dict[str, list[Loaded | Broken]] = {each.name: [each] for each in self._loaded.values()}
        for plugin in found:
            seen = examined(plugin, self._book) if isinstance(plugin, Candidate) else plugin
            by_name.setdefault(seen.name, []).append(seen)
        result = [settled(by_name[name]) for name in sorted(by_name)]
        self._loaded = {each.name: each for each in result if isinstance(each, Loaded)}
        self.broken = tuple(each for each in result if isinstance(each, Broken))

    def register(self, plugin: object, name: str, origin: str) -> Loaded:
        """Add one plugin, with the same checks as an installed one.

        Raises:
            PluginRefused: everything that is wrong with it, or which plugin has its name already.
        """
        result = examined(Candidate(name, origin, plugin), self._book)
        if name in self._loaded:
            result = settled([self._loaded[name], result])
        if isinstance(result, Broken):
            raise PluginRefused("\n".join(result.sentences))
        self._loaded[name] = result
        return result

    def plus(self, plugin: object, name: str, origin: str) -> Registry:
        """Another registry with the same plugins and one more, such as a simulated world; this one stays as it is.

        Raises:
            PluginRefused: as ``register``.
        """
        registry = copy(self)
        registry._loaded = dict(self._loaded)  # noqa: SLF001 - of the same class
        registry.register(plugin, name, origin)
        return registry

    @property
    def loaded(self) -> tuple[Loaded, ...]:
        """The sound plugins by name."""
        return tuple(self._loaded[name] for name in sorted(self._loaded))

    @property
    def routines(self) -> dict[str, Routine]:
        """What the routines among them declare, by name; being here switches none of them on."""
        return {each.name: each.routine for each in self.loaded if each.routine is not None}

    @property
    def beside(self) -> tuple[str, ...]:
        """The packages of the plugins that are no routine, in the order of the plugins' names."""
        return tuple(package for each in self.loaded if each.routine is None and (package := each.package))

    def trouble(self, name: str) -> tuple[str, ...]:
        """Why a municipality cannot enable a routine of that name, in sentences; none when it can."""
        told = next((each.sentences for each in self.broken if each.name == name), ())
        if told or name in self.routines:
            return told
        return (unknown(name, self._loaded, self.routines).sentence(name),)

    def enabled(self, names: Iterable[str]) -> dict[str, Routine]:
        """The routines that a municipality enables, by name.

        Raises:
            PluginRefused: for every name that is broken, no routine or not installed, and for two routines whose
                case numbers could not be told apart, one sentence each.
        """
        wanted = sorted(set(names))
        if wrong := [sentence for name in wanted for sentence in self.trouble(name)]:
            raise PluginRefused("\n".join(wrong))
        routines = {name: self.routines[name] for name in wanted}
        if wrong := list(same_prefix(routines)):
            raise PluginRefused("\n".join(wrong))
        return routines

    def hooks(self) -> tuple[HookInfo, ...]:
        """Every hook in the order of its module, with who implements it in the order in which they are asked."""
        return tuple(self._book.info(hook, tuple(self._asked(hook))) for hook in self._book.specs)

    def implementation(self, plugin: str, hook: str) -> Callable[..., Any] | None:
        """A plugin's own function for a hook, unfenced, to be called with all of the hook's arguments by name."""
        found = next((each for each in self._asked(hook) if each.plugin == plugin), None)
        if found is None:
            return None
        if found.parameters == self._book.parameters(hook):
            return found.function
        return lambda **arguments: found.ask(arguments)

    def ask_each(self, hook: str, **arguments: object) -> Iterator[tuple[str, Any]]:
        """Plugin name and answer of each plugin, asked one at a time as the caller goes on.

        Raises:
            PluginRefused: when a plugin raises; the sentence names plugin, hook and error.
        """
        for implementation in self._asked(hook):
            yield implementation.plugin, answer(implementation, arguments)

    def connect_port(self, port: str, among: Collection[str] | None = None) -> Port | None:
        """The adapter for a service outside from the first plugin that has one; ``among`` names those that are on.

        Raises:
            PluginRefused: when a plugin raises.
        """
        asked = self._asked("connect_port")
        return first_port((each for each in asked if among is None or each.plugin in among), port)

    def add_commands(self, group: click.Group) -> tuple[str, ...]:
        """Let each plugin add its verbs; answers a sentence for each that raised and each verb that was taken."""
        return add_verbs(self._asked("add_commands"), group)

    def _asked(self, hook: str) -> Iterator[Implementation]:
        """The implementations of a hook by plugin name: the order that ``hooks list`` prints (PLG-03)."""
        return (each for plugin in self.loaded for each in plugin.implementations if each.hook == hook)
