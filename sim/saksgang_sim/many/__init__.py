"""Many runs: jobs that can be sent anywhere, small results that come back in their order (SIM-12)."""

from __future__ import annotations

from saksgang_sim.many.figures import Figure
from saksgang_sim.many.result import Found, Result
from saksgang_sim.many.running import judged
from saksgang_sim.many.workers import Workers, workers

__all__ = ["Figure", "Found", "Result", "Workers", "judged", "workers"]
