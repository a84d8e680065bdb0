"""Woken cases: active, with a task that says what is missing, and nothing that happens by itself (MON-12)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, InTheEnd, Law
from saksgang.events import (
    DeadlineStarted,
    LetterDrafted,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_long_term_monitoring.checks_settings import ACTIVE, ROUTINE

__all__ = ["AMeasureIsChosen", "NothingHappensByItself", "WokenCasesAskForAMeasure"]

MISSING = "choose_measure"
# What law and finance bring about on any case, monitored or not.
FROM_OUTSIDE = ("limitation_soon", "close_case", "finance_unclear", MISSING)


class WokenCasesAskForAMeasure(AtOnce):
    """The task is there at once, and it goes away only when something was chosen (MON-12)."""

    id = "mon-woken-cases-ask-for-a-measure"
    requirements = ("MON-12",)
    kind = "safety"
    sentence = (
        "A case that becomes active again has at once one task that says that procedure or measure is missing; it ends "
        "by a person who names one, or when the case is put under monitoring again or closed."
    )

    def __init__(self) -> None:
        super().__init__()
        self._open: dict[str, str] = {}
        self._active: set[str] = set()

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """Woken."""
        if event.routine != ROUTINE:
            return
        if event.new == ACTIVE:
            self._active.add(event.case)
            self.owe(event.case, recorded)
        else:
            self._active.discard(event.case)

    @sees(TaskCreated, of=MISSING)
    def asked(self, event: TaskCreated, recorded: Recorded) -> None:
        """What is missing."""
        if event.routine != ROUTINE:
            return
        if not self.paid(event.case) or event.case in self._open:
            self.broken(recorded, f"{event.task} came although case {event.case} was not just woken, or twice.")
        self._open[event.case] = event.task

    @sees(TaskCompleted, TaskCancelled, of=MISSING)
    def ended(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """Chosen, or not needed any more."""
        if event.routine != ROUTINE:
            return
        self._open.pop(event.case, None)
        if type(event) is TaskCompleted:
            named = str(event.facts.get("name", "")).strip() and recorded.actor.startswith("staff:")
            if not named:
                self.broken(recorded, f"{event.task} ended with no measure named, by {recorded.actor}.")
        elif event.case in self._active:
            self.broken(recorded, f"{event.task} was dropped although case {event.case} is active and has no measure.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """No task."""
        return f"Case {key} became active, and nothing says that a procedure or measure is missing."


class NothingHappensByItself(Law):
    """While the measure is missing no rule moves the case (MON-12)."""

    id = "mon-nothing-happens-to-a-woken-case-by-itself"
    requirements = ("MON-12",)
    kind = "safety"
    sentence = (
        "While a woken case has no procedure or measure, no rule changes its status, sets a review or makes a task "
        "but for what limitation and the finance system bring about."
    )

    def __init__(self) -> None:
        super().__init__()
        self._woken: set[str] = set()

    @sees(TaskCreated)
    def made(self, event: TaskCreated, recorded: Recorded) -> None:
        """A task."""
        if event.routine == ROUTINE:
            self._judge(recorded, event.kind in FROM_OUTSIDE)
            if event.kind == MISSING:
                self._woken.add(event.case)

    @sees(DeadlineStarted)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """A deadline."""
        if event.routine == ROUTINE:
            self._judge(recorded, event.kind == "limitation")

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """A letter."""
        if event.routine == ROUTINE:
            self._judge(recorded, recorded.actor.startswith("staff:"))

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """A person may."""
        if event.routine == ROUTINE:
            self._judge(recorded, recorded.actor.startswith("staff:"))
            if event.new != ACTIVE:
                self._woken.discard(event.case)

    @sees(TaskCompleted, TaskCancelled, of=MISSING)
    def ended(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """Something was chosen."""
        if event.routine == ROUTINE:
            self._woken.discard(event.case)

    def _judge(self, recorded: Recorded, right: bool) -> None:  # noqa: FBT001 - a verdict
        case = recorded.event.case
        if case in self._woken:
            self.judge(right, recorded, f"{recorded.kind} by {recorded.actor} on woken case {case} without a measure.")


class AMeasureIsChosen(InTheEnd):
    """In the end somebody chooses (MON-12)."""

    id = "mon-a-measure-is-chosen"
    requirements = ("MON-12",)
    kind = "liveness"
    sentence = "A woken case gets a procedure or measure in the end, or goes back under monitoring."
    working_days = 80

    @sees(TaskCreated, of=MISSING)
    def missing(self, event: TaskCreated, recorded: Recorded) -> None:
        """It is missing."""
        if event.routine == ROUTINE:
            self.waits(event.task, recorded)

    @sees(TaskCompleted, TaskCancelled, of=MISSING)
    def chosen(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """It is there."""
        if event.routine == ROUTINE:
            self.came(event.task)

    def lost(self, key: str, recorded: Recorded) -> str:
        """It still is missing."""
        return f"{key} still says that case {recorded.event.case} has no procedure or measure"
