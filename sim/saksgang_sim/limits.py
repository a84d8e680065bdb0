"""Numbers in a scenario's file that no municipality has (COR-22)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from saksgang.configuration.problems import joined
from saksgang.settings import Finding
from saksgang_sim.faults.kinds import KINDS

__all__ = ["LIMITS", "Place", "impossible", "out_of_bounds"]

MONTHS = (1, 600)
LIMITS = (
    ("scenario.months", *MONTHS),
    ("population.size", 1, 1_000_000),
    ("population.without_mailbox", 0, 1),
    ("population.never_opens", 0, 1),
    ("population.opens_after_hours", 0.01, 10_000),
    ("staffing.sick_days_per_year", 0, 230),
    ("staffing.mischief", 0, 1),
    ("staffing.speed", 0.01, 100),
    ("faults.quiet_days", 1, 600),
)
PER_WEEK = (0, 1_000_000)
MINUTES = (0, 100_000)
SHARE = (0, 1)
RATE = (0, 1)


@frozen
class Place:
    """A value in the file, and what it may be."""

    key: str
    value: object
    least: float
    most: float


def impossible(tables: Mapping[str, Any]) -> list[Finding]:
    """Every number out of bounds in a scenario's file."""
    return out_of_bounds(_places(tables))


def out_of_bounds(places: Iterable[Place]) -> list[Finding]:
    """Every number out of bounds; what is no number is left to the reading of the file, which tells of it too."""
    return [
        Finding(
            place.key,
            f"Here stands {place.value}, expected {place.least} to {place.most}.",
            "Write a number within.",
        )
        for place in places
        if isinstance(place.value, int | float) and not place.least <= place.value <= place.most
    ]


def _places(tables: Mapping[str, Any]) -> Iterator[Place]:
    for key, least, most in LIMITS:
        section, _, name = key.partition(".")
        yield Place(key, _table(tables.get(section)).get(name), least, most)
    for section, bounds in (("demand", PER_WEEK), ("service", MINUTES), ("goals", MONTHS)):
        for name, value in _table(tables.get(section)).items():
            yield Place(joined(section, name), value, *bounds)
    for name, value in _table(tables.get("faults")).items():
        if name in KINDS:
            yield Place(joined("faults", name), value, *RATE)
    targets = tables.get("targets")
    for n, target in enumerate(targets if isinstance(targets, list) else ()):
        yield Place(f"targets[{n}].met_share", _table(target).get("met_share"), *SHARE)


def _table(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}
