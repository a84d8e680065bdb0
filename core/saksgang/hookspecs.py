"""The places where a plugin comes in. One call is one question to one plugin; answers are data, never acts.

Implementations are asked in the order that ``saksgang hooks list`` prints: by routine name, never by the accident of
installation. An implementation takes the arguments by these names, all or some, and without defaults.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click
import pluggy

from saksgang.commands import Answer, Command, CreateTask
from saksgang.declarations import Routine
from saksgang.journal.record import Recorded
from saksgang.ports import Port
from saksgang.view import View

__all__ = [
    "PROJECT",
    "add_commands",
    "connect_port",
    "declare_routine",
    "distribute",
    "hookimpl",
    "judge_routine",
    "observe",
    "respond",
    "vet",
]

PROJECT = "saksgang"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def declare_routine() -> Routine:
    """Say what the routine is: asked once when the plugin is loaded, checked before anything runs (PLG-02)."""
    raise NotImplementedError


@hookspec
def vet(command: Command, actor: str, view: View) -> str | None:
    """Refuse a command on the routine's own cases: ``"PPT-03: sentence"`` refuses, ``None`` lets the core decide."""
    raise NotImplementedError


@hookspec
def respond(event: Recorded, view: View) -> Sequence[Answer]:
    """Answer an event in the routine's own stream with commands, each with the requirement that asks for it."""
    raise NotImplementedError


@hookspec
def observe(event: Recorded, view: View) -> Sequence[Answer]:
    """Answer an event in another routine's stream, with commands on one's own cases only: it changes no other's."""
    raise NotImplementedError


@hookspec
def distribute(task: CreateTask, view: View) -> str | None:
    """Name who gets a task that is left to distribution; ``None`` leaves it to the next, at the end its own routine."""
    raise NotImplementedError


@hookspec
def connect_port(port: str) -> Port | None:
    """Give the adapter for a service outside (``mailbox``, ``print``, a declared service), or ``None``."""
    raise NotImplementedError


@hookspec
def add_commands(group: click.Group) -> None:
    """Add verbs to the command line ``saksgang``; asked once when the program starts."""
    raise NotImplementedError


@hookspec
def judge_routine(routine: str, scenario: str) -> Mapping[str, Sequence[str]]:
    """Tell by law what breaks it, none where it is kept: asked by ``saksgang plugins check NAME`` (PLG-07)."""
    raise NotImplementedError
