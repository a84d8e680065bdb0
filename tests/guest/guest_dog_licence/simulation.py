"""How dog owners and officers behave in a simulation; all figures are assumptions."""

from __future__ import annotations

from guest_dog_licence.routine import ASSESS
from guest_dog_licence.simulated_work import assess
from saksgang.commands import Command, OpenCase
from saksgang.view import View
from saksgang_sim.behaviour import Behaviour, Demand, Occasion, Service
from saksgang_sim.hookspecs import simulated

__all__ = ["describe_behaviour"]

NAME = "dog_licence"
CASE_TYPE = "Dispensasjon fra båndtvang"
# The leash rule holds from April to August, so that most apply in spring.
SEASON = (0.5, 0.7, 1.6, 2.2, 1.8, 1.2, 0.8, 0.8, 0.6, 0.6, 0.6, 0.6)


def application(occasion: Occasion, view: View) -> tuple[str, Command]:
    """Somebody with a dog applies."""
    population = occasion.population
    owner = population.adult(occasion.luck.integer(0, population.adults - 1, "owner"))
    return owner.id, OpenCase(NAME, CASE_TYPE, owner.id, owner.number)


@simulated
def describe_behaviour() -> Behaviour:
    """A few applications a week, each a short piece of work."""
    demands = (Demand("dog_licence.application", 4.0, application, months=SEASON),)
    return Behaviour(NAME, demands, {ASSESS: Service(40.0)}, {ASSESS: assess})
