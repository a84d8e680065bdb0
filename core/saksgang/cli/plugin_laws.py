"""What ``saksgang plugins check NAME`` tells of the laws of every routine, which a plugin judges (PLG-07)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from textwrap import indent

from saksgang.exits import Exit
from saksgang.plugins import Broken, Loaded, Registry

__all__ = ["exit_of_laws", "law_lines", "laws_of"]

Laws = Mapping[str, Sequence[str]]


def laws_of(registry: Registry, plugin: Loaded | Broken, scenario: str) -> Laws | None:
    """What breaks each law, an empty table where a routine could not be tried, ``None`` where there is nothing to try.

    Raises:
        SaksgangError: the scenario is not there, or the routine cannot live in it.
    """
    if isinstance(plugin, Broken) or plugin.routine is None:
        return None
    asked = (registry.implementation(each.name, "judge_routine") for each in registry.loaded)
    # Not fenced: whoever judges reads what the user named, and its refusals are the user's to mend.
    told = [judge(routine=plugin.name, scenario=scenario) for judge in asked if judge is not None]
    return {law: tuple(faults) for each in told for law, faults in each.items()} if told else None


def law_lines(laws: Laws) -> list[str]:
    """A line a law, with what breaks it below, and a last one that counts."""
    lines = []
    for law, faults in laws.items():
        lines += [f"{'broken' if faults else 'kept':<8}{law}", *(indent(fault, " " * 8) for fault in faults)]
    broken = sum(bool(faults) for faults in laws.values())
    return [*lines, f"{broken} of {len(laws)} laws broken." if broken else f"All {len(laws)} laws kept."]


def exit_of_laws(laws: Laws | None) -> Exit:
    """Laws that nobody could put to the test are not held."""
    if laws is None:
        return Exit.HELD
    if not laws:
        return Exit.NOT_REACHED
    return Exit.FAILED if any(laws.values()) else Exit.HELD
