"""Where the routine is plugged in: the hooks, and nothing decided here."""

from __future__ import annotations

from collections.abc import Sequence

import click

from saksgang.commands import Answer, Command
from saksgang.declarations import Routine
from saksgang.hookspecs import hookimpl
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_contact_registration.declaration import declared
from saksgang_contact_registration.offering import observed
from saksgang_contact_registration.routine import answer, refusal
from saksgang_contact_registration.verbs import count_command

__all__ = ["add_commands", "declare_routine", "observe", "respond", "vet"]


@hookimpl
def declare_routine() -> Routine:
    """The manifest of ``contact_registration``."""
    return declared()


@hookimpl
def vet(command: Command, actor: str, view: View) -> str | None:
    """What the routine refuses, with the requirement first."""
    return refusal(command, actor, view)


@hookimpl
def respond(event: Recorded, view: View) -> Sequence[Answer]:
    """What the routine answers to an event in its own stream."""
    return answer(event, view)


@hookimpl
def observe(event: Recorded, view: View) -> Sequence[Answer]:
    """What the routine answers to an event of another routine, on its own list only."""
    return observed(event, view)


@hookimpl
def add_commands(group: click.Group) -> None:
    """Add ``count``."""
    group.add_command(count_command)
