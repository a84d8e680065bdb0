"""The commands that do something of a hunt again (CLI-03)."""

from __future__ import annotations

import shlex
from pathlib import Path

from saksgang_sim.options import options
from saksgang_sim.scenario import Scenario

__all__ = ["play_command", "simulate_command"]


def simulate_command(name: str, scenario: Scenario) -> str:
    """Runs one of the worlds by itself."""
    return shlex.join(["saksgang", "simulate", name, *options(scenario)])


def play_command(story: Path) -> str:
    """Plays what a find was made small to."""
    return shlex.join(["saksgang", "play", str(story)])
