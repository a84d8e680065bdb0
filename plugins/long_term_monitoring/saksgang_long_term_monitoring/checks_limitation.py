"""Limitation: three years, ten with an enforcement basis; no review too late, claims listed in time (MON-14)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from saksgang.checks import sees
from saksgang.checks.almanac import is_working
from saksgang.checks.laws_base import InTheEnd
from saksgang.events import (
    CaseAmended,
    CaseOpened,
    DeadlineExtended,
    DeadlineStarted,
    OfficeOpened,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_long_term_monitoring.checks_settings import CLOSED, ROUTINE, Owed, months_after, months_earlier

__all__ = ["ClaimsAreListedInTime", "LapsingClaimsAreTreated", "NoReviewComesTooLate", "lapse_day"]

DAY = dt.timedelta(days=1)
YEARS = {"faktura": 3, "tvangsgrunnlag": 10}


def lapse_day(claim: dict[str, Any], country: str) -> dt.date:
    """The last day before a claim has lapsed: so many years on, and off weekends and holidays."""
    since = dt.date.fromisoformat(claim.get("limitation_from") or claim["due"])
    day = months_after(since, 12 * YEARS[claim["basis"]])
    while not is_working(country, day):
        day += DAY
    return day


class _Lapsing(Owed):
    """The open claims of each case and the day before which they are to be listed."""

    def __init__(self) -> None:
        super().__init__()
        self._country = "NO"
        self._listed: dict[str, dict[str, dt.date]] = {}

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whose holidays they are."""
        super().office_opened(event, recorded)
        self._country = event.country

    @sees(CaseOpened, CaseAmended)
    def known(self, event: CaseOpened | CaseAmended, recorded: Recorded) -> None:
        """The claims as they are now."""
        if event.routine == ROUTINE and "claims" in event.facts:
            margin = int(str(self.settings.get("limitation_margin", "4 months")).partition(" ")[0])
            self._listed[event.case] = {
                claim["id"]: months_earlier(lapse_day(claim, self._country), margin)
                for claim in event.facts["claims"]
                if claim.get("state", "open") == "open"
            }

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nothing is owed here."""
        return ""


class NoReviewComesTooLate(_Lapsing):
    """Four months before the first claim lapses is the last day, or somebody says why not (MON-14)."""

    id = "mon-no-review-comes-too-late"
    requirements = ("MON-14",)
    kind = "safety"
    sentence = (
        "No review date is set or extended to a day later than four months before the first open claim of the case "
        "lapses, unless the one who did it gave a reason for overruling."
    )

    def __init__(self) -> None:
        super().__init__()
        self._overruled: tuple[str, dt.datetime | None] = ("", None)
        self._reviews: set[str] = set()

    @sees(StatusChanged)
    def put_aside(self, event: StatusChanged, recorded: Recorded) -> None:
        """Perhaps overruled."""
        if event.routine == ROUTINE and _reason(event.reason):
            self._overruled = (event.case, recorded.at)

    @sees(TaskCompleted, of="review")
    def decided(self, event: TaskCompleted, recorded: Recorded) -> None:
        """Perhaps overruled."""
        if event.routine == ROUTINE and str(event.facts.get("overrule", "")).strip():
            self._overruled = (event.case, recorded.at)

    @sees(DeadlineStarted, of="review")
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """A date."""
        if event.routine == ROUTINE:
            self._reviews.add(event.deadline)
            overruled = self._overruled == (event.case, recorded.at)
            self._date(event.targets[0].due, recorded, overruled)

    @sees(DeadlineExtended)
    def extended(self, event: DeadlineExtended, recorded: Recorded) -> None:
        """A later date."""
        if event.deadline in self._reviews:
            self._date(event.due, recorded, _reason(event.reason))

    def _date(self, due: dt.datetime, recorded: Recorded, overruled: bool) -> None:  # noqa: FBT001 - a verdict
        last = min(self._listed.get(recorded.event.case, {}).values(), default=None)
        if last is None:
            return
        day = self.day(due)
        wrong = f"The review of case {recorded.event.case} is on {day}, and the last day for it is {last}."
        self.judge(day <= last or overruled, recorded, wrong)


def _reason(text: str) -> bool:
    word, _, reason = text.partition(":")
    return word.strip().lower() == "overstyrt" and reason.strip() != ""


class ClaimsAreListedInTime(_Lapsing):
    """Four months before it lapses an open claim is put before the caseworker, once (MON-14)."""

    id = "mon-claims-are-listed-in-time"
    requirements = ("MON-14",)
    kind = "safety"
    sentence = (
        "On the day four months before an open claim lapses, or at once where that day is over, a task lists it with "
        "the day on which it lapses; not before, and not twice for the same day."
    )

    def __init__(self) -> None:
        super().__init__()
        self._done: dict[tuple[str, str], dt.date] = {}
        self._closed: set[str] = set()
        self._known: dict[str, Recorded] = {}

    @sees(CaseOpened, CaseAmended)
    def known(self, event: CaseOpened | CaseAmended, recorded: Recorded) -> None:
        """The claims as they are now."""
        super().known(event, recorded)
        if event.routine == ROUTINE and "claims" in event.facts:
            self._known[event.case] = recorded

    @sees(StatusChanged)
    def closed(self, event: StatusChanged, recorded: Recorded) -> None:
        """A closed case lists nothing."""
        if event.routine == ROUTINE and event.new == CLOSED:
            self._closed.add(event.case)

    @sees(TaskCreated, of="limitation_soon")
    def listed(self, event: TaskCreated, recorded: Recorded) -> None:
        """A claim that lapses soon."""
        if event.routine != ROUTINE:
            return
        key, today = (event.case, event.about), self.day(recorded.at)
        due = self._listed.get(event.case, {}).get(event.about)
        in_time = due is not None and (due == today or (due < today == self.day(self._known[event.case].at)))
        right = in_time and self._done.get(key) != due
        self.judge(right, recorded, f"{event.task} lists claim {event.about} on {today}; its day is {due}, once.")
        if due is not None:
            self._done[key] = due

    def end(self, at: dt.datetime) -> None:
        """Every claim whose day is over has been listed."""
        today = self.day(at)
        for case, claims in self._listed.items():
            for claim, due in claims.items():
                if due < today - DAY and case not in self._closed:
                    held = self._done.get((case, claim)) == due
                    self.judge_case(held, case, at, f"Claim {claim} was to be listed on {due} and was not.")


class LapsingClaimsAreTreated(InTheEnd):
    """What is listed is treated before it is too late (MON-14)."""

    id = "mon-lapsing-claims-are-treated"
    requirements = ("MON-14",)
    kind = "liveness"
    sentence = "A claim that is listed as lapsing soon is treated in the end: interrupted, settled, or given up."
    working_days = 80

    @sees(TaskCreated, of="limitation_soon")
    def listed(self, event: TaskCreated, recorded: Recorded) -> None:
        """It waits."""
        if event.routine == ROUTINE:
            self.waits(event.task, recorded)

    @sees(TaskCompleted, TaskCancelled, of="limitation_soon")
    def treated(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """It does not wait any more."""
        if event.routine == ROUTINE:
            self.came(event.task)

    def lost(self, key: str, recorded: Recorded) -> str:
        """Nobody treated it."""
        return f"{key} on case {recorded.event.case} has not been treated"
