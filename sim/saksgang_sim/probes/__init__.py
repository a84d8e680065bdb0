"""Rare places: marks that tell whether disturbed runs have come to them, read from the journal alone (SIM-05)."""

from __future__ import annotations

from saksgang_sim.probes.probing import Probes, every_probe

__all__ = ["Probes", "every_probe"]
