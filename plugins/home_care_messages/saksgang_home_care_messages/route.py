"""The route of a type of message: its steps, and what follows from them alone, worked out once for all messages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import groupby

from attrs import evolve, frozen

from saksgang.legaltime import Rule
from saksgang_home_care_messages.progress import REPLIES
from saksgang_home_care_messages.rows import MessageType, Step

__all__ = ["OTHER_PARTS", "Route"]

OTHER_PARTS = "answer_other_parts"


@frozen
class Route:
    """The way of a message of one type through the office.

    Attributes:
        row: the type.
        steps: in their order, each with the roles that do it.
        first_reply: the time in which a message gets its first reply, where it gets one.
        final_reply: the time for the final answer, ``None`` where nobody has set one.
    """

    row: MessageType
    steps: tuple[Step, ...]
    first_reply: Rule
    final_reply: Rule | None = None

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
        """The steps cut where they go to other people or, with their parts, to other services: each leg is one task."""
        names = [step.do for step in self.steps]
        parts = names.index(OTHER_PARTS) if OTHER_PARTS in names else len(names)
        legs = groupby(enumerate(self.steps), key=lambda numbered: (numbered[0] >= parts, numbered[1].by))
        return tuple(tuple(step for _, step in leg) for _, leg in legs)

    @cached_property
    def leg_with(self) -> Mapping[str, int]:
        """The number of the leg that each step belongs to, by the step's name, counted from 0."""
        return {step.do: number for number, leg in enumerate(self.legs) for step in leg}

    @cached_property
    def forward_leg(self) -> int:
        """The leg to which forwarding passes a message on, the one after that step's; -1 where none comes after it."""
        after = self.leg_with.get("forward", len(self.legs)) + 1
        return after if after < len(self.legs) else -1

    @cached_property
    def shared_leg(self) -> int:
        """The leg in which several services each have a task of their own; -1 where there is none (MSG-08)."""
        return self.leg_with.get(OTHER_PARTS, -1)

    @cached_property
    def for_one_service(self) -> Route:
        """The route of a type with parts where one service answers all: there is nobody to forward to (MSG-08)."""
        return evolve(self, steps=tuple(step for step in self.steps if step.do not in ("forward", OTHER_PARTS)))

    @cached_property
    def wants_reply(self) -> bool:
        """Whether a message of the type is to be replied to at all."""
        replies = {name for names in REPLIES.values() for name in names}
        return not self.row.no_reply and not replies.isdisjoint(self.step_named)

    @cached_property
    def first_replies(self) -> frozenset[str]:
        """The kinds of replies that are worth a first reply: a temporary one only where the work goes on after it.

        A type that is neither replied to for now nor set in progress is answered within its time, or it is not.
        """
        goes_on = not {"temporary_reply", "set_in_progress"}.isdisjoint(self.step_named)
        return frozenset(REPLIES if goes_on else REPLIES.keys() - {"temporary"})

    @cached_property
    def deadlines(self) -> tuple[tuple[str, str, str], ...]:
        """Kind, what it is about and rule of each deadline that a message of the type has, all from receipt."""
        timed = [("step_in_time", step.do, step.within) for step in self.steps]
        first = ("first_reply", "", self.first_reply if self.wants_reply else None)
        rows = (first, ("final_reply", "", self.final_reply), *timed)
        return tuple((kind, about, str(rule)) for kind, about, rule in rows if rule is not None)
