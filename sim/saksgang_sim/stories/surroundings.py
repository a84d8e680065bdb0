"""The services around a story: prompt and predictable, and nobody opens a letter unless a step says so (SIM-07)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from attrs import frozen

from saksgang.ports import LetterOrder
from saksgang_sim.stories.model import Person, Surroundings

__all__ = ["ScriptedHabits"]


@frozen
class ScriptedHabits:
    """Habits as the story says, by the register id of the recipient."""

    surroundings: Surroundings
    people: Mapping[str, Person]

    def has_mailbox(self, recipient: str) -> bool:
        """Everybody has one but the people of whom the story says otherwise."""
        return all(person.mailbox for person in self.people.values() if person.id == recipient)

    def seconds_to_mailbox(self, order: LetterOrder) -> int:
        """As long as the story says, by default no time at all."""
        return int(self.surroundings.mailbox.total_seconds())

    def opens(self, order: LetterOrder, available: dt.datetime) -> dt.datetime | None:
        """Never by itself: a step of the story opens it."""
        return None

    def printed(self, ordered: dt.datetime) -> dt.datetime:
        """So long after the order."""
        return ordered + self.surroundings.print

    def posted(self, printed: dt.datetime) -> dt.datetime:
        """So long after the print."""
        return printed + self.surroundings.post
