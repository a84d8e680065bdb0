"""Looking at one plugin: its hooks, its declaration, everything that is wrong with it (PLG-02, PLG-03)."""

from __future__ import annotations

from attrs import evolve

from saksgang.declarations import Routine
from saksgang.errors import PluginRefused
from saksgang.plugins.fence import fenced, guarded, sentences
from saksgang.plugins.hooks import HookBook, Reading
from saksgang.plugins.records import Broken, Candidate, Fault, Implementation, Loaded
from saksgang.plugins.validation import declaration_faults

__all__ = ["examined"]

DECLARE = "declare_routine"
_PRINTS = Fault("", "prints while it is loaded", "take the print out; stdout is for what was asked for")


def examined(candidate: Candidate, book: HookBook) -> Loaded | Broken:
    """The plugin with what it implements and declares, or all that is wrong; raises for no fault of the plugin."""
    try:
        result, printed = fenced(lambda: _examined(candidate, book))
    except PluginRefused as error:
        name, origin = candidate.name, candidate.origin
        return Broken(name, origin, sentences(name, origin, "cannot be looked at", error))
    if isinstance(result, Loaded) and (printed or candidate.printed):
        return evolve(result, hints=(*result.hints, _PRINTS.sentence(result.name)))
    return result


def _examined(candidate: Candidate, book: HookBook) -> Loaded | Broken:
    reading = book.read(candidate.name, candidate.plugin)
    if reading.faults:
        told = tuple(fault.sentence(candidate.name) for fault in reading.faults)
        return Broken(candidate.name, candidate.origin, told)
    declare = next((each for each in reading.implementations if each.hook == DECLARE), None)
    if declare is None:
        return _loaded(candidate.name, candidate, reading, None)
    return _declaring(declare, candidate, reading)


def _declaring(declare: Implementation, candidate: Candidate, reading: Reading) -> Loaded | Broken:
    """A plugin that is a routine: asked once what it is (PLG-02)."""
    name = candidate.name
    try:
        routine = guarded(lambda: declare.ask({}))
    except PluginRefused as error:
        told = sentences(name, f"hook {DECLARE} at {declare.where}", "it raises", error)
        return Broken(name, candidate.origin, told)
    faults = declaration_faults(routine, name if candidate.named else "")
    if not candidate.named and isinstance(routine, Routine) and isinstance(routine.name, str):
        name = routine.name
    if faults or not isinstance(routine, Routine):
        return Broken(name, candidate.origin, tuple(fault.sentence(name) for fault in faults))
    return _loaded(name, candidate, reading, routine)


def _loaded(name: str, candidate: Candidate, reading: Reading, routine: Routine | None) -> Loaded:
    implementations = tuple(evolve(each, plugin=name) for each in reading.implementations)
    hints = tuple(hint.sentence(name) for hint in reading.hints)
    return Loaded(name, candidate.origin, candidate.plugin, routine, implementations, hints)
