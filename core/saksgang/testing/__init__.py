"""What helps to test a plugin (PLG-07); ``saksgang_sim.conformance`` has the laws that take a simulation."""

from __future__ import annotations

from saksgang.testing.hidden_inputs import HIDDEN, hidden_inputs, why_hidden
from saksgang.testing.sources import hidden_in

__all__ = ["HIDDEN", "hidden_in", "hidden_inputs", "why_hidden"]
