"""Many disturbed seeds, and what one of them broke made as small as a story (SIM-05, SIM-07)."""

from __future__ import annotations

from saksgang_sim.hunting.cli import hunt_command

__all__ = ["hunt_command"]
