"""The process is killed, and the office goes on from its journal (COR-21, SIM-05)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from attrs import define, fields

from saksgang.office import Office, rebuilt
from saksgang_sim.engine import Engine
from saksgang_sim.faults.striking import DAY, Striking

__all__ = ["Restarting"]

RESTART_TAKES = (1, 600)
LISTENERS = "heard"  # the people who wait for events outlive the process


@define
class Restarting:
    """Throws the office away and puts another one in its place.

    Attributes:
        office: what everybody in the simulation holds; its parts are replaced by those of the new office.
        open_again: opens an office over the same journal, which hands over what nobody has answered for.
    """

    engine: Engine
    office: Office
    striking: Striking
    open_again: Callable[[], Office]
    _waits: bool = False

    def plan(self, day: dt.date) -> None:
        """Draw whether and when the process dies that day."""
        key = day.isoformat()
        if self.striking.strikes("killed", key):
            self.engine.after(self.striking.seconds(0, DAY - 1, "killed", key), self.restart)

    def soon(self) -> None:
        """It died with an order in its hands and is started again within minutes."""
        if not self._waits:
            self._waits = True
            key = self.engine.clock.now().isoformat()
            self.engine.after(self.striking.seconds(*RESTART_TAKES, "restart", key), self.restart)

    def restart(self) -> None:
        """Open the office anew; what the journal tells must be what the one before knew."""
        self._waits = False
        assert rebuilt(self.office.journal).picture() == self.office.state.picture(), "the journal tells another state"
        fresh = self.open_again()
        for part in fields(Office):
            if part.name != LISTENERS:
                setattr(self.office, part.name, getattr(fresh, part.name))
