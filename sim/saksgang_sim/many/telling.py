"""Many runs of one scenario on the terminal and as data: each figure with its interval, each run that did not hold."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from importlib.metadata import version
from typing import Any

from saksgang.exits import Exit
from saksgang_sim.many.coverage import coverage_data, coverage_lines
from saksgang_sim.many.figures import Figure
from saksgang_sim.many.gathering import Gathered
from saksgang_sim.many.intervals import Interval, interval
from saksgang_sim.many.result import Result, worst
from saksgang_sim.many.samples import known, sample
from saksgang_sim.scenario import Scenario

__all__ = [
    "SHOWN",
    "broken_lines",
    "exit_of_all",
    "interval_data",
    "lines",
    "named",
    "number",
    "plain",
    "runs_data",
    "seeds_of",
]

SHOWN = 5
DECIMALS = ((1000, 0), (100, 1), (1, 2))


def exit_of_all(came: Gathered) -> Exit:
    """The worst of the runs, or that they were interrupted."""
    code = worst([result.exit for result in came.results])
    return code if came.complete or code in (Exit.INTERNAL, Exit.REFUSED, Exit.FAILED) else Exit.INTERRUPTED


def runs_data(scenario: Scenario, came: Gathered) -> dict[str, Any]:
    """All of it as plain data; personal numbers are nowhere in it."""
    return {
        "scenario": scenario.name,
        "seeds": [result.seed for result in came.results],
        "versions": {"saksgang": version("saksgang")},
        "complete": came.complete,
        "faults": coverage_data(came.results),
        "figures": [_figure_data(figure, came.results) for figure in known(came.results)],
        "runs": [result.as_data() for result in came.results],
        "exit": int(exit_of_all(came)),
    }


def _figure_data(figure: Figure, results: Sequence[Result]) -> dict[str, Any]:
    found = _found(figure, results)
    return {"group": figure.group, "name": figure.name, "measure": figure.measure, **interval_data(found)}


def _found(figure: Figure, results: Sequence[Result]) -> Interval:
    return interval(sample(figure, results)).within(0, figure.most)


def interval_data(found: Interval) -> dict[str, Any]:
    """As plain data, without limits where there was one run only."""
    limits = (found.low, found.high)
    low, high = (None if math.isnan(limit) else round(limit, 4) for limit in limits)
    return {"runs": found.number, "mean": round(found.mean, 4), "low": low, "high": high}


def lines(scenario: Scenario, came: Gathered) -> Iterable[str]:
    """The summary, line by line."""
    results = came.results
    yield f"saksgang {version('saksgang')} · {scenario.name} · {len(results)} runs · {seeds_of(results)}"
    figures = known(results)
    width = max((len(named(figure)) for figure in figures), default=0)
    group = ""
    for figure in figures:
        if figure.group != group:
            group = figure.group
            yield ""
            yield f"{group:{width + 2}}  {'mean':>10}  95 % interval of the mean"
        yield _row(figure, _found(figure, results), width)
    yield ""
    yield from coverage_lines(results)
    yield from broken_lines(results)
    yield _verdict(came)


def seeds_of(results: Sequence[Result]) -> str:
    """Such as ``seeds 7 to 11``."""
    if not results:
        return "no seeds"
    first, last = results[0].seed, results[-1].seed
    return f"seed {first}" if first == last else f"seeds {first} to {last}"


def named(figure: Figure) -> str:
    """Its name and measure."""
    return f"{figure.name} {figure.measure}"


def _row(figure: Figure, found: Interval, width: int) -> str:
    start = f"  {named(figure):{width}}  {number(figure, found.mean):>10}"
    if math.isnan(found.low):
        return f"{start}  one run only"
    if found.low == found.high:
        return f"{start}  the same in every run"
    return f"{start}  {number(figure, found.low)} to {number(figure, found.high)}"


def number(figure: Figure, value: float) -> str:
    """A share in percent, everything else with as many decimals as it needs."""
    return f"{value:.1%}".replace("%", " %") if figure.is_share else plain(value)


def plain(value: float, sign: str = "") -> str:
    """With some three digits that say something; a sign, if one is asked for, but never of nothing."""
    size = abs(value)
    decimals = next((decimals for least, decimals in DECIMALS if size >= least), 3)
    text = f"{value:{sign},.{decimals}f}"
    short = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if short in ("+0", "-0") else short


def broken_lines(results: Sequence[Result]) -> Iterable[str]:
    """The first run in which each check was violated, and what kept others from running."""
    first: dict[str, str] = {}
    for result in results:
        if result.refused:
            first.setdefault(result.refused, f"  seed {result.seed}: {result.refused}")
        for check in result.violated:
            where = f"seed {result.seed}, case {check.case or '-'} at {check.at:%Y-%m-%d %H:%M}"
            first.setdefault(check.id, f"  violated  {check.id}  {where}: {check.wrong} Rule: {check.sentence}")
    yield from list(first.values())[:SHOWN]
    if len(first) > SHOWN:
        yield f"  and {len(first) - SHOWN} more in --json"


def _verdict(came: Gathered) -> str:
    results = came.results
    held = sum(result.exit is Exit.HELD for result in results)
    said = [f"{held} of {len(results)} runs held"]
    reasons = (
        ("with a check violated", sum(bool(result.violated) for result in results)),
        ("with a target missed", sum(bool(result.missed_targets) for result in results)),
        ("with a goal never reached", sum(result.exit is Exit.NOT_REACHED for result in results)),
        ("that could not be run", sum(bool(result.refused) for result in results)),
    )
    said += [f"{count} {reason}" for reason, count in reasons if count]
    word = "All held" if exit_of_all(came) is Exit.HELD else "NOT all held"
    return f"{word if came.complete else 'Interrupted, so this is a partial report'}: {'; '.join(said)}."
