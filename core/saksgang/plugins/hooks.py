"""The hooks of one family, and what a plugin's implementations of them must look like (PLG-03)."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from types import ModuleType
from typing import Any, cast

import pluggy
from attrs import frozen

from saksgang.declarations import listed
from saksgang.plugins.records import Fault, HookInfo, Implementation

__all__ = ["HookBook", "location", "place"]

Function = Callable[..., Any]
# pluggy's ways to change the order or to wrap others: the order here is by name, and each plugin is asked alone.
_REORDERING = ("hookwrapper", "wrapper", "tryfirst", "trylast")


@frozen
class HookBook:
    """The hook specifications of a project, by name, in the order of their module."""

    manager: pluggy.PluginManager
    specs: dict[str, Function]

    @property
    def project(self) -> str:
        """Whose hooks they are; the marks bear this name."""
        return self.manager.project_name

    @classmethod
    def of(cls, project: str, module: ModuleType) -> HookBook:
        """The specifications in a module, marked for a project."""
        manager = pluggy.PluginManager(project)
        manager.add_hookspecs(module)
        marked = [
            (name, getattr(module, name))
            for name in dir(module)
            if manager.parse_hookspec_opts(module, name) is not None
        ]
        return cls(manager, dict(sorted(marked, key=lambda row: row[1].__code__.co_firstlineno)))

    def parameters(self, hook: str) -> tuple[str, ...]:
        """The names of a hook's arguments."""
        return tuple(inspect.signature(self.specs[hook]).parameters)

    def info(self, hook: str, implemented_by: tuple[Implementation, ...]) -> HookInfo:
        """A hook with its documentation and who implements it."""
        spec = self.specs[hook]
        return HookInfo(hook, f"{hook}{_signature(spec)}", inspect.getdoc(spec) or "", implemented_by)

    def read(self, name: str, plugin: object) -> Reading:
        """What a plugin implements, what is wrong with it, and what only looks odd."""
        found: dict[str, Implementation] = {}
        faults: list[Fault] = []
        hints: list[Fault] = []
        for attribute in dir(plugin):
            options = self.manager.parse_hookimpl_opts(plugin, attribute)
            if options is None:
                hints += self._unmarked(plugin, attribute)
                continue
            hook, function = options.get("specname") or attribute, cast("Function", getattr(plugin, attribute))
            faults += [Fault(f"hook {hook} at {place(function)}", *row) for row in self._wrong(hook, function)]
            faults += _reordering(hook, function, cast("dict[str, Any]", options))
            if hook in found:
                faults.append(_twice(hook, function))
            if hook in self.specs:
                taken = tuple(inspect.signature(function).parameters)
                found[hook] = Implementation(name, hook, function, taken, location(function))
        return Reading(tuple(found[hook] for hook in self.specs if hook in found), tuple(faults), tuple(hints))

    def _wrong(self, hook: str, function: Function) -> Iterator[tuple[str, str]]:
        """Name, parameters, defaults and kind of function, each as what is wrong and the remedy."""
        if hook not in self.specs:
            close = get_close_matches(hook, self.specs, n=1)
            remedy = f"name it {close[0]}" if close else "take the mark off or use one of these"
            yield f"there is no such hook in {self.project}; there are: {listed(self.specs)}", remedy
            return
        known = self.parameters(hook)
        for parameter in inspect.signature(function).parameters.values():
            yield from _wrong_parameter(parameter, known)
        if inspect.iscoroutinefunction(function) or inspect.isasyncgenfunction(function):
            yield "is asynchronous, and nobody awaits its answer", "write a plain def"
        elif inspect.isgeneratorfunction(function):
            yield "is a generator, whose errors would come after it was asked", "return a list instead of yielding"

    def _unmarked(self, plugin: object, attribute: str) -> list[Fault]:
        """A hint where a function bears a hook's name but not its mark."""
        if attribute not in self.specs:
            return []
        function = inspect.getattr_static(plugin, attribute)
        if not inspect.isfunction(function) or function is self.specs[attribute]:
            return []
        wrong = f"bears the name of a hook of {self.project} without its mark, so it is never asked"
        return [Fault(f"hook {attribute} at {place(function)}", wrong, "put @hookimpl above it or rename it")]


@frozen
class Reading:
    """What ``HookBook.read`` found in a plugin."""

    implementations: tuple[Implementation, ...]
    faults: tuple[Fault, ...]
    hints: tuple[Fault, ...]


def _wrong_parameter(parameter: inspect.Parameter, known: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    name = parameter.name
    if parameter.kind is not parameter.POSITIONAL_OR_KEYWORD:
        yield f"takes {parameter} in a way that is never filled", f"write plain parameters out of {listed(known)}"
    elif name not in known:
        close = get_close_matches(name, known, n=1)
        remedy = f"name it {close[0]}" if close else f"take it out; there is: {listed(known)}"
        yield f"takes {name!r}, which the hook does not give", remedy
    elif parameter.default is not parameter.empty:
        yield (
            f"gives {name!r} the default {parameter.default!r}, which would silently win over the value passed",
            f"write {name} without a default",
        )


def _reordering(hook: str, function: Function, options: dict[str, Any]) -> list[Fault]:
    asked = [option for option in _REORDERING if options.get(option)]
    wrong = f"asks for {listed(asked)}, but plugins are asked one at a time in the order of their names"
    return [Fault(f"hook {hook} at {place(function)}", wrong, "write @hookimpl alone")] if asked else []


def _twice(hook: str, function: Function) -> Fault:
    return Fault(f"hook {hook} at {place(function)}", "is implemented twice in this plugin", "keep one of the two")


def place(function: Function) -> str:
    """``file:line`` of a function, for the one who has to mend it."""
    code = getattr(inspect.unwrap(function), "__code__", None)
    return f"{code.co_filename}:{code.co_firstlineno}" if code else repr(function)


def location(function: Function) -> str:
    """``module:line`` of a function, the same on every machine."""
    original = inspect.unwrap(function)
    code = getattr(original, "__code__", None)
    return f"{original.__module__}:{code.co_firstlineno if code else 0}"


def _signature(spec: Function) -> str:
    """The signature with its types as they stand in the source."""
    signature = inspect.signature(spec)
    parameters = ", ".join(f"{p.name}: {_shown(p.annotation)}" for p in signature.parameters.values())
    return f"({parameters}) -> {_shown(signature.return_annotation)}"


def _shown(annotation: object) -> str:
    return annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
