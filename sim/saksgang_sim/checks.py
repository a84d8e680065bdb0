"""What a simulation checks of itself: that its people could do their work (SIM-04)."""

from __future__ import annotations

from saksgang.checks import Check, sees
from saksgang.events import TaskCompleted, TaskWaiting
from saksgang.journal import Recorded

__all__ = ["AT_A_LOSS", "NobodyIsAtALoss"]

AT_A_LOSS = "nobody at the desk knew how to go on"
"""The reason for which simulated staff leave a task waiting that they could not finish in several attempts."""


class NobodyIsAtALoss(Check):
    """A routine never asks for what it then refuses, so that whoever tries gets on in the end."""

    id = "sim-nobody-is-at-a-loss"
    requirements = ("SIM-04",)
    kind = "safety"
    sentence = "Nobody leaves a task waiting because every attempt at it was refused."

    @sees(TaskCompleted)
    def done(self, event: TaskCompleted, recorded: Recorded) -> None:
        """Somebody got on."""
        self.judged += 1

    @sees(TaskWaiting)
    def waits(self, event: TaskWaiting, recorded: Recorded) -> None:
        """Somebody leaves a task waiting, perhaps for want of a way."""
        wrong = f"{event.by} could not finish task {event.task} and left it waiting."
        self.judge(held=event.reason != AT_A_LOSS, recorded=recorded, wrong=wrong)
