"""Checks and counts hear of many events at a time, which takes less time than in between everything else (SIM-12)."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from attrs import define, field

from saksgang.journal import Recorded

__all__ = ["AT_A_TIME", "Hearing"]

AT_A_TIME = 1000
"""So few that the processor still has them at hand when they are told."""


@define
class Hearing:
    """Tells of each event once, in order, but later than it happened: for those who look at the journal alone.

    Attributes:
        listeners: called with each event.
    """

    listeners: list[Callable[[Recorded], None]]
    _waiting: deque[Recorded] = field(factory=deque)

    def hear(self, recorded: Recorded) -> None:
        """Something happened."""
        self._waiting.append(recorded)
        if len(self._waiting) >= AT_A_TIME:
            self.catch_up()

    def catch_up(self) -> None:
        """Tell of all that has happened so far."""
        while self._waiting:
            recorded = self._waiting.popleft()
            for listener in self.listeners:
                listener(recorded)
