"""A service outside that does not always do what it is asked to (SIM-05)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Protocol, cast

from attrs import define, field, frozen

from saksgang.commands import ReportLetterFailed
from saksgang.ports import MAILBOX, PRINT, LetterOrder, LetterPort, Port, ServiceOrder, ServicePort
from saksgang_sim.faults.outages import Outages
from saksgang_sim.faults.striking import Striking
from saksgang_sim.world import World

__all__ = ["DisturbedPort"]

SERVICES = "services"
GIVEN_UP_AFTER = (60, 2 * 60 * 60)


class _Keeps(Protocol):
    """A simulated service remembers the keys of the orders that it has taken."""

    taken: set[str]


@define
class DisturbedPort:
    """Stands before a simulated service.

    Attributes:
        killed: called when the process dies with an order in its hands.
        asked_again: called with the id of the letter or request that is handed over once more.
    """

    name: str
    inner: Port
    world: World
    striking: Striking
    outages: Outages
    killed: Callable[[], None]
    asked_again: Callable[[str], None]
    _tries: Counter[str] = field(factory=Counter)

    def deliver(self, order: LetterOrder) -> None:
        """Take a letter, or not."""
        self._hand_over(_Attempt(self, order, order.letter, lambda: cast("LetterPort", self.inner).deliver(order)))

    def ask(self, order: ServiceOrder) -> None:
        """Take a question, or not."""
        self._hand_over(_Attempt(self, order, order.key, lambda: cast("ServicePort", self.inner).ask(order)))

    @property
    def taken(self) -> set[str]:
        """The keys of the orders that the service has."""
        return cast("_Keeps", self.inner).taken

    def _hand_over(self, attempt: _Attempt) -> None:
        self.outages.refuse(self.name)
        key = attempt.order.key
        if key in self.taken:
            self.asked_again(attempt.about)
            return
        self._tries[key] += 1
        where = self.name if self.name in (MAILBOX, PRINT) else SERVICES
        for kind, places, course in COURSES:
            if where in places and self.striking.strikes(kind, key, str(self._tries[key])):
                course(attempt)
                return
        attempt.take()


@frozen
class _Attempt:
    port: DisturbedPort
    order: LetterOrder | ServiceOrder
    about: str
    take: Callable[[], None]


def _refuses(attempt: _Attempt) -> None:
    raise ConnectionRefusedError(f"{attempt.port.name} takes nothing now")


def _times_out(attempt: _Attempt) -> None:
    raise TimeoutError(f"{attempt.port.name} did not answer in time")


def _unsure(attempt: _Attempt) -> None:
    attempt.take()
    raise ConnectionResetError(f"{attempt.port.name} broke off in the middle of its answer")


def _lost(_: _Attempt) -> None:
    """Nobody has it, and nobody says so."""


def _killed(attempt: _Attempt) -> None:
    attempt.port.killed()


def _gives_up(attempt: _Attempt) -> None:
    port, order = attempt.port, attempt.order
    port.taken.add(order.key)
    failed = ReportLetterFailed(attempt.about, "returned as undeliverable")
    port.world.engine.after(
        port.striking.seconds(*GIVEN_UP_AFTER, "gives up", order.key),
        lambda: port.world.report(failed, f"system:{port.name}"),
    )


COURSES: tuple[tuple[str, tuple[str, ...], Callable[[_Attempt], None]], ...] = (
    ("killed_sending", (MAILBOX, PRINT, SERVICES), _killed),
    ("mailbox_refuses", (MAILBOX,), _refuses),
    ("mailbox_times_out", (MAILBOX,), _times_out),
    ("mailbox_unsure", (MAILBOX,), _unsure),
    ("print_lost", (PRINT,), _lost),
    ("undeliverable", (MAILBOX, PRINT), _gives_up),
    ("services_refuse", (SERVICES,), _refuses),
    ("services_silent", (SERVICES,), _lost),
)
