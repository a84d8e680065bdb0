"""Asking plugins one at a time, so that what one of them does wrong is told by its name (PLG-03, PLG-05)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

import click

from saksgang.errors import PluginRefused
from saksgang.plugins.fence import fenced, sentences
from saksgang.plugins.records import Fault, Implementation
from saksgang.ports import Port

__all__ = ["add_verbs", "answer", "first_port"]


def answer(implementation: Implementation, arguments: Mapping[str, object]) -> object:
    """What a plugin answers; what it prints is kept off stdout.

    Raises:
        PluginRefused: when it raises; the sentence names plugin, hook, place and error.
    """
    try:
        result, _ = fenced(lambda: implementation.ask(arguments))
    except PluginRefused as error:
        key = f"hook {implementation.hook} at {implementation.where}"
        raise PluginRefused("\n".join(sentences(implementation.plugin, key, "it raises", error))) from error
    return result


def first_port(implementations: Iterable[Implementation], port: str) -> Port | None:
    """The adapter of the first that has one; raises ``PluginRefused`` as ``answer`` does."""
    adapters = (answer(implementation, {"port": port}) for implementation in implementations)
    return cast("Port | None", next((adapter for adapter in adapters if adapter is not None), None))


def add_verbs(implementations: Iterable[Implementation], group: click.Group) -> tuple[str, ...]:
    """Add each plugin's verbs to a group: all of a plugin's or, when it raises, none, and none over another.

    Returns:
        A sentence for each plugin that raised and each verb that was taken.
    """
    wrong: list[str] = []
    for implementation in implementations:
        own = click.Group()
        try:
            answer(implementation, {"group": own})
        except PluginRefused as error:
            wrong.append(str(error))
            continue
        for verb, command in own.commands.items():
            if verb in group.commands:
                wrong.append(_taken(verb).sentence(implementation.plugin))
            else:
                group.add_command(command, verb)
    return tuple(wrong)


def _taken(verb: str) -> Fault:
    return Fault("hook add_commands", f"the verb {verb!r} is taken", "give it another name")
