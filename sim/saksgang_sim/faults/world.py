"""The surroundings, with disturbed services in front of the simulated ones (SIM-05)."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, field

from saksgang.commands import Command
from saksgang.hookspecs import hookimpl
from saksgang.ports import Port
from saksgang_sim.faults.ports import DisturbedPort
from saksgang_sim.faults.receipts import Receipts
from saksgang_sim.world import World

__all__ = ["DisturbedWorld"]


@define
class DisturbedWorld(World):
    """A world whose services and receipts are what faults make of them.

    Attributes:
        disturb: puts a disturbed service in front of a simulated one.
        receipts: where what services tell goes through, once the office is open.
    """

    disturb: Callable[[str, Port], DisturbedPort] | None = None
    receipts: Receipts | None = None
    disturbed: dict[str, DisturbedPort] = field(factory=dict)

    @hookimpl
    def connect_port(self, port: str) -> Port | None:
        """The same services, each behind its faults."""
        if port not in self.disturbed:
            inner = World.connect_port(self, port)
            if inner is None or self.disturb is None:
                return inner
            self.disturbed[port] = self.disturb(port, inner)
        return self.disturbed[port]

    def report(self, command: Command, service: str) -> None:
        """Tell the office, by the way that receipts take."""
        if self.receipts is None:
            self.tell(command, service)
        else:
            self.receipts.pass_on(command, service)

    def tell(self, command: Command, service: str) -> None:
        """Tell the office now."""
        World.report(self, command, service)
