"""The program: its verbs, and what becomes of an error (CLI-01, CLI-02, COR-22)."""

from __future__ import annotations

import errno
import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

import click

from saksgang.cli.audit import audit_command
from saksgang.cli.check import check_command
from saksgang.cli.desk import desk_command
from saksgang.cli.explain import explain_command
from saksgang.cli.export import export_command
from saksgang.cli.hooks import hooks_group
from saksgang.cli.plugins import plugins_group
from saksgang.cli.replay import replay_command
from saksgang.errors import (
    ConfigurationRefused,
    InputRefused,
    JournalDamaged,
    PluginRefused,
    Refused,
    SaksgangError,
)
from saksgang.exits import Exit
from saksgang.office import PluginCrashed
from saksgang.plugins import Registry

__all__ = ["main", "program", "run"]

PROGRAM = "saksgang"
VERBS: tuple[click.Command, ...] = (
    audit_command,
    check_command,
    desk_command,
    explain_command,
    export_command,
    hooks_group,
    plugins_group,
    replay_command,
)
# A disk without room, and the like, is no mistake of ours.
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# The first row that fits; errors of ours that are no kind of these are a refusal of what was asked.
EXITS: tuple[tuple[type[SaksgangError], Exit], ...] = (
    (InputRefused, Exit.USAGE),
    (ConfigurationRefused, Exit.REFUSED),
    (PluginRefused, Exit.REFUSED),
    (PluginCrashed, Exit.INTERNAL),
    (Refused, Exit.FAILED),
    (JournalDamaged, Exit.FAILED),
    (SaksgangError, Exit.FAILED),
)


def main() -> NoReturn:
    """Run the command line that the program was called with, and end with its exit code."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str], registry: Registry | None = None) -> int:
    """Run one command line; returns the exit code, which is public (CLI-02).

    A user's mistake is told in a line on stderr, without a traceback; what is our own mistake has one, always.
    """
    try:
        return _answer(arguments, registry or Registry.installed())
    except BrokenPipeError:
        return _unheard()
    except (click.Abort, KeyboardInterrupt):
        click.echo(f"{PROGRAM}: interrupted.", err=True)
        return Exit.INTERRUPTED
    except click.ClickException as error:
        error.show()
        return Exit.USAGE
    except SaksgangError as error:
        _tell(error)
        return next(code for kind, code in EXITS if isinstance(error, kind))
    except Exception as error:  # noqa: BLE001 - the last place that can tell of it, and it tells all
        if isinstance(error, OSError) and error.errno in FULL:
            return _without_room(error)
        traceback.print_exc()
        return Exit.INTERNAL


def program(registry: Registry) -> click.Group:
    """The verbs of the core, then those that plugins add; what a plugin cannot add is told on stderr."""
    group = click.Group(
        PROGRAM,
        commands={str(verb.name): verb for verb in VERBS},
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    for sentence in registry.add_commands(group):
        click.echo(f"{PROGRAM}: {sentence}", err=True)
    added = (_first_example(command) for command in group.commands.values() if command not in VERBS)
    group.help = _HELP.format("".join(f"  {example}\n" for example in added if example))
    return click.version_option(package_name=PROGRAM, message="%(prog)s %(version)s")(group)


_HELP = """\
Municipal casework as plugins, and a simulated municipality to try it in.

\b
Examples:
{}  saksgang plugins list
  saksgang check fjordvik.toml
  saksgang explain run PPT-2026-00012
  saksgang explain --rule "2 working days" --from "2026-05-13 10:00" --country NO
  saksgang replay run
  saksgang export run --format xes --out run.xes
  saksgang audit run.xes --calendar NO --rule "Received -> Replied within 10 working days"

Every verb has its own examples: saksgang VERB --help.
"""


def _first_example(command: click.Command) -> str:
    """What a verb of a plugin shows first in its own help; ``""`` where it shows nothing."""
    lines = [line.strip() for line in (command.help or "").splitlines()]
    return next((line for line in lines if line.startswith(f"{PROGRAM} {command.name}")), "")


def _answer(arguments: Sequence[str], registry: Registry) -> int:
    """The exit code of a verb: the whole number that it returns or exits with, 0 when it says nothing."""
    group = program(registry)
    code = group.main(list(arguments), prog_name=PROGRAM, standalone_mode=False, obj=registry)
    sys.stdout.flush()
    return int(code) if isinstance(code, int) else Exit.HELD


def _tell(error: SaksgangError) -> None:
    """One line; of a configuration or a plugin a line a problem, each of which says where it is."""
    if isinstance(error, ConfigurationRefused | PluginRefused):
        click.echo(str(error), err=True)
    else:
        click.echo(f"{PROGRAM}: {' '.join(str(error).split())}", err=True)


def _without_room(error: OSError) -> int:
    _tell(InputRefused(f"There is no room for what is written: {error.strerror}. Make some, or write it elsewhere."))
    return _unheard(Exit.USAGE)


def _unheard(code: Exit = Exit.FAILED) -> int:
    """Nobody reads on, such as ``head``: end quietly, the interpreter's own last flush included."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return code
