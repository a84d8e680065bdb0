"""What is counted at all: REG-13."""

from __future__ import annotations

from saksgang.declarations import listed
from saksgang_contact_registration.ground import Ground
from saksgang_contact_registration.registration import Registration

__all__ = ["in_the_week"]


def in_the_week(reg: Registration, ground: Ground) -> str | None:
    """A contact of the counting week, with a department that takes part (REG-13)."""
    settings = ground.settings
    if not settings.counts(reg.day):
        week = f"{settings.first_day} to {settings.last_day}"
        return f"{reg.day} lies outside the counting week, {week}; nothing is counted then."
    if reg.day > ground.today:
        return f"The contact is dated {reg.day}, which is to come; write the day on which it was."
    if ground.today > ground.latest and not ground.offered:
        return f"The counting week could be registered until {ground.latest}; it is counted up now."
    if settings.department(reg.department) is None:
        known = listed(row.section for row in settings.departments)
        return f"The department {reg.department!r} is not one that registers; it is one of: {known}."
    return None
