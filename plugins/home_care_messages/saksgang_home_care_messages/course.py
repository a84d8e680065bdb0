"""The course of a message: the steps that its type's row gives, how far it has come, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import groupby

from attrs import frozen

from saksgang_home_care_messages.names import SERVICE
from saksgang_home_care_messages.progress import REPLIES, STEPS_DONE, Progress
from saksgang_home_care_messages.rows import MessageType, Step
from saksgang_home_care_messages.settings import Settings

__all__ = ["Course", "course", "roles_of", "wants_reply"]


def wants_reply(row: MessageType, settings: Settings) -> bool:
    """Whether a message of the type is to be replied to at all."""
    reply_steps = {name for names in REPLIES.values() for name in names}
    return not row.no_reply and any(step.do in reply_steps for step in settings.steps_of(row))


def roles_of(step: Step, service: str, settings: Settings) -> tuple[str, ...]:
    """The roles that may do a step, that of the local routine put in for the service concerned (MSG-01)."""
    return tuple(settings.service(service).responsible if role == SERVICE else role for role in step.by)


@frozen
class Course:
    """A message on its way.

    Attributes:
        row: the type.
        steps: as ``Settings.steps_of`` gives them.
    """

    row: MessageType
    steps: tuple[Step, ...]
    progress: Progress

    def step(self, name: str) -> Step | None:
        """The step of that name, if the type has it."""
        return next((step for step in self.steps if step.do == name), None)

    def is_done(self, step: Step) -> bool:
        """Whether that step is done."""
        return STEPS_DONE[step.do](self.progress)

    @cached_property
    def next(self) -> Step | None:
        """The first step that is not done; ``None`` when the message is done."""
        return next((step for step in self.steps if not self.is_done(step)), None)

    def owed_before(self, name: str) -> Step | None:
        """What has to be done before the step of that name, if anything is left."""
        names = [step.do for step in self.steps]
        before = self.steps[: names.index(name)] if name in names else ()
        return next((step for step in before if not self.is_done(step)), None)

    @cached_property
    def legs(self) -> tuple[tuple[Step, ...], ...]:
        """The steps cut where they go to other people: each leg is one task."""
        return tuple(tuple(steps) for _, steps in groupby(self.steps, key=lambda step: step.by))

    def leg_of(self, step: Step) -> int:
        """The number of the leg that a step belongs to, counted from 0."""
        return next(number for number, leg in enumerate(self.legs) if step in leg)

    def parts_of(self, leg: int) -> Sequence[str]:
        """The services that each have a task of their own in a leg: those whose parts are not answered (MSG-08)."""
        per_service = any(step.do == "answer_other_parts" for step in self.legs[leg])
        return self.progress.unanswered if per_service else ()


def course(row: MessageType, settings: Settings, progress: Progress) -> Course:
    """The course of a message of that type; with one service only, there is nobody to forward to (MSG-08)."""
    steps = settings.steps_of(row)
    if not progress.others and any(step.do == "answer_other_parts" for step in steps):
        steps = tuple(step for step in steps if step.do != "forward")
    return Course(row, steps, progress)
