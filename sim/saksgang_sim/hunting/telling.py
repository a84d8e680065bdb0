"""A hunt on the terminal and as data: what broke in which seed, which faults struck, what never came up (SIM-09)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from saksgang_sim.hunting.hunt import Find, Hunt
from saksgang_sim.hunting.repeating import play_command, simulate_command
from saksgang_sim.hunting.shrinking import Shrunk
from saksgang_sim.many.coverage import coverage_data, coverage_lines
from saksgang_sim.many.result import Found, instant

__all__ = ["as_data", "lines", "place"]

SHOWN = 5
HELD_AGAIN = "run once more, it held: see what saksgang simulate --check-determinism says"


def lines(hunt: Hunt, name: str, stories: Mapping[str, Path]) -> Iterable[str]:
    """The hunt, line by line; ``stories`` are the files that were left, by check."""
    yield f"saksgang {version('saksgang')} · hunt in {name} · {len(hunt.seen)} seeds"
    for find in hunt.finds.values():
        yield ""
        yield from _find(find, hunt, name, stories.get(find.found.id))
    for scenario, result in hunt.stopped[:SHOWN]:
        yield ""
        yield f"came to no end  seed {scenario.seed}: {result.refused or 'a plugin failed'}"
        yield f"  {simulate_command(name, scenario)}"
    if len(hunt.stopped) > SHOWN:
        yield f"  and {len(hunt.stopped) - SHOWN} more"
    yield ""
    yield from coverage_lines(hunt.seen)
    yield from _untried(hunt)
    yield _verdict(hunt)


def _find(find: Find, hunt: Hunt, name: str, story: Path | None) -> Iterable[str]:
    found = find.found
    yield f"violated  {found.id}  {', '.join(found.requirements)}"
    yield f"  {found.sentence}"
    yield f"  first with seed {find.scenario.seed}, in {find.seeds} of {len(hunt.seen)} seeds"
    yield f"  {place(found)}: {found.wrong}"
    if find.small is None:
        yield f"  {HELD_AGAIN}"
        yield f"  {simulate_command(name, find.scenario)}"
        return
    yield f"  {_how(find.small)}: {_size(find.small)}"
    yield f"  there {place(find.small.found)}"
    if story is not None:
        yield f"  {play_command(story)}"


def place(found: Found) -> str:
    """Such as ``case PPT-2026-00012 at 2026-04-17 10:04``, in the office's local time."""
    case = f"case {found.case} " if found.case else ""
    return f"{case}at {found.at:%Y-%m-%d %H:%M}"


def _how(small: Shrunk) -> str:
    if small.complete:
        return f"made smaller in {small.runs} runs"
    return f"interrupted after {small.runs} runs of making it smaller" if small.runs else "not made smaller"


def _size(small: Shrunk) -> str:
    world = small.scenario
    days = (world.end - world.start).days
    said = [
        f"{days} {'day' if days == 1 else 'days'}",
        f"{world.population.size} citizens",
        ", ".join(small.routines),
        f"faults {', '.join(world.faults.rates)}" if world.faults.rates else "no faults",
    ]
    return "; ".join(said)


def _untried(hunt: Hunt) -> Iterable[str]:
    untried = sorted(check for check, times in hunt.judged.items() if not times)
    if untried:
        yield f"Checks that were never put to the test: {', '.join(untried)}"
        yield ""


def _verdict(hunt: Hunt) -> str:
    judged = f"{len(hunt.judged)} checks, put to the test {hunt.judged.total():,} times in {len(hunt.seen)} seeds"
    said = [judged]
    if hunt.finds:
        said.append(f"{len(hunt.finds)} violated")
    if hunt.stopped:
        said.append(f"{len(hunt.stopped)} seeds came to no end")
    word = "NOT all held" if hunt.finds or hunt.stopped else "All held" if hunt.judged.total() else "Nothing ran"
    return f"{word if hunt.complete else 'Interrupted, so this is a partial report'}: {'; '.join(said)}."


def as_data(hunt: Hunt, name: str, stories: Mapping[str, Path]) -> dict[str, Any]:
    """The hunt as plain data."""
    return {
        "scenario": name,
        "versions": {"saksgang": version("saksgang")},
        "seeds": len(hunt.seen),
        "complete": hunt.complete,
        "violated": [_find_data(find, stories.get(check)) for check, find in hunt.finds.items()],
        "stopped": [{"seed": scenario.seed, "why": result.refused} for scenario, result in hunt.stopped],
        "faults": coverage_data(hunt.seen),
        "checks": dict(sorted(hunt.judged.items())),
        "exit": int(hunt.exit),
    }


def _find_data(find: Find, story: Path | None) -> dict[str, Any]:
    found = find.found
    return {
        "check": found.id,
        "requirements": list(found.requirements),
        "sentence": found.sentence,
        "seed": find.scenario.seed,
        "seeds": find.seeds,
        "case": found.case,
        "at": instant(found),
        "wrong": found.wrong,
        "runs_to_shrink": find.small.runs if find.small else None,
        "small": _small_data(find.small) if find.small else None,
        "story": str(story) if story else None,
    }


def _small_data(small: Shrunk) -> dict[str, Any]:
    """The world of the story, where cases have other numbers than in the whole one."""
    world = small.scenario
    return {
        "complete": small.complete,
        "start": world.start.isoformat(),
        "days": (world.end - world.start).days,
        "citizens": world.population.size,
        "routines": list(small.routines),
        "faults": dict(world.faults.rates),
        "case": small.found.case,
        "at": instant(small.found),
        "wrong": small.found.wrong,
    }
