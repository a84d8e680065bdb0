"""Whether a fault strikes: drawn by name, counted, and never in the quiet days at the end (SIM-02, SIM-05)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping

from attrs import define, field

from saksgang.clock import Clock
from saksgang_sim.luck import Luck

__all__ = ["DAY", "HOUR", "Striking"]

HOUR = 60 * 60
DAY = 24 * HOUR


@define
class Striking:
    """The dice of all faults of a run.

    Attributes:
        until: from here on everything works.
        struck: how often each kind has struck.
    """

    rates: Mapping[str, float]
    luck: Luck
    clock: Clock
    until: dt.datetime
    struck: Counter[str] = field(factory=Counter)

    def on(self, kind: str) -> bool:
        """Whether the run has that kind of fault at all."""
        return kind in self.rates

    @property
    def seconds_left(self) -> int:
        """Until everything works."""
        return max(0, int((self.until - self.clock.now()).total_seconds()))

    def strikes(self, kind: str, *key: str) -> bool:
        """Whether that fault strikes here; the same key always has the same answer."""
        rate = self.rates.get(kind, 0.0)
        if not rate or not self.seconds_left or not self.luck.chance(rate, kind, *key):
            return False
        self.struck[kind] += 1
        return True

    def seconds(self, least: int, most: int, *key: str) -> int:
        """How long it takes, and not beyond the day on which everything works."""
        return min(self.luck.integer(least, most, "seconds", *key), self.seconds_left)
