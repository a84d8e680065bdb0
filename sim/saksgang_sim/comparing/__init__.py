"""Two scenarios run side by side, pair by pair of the same luck, and what is different (SIM-02, SIM-12)."""

from __future__ import annotations

from saksgang_sim.comparing.cli import compare_command

__all__ = ["compare_command"]
