"""What leaves the house: the services that a live adapter or a simulated one stands for.

An adapter takes the order and returns at once; what becomes of it is told to the office later, by a command such as
``ReportLetterAvailable``. The same key twice is the same order: an adapter that has it already does nothing.
"""

from __future__ import annotations

from typing import Protocol

from attrs import frozen

__all__ = ["MAILBOX", "PORTS", "PRINT", "LetterOrder", "LetterPort"]

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
    letter: str
    case: str
    to: str
    title: str
    body: str


class LetterPort(Protocol):
    """The electronic mailbox, or the print service."""

    def deliver(self, order: LetterOrder) -> None:
        """Take an order; raising means that it was not taken and comes again."""
        ...
