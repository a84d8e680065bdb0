"""Each contact once, by the right one, and many of one kind as one: REG-02, REG-10, REG-11."""

from __future__ import annotations

from saksgang_contact_registration.ground import Ground
from saksgang_contact_registration.identity import Mark
from saksgang_contact_registration.registration import Registration
from saksgang_contact_registration.rules_way import IMMEDIATE
from saksgang_contact_registration.splitting import same_matter

__all__ = ["elements", "mass_mailing", "once", "one_matter"]


def once(reg: Registration, ground: Ground) -> str | None:
    """Whoever ends the contact with the citizen registers it, once (REG-02)."""
    if not reg.source.strip():
        return "Say what the contact is known by (source), such as the queue slip, so that nobody registers it again."
    if ground.actor and reg.ended_by not in ("", ground.actor):
        return f"{reg.ended_by!r} ended the contact with the citizen, so {reg.ended_by!r} registers it, nobody else."
    if any(same_matter(reg, other) and reg.type == other.type for other in ground.registered_before(reg)):
        return f"The contact {reg.source!r} is registered already; leave it at that."
    if ground.earlier.gathered(Mark(reg.source)):
        return f"The letter {reg.source!r} is counted in the mass mailing of its day already; leave it at that."
    return None


def one_matter(reg: Registration, ground: Ground) -> str | None:
    """Two registrations of one contact concern different tasks or different cases (REG-11)."""
    if any(same_matter(reg, other) and reg.type != other.type for other in ground.registered_before(reg)):
        return (
            f"The contact {reg.source!r} is registered already about {reg.area!r} and the same case; general questions "
            "about it belong to that registration."
        )
    return None


def mass_mailing(reg: Registration, ground: Ground) -> str | None:
    """Many of the same kind are one batch with a count, and a batch is nothing else (REG-10)."""
    if reg.batch:
        return None if _is_mailing(reg) and reg.count > 0 else "A mass mailing is letters that go out, one or more."
    if reg.count != 1:
        return f"A count of {reg.count} is for a mass mailing; give it a name (batch), or register each contact."
    if not _is_mailing(reg):
        return None
    most = ground.settings.singly_at_most
    singly = sum(not other.batch and elements(other) == elements(reg) for other in ground.like(reg))
    if singly < most:
        return None
    return f"{most} of the same kind are registered singly on {reg.day} already; register the rest as one batch."


def elements(reg: Registration) -> tuple[str, ...]:
    """What makes contacts the same kind: equal in all that is counted."""
    form = "blanket" if reg.form else ""
    return reg.direction, reg.department, reg.channel, reg.area, reg.type, form


def _is_mailing(reg: Registration) -> bool:
    return reg.direction == "out" and reg.channel not in IMMEDIATE
