"""Which events send something out of the house, and what is still without an answer from there."""

from __future__ import annotations

from saksgang.events import Event, LetterPrintOrdered, LetterSent
from saksgang.ports import MAILBOX, PRINT, LetterOrder
from saksgang.records import Letter
from saksgang.state import State

__all__ = ["ORDERS", "order_of", "unanswered"]

ORDERS: dict[type[Event], str] = {LetterSent: MAILBOX, LetterPrintOrdered: PRINT}
AWAITED = (("sent", MAILBOX), ("due for print", PRINT), ("printed", PRINT))


def order_of(event: Event, state: State) -> tuple[str, LetterOrder]:
    """Port and order for an event of ``ORDERS``."""
    assert isinstance(event, LetterSent | LetterPrintOrdered)
    port = ORDERS[type(event)]
    return port, _order(port, state.letters[event.letter])


def unanswered(state: State) -> list[tuple[str, LetterOrder]]:
    """Every order that no service has answered for, by port and letter id."""
    return [(port, _order(port, letter)) for letter_state, port in AWAITED for letter in state.letters.on(letter_state)]


def _order(port: str, letter: Letter) -> LetterOrder:
    return LetterOrder(f"{port}/{letter.id}", letter.id, letter.case, letter.to, letter.title, letter.body)
