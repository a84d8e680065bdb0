"""What the rules know beside the registration itself: settings, today, who registers, what is registered already."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from typing import Protocol

from attrs import frozen

from saksgang.legaltime import Almanac
from saksgang.records import Contact
from saksgang_contact_registration.identity import Mark, tidy
from saksgang_contact_registration.registration import Registration, registration_of
from saksgang_contact_registration.settings import Settings

__all__ = ["Earlier", "Ground", "Listed"]


class Earlier(Protocol):
    """What is registered already, oldest first."""

    def known_as(self, mark: Mark) -> Sequence[Contact]:
        """The registrations whose source reads as the mark's does, and maybe others."""
        ...

    def gathered(self, mark: Mark) -> bool:
        """Whether a letter is counted in a batch."""
        ...

    def every(self) -> Sequence[Contact]:
        """All registrations."""
        ...


@frozen
class Listed:
    """What is registered already, as a list.

    Attributes:
        letters: those that are counted in batches.
    """

    contacts: Sequence[Contact] = ()
    letters: Collection[str] = ()

    def known_as(self, mark: Mark) -> list[Contact]:
        """As ``Earlier`` says."""
        return [contact for contact in self.contacts if tidy(str(contact.facts.get("source"))) == tidy(mark.source)]

    def gathered(self, mark: Mark) -> bool:
        """As ``Earlier`` says."""
        return mark.source in self.letters

    def every(self) -> Sequence[Contact]:
        """As ``Earlier`` says."""
        return self.contacts


@frozen
class Ground:
    """The ground that a registration is judged on.

    Attributes:
        latest: the last day on which a contact of the counting week may still be registered.
        actor: the staff id of who registers, ``""`` for a rule.
        earlier: what is registered already.
        offered: whether the contact stands on a work list to be registered, which it may be late.
        party: whom the contact was with, ``""`` where that is not kept.
    """

    settings: Settings
    almanac: Almanac
    today: dt.date
    latest: dt.date
    actor: str = ""
    earlier: Earlier = Listed()
    offered: bool = False
    party: str = ""

    def known_as(self, mark: Mark) -> list[Registration]:
        """What is registered already of the contact that is known by that."""
        return [self._read(contact) for contact in self.earlier.known_as(mark) if self._mark(contact).same(mark)]

    def registered_before(self, reg: Registration) -> list[Registration]:
        """What is registered already of the contact that a registration is of."""
        return self.known_as(Mark(reg.source, reg.day.isoformat(), reg.department, self.party))

    def like(self, reg: Registration) -> list[Registration]:
        """What is registered already of the same day, direction, channel and area."""
        about, text = (reg.direction, reg.channel, reg.area), reg.day.isoformat()
        fit = [
            contact
            for contact in self.earlier.every()
            if (contact.direction, contact.channel, contact.about) == about and contact.facts.get("day", text) == text
        ]
        return [other for other in map(self._read, fit) if other.day == reg.day]

    def _mark(self, contact: Contact) -> Mark:
        day, *said = (str(contact.facts.get(name, "")) for name in ("day", "source", "department"))
        source, department = said
        return Mark(source, day or self.almanac.today(contact.received).isoformat(), department, contact.party)

    def _read(self, contact: Contact) -> Registration:
        registered = self.almanac.today(contact.received)
        return registration_of(contact.direction, contact.channel, contact.about, contact.facts, registered)
