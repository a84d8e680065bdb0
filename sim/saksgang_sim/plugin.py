"""The simulation as a plugin of the core: it adds its verbs like anyone, and tries routines by their laws (PLG-07)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from saksgang.hookspecs import hookimpl
from saksgang_sim.cli_faults import faults_command
from saksgang_sim.cli_play import play_command
from saksgang_sim.cli_report import report_command
from saksgang_sim.cli_scenarios import scenarios_command
from saksgang_sim.cli_simulate import simulate_command
from saksgang_sim.comparing import compare_command
from saksgang_sim.conformance_laws import judged
from saksgang_sim.hunting import hunt_command

__all__ = ["add_commands", "judge_routine"]

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


@hookimpl
def judge_routine(routine: str, scenario: str) -> Mapping[str, Sequence[str]]:
    """Put a routine to the laws that every one must keep, in simulated months."""
    return judged(routine, scenario)
