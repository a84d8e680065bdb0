"""Where a routine comes into a simulation: the entry-point group ``saksgang.simulation``, asked by no live office."""

from __future__ import annotations

import pluggy

from saksgang_sim.behaviour import Behaviour

__all__ = ["GROUP", "PROJECT", "describe_behaviour", "simulated"]

PROJECT = GROUP = "saksgang.simulation"
hookspec = pluggy.HookspecMarker(PROJECT)
simulated = pluggy.HookimplMarker(PROJECT)


@hookspec
def describe_behaviour() -> Behaviour:
    """Say how the routine's citizens and staff behave: asked once, before a simulation begins (SIM-03, SIM-04)."""
    raise NotImplementedError
