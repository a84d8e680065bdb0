"""Two scenarios over the same time and the same seeds, so that each pair of runs has the same luck (SIM-02)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import evolve, frozen

from saksgang.configuration.problems import quoted
from saksgang.configuration.toml import Unreadable, parse
from saksgang.errors import ConfigurationRefused, InputRefused
from saksgang_sim.reading import laid_over, read_scenario
from saksgang_sim.scenario import Scenario

__all__ = ["CHANGE", "Pair", "blamed", "pair_of", "runs_of", "tables_of"]

CHANGE = "--change"


@frozen
class Pair:
    """What is compared with what.

    Attributes:
        names: of both, as they were given.
        changes: the changes that make B out of A, as they were given; none where B is a scenario of its own.
    """

    a: Scenario
    b: Scenario
    names: tuple[str, str]
    changes: tuple[str, ...] = ()


def pair_of(a: str, b: str, changes: tuple[str, ...], seed: int | None, months: int | None) -> Pair:
    """Both scenarios, from the same seed and over the longer time of both unless something else is said.

    Raises:
        InputRefused: they do not begin on the same day, or a change cannot be read.
        ConfigurationRefused: the faults of a scenario.
    """
    one = read_scenario(a)
    with blamed(changes, one.path):
        other = read_scenario(b or a, tables_of(changes))
    if one.start != other.start:
        raise InputRefused(
            f"{a} begins on {one.start} and {b} on {other.start}: only runs of the same days are pairs. "
            f"Let one be built on the other, with base = {quoted(a)}."
        )
    first = one.seed if seed is None else seed
    length = months or max(one.months, other.months)
    one, other = (evolve(each, seed=first, months=length) for each in (one, other))
    return Pair(one, other, (a, b or f"{a}, changed"), changes)


@contextmanager
def blamed(changes: tuple[str, ...], file: Path) -> Iterator[None]:
    """What is wrong with A changed and not with A is told of the option, for A's file is as it should be."""
    try:
        yield
    except ConfigurationRefused as error:
        if not changes:
            raise
        said = tuple(line.replace(f"{file}:", f"{CHANGE}:", 1) for line in error.problems)
        raise ConfigurationRefused(said) from error


def runs_of(pair: Pair, runs: int) -> list[Scenario]:
    """Pair after pair, A before B, in the order of the seeds."""
    return [evolve(each, seed=each.seed + n) for n in range(runs) for each in (pair.a, pair.b)]


def tables_of(changes: Iterable[str]) -> dict[str, Any]:
    """Changes such as ``settings.ppt_intake.autoprint_after=3 days`` as the tables of a scenario's file.

    Raises:
        InputRefused: one of them is none.
    """
    tables: dict[str, Any] = {}
    for change in changes:
        key, equals, value = change.partition("=")
        if not key.strip() or not equals:
            raise InputRefused(f"{CHANGE} {change!r} is no change; write a key and a value, such as staffing.speed=2.")
        tables = laid_over(tables, _read(key.strip(), value.strip(), change))
    return tables


def _read(key: str, value: str, change: str) -> dict[str, Any]:
    """As TOML, and what is none as a text: a shell takes the quotes away."""
    try:
        return parse(f"{key} = {value}", f"{CHANGE} {change!r}")
    except Unreadable:
        return parse(f"{key} = {json.dumps(value, ensure_ascii=False)}", f"{CHANGE} {change!r}")
