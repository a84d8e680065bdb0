"""What faults struck over many runs, and the rare places that none of them came to (SIM-05)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from saksgang_sim.many.result import Result

__all__ = ["coverage_data", "coverage_lines"]


def coverage_data(results: Sequence[Result]) -> dict[str, Any]:
    """How often each fault struck and in how many runs, and how many runs came to each rare place."""
    struck: Counter[str] = Counter()
    runs: Counter[str] = Counter()
    reached: Counter[str] = Counter()
    for result in results:
        struck.update(result.struck)
        runs.update(name for name, count in result.struck.items() if count)
        reached.update({place: int(count > 0) for place, count in result.probes.items()})
    return {
        "struck": {name: {"times": struck[name], "runs": runs[name]} for name in sorted(struck)},
        "places": {place: reached[place] for result in results for place in result.probes},
    }


def coverage_lines(results: Sequence[Result]) -> Iterable[str]:
    """The same in words; nothing where no fault was on."""
    data = coverage_data(results)
    if not data["struck"]:
        return
    width = max(map(len, data["struck"]))
    yield f"{'Faults':{width + 2}}  {'struck':>9}  in runs"
    for name, row in data["struck"].items():
        yield f"  {name:{width}}  {row['times']:>9,}  {row['runs']:>7,}"
    never = [place for place, runs in data["places"].items() if not runs]
    yield f"Rare places: {len(data['places']) - len(never)} of {len(data['places'])} reached"
    yield from (f"  never: {place}" for place in never)
    yield ""
