"""What the rules know beside the registration itself: settings, today, who registers, what is registered already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from attrs import frozen

from saksgang.legaltime import Almanac
from saksgang.records import Contact
from saksgang_contact_registration.registration import Registration, registration_of
from saksgang_contact_registration.settings import Settings

__all__ = ["Ground"]


@frozen
class Ground:
    """The ground that a registration is judged on.

    Attributes:
        latest: the last day on which a contact of the counting week may still be registered.
        actor: the staff id of who registers, ``""`` for a rule.
        earlier: what is registered already, oldest first.
        offered: whether the contact stands on a work list to be registered, which it may be late.
    """

    settings: Settings
    almanac: Almanac
    today: dt.date
    latest: dt.date
    actor: str = ""
    earlier: Sequence[Contact] = ()
    offered: bool = False

    def known_as(self, source: str) -> list[Registration]:
        """What is registered already of the contact that is known by that."""
        return [self._read(contact) for contact in self.earlier if contact.facts.get("source") == source]

    def like(self, reg: Registration) -> list[Registration]:
        """What is registered already of the same day, direction, channel and area."""
        about, text = (reg.direction, reg.channel, reg.area), reg.day.isoformat()
        fit = [
            contact
            for contact in self.earlier
            if contact.facts.get("day", text) == text and (contact.direction, contact.channel, contact.about) == about
        ]
        return [other for other in map(self._read, fit) if other.day == reg.day]

    def _read(self, contact: Contact) -> Registration:
        registered = self.almanac.today(contact.received)
        return registration_of(contact.direction, contact.channel, contact.about, contact.facts, registered)
