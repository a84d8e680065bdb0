"""Which events send something out of the house, and what is still without an answer from there."""

from __future__ import annotations

from typing import TypeAlias, cast

from saksgang.events import Event, LetterPrintOrdered, LetterSent, ServiceAsked
from saksgang.ports import MAILBOX, PRINT, LetterOrder, LetterPort, Port, ServiceOrder, ServicePort
from saksgang.records import Letter, Request
from saksgang.state import State

__all__ = ["SENDING", "Order", "hand_over", "order_of", "unanswered"]

Order: TypeAlias = LetterOrder | ServiceOrder
LETTERS: dict[type[Event], str] = {LetterSent: MAILBOX, LetterPrintOrdered: PRINT}
SENDING: frozenset[type[Event]] = frozenset({*LETTERS, ServiceAsked})
AWAITED = (("sent", MAILBOX), ("due for print", PRINT), ("printed", PRINT))


def order_of(event: Event, state: State) -> tuple[str, Order]:
    """Port and order for an event of ``SENDING``."""
    if isinstance(event, ServiceAsked):
        return event.service, _request(state.requests[event.request])
    assert isinstance(event, LetterSent | LetterPrintOrdered)
    port = LETTERS[type(event)]
    return port, _letter(port, state.letters[event.letter])


def unanswered(state: State) -> list[tuple[str, Order]]:
    """Every order that no service has answered for: letters by port and id, then requests by id."""
    letters: list[tuple[str, Order]] = [
        (port, _letter(port, letter)) for letter_state, port in AWAITED for letter in state.letters.on(letter_state)
    ]
    return letters + [(request.service, _request(request)) for request in state.requests.on("unanswered")]


def hand_over(port: Port, order: Order) -> None:
    """Give an order to the adapter that is there for it; letters and requests never share a port's name."""
    if isinstance(order, LetterOrder):
        cast("LetterPort", port).deliver(order)
    else:
        cast("ServicePort", port).ask(order)


def _letter(port: str, letter: Letter) -> LetterOrder:
    key = f"{port}/{letter.id}"
    return LetterOrder(key, letter.routine, letter.id, letter.case, letter.to, letter.title, letter.body)


def _request(request: Request) -> ServiceOrder:
    return ServiceOrder(request.id, request.service, request.routine, request.case, request.about, request.facts)
