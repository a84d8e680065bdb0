"""The route of a type of message: its steps, and what follows from them alone, worked out once for all messages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import groupby

from attrs import frozen

from saksgang_home_care_messages.rows import Step

__all__ = ["Route"]


@frozen
class Route:
    """The steps of a type in their order, each with the roles that do it."""

    steps: tuple[Step, ...]

    @cached_property
    def step_named(self) -> Mapping[str, Step]:
        """The steps by name."""
        return {step.do: step for step in self.steps}

    @cached_property
    def before(self) -> Mapping[str, tuple[Step, ...]]:
        """The steps that come before each, by the step's name."""
        return {step.do: self.steps[:number] for number, step in enumerate(self.steps)}

    @cached_property
    def legs(self) -> tuple[tuple[Step, ...], ...]:
        """The steps cut where they go to other people: each leg is one task."""
        return tuple(tuple(steps) for _, steps in groupby(self.steps, key=lambda step: step.by))

    @cached_property
    def leg_with(self) -> Mapping[str, int]:
        """The number of the leg that each step belongs to, by the step's name, counted from 0."""
        return {step.do: number for number, leg in enumerate(self.legs) for step in leg}

    @cached_property
    def shared_leg(self) -> int:
        """The leg in which several services each have a task of their own; -1 where there is none (MSG-08)."""
        return self.leg_with.get("answer_other_parts", -1)

    @cached_property
    def for_one_service(self) -> Route:
        """The route where one service answers all: there is nobody to forward a part to (MSG-08)."""
        if self.shared_leg < 0:
            return self
        return Route(tuple(step for step in self.steps if step.do != "forward"))
