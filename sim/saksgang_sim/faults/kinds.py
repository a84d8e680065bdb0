"""The kinds of faults, as rows (SIM-05). How each strikes is in the module named by its ``where``."""

from __future__ import annotations

from attrs import frozen

__all__ = ["KINDS", "FaultKind"]


@frozen
class FaultKind:
    """One thing that goes wrong.

    Attributes:
        where: ``mailbox``, ``print``, ``receipts``, ``openings``, ``services``, ``inbound``, ``staff`` or ``office``.
        per: what each chance is drawn for, such as each order, each message or each day.
        rate: the chance where a fault is named without one.
        most: the highest chance that a swarm draws.
    """

    name: str
    where: str
    per: str
    sentence: str
    rate: float
    most: float


_ROWS = (
    FaultKind("mailbox_refuses", "mailbox", "order", "The electronic mailbox refuses an order.", 0.3, 0.6),
    FaultKind("mailbox_times_out", "mailbox", "order", "The mailbox does not answer, and has taken nothing.", 0.2, 0.4),
    FaultKind("mailbox_unsure", "mailbox", "order", "The mailbox takes an order and answers with an error.", 0.2, 0.5),
    FaultKind("print_late", "print", "letter", "The print service is up to six working days late.", 0.3, 0.6),
    FaultKind("print_lost", "print", "order", "An order is lost on its way to the print service.", 0.2, 0.4),
    FaultKind("print_twice", "print", "letter", "A letter is printed and posted a second time.", 0.2, 0.5),
    FaultKind("undeliverable", "mailbox", "order", "Mailbox or print give a letter up for good.", 0.05, 0.1),
    FaultKind("receipts_twice", "receipts", "receipt", "A receipt or answer comes again, within two days.", 0.2, 0.5),
    FaultKind("receipts_late", "receipts", "receipt", "A receipt or answer is overtaken by what follows it.", 0.2, 0.4),
    FaultKind("receipts_lost", "receipts", "receipt", "A receipt or answer is lost; who asks again is told.", 0.1, 0.3),
    FaultKind(
        "receipts_stray", "receipts", "receipt", "A receipt comes for a letter that it cannot be right for.", 0.1, 0.3
    ),
    FaultKind("opened_at_the_print", "openings", "letter", "A letter is opened in the minute of its print.", 0.3, 0.6),
    FaultKind("services_refuse", "services", "order", "A system outside refuses an order.", 0.2, 0.5),
    FaultKind(
        "services_silent", "services", "order", "A system outside says nothing until it is asked again.", 0.2, 0.4
    ),
    FaultKind("registers_stale", "services", "answer", "An answer is that of the time before.", 0.2, 0.5),
    FaultKind("registers_contradict", "services", "answer", "An answer says the contrary of what is so.", 0.1, 0.3),
    FaultKind("registers_garbled", "services", "answer", "An answer lacks fields, or has what cannot be.", 0.1, 0.3),
    FaultKind("finance_down", "services", "day", "The finance system is down for up to three days.", 0.1, 0.2),
    FaultKind("swizzle", "services", "day", "Some services go down one by one and come up in another order.", 0.1, 0.2),
    FaultKind("inbound_twice", "inbound", "message", "A message is delivered twice, bearing the same mark.", 0.2, 0.5),
    FaultKind("inbound_again", "inbound", "message", "Somebody sends the same words once more.", 0.05, 0.15),
    FaultKind("inbound_late", "inbound", "message", "A message is overtaken by later ones.", 0.2, 0.4),
    FaultKind("inbound_after_closing", "inbound", "case", "A case is closed, and then more to it comes in.", 0.3, 0.6),
    FaultKind(
        "staff_sick_at_work", "staff", "person and day", "Somebody falls ill in the midst of a task.", 0.02, 0.05
    ),
    FaultKind("staff_sick_when_due", "staff", "person and day", "Somebody is ill when something is due.", 0.2, 0.5),
    FaultKind("staff_all_sick", "staff", "day", "Everybody is ill at once, for a day or two.", 0.05, 0.1),
    FaultKind("staff_quits", "staff", "person and day", "Somebody leaves, but never the last one.", 0.003, 0.01),
    FaultKind("killed", "office", "day", "The process is killed, and the office rebuilt from its journal.", 0.2, 0.4),
    FaultKind(
        "killed_sending", "office", "order", "The process is killed with a written order in its hands.", 0.01, 0.02
    ),
    FaultKind(
        "summer_time",
        "office",
        "message",
        "Messages and openings come in the hour that the clocks skip or double.",
        0.3,
        0.6,
    ),
)

KINDS: dict[str, FaultKind] = {kind.name: kind for kind in _ROWS}
"""All kinds by name, in the order in which they are listed."""
