"""The statuses of a case type as a graph: no dead ends, no islands (PLG-02, PLG-07)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from saksgang.declarations import CaseType, listed
from saksgang.plugins.records import Fault

__all__ = ["status_faults"]

_Graph = Mapping[str, frozenset[str]]


def status_faults(kind: CaseType) -> Iterator[Fault]:
    """Unknown targets, statuses that no case gets into, and those that no case gets out of.

    A case gets out where, in some steps, a final status or the first one can be reached again.
    """
    key = f"case_types.{kind.name}.statuses"
    if not kind.statuses:
        yield Fault(key, "it has none", "declare at least one")
        return
    if unknown := list(_unknown_targets(kind, key)):
        yield from unknown  # islands and dead ends may only follow from these
        return
    graph = {status.name: frozenset(status.leads_to) - {status.name} for status in kind.statuses}
    first = kind.statuses[0].name
    entered = _reached(graph, [first])
    ends = [status.name for status in kind.statuses if not status.leads_to]
    left = _reached(_reversed(graph), [*ends, *([first] if graph[first] else [])])
    for name in graph:
        if name not in entered:
            wrong = f"no case gets there from {first!r}, where it begins"
            yield Fault(f"{key}.{name}", wrong, "let a status lead to it or take it out")
        if name not in left:
            wrong = "no case gets from there to a final status or back to the beginning"
            yield Fault(f"{key}.{name}", wrong, "let it lead on, or to nowhere if it is final")


def _unknown_targets(kind: CaseType, key: str) -> Iterator[Fault]:
    names = [status.name for status in kind.statuses]
    for status in kind.statuses:
        for target in status.leads_to:
            if target not in names:
                close = get_close_matches(target, names, n=1)
                wrong = f"it leads to {target!r}, which is not declared; declared are: {listed(names)}"
                remedy = f"write {close[0]!r} or declare it" if close else "declare it or take it out"
                yield Fault(f"{key}.{status.name}", wrong, remedy)


def _reached(graph: _Graph, starts: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    waiting = list(starts)
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            waiting.extend(graph[name])
    return seen


def _reversed(graph: _Graph) -> _Graph:
    return {name: frozenset(other for other, targets in graph.items() if name in targets) for name in graph}
