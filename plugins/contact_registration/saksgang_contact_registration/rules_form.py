"""Forms that count: REG-05 for those that come, REG-06 for those that go."""

from __future__ import annotations

from saksgang.declarations import listed
from saksgang_contact_registration.ground import Ground
from saksgang_contact_registration.names import FILLED
from saksgang_contact_registration.registration import Registration

__all__ = ["inbound_form", "outbound_form"]

FILLED_IN = ("helt", "delvist")


def inbound_form(reg: Registration, _: Ground) -> str | None:
    """A form that comes counts if it is of the right kind and wholly or partly filled in (REG-05)."""
    if not reg.form or reg.direction != "in":
        return None
    if not reg.right_kind:
        return "The form is not of the right kind (right_kind), so it does not count; register the contact without it."
    if reg.filled in FILLED_IN:
        return None
    if reg.filled in FILLED:
        return "The form is not filled in, so it does not count; register the contact without it."
    return f"How far the form is filled in is {reg.filled!r}; it is one of: {listed(FILLED)}."


def outbound_form(reg: Registration, _: Ground) -> str | None:
    """A form that goes counts if it is to collect information from a citizen or company (REG-06)."""
    if not reg.form or reg.direction != "out" or reg.collects:
        return None
    return (
        "The form does not collect information from a citizen or company (collects), so it does not count; "
        "register the contact without it."
    )
