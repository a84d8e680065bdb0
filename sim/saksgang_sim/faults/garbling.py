"""Answers that nobody can use: without fields, or with a value that cannot be, at whatever depth (SIM-05)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from saksgang_sim.luck import Luck

__all__ = ["GARBLINGS", "garbled"]

Value = Any
NO_DATE = "2026-02-30"
HALF = 0.5


def garbled(facts: Mapping[str, Value], luck: Luck) -> dict[str, Value]:
    """What comes instead of an answer: one of the garblings, drawn by luck, and never the answer itself."""
    ways = list(GARBLINGS.values())
    first = luck.integer(0, len(ways) - 1, "how")
    tried = (way(facts, luck) for way in ways[first:] + ways[:first])
    return next(answer for answer in tried if answer != facts)


def _nothing(_: Mapping[str, Value], __: Luck) -> dict[str, Value]:
    """An empty answer."""
    return {}


def _half(facts: Mapping[str, Value], luck: Luck) -> dict[str, Value]:
    """Some fields are gone, those of tables within tables too."""
    return {
        name: _half(value, luck.child(name)) if isinstance(value, Mapping) else value
        for name, value in facts.items()
        if luck.chance(HALF, name)
    }


def _each(change: Callable[[Value], Value]) -> Callable[[Mapping[str, Value], Luck], dict[str, Value]]:
    """Every value that is no table is another one."""

    def changed(facts: Mapping[str, Value], luck: Luck) -> dict[str, Value]:
        return {
            name: changed(value, luck) if isinstance(value, Mapping) else change(value) for name, value in facts.items()
        }

    return changed


def _of_another_type(value: Value) -> Value:
    """A word for a number or for yes and no, a list for a word."""
    return [value] if isinstance(value, str) else "?"


def _below_zero(value: Value) -> Value:
    """A number, also one that is written as text; yes and no become numbers."""
    if isinstance(value, str) and not value.replace(".", "", 1).isdigit():
        return value
    return f"-{value}1" if isinstance(value, str) else -int(value) - 1


GARBLINGS: dict[str, Callable[[Mapping[str, Value], Luck], dict[str, Value]]] = {
    "nothing": _nothing,
    "half": _half,
    "of another type": _each(_of_another_type),
    "below zero": _each(_below_zero),
    "no date": _each(lambda _: NO_DATE),
}
"""The ways in which an answer is of no use, by name."""
