"""Contacts: who was in touch with whom, by which channel, about what (COR-05)."""

from __future__ import annotations

from saksgang.casework.context import Context, staff_of
from saksgang.commands import RecordContact
from saksgang.declarations import listed
from saksgang.errors import Refused
from saksgang.events import ContactRecorded, Event
from saksgang.journal.record import Recorded
from saksgang.records import Contact
from saksgang.state import State

__all__ = ["CHANNELS", "DECIDE", "DIRECTIONS", "FOLD"]

DIRECTIONS = ("in", "out")
CHANNELS = (
    "personal",
    "telephone",
    "digital post",
    "letter",
    "e-mail",
    "self-service",
    "message",
    "output manager",
)


def record_contact(command: RecordContact, ctx: Context) -> list[Event]:
    """Keep a contact; direction and channel are from closed lists."""
    routine = ctx.case(command.case).routine if command.case else ctx.catalogue.routine(command.routine).name
    for value, allowed, what in (
        (command.direction, DIRECTIONS, "direction"),
        (command.channel, CHANNELS, "channel"),
    ):
        if value not in allowed:
            raise Refused("COR-05", f"A contact has no {what} {value!r}; it is one of: {listed(allowed)}.")
    home = command.case or routine
    key = ctx.state.contacts.next_id(home)
    by = staff_of(ctx.actor) or ctx.actor
    return [
        ContactRecorded(
            routine,
            command.case,
            key,
            command.party,
            command.direction,
            command.channel,
            command.about,
            by,
            command.facts,
        )
    ]


def contact_recorded(event: ContactRecorded, recorded: Recorded, state: State) -> None:
    """Fold: one more contact."""
    contact = Contact(
        event.contact,
        event.routine,
        event.case,
        event.party,
        event.direction,
        event.channel,
        event.about,
        event.by,
        recorded.at,
        event.facts,
    )
    state.contacts.put(event.contact, contact)


DECIDE = {RecordContact: record_contact}
FOLD = {ContactRecorded: contact_recorded}
