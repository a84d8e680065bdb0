"""What is judged from the journal alone; the words stand here again, since a check shares nothing with the rule."""

from __future__ import annotations

from datetime import datetime

from saksgang.checks import Check, sees
from saksgang.events import StatusChanged, TaskCompleted
from saksgang.journal import Recorded

__all__ = ["TheCaseEndsAsItWasAssessed"]

ROUTINE = "dog_licence"


class TheCaseEndsAsItWasAssessed(Check):
    """An application is granted or refused exactly as the officer assessed it (DOG-02)."""

    id = "dog-the-case-ends-as-it-was-assessed"
    requirements = ("DOG-02",)
    kind = "safety"
    sentence = "A case ends with the outcome of the officer's assessment, and not before it."

    def __init__(self) -> None:
        super().__init__()
        self._assessed: dict[str, str] = {}

    @sees(TaskCompleted)
    def assessed(self, event: TaskCompleted, recorded: Recorded) -> None:
        """The officer has assessed it: the case has to follow."""
        if event.routine == ROUTINE:
            self._assessed[event.case] = event.outcome

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """The case follows."""
        if event.routine == ROUTINE:
            outcome = self._assessed.pop(event.case, "not assessed")
            wrong = f"Case {event.case} became {event.new!r}, but it was {outcome!r}."
            self.judge(event.new == outcome, recorded, wrong)

    def end(self, at: datetime) -> None:
        """Nothing more comes: what was assessed and did not follow stays as it is."""
        for case, outcome in self._assessed.items():
            wrong = f"Case {case} was assessed as {outcome!r} and did not end."
            self.judge_case(held=False, case=case, at=at, wrong=wrong)
