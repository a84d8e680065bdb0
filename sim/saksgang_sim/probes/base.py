"""A watcher sees events, remembers what little it needs, and marks the rare places that it knows (SIM-05)."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from saksgang.legaltime import Almanac

__all__ = ["Watcher"]


class Watcher:
    """The base of watchers, whose methods are marked with ``saksgang.checks.sees``.

    Attributes:
        probes: the places that it knows, each said in a few words.
    """

    probes: ClassVar[tuple[str, ...]]

    def __init__(self, reached: Counter[str], almanac: Almanac) -> None:
        self._reached = reached
        self.almanac = almanac

    def probe(self, place: str) -> None:
        """The run has come to that place."""
        assert place in self.probes, place
        self._reached[place] += 1
