"""The registry: which plugins there are, in which order they are asked, and what they answer (PLG-01 to PLG-06)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from types import ModuleType
from typing import Any

import click

from saksgang import hookspecs
from saksgang.declarations import Routine, listed
from saksgang.errors import PluginRefused
from saksgang.plugins.examining import examined
from saksgang.plugins.fence import fenced, sentences
from saksgang.plugins.hooks import HookBook
from saksgang.plugins.loading import from_distributions, from_file
from saksgang.plugins.records import Broken, Candidate, Fault, HookInfo, Implementation, Loaded
from saksgang.ports import LetterPort

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
        seen = [self._examined(each) if isinstance(each, Candidate) else each for each in found]
        seen += [*self._loaded.values(), *self.broken]
        by_name: dict[str, list[Loaded | Broken]] = {}
        for each in seen:
            by_name.setdefault(each.name, []).append(each)
        settled = [_settled(by_name[name]) for name in sorted(by_name)]
        self._loaded = {each.name: each for each in settled if isinstance(each, Loaded)}
        self.broken = tuple(each for each in settled if isinstance(each, Broken))

    def register(self, plugin: object, name: str, origin: str) -> Loaded:
        """Add one plugin, with the same checks as an installed one.

        Raises:
            PluginRefused: everything that is wrong with it, or that its name is taken and by which plugin.
        """
        result = self._examined(Candidate(name, origin, plugin))
        if name in self._loaded:
            result = _settled([self._loaded[name], result])
        if isinstance(result, Broken):
            raise PluginRefused("\n".join(result.sentences))
        self._loaded[name] = result
        return result

    @property
    def loaded(self) -> tuple[Loaded, ...]:
        """The sound plugins by name."""
        return tuple(self._loaded[name] for name in sorted(self._loaded))

    @property
    def routines(self) -> dict[str, Routine]:
        """What the routines among them declare, by name; being here switches none of them on."""
        return {each.name: each.routine for each in self.loaded if each.routine is not None}

    def trouble(self, name: str) -> tuple[str, ...]:
        """Why a municipality cannot enable a routine of that name; nothing when it can."""
        for broken in self.broken:
            if broken.name == name:
                return broken.sentences
        if name in self.routines:
            return ()
        if name in self._loaded:
            return (Fault("", "it declares no routine", "take it out of the routines that are on").sentence(name),)
        close = get_close_matches(name, self.routines, n=1)
        remedy = f"write {close[0]!r} or install it" if close else "install it"
        return (Fault("", f"it is not installed; routines here are: {listed(self.routines)}", remedy).sentence(name),)

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
        if wrong := list(_same_prefix(routines)):
            raise PluginRefused("\n".join(wrong))
        return routines

    def hooks(self) -> tuple[HookInfo, ...]:
        """Every hook in the order of its module, with who implements it in the order in which they are asked."""
        return tuple(self._book.info(hook, tuple(self._asked(hook))) for hook in self._book.specs)

    def implementation(self, plugin: str, hook: str) -> Callable[..., Any] | None:
        """A plugin's own function for a hook, to be called with all of the hook's arguments by name."""
        found = next((each for each in self._asked(hook) if each.plugin == plugin), None)
        if found is None or found.parameters == self._book.parameters(hook):
            return found and found.function
        return lambda **arguments: found.ask(arguments)

    def ask_each(self, hook: str, **arguments: Any) -> Iterator[tuple[str, Any]]:
        """Plugin name and answer of each plugin, asked one at a time as the caller goes on.

        Raises:
            PluginRefused: when a plugin raises; the sentence names plugin, hook and error.
        """
        for implementation in self._asked(hook):
            yield implementation.plugin, _answer(implementation, arguments)

    def connect_port(self, port: str, among: Collection[str] | None = None) -> LetterPort | None:
        """The adapter for a service outside from the first plugin that has one; ``among`` names those that are on.

        Raises:
            PluginRefused: when a plugin raises.
        """
        for implementation in self._asked("connect_port"):
            if among is None or implementation.plugin in among:
                adapter: LetterPort | None = _answer(implementation, {"port": port})
                if adapter is not None:
                    return adapter
        return None

    def add_commands(self, group: click.Group) -> tuple[str, ...]:
        """Let each plugin add its verbs; a plugin that raises adds none, and no verb replaces another.

        Returns:
            A sentence for each plugin that failed and each verb that was taken already.
        """
        wrong: list[str] = []
        for implementation in self._asked("add_commands"):
            own = click.Group()
            try:
                _answer(implementation, {"group": own})
            except PluginRefused as error:
                wrong.append(str(error))
                continue
            for verb, command in own.commands.items():
                if verb in group.commands:
                    wrong.append(_taken(implementation, verb))
                else:
                    group.add_command(command, verb)
        return tuple(wrong)

    def _examined(self, candidate: Candidate) -> Loaded | Broken:
        return examined(candidate, self._book)

    def _asked(self, hook: str) -> Iterator[Implementation]:
        """The implementations of a hook by plugin name: the order that ``hooks list`` prints (PLG-03)."""
        return (each for plugin in self.loaded for each in plugin.implementations if each.hook == hook)


def _settled(same_name: list[Loaded | Broken]) -> Loaded | Broken:
    """The plugin of a name; where several claim it, none is it, whichever came first."""
    if len(same_name) == 1:
        return same_name[0]
    name, origins = same_name[0].name, sorted(each.origin for each in same_name)
    fault = Fault("name", f"it is claimed by {' and by '.join(origins)}", "take all but one of them out")
    more = [sentence for each in same_name if isinstance(each, Broken) for sentence in each.sentences]
    return Broken(name, " and ".join(origins), (fault.sentence(name), *more))


def _same_prefix(routines: dict[str, Routine]) -> Iterator[str]:
    first: dict[str, str] = {}
    for name, routine in routines.items():
        for kind in routine.case_types:
            other = first.setdefault(kind.prefix, name)
            if other != name:
                wrong = f"{kind.prefix!r} begins the case numbers of {other} too"
                yield Fault(f"case_types.{kind.name}.prefix", wrong, "enable one of the two").sentence(name)


def _answer(implementation: Implementation, arguments: dict[str, Any]) -> Any:
    """A plugin's answer; what it prints is dropped nowhere but kept off stdout."""
    try:
        answer, _ = fenced(lambda: implementation.ask(arguments))
    except PluginRefused as error:
        key = f"hook {implementation.hook} at {implementation.where}"
        raise PluginRefused("\n".join(sentences(implementation.plugin, key, "raises", error))) from error
    return answer


def _taken(implementation: Implementation, verb: str) -> str:
    return Fault("hook add_commands", f"the verb {verb!r} is taken", "give it another name").sentence(
        implementation.plugin
    )
