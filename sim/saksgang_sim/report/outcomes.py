"""Cases by type and what became of them, and which rest on figures that nobody has confirmed (SIM-09)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from attrs import define, field

from saksgang_sim.report.grid import Grid
from saksgang_sim.report.slim import Data, See

__all__ = ["UNSURE", "Outcomes"]

UNSURE = ("projected", "derived", "unconfirmed", "unverified")
_UNSURE = re.compile(rb'"status":"(' + "|".join(UNSURE).encode() + rb')"')
_CASE = re.compile(rb'"case":"([^"\\]*)"')
BEARERS = frozenset({"CaseAmended", "ServiceAsked", "TaskCreated"})


@define
class Outcomes:
    """Cases as they stand at the end of the journal.

    Attributes:
        types: by ``routine.type``, how many stand in which status.
        unsure: by how sure the least sure figure in their facts is, the cases that rest on it.
    """

    types: Grid = field(factory=Grid)
    opened: int = 0
    unsure: dict[str, dict[str, None]] = field(factory=dict)
    _status: dict[str, tuple[str, str]] = field(init=False, factory=dict)

    @property
    def sees(self) -> dict[str, See]:
        """The events that begin a case and change its status."""
        return {"CaseOpened": self._opened, "StatusChanged": self._changed}

    def finish(self) -> None:
        """Count the cases where they stand."""
        for case, (kind, status) in self._status.items():
            self.types.add(kind, status, case)

    @property
    def cases(self) -> Iterator[str]:
        """Every case, in the order in which they were opened."""
        return iter(self._status)

    def glance(self, type_: str, raw: bytes) -> None:
        """Facts with a row whose ``status`` says that it is not official."""
        if type_ not in BEARERS:
            return
        found = _UNSURE.findall(raw)
        case = _CASE.search(raw) if found else None
        if case is not None:
            number = case[1].decode()
            for word in found:
                self.unsure.setdefault(word.decode(), {})[number] = None

    def _opened(self, event: Data, _: dt.datetime) -> None:
        self.opened += 1
        self._status[event.case] = (f"{event.routine}.{event.type}", event.status)

    def _changed(self, event: Data, _: dt.datetime) -> None:
        kind, _old = self._status.get(event.case, (f"{event.routine}.", ""))
        self._status[event.case] = (kind, event.new)
