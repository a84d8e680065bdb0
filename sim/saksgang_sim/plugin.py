"""The simulation as a plugin of the core: it adds its verbs to the command line like anyone."""

from __future__ import annotations

import click

from saksgang.hookspecs import hookimpl
from saksgang_sim.cli_faults import faults_command
from saksgang_sim.cli_play import play_command
from saksgang_sim.cli_report import report_command
from saksgang_sim.cli_scenarios import scenarios_command
from saksgang_sim.cli_simulate import simulate_command
from saksgang_sim.comparing import compare_command
from saksgang_sim.hunting import hunt_command

__all__ = ["add_commands"]

COMMANDS = (
    simulate_command,
    report_command,
    scenarios_command,
    faults_command,
    play_command,
    compare_command,
    hunt_command,
)


@hookimpl
def add_commands(group: click.Group) -> None:
    """Add the verbs of the simulation, from ``simulate`` to ``hunt``."""
    for command in COMMANDS:
        group.add_command(command)
