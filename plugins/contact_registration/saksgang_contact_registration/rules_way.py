"""By which way, and how it ended: REG-09 and REG-12."""

from __future__ import annotations

from saksgang.declarations import listed
from saksgang_contact_registration.ground import Ground
from saksgang_contact_registration.names import AT_ONCE, CLOSINGS, FURTHER, OUTPUT_MANAGER
from saksgang_contact_registration.registration import Registration

__all__ = ["ending_at_once", "output_manager"]

IMMEDIATE = ("personal", "telephone")
DELIVERIES = ("", "certain", OUTPUT_MANAGER)


def output_manager(reg: Registration, _: Ground) -> str | None:
    """Digital Post only where it is certain that the letter ends in the digital mailbox (REG-09)."""
    if reg.delivery not in DELIVERIES:
        return f"How the letter is sent is {reg.delivery!r}; it is one of: {listed(DELIVERIES[1:])}."
    if reg.channel == OUTPUT_MANAGER and (reg.direction, reg.delivery) != ("out", OUTPUT_MANAGER):
        return "Output Manager is the channel only of a letter that goes out and is left to an output manager."
    if reg.delivery == OUTPUT_MANAGER and reg.channel != OUTPUT_MANAGER:
        return f"An output manager decides how the letter is sent, so the channel is Output Manager, not {reg.channel}."
    if reg.channel == "digital post" and reg.direction == "out" and reg.delivery != "certain":
        return (
            "Digital Post is the channel only where it is certain that the letter ends in the citizen's digital "
            "mailbox; say so (delivery certain), or take Output Manager."
        )
    return None


def ending_at_once(reg: Registration, _: Ground) -> str | None:
    """Only personal and telephone contacts can end at once, whether they come or go (REG-12)."""
    if reg.closing not in CLOSINGS:
        return f"The closing (afslutning) {reg.closing!r} is not one of: {listed(CLOSINGS)}."
    if reg.closing == AT_ONCE and reg.channel not in IMMEDIATE:
        return f"Only personal and telephone contacts can be {AT_ONCE!r}; by {reg.channel} it is {FURTHER!r}."
    return None
