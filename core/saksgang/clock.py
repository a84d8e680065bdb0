"""The one clock of an office (COR-10): a live office shows the time of day, a simulation sets it."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from attrs import define

__all__ = ["Clock", "ManualClock"]


class Clock(Protocol):
    """Tells the time as an aware UTC instant."""

    def now(self) -> dt.datetime:
        """The present instant."""
        ...


@define
class ManualClock:
    """A clock that stands until somebody sets it: for simulations, stories and tests."""

    time: dt.datetime

    def now(self) -> dt.datetime:
        """The instant that it was set to."""
        return self.time
