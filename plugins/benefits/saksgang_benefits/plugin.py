"""Where the routine is plugged in: the hooks, and nothing decided here."""

from __future__ import annotations

from collections.abc import Sequence

from saksgang.commands import Answer, Command, CreateTask
from saksgang.declarations import Routine
from saksgang.hookspecs import hookimpl
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_benefits.birthdays import distributed
from saksgang_benefits.declaration import declared
from saksgang_benefits.looking import concerns, settings_of
from saksgang_benefits.routine import answer, refusal

__all__ = ["declare_routine", "distribute", "respond", "vet"]


@hookimpl
def declare_routine() -> Routine:
    """The manifest of ``benefits``."""
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
def distribute(task: CreateTask, view: View) -> str | None:
    """By the citizen's birthday, tasks of this routine only; a municipality's own rule is asked before (BEN-02)."""
    return distributed(task, settings_of(view), view) if concerns(task, view) else None
