"""What the registry knows of a plugin: sound or broken, where it came from, which hooks it implements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from saksgang.declarations import Routine

__all__ = ["Broken", "Candidate", "Fault", "HookInfo", "Implementation", "Loaded"]


@frozen
class Fault:
    """Something wrong with a plugin.

    Attributes:
        key: what it is about, such as ``case_types.Søknad.prefix`` or ``hook respond``; ``""`` for all of it.
        wrong: what is wrong and what was expected.
        remedy: what to do about it.
    """

    key: str
    wrong: str
    remedy: str

    def sentence(self, plugin: str) -> str:
        """The fault in one sentence with plugin, key and remedy (PLG-02)."""
        place = f"Plugin {plugin}, {self.key}" if self.key else f"Plugin {plugin}"
        return f"{place}: {self.wrong}; {self.remedy}."


@frozen
class Candidate:
    """A plugin that was found and imported, but not yet looked at.

    Attributes:
        name: its entry point's name, or the stem of its file.
        origin: ``distribution NAME VERSION``, or the path of its file.
        named: whether the name is the entry point's, which the routine has to bear too.
        printed: what it printed while it was imported.
    """

    name: str
    origin: str
    plugin: object
    named: bool = True
    printed: str = ""


@frozen
class Implementation:
    """A plugin's implementation of a hook.

    Attributes:
        parameters: those of the hook's arguments that it takes.
        where: ``module:line``, the same on every machine.
    """

    plugin: str
    hook: str
    function: Callable[..., Any]
    parameters: tuple[str, ...]
    where: str

    def ask(self, arguments: Mapping[str, object]) -> object:
        """Call it with those of the arguments that it takes; what it raises comes through."""
        return self.function(**{name: arguments[name] for name in self.parameters})


@frozen
class Loaded:
    """A plugin that passed every check.

    Attributes:
        routine: what it declares, ``None`` for a plugin that is no routine.
        hints: sentences on what is odd but harms nothing.
    """

    name: str
    origin: str
    plugin: object
    routine: Routine | None = None
    implementations: tuple[Implementation, ...] = ()
    hints: tuple[str, ...] = ()

    @property
    def package(self) -> str:
        """The package that its module is in, ``""`` where it is in none."""
        return getattr(self.plugin, "__package__", None) or ""

    @property
    def hooks(self) -> tuple[str, ...]:
        """The names of the hooks that it implements, in the order of their specification."""
        return tuple(implementation.hook for implementation in self.implementations)


@frozen
class Broken:
    """A plugin that cannot be used; it matters only to a municipality that enables it.

    Attributes:
        sentences: everything that is wrong with it, one sentence each.
    """

    name: str
    origin: str
    sentences: tuple[str, ...]


@frozen
class HookInfo:
    """A hook as ``saksgang hooks show`` tells of it.

    Attributes:
        signature: parameters and result with their types.
        doc: the docstring: when it is called and what the result means.
        implemented_by: in the order in which they are asked.
    """

    name: str
    signature: str
    doc: str
    implemented_by: tuple[Implementation, ...] = ()

    @property
    def when(self) -> str:
        """The first line of the docstring."""
        return self.doc.partition("\n")[0]
