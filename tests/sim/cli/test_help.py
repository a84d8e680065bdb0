"""The help of every verb, those of the simulation and the routines included (CLI-01)."""

from __future__ import annotations

from collections.abc import Iterator

import click

from saksgang.cli.main import program
from saksgang.plugins import Registry
from tests.sim.running import said


def helps(command: click.Command, path: str = "") -> Iterator[tuple[str, str]]:
    """The help of a command and of all below it, by the words that lead there."""
    name = f"{path} {command.name}".strip()
    yield name, command.get_help(click.Context(command, info_name=name))
    if isinstance(command, click.Group):
        for below in command.commands.values():
            yield from helps(below, name)


def test_cli_01_no_help_shows_the_sign_that_keeps_its_lines_apart() -> None:
    """Neither as it is written in the source nor as it comes from there, and the examples have a line each."""
    told = dict(helps(program(Registry.installed())))

    assert {"saksgang simulate", "saksgang play", "saksgang hunt", "saksgang hooks list"} <= set(told)
    assert [name for name, text in told.items() if "\\b" in text or "\b" in text] == []
    assert "\n    saksgang play --routine ppt_intake\n" in told["saksgang play"]


def test_cli_01_the_first_help_has_an_example_of_each_verb_that_plugins_add() -> None:
    """The core knows none of them: it takes the first example of their own help."""
    told = said("--help").out

    for example in ("simulate ppt_intake", "report run", "play", "hunt everything --seeds 1..500 --jobs 0"):
        assert f"\n    saksgang {example}\n" in told
