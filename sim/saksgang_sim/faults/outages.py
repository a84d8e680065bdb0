"""Services that are down for a while: the finance system, or some one by one and up in another order (SIM-05)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Collection

from attrs import define, field

from saksgang_sim.engine import Engine
from saksgang_sim.faults.striking import DAY, HOUR, Striking

__all__ = ["Outages"]

FINANCE_IS_DOWN = (2 * HOUR, 3 * DAY)
BETWEEN_TWO = (HOUR, 6 * HOUR)
STAYS_DOWN = (HOUR, DAY)


@define
class Outages:
    """Which services are down.

    Attributes:
        services: the names of all that are connected.
        money: those of the finance system.
    """

    engine: Engine
    striking: Striking
    services: Callable[[], Collection[str]]
    money: Collection[str]
    _down: Counter[str] = field(factory=Counter)

    def refuse(self, service: str) -> None:
        """Raise ``ConnectionRefusedError`` where the service is down."""
        if self._down[service]:
            raise ConnectionRefusedError(f"{service} is down")

    def plan(self, day: dt.date) -> None:
        """Draw the day's outages."""
        key = day.isoformat()
        money = [name for name in self.services() if name in self.money]
        if money and self.striking.strikes("finance_down", key):
            begin = self.striking.seconds(0, DAY, "finance_down", key)
            lasts = self.striking.luck.integer(*FINANCE_IS_DOWN, "finance_down", key)
            for name in money:
                self._between(name, begin, begin + lasts)
        if self.striking.strikes("swizzle", key):
            self._swizzle(key)

    def _swizzle(self, key: str) -> None:
        luck = self.striking.luck.child("swizzle", key)
        chosen = [name for name in self.services() if luck.chance(0.5, "chosen", name)]
        down_at, at = {}, 0
        for name in sorted(chosen, key=lambda name: luck.uniform("down", name)):
            at += luck.integer(*BETWEEN_TWO, "down", name)
            down_at[name] = at
        at += luck.integer(*STAYS_DOWN, "all down")
        for name in sorted(chosen, key=lambda name: luck.uniform("up", name)):
            self._between(name, down_at[name], at)
            at += luck.integer(*BETWEEN_TWO, "up", name)

    def _between(self, name: str, begin: int, end: int) -> None:
        left = self.striking.seconds_left
        if begin < left:
            self.engine.after(begin, lambda: self._down.update({name: 1}))
            self.engine.after(min(end, left), lambda: self._down.subtract({name: 1}))
