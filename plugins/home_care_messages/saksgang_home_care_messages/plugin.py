"""Where the routine is plugged in: the hooks, and nothing decided here."""

from __future__ import annotations

from collections.abc import Sequence

from saksgang.commands import Answer, Command
from saksgang.declarations import Routine
from saksgang.hookspecs import hookimpl
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_home_care_messages.declaration import declared
from saksgang_home_care_messages.routine import answer, observed, refusal

__all__ = ["declare_routine", "observe", "respond", "vet"]


@hookimpl
def declare_routine() -> Routine:
    """The manifest of ``home_care_messages``."""
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
    """What the routine answers to an event elsewhere: messages of somebody away lie open again."""
    return observed(event, view)
