"""What a scenario is called in a comparison: shipped ones by our own titles, without the length that they run alone.

A comparison has its own length, and tells it; a title that says six months above a comparison of nine says it wrong.
"""

from __future__ import annotations

from saksgang_sim.comparing.wording import texts
from saksgang_sim.reading import shipped_scenarios, shipped_variants
from saksgang_sim.scenario import Scenario

__all__ = ["titled"]


def titled(scenario: Scenario, language: str) -> str:
    """Its title in that language where it is shipped, else as its file has it."""
    shipped = {**shipped_scenarios(), **shipped_variants()}
    if shipped.get(scenario.name) != scenario.path:
        return scenario.title
    return texts(language)["titles"].get(scenario.name, scenario.title)
