"""The surroundings of a simulated office, behind the ports that live adapters would implement (SIM-05).

``Habits`` decides when the mailbox, the recipients and the print service do what they do; a scenario draws it from
the seed, a story scripts it.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Protocol

from attrs import define, field

from saksgang.commands import (
    Command,
    OpenLetter,
    ReportLetterAvailable,
    ReportLetterPosted,
    ReportLetterPrinted,
    ReportNoMailbox,
    ReportServiceAnswer,
)
from saksgang.errors import Refused
from saksgang.hookspecs import hookimpl
from saksgang.office import Office
from saksgang.office.outgoing import unanswered
from saksgang.ports import MAILBOX, PRINT, LetterOrder, Port, ServiceOrder
from saksgang.view import View
from saksgang_sim.engine import Engine

__all__ = ["WORLD", "Habits", "SimulatedMailbox", "SimulatedPrint", "SimulatedService", "World"]

WORLD = "simulated_world"
"""The name under which the surroundings are registered as a plugin."""

TAKEN_AT_MOST = 1000
"""How many orders a service remembers beside those that the office still waits for."""


class Habits(Protocol):
    """When things happen outside the office."""

    def has_mailbox(self, recipient: str) -> bool:
        """Whether the recipient has an electronic mailbox."""
        ...

    def seconds_to_mailbox(self, order: LetterOrder) -> int:
        """How long the mailbox takes until a letter can be opened."""
        ...

    def opens(self, order: LetterOrder, available: dt.datetime) -> dt.datetime | None:
        """When the recipient opens it, if ever."""
        ...

    def printed(self, ordered: dt.datetime) -> dt.datetime:
        """When the print service has printed what was ordered then."""
        ...

    def posted(self, printed: dt.datetime) -> dt.datetime:
        """When it has handed to the post what was printed then."""
        ...

    def serves(self, service: str) -> bool:
        """Whether there is such a service outside."""
        ...

    def answers(self, order: ServiceOrder, view: View) -> tuple[int, dict[str, Any]] | None:
        """After how many seconds a service answers what, or that it never does."""
        ...


@define
class World:
    """A plugin that connects the simulated services; the office to report to is known once it is open."""

    engine: Engine
    habits: Habits
    office: Office | None = None
    _ports: dict[str, Port] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        """Set up the services."""
        self._ports = {MAILBOX: SimulatedMailbox(self), PRINT: SimulatedPrint(self)}

    @hookimpl
    def connect_port(self, port: str) -> Port | None:
        """The simulated mailbox and print service, and every other service that the habits know."""
        if port not in self._ports and self.habits.serves(port):
            self._ports[port] = SimulatedService(self)
        return self._ports.get(port)

    def takes(self, taken: set[str], key: str) -> bool:
        """Note that a service has an order; false where it has it already.

        Now and then those are forgotten that the office no longer waits for, and so never hands over again.
        """
        if key in taken:
            return False
        taken.add(key)
        if len(taken) % TAKEN_AT_MOST == 0:
            assert self.office is not None
            taken.intersection_update([order.key for _, order in unanswered(self.office.state)])
        return True

    def report(self, command: Command, service: str) -> None:
        """Tell the office what became of an order; what it no longer has a use for is passed over."""
        assert self.office is not None
        try:
            self.office.do(command, service)
        except Refused:
            return


@define
class SimulatedMailbox:
    """Takes letters, makes them available, lets recipients open them; the same key twice is one letter."""

    world: World
    taken: set[str] = field(factory=set)

    def deliver(self, order: LetterOrder) -> None:
        """Take an order."""
        if not self.world.takes(self.taken, order.key):
            return
        delay = self.world.habits.seconds_to_mailbox(order)
        self.world.engine.after(delay, lambda: self._arrive(order))

    def _arrive(self, order: LetterOrder) -> None:
        world = self.world
        if not world.habits.has_mailbox(order.to):
            world.report(ReportNoMailbox(order.letter), "system:mailbox")
            return
        world.report(ReportLetterAvailable(order.letter), "system:mailbox")
        opened = world.habits.opens(order, world.engine.clock.now())
        if opened is not None:
            world.engine.at(opened, lambda: world.report(OpenLetter(order.letter), order.to))


@define
class SimulatedPrint:
    """Prints and posts; the same key twice is one envelope."""

    world: World
    taken: set[str] = field(factory=set)

    def deliver(self, order: LetterOrder) -> None:
        """Take an order."""
        world = self.world
        if not world.takes(self.taken, order.key):
            return
        printed = world.habits.printed(world.engine.clock.now())
        world.engine.at(printed, lambda: world.report(ReportLetterPrinted(order.letter), "system:print"))
        world.engine.at(
            world.habits.posted(printed), lambda: world.report(ReportLetterPosted(order.letter), "system:print")
        )


@define
class SimulatedService:
    """A register, the finance system, a handheld terminal: answers each request once."""

    world: World
    taken: set[str] = field(factory=set)

    def ask(self, order: ServiceOrder) -> None:
        """Take an order."""
        world = self.world
        if not world.takes(self.taken, order.key):
            return
        assert world.office is not None
        world.office.view.now = world.engine.clock.now()
        answer = world.habits.answers(order, world.office.view)
        if answer is not None:
            seconds, facts = answer
            command = ReportServiceAnswer(order.key, facts)
            world.engine.after(seconds, lambda: world.report(command, f"system:{order.service}"))
