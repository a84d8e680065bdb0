"""What leaves the house goes after the journal has it, under a key, and again until a service has answered."""

from __future__ import annotations

from hashlib import sha256

import pytest

from saksgang.commands import (
    ApproveLetter,
    Command,
    CompleteLetter,
    DraftLetter,
    OpenLetter,
    PrintLetter,
    ReportLetterAvailable,
    ReportLetterFailed,
    ReportLetterPosted,
    ReportLetterPrinted,
    SendLetter,
    StopLetter,
)
from saksgang.events import DispatchFailed, LetterSent
from saksgang.journal import Journal, MemoryJournal
from saksgang.office import rebuilt
from saksgang.office.outgoing import unanswered
from saksgang.ports import LetterOrder
from tests.core.casework.ground import CASE
from tests.core.office.bench import Bench, FullJournal, PortStub, bench

LETTER = f"{CASE}/letter-1"
ORDER = LetterOrder(f"mailbox/{LETTER}", "bygg", LETTER, CASE, "party-1", "Kvittering", "Mottatt.")
SEND, PAPER = SendLetter(LETTER), PrintLetter(LETTER, "ikke åpnet")


def approved(journal: Journal, *ports: PortStub) -> Bench:
    """An office with an approved letter, whose mailbox and print service are these."""
    office = bench(journal=journal, ports=dict(zip(("mailbox", "print"), ports, strict=False)))
    for command in (DraftLetter(CASE, "kvittering", "party-1"), CompleteLetter(LETTER)):
        office.do(command)
    return office


def test_cor_21_a_service_is_told_after_the_journal_has_it() -> None:
    """When the order comes, the event that orders it is the last one there; each port gets its own."""
    journal = MemoryJournal()
    mailbox, printer = PortStub(journal), PortStub(journal)
    office = approved(journal, mailbox, printer)
    assert mailbox.orders == []
    office.do(SEND)
    office.do(PAPER)

    assert (mailbox.orders, mailbox.seen) == ([ORDER], ["LetterSent"])
    assert [order.key for order in printer.orders] == [f"print/{LETTER}"]
    assert printer.seen == ["LetterPrintOrdered"]


def test_cor_04_what_is_handed_over_is_what_was_journaled() -> None:
    """The order's body has the digest that the event bears, and the order the event's key."""
    journal = MemoryJournal()
    mailbox = PortStub(journal)
    office = approved(journal, mailbox)
    office.do(SEND)
    (sent,), (order,) = office.told(LetterSent), mailbox.orders

    assert sent.sha256 == sha256(order.body.encode()).hexdigest()
    assert sent.key == order.key


def test_cor_21_nothing_leaves_that_the_journal_did_not_take() -> None:
    """The disk is full: the letter stays approved and no service hears of it."""
    journal = FullJournal()
    mailbox = PortStub(journal)
    office = approved(journal, mailbox)
    journal.full = True

    office.unchanged_by(lambda: office.do(SEND), OSError)
    assert mailbox.orders == []


def test_cor_21_a_service_that_is_down_is_told_again_under_the_same_key() -> None:
    """The failure is an event caused by the sending; the letter stays sent and goes again, until there is an answer."""
    journal = MemoryJournal()
    mailbox = PortStub(journal, down=True)
    office = approved(journal, mailbox)
    office.do(SEND)
    assert office.office.hand_over_again() == 1
    failed = [recorded for recorded in journal if isinstance(recorded.event, DispatchFailed)]
    assert [recorded.event for recorded in failed] == 2 * [
        DispatchFailed("bygg", CASE, f"mailbox/{LETTER}", "mailbox", "OSError: nede")
    ]
    sent = next(recorded.id for recorded in journal if isinstance(recorded.event, LetterSent))
    assert [(recorded.actor, recorded.cause) for recorded in failed] == [
        ("system:mailbox", sent),
        ("system:mailbox", ""),
    ]

    mailbox.down = False
    assert office.office.hand_over_again() == 1
    assert mailbox.orders == 3 * [ORDER]
    office.do(ReportLetterAvailable(LETTER))
    assert office.office.hand_over_again() == 0
    assert office.kinds()[-3:] == ["DispatchFailed", "DispatchFailed", "LetterAvailable"]
    assert rebuilt(journal).picture() == office.office.state.picture()


def test_a_service_that_nobody_connects_is_not_missed() -> None:
    """The letter is sent, and handed over once somebody connects it."""
    journal = MemoryJournal()
    office = approved(journal)
    office.do(SEND)
    assert office.kinds()[-1] == "LetterSent"

    mailbox = PortStub(journal)
    assert bench(journal=journal, ports={"mailbox": mailbox}).office.hand_over_again() == 1
    assert mailbox.orders == [ORDER]


@pytest.mark.parametrize(
    ("commands", "port"),
    [
        ((), ""),
        ((SEND,), "mailbox"),
        ((SEND, ReportLetterAvailable(LETTER)), ""),
        ((SEND, ReportLetterAvailable(LETTER), OpenLetter(LETTER)), ""),
        ((SEND, StopLetter(LETTER, "r")), ""),
        ((SEND, ReportLetterFailed(LETTER, "r")), ""),
        ((SEND, PAPER), "print"),
        ((PAPER,), "print"),
        ((PAPER, ReportLetterPrinted(LETTER)), "print"),
        ((PAPER, ReportLetterPrinted(LETTER), ReportLetterPosted(LETTER)), ""),
    ],
)
def test_cor_21_what_is_unanswered_is_known_from_the_letters(commands: tuple[Command, ...], port: str) -> None:
    """Sent but neither available nor given up; ordered on paper but not yet with the post."""
    office = approved(MemoryJournal())
    for command in commands:
        office.do(command, "party-1" if isinstance(command, OpenLetter) else "staff:kari")

    assert [(name, order.key) for name, order in unanswered(office.office.state)] == (
        [(port, f"{port}/{LETTER}")] if port else []
    )


def test_cor_21_what_is_unanswered_is_in_order_of_port_and_letter() -> None:
    """The same in every run."""
    office = approved(MemoryJournal())
    for _ in range(3):
        office.do(DraftLetter(CASE, "svar", "party-1", {"navn": "Ida", "sak": CASE}))
    for number, commands in ((4, [SendLetter]), (3, [SendLetter]), (2, [])):
        letter = f"{CASE}/letter-{number}"
        for make in (CompleteLetter, ApproveLetter, *commands):
            office.do(make(letter))
    office.do(PrintLetter(f"{CASE}/letter-2", "r"))

    assert [order.key[-18:] for _, order in unanswered(office.office.state)] == [
        f"{CASE[-9:]}/letter-{number}" for number in (3, 4, 2)
    ]
