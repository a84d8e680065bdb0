"""What leaves the house: the services that a live adapter or a simulated one stands for.

An adapter takes the order and returns at once; what becomes of it is told to the office later, by a command such as
``ReportLetterAvailable``. The same key twice is the same order: an adapter that has it already does nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, TypeAlias

from attrs import frozen

__all__ = ["MAILBOX", "PORTS", "PRINT", "LetterOrder", "LetterPort", "Port", "ServiceOrder", "ServicePort"]

MAILBOX = "mailbox"
PRINT = "print"
PORTS = (MAILBOX, PRINT)


@frozen
class LetterOrder:
    """A letter to deliver.

    Attributes:
        key: the same for every attempt at the same delivery.
        to: the register id of the recipient; the adapter looks name and address up.
        body: the text, byte for byte what the office keeps.
    """

    key: str
    routine: str
    letter: str
    case: str
    to: str
    title: str
    body: str


@frozen
class ServiceOrder:
    """Something to ask of, or tell, a service outside.

    Attributes:
        key: the request's id, the same for every attempt; the answer names it.
    """

    key: str
    service: str
    routine: str
    case: str
    about: str
    facts: Mapping[str, Any]


class ServicePort(Protocol):
    """A register, the finance system, handheld terminals, payment."""

    def ask(self, order: ServiceOrder) -> None:
        """Take an order; the answer comes as ``ReportServiceAnswer``. Raising means that it was not taken."""
        ...


class LetterPort(Protocol):
    """The electronic mailbox, or the print service."""

    def deliver(self, order: LetterOrder) -> None:
        """Take an order; raising means that it was not taken and comes again."""
        ...


Port: TypeAlias = LetterPort | ServicePort
