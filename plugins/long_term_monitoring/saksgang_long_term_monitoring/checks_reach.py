"""What a run must have seen at least once, or it proves nothing about it (SIM-06)."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from saksgang.checks import Check, sees
from saksgang.events import (
    CaseAmended,
    DeadlineExtended,
    DeadlineMissed,
    DeadlineStarted,
    OfficeOpened,
    StatusChanged,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_long_term_monitoring.checks_settings import ACTIVE, CLOSED, MONITORED, ROUTINE

__all__ = [
    "ReachCameUpAtAWeekend",
    "ReachCameUpThreeTimes",
    "ReachClampedToTheEndOfTheMonth",
    "ReachClosedWhenSettled",
    "ReachExtended",
    "ReachFoundByFinance",
    "ReachLapsingClaimSaved",
    "ReachLeftByASession",
    "ReachLiftedByHand",
    "ReachOverruled",
    "ReachWoken",
]

SATURDAY = 5
DAY = dt.timedelta(days=1)


class _ReviewDays(Check):
    """The local zone of the office."""

    def __init__(self) -> None:
        super().__init__()
        self._zone = ZoneInfo("Europe/Oslo")

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whose days they are."""
        self._zone = ZoneInfo(event.zone)

    def day(self, at: dt.datetime) -> dt.date:
        """The local day."""
        return at.astimezone(self._zone).date()


class ReachCameUpAtAWeekend(_ReviewDays):
    """A review came up on a Saturday or Sunday."""

    id = "mon-reach-a-review-came-up-at-a-weekend"
    requirements = ("MON-03",)
    kind = "reach"
    sentence = "At least once a review came up on a Saturday or Sunday."

    @sees(DeadlineMissed, of="review")
    def up(self, event: DeadlineMissed, recorded: Recorded) -> None:
        """It came up."""
        if event.routine == ROUTINE and self.day(recorded.at).weekday() >= SATURDAY:
            self.reached()


class ReachClampedToTheEndOfTheMonth(_ReviewDays):
    """A review had no day of its number."""

    id = "mon-reach-a-review-was-clamped-to-the-end-of-the-month"
    requirements = ("MON-03",)
    kind = "reach"
    sentence = "At least once a review fell on the last day of a month that has not the day on which it was set."

    @sees(DeadlineStarted, of="review")
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """A date."""
        due = self.day(event.targets[0].due)
        if event.routine == ROUTINE and due.day < self.day(recorded.at).day and (due + DAY).day == 1:
            self.reached()


class ReachCameUpThreeTimes(Check):
    """The cycle went round."""

    id = "mon-reach-a-case-came-up-three-times"
    requirements = ("MON-04",)
    kind = "reach"
    sentence = "At least once a case came up for review for the third time."

    def __init__(self) -> None:
        super().__init__()
        self._times: dict[str, int] = {}

    @sees(TaskCreated, of="review")
    def up(self, event: TaskCreated, recorded: Recorded) -> None:
        """It came up."""
        if event.routine == ROUTINE:
            self._times[event.case] = self._times.get(event.case, 0) + 1
            if self._times[event.case] == 3:
                self.reached()

    @sees(StatusChanged)
    def closed(self, event: StatusChanged, recorded: Recorded) -> None:
        """It comes up no more."""
        if event.new == CLOSED:
            self._times.pop(event.case, None)


class ReachExtended(Check):
    """Somebody extended a review."""

    id = "mon-reach-a-review-was-extended"
    requirements = ("MON-04",)
    kind = "reach"
    sentence = "At least once a caseworker extended a review."

    @sees(DeadlineExtended)
    def extended(self, event: DeadlineExtended, recorded: Recorded) -> None:
        """Extended."""
        if event.routine == ROUTINE:
            self.reached()


class ReachFoundByFinance(Check):
    """The finance system found something."""

    id = "mon-reach-the-finance-system-found-something"
    requirements = ("MON-05",)
    kind = "reach"
    sentence = "At least once the finance system told that a claim was paid, changed or credited."

    @sees(CaseAmended)
    def found(self, event: CaseAmended, recorded: Recorded) -> None:
        """It shows."""
        if event.routine == ROUTINE and event.facts.get("finance"):
            self.reached()


class ReachWoken(Check):
    """A review woke a case."""

    id = "mon-reach-a-case-was-woken"
    requirements = ("MON-10",)
    kind = "reach"
    sentence = "At least once a review woke a case to live again."

    @sees(TaskCompleted, of="review")
    def woken(self, event: TaskCompleted, recorded: Recorded) -> None:
        """Woken."""
        if event.routine == ROUTINE and event.outcome == "wake":
            self.reached()


class ReachLiftedByHand(Check):
    """Somebody lifted the monitoring."""

    id = "mon-reach-monitoring-was-lifted-by-hand"
    requirements = ("MON-02",)
    kind = "reach"
    sentence = "At least once a caseworker lifted the monitoring of a case."

    @sees(StatusChanged)
    def lifted(self, event: StatusChanged, recorded: Recorded) -> None:
        """Lifted."""
        by_hand = recorded.actor.startswith("staff:") and (event.old, event.new) == (MONITORED, ACTIVE)
        if event.routine == ROUTINE and by_hand:
            self.reached()


class ReachClosedWhenSettled(Check):
    """A case ended."""

    id = "mon-reach-a-case-was-closed"
    requirements = ("MON-05",)
    kind = "reach"
    sentence = "At least once a case was closed because nothing was owed any more."

    @sees(StatusChanged)
    def closed(self, event: StatusChanged, recorded: Recorded) -> None:
        """Closed."""
        if event.routine == ROUTINE and event.new == CLOSED:
            self.reached()


class ReachOverruled(Check):
    """Somebody overruled the last review day."""

    id = "mon-reach-a-last-review-day-was-overruled"
    requirements = ("MON-14",)
    kind = "reach"
    sentence = "At least once a review was set later than the last review day, with a reason."

    @sees(TaskCompleted, of="review")
    def overruled(self, event: TaskCompleted, recorded: Recorded) -> None:
        """Overruled."""
        if event.routine == ROUTINE and event.facts.get("overrule"):
            self.reached()


class ReachLapsingClaimSaved(Check):
    """Limitation was interrupted in time."""

    id = "mon-reach-a-lapsing-claim-was-saved"
    requirements = ("MON-14",)
    kind = "reach"
    sentence = "At least once limitation was interrupted after a claim had been listed as lapsing soon."

    @sees(TaskCompleted, of="limitation_soon")
    def saved(self, event: TaskCompleted, recorded: Recorded) -> None:
        """Interrupted."""
        if event.routine == ROUTINE and event.outcome == "interrupted":
            self.reached()


class ReachLeftByASession(Check):
    """A session left something."""

    id = "mon-reach-a-session-left-something"
    requirements = ("MON-13",)
    kind = "reach"
    sentence = "At least once a work session left cases untreated and they were reported."

    @sees(TaskCreated, of="session_left")
    def left(self, event: TaskCreated, recorded: Recorded) -> None:
        """Left."""
        if event.routine == ROUTINE:
            self.reached()
