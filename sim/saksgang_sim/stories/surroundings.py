"""The services around a story: prompt and predictable, and nobody opens a letter unless a step says so (SIM-07)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from saksgang.ports import LetterOrder, ServiceOrder
from saksgang.view import View
from saksgang_sim.stories.model import Person, ServiceRow, Surroundings
from saksgang_sim.stories.moments import local_minute

__all__ = ["ScriptedHabits"]


@frozen
class ScriptedHabits:
    """Habits as the story says, by the register id of the recipient."""

    surroundings: Surroundings
    people: Mapping[str, Person]
    services: tuple[ServiceRow, ...] = ()

    def serves(self, service: str) -> bool:
        """Whether the story says what the service answers; else a step reports it."""
        return any(row.service == service for row in self.services)

    def answers(self, order: ServiceOrder, view: View) -> tuple[int, dict[str, Any]] | None:
        """The last row of the story that fits the request."""
        now = local_minute(view.now, view.almanac)
        asked = [row for row in self.services if row.service == order.service and row.about in ("", order.about)]
        fitting = [row for row in asked if row.since is None or row.since <= now]
        if not fitting or fitting[-1].silent:
            return None
        return int(fitting[-1].after.total_seconds()), dict(fitting[-1].facts)

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
