"""The course of a message: the steps that its type's row gives, how far it has come, and what comes next."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from saksgang_home_care_messages.names import SERVICE
from saksgang_home_care_messages.progress import STEPS_DONE, Progress
from saksgang_home_care_messages.route import OTHER_PARTS, Route
from saksgang_home_care_messages.rows import MessageType, Step
from saksgang_home_care_messages.settings import Settings

__all__ = ["Course", "course", "roles_of"]


def roles_of(step: Step, service: str, settings: Settings) -> tuple[str, ...]:
    """The roles that may do a step, that of the local routine put in for the service concerned (MSG-01)."""
    return tuple([settings.service(service).responsible if role == SERVICE else role for role in step.by])


@frozen
class Course:
    """A message on its way, as long as nothing more happens on it.

    Attributes:
        route: the steps of its type, as far as they are asked of this message.
    """

    route: Route
    progress: Progress

    @property
    def row(self) -> MessageType:
        """The type."""
        return self.route.row

    def step(self, name: str) -> Step | None:
        """The step of that name, if the type has it."""
        return self.route.step_named.get(name)

    def is_done(self, step: Step) -> bool:
        """Whether that step is done."""
        return STEPS_DONE[step.do](self.progress)

    @property
    def next(self) -> Step | None:
        """The first step that is not done; ``None`` when the message is done."""
        return self._first_left(self.route.steps)

    def owed_before(self, name: str) -> Step | None:
        """What has to be done before the step of that name, if anything is left."""
        return self._first_left(self.route.before.get(name, ()))

    def _first_left(self, steps: Sequence[Step]) -> Step | None:
        for step in steps:
            if not STEPS_DONE[step.do](self.progress):
                return step
        return None

    @property
    def leg(self) -> int:
        """The number of the leg that it is in, the first in which a step is left; -1 when the message is done.

        The last step of a leg is asked about first: while it is left, nobody needs to know of those before it.
        """
        for number, steps in enumerate(self.route.legs):
            for step in reversed(steps):
                if not STEPS_DONE[step.do](self.progress):
                    return number
        return -1

    def leg_of(self, step: Step) -> int:
        """The number of the leg that a step belongs to, counted from 0."""
        return self.route.leg_with[step.do]

    def parts_of(self, leg: int) -> Sequence[str]:
        """The services that each have a task of their own in a leg: those whose parts are not answered (MSG-08)."""
        return self.progress.unanswered if leg == self.route.shared_leg else ()


def course(route: Route, progress: Progress) -> Course:
    """The course of a message of the type that has that route."""
    if OTHER_PARTS in route.step_named and not progress.others:
        route = route.for_one_service
    return Course(route, progress)
