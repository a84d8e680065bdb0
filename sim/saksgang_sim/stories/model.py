"""What a story file says, once it has been read and found to be sound (SIM-07)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from saksgang.commands import Command
from saksgang.configuration import Municipality

__all__ = ["Given", "Person", "ServiceRow", "Step", "Story", "Surroundings", "Wish"]


@frozen
class Person:
    """Somebody outside the office.

    Attributes:
        name: what the story calls the person.
        id: what the journal knows the person by, such as ``citizen:guardian``.
        number: a personal number that cannot belong to anyone, ``""`` where the story gives no birth date.
        mailbox: whether letters reach the person electronically.
    """

    name: str
    id: str
    number: str = field(default="", repr=False)
    mailbox: bool = True


@frozen
class Given:
    """A value as the story gives it.

    Attributes:
        sort: what it stands for, such as ``text``, ``day`` or ``letter``; see ``sorts``.
        said: the value itself, or for things that the story has made what it calls them.
    """

    sort: str
    said: object


@frozen
class Wish:
    """One expectation.

    Attributes:
        form: the key that it begins with, in the singular, such as ``letter``.
        lead: the value of that key.
        of: the thing that it belongs to, or the caseworker whose list it is; ``None`` where that is not said.
        asked: what each row must show, by key.
        count: how many rows must show it; ``None`` for at least one.
        words: the expectation as the story has it.
    """

    form: str
    lead: Given
    of: Given | None
    asked: Mapping[str, Given]
    count: int | None
    words: str

    @property
    def things(self) -> tuple[Given, ...]:
        """All that it is about."""
        return (self.lead, *filter(None, (self.of,)), *self.asked.values())


@frozen
class Step:
    """One thing that happens, and what is seen in that minute.

    Attributes:
        number: counted from 1.
        at: the local minute.
        instant: the same in UTC.
        words: the step as the story has it, in one line.
        does: the command, ``None`` where somebody only looks.
        actor: such as ``staff:turid``.
        fields: of the command, without those that are left to their defaults.
        of: the thing beside which kinds in ``fields`` are looked up.
        called: the name of what the step makes, ``""`` for none.
        opens: the name of the case that a routine opens by itself because of it, ``""`` for none.
        refused: words that the refusal must have; empty when the step must not be refused.
        sees: what must be seen in that minute, after it is over.
        never: what must not be.
    """

    number: int
    at: dt.datetime
    instant: dt.datetime
    words: str
    does: type[Command] | None = None
    actor: str = ""
    fields: Mapping[str, Given] = field(factory=dict)
    of: Given | None = None
    called: str = ""
    opens: str = ""
    refused: tuple[str, ...] = ()
    sees: tuple[Wish, ...] = ()
    never: tuple[Wish, ...] = ()

    @property
    def things(self) -> tuple[Given, ...]:
        """All that it is about."""
        return (*self.fields.values(), *filter(None, (self.of,)))


@frozen
class Surroundings:
    """How long the services outside take.

    Attributes:
        mailbox: from sending until a letter can be opened.
        print: from the order until it is printed.
        post: from the print until the post has it.
    """

    mailbox: dt.timedelta = dt.timedelta(0)
    print: dt.timedelta = dt.timedelta(hours=1)
    post: dt.timedelta = dt.timedelta(hours=3)


@frozen
class ServiceRow:
    """What a register or system outside answers; of several rows that fit, the last one counts.

    Attributes:
        service: by the name that the routine declares.
        about: only requests about this; ``""`` for all.
        since: from this local minute on; ``None`` from the beginning.
        after: how long it takes.
        facts: what it answers.
        silent: it never answers.
    """

    service: str
    about: str = ""
    since: dt.datetime | None = None
    after: dt.timedelta = dt.timedelta(0)
    facts: Mapping[str, Any] = field(factory=dict)
    silent: bool = False


@frozen
class Story:
    """A whole story.

    Attributes:
        path: the file.
        requirements: what it is evidence for, such as ``PPT-10``.
        people: by the name that the story gives them.
        never: what must not be seen at any time.
    """

    path: Path
    title: str
    requirements: tuple[str, ...]
    municipality: Municipality
    people: Mapping[str, Person]
    surroundings: Surroundings
    services: tuple[ServiceRow, ...]
    steps: tuple[Step, ...]
    never: tuple[Wish, ...] = ()
