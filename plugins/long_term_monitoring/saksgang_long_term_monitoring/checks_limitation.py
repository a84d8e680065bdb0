"""Limitation: three years, ten with an enforcement basis; no review too late, claims listed in time (MON-14)."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from saksgang.checks import sees
from saksgang.checks.laws_base import InTheEnd
from saksgang.events import (
    DeadlineCancelled,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlineStarted,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_long_term_monitoring.checks_claims import ClaimsCheck, Known
from saksgang_long_term_monitoring.checks_lapse import lapse_day
from saksgang_long_term_monitoring.checks_settings import CLOSED, ROUTINE, months_earlier

__all__ = ["ClaimsAreListedInTime", "LapsingClaimsAreTreated", "NoReviewComesTooLate", "TheFormShowsTheLastDay"]

DAY = dt.timedelta(days=1)
_last_review = lru_cache(maxsize=4096)(months_earlier)


class _Lapsing(ClaimsCheck):
    """The base of checks that know the day before which each open claim is to be listed."""

    def days(self, known: Known) -> dict[str, dt.date]:
        """The day of each open claim."""
        country = self.book.country
        return {
            claim["id"]: _last_review(lapse_day(claim, country), known.margin)
            for claim in known.claims
            if claim.get("state", "open") == "open"
        }

    def last_day(self, case: str, at: dt.datetime) -> dt.date | None:
        """The first of these days of the claims that a review can still save: not given up, not lapsed by then."""
        known = self.book.cases.get(case)
        if known is None:
            return None
        country, today = self.book.country, self.day(at)
        lapsing = [lapse_day(claim, country) for claim in self.owed(case)]
        return min((_last_review(day, known.margin) for day in lapsing if day >= today), default=None)


class NoReviewComesTooLate(_Lapsing):
    """Four months before the first claim lapses is the last day, or somebody says why not (MON-14)."""

    id = "mon-no-review-comes-too-late"
    requirements = ("MON-14",)
    kind = "safety"
    sentence = (
        "No review date is set or extended to a day later than four months before the first open claim of the case "
        "lapses, but for claims that were given up or have lapsed, unless the one who did it gave a reason for "
        "overruling."
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

    @sees(DeadlineMissed, DeadlineCancelled, DeadlineMet, of="review")
    def ended(self, event: DeadlineMissed | DeadlineCancelled | DeadlineMet, recorded: Recorded) -> None:
        """It is over."""
        self._reviews.discard(event.deadline)

    @sees(DeadlineExtended)
    def extended(self, event: DeadlineExtended, recorded: Recorded) -> None:
        """A later date."""
        if event.deadline in self._reviews:
            self._date(event.due, recorded, _reason(event.reason))

    def _date(self, due: dt.datetime, recorded: Recorded, overruled: bool) -> None:  # noqa: FBT001 - a verdict
        last = self.last_day(recorded.event.case, recorded.at)
        if last is None:
            return
        day = self.day(due)
        wrong = f"The review of case {recorded.event.case} is on {day}, and the last day for it is {last}."
        self.judge(day <= last or overruled, recorded, wrong)


class TheFormShowsTheLastDay(_Lapsing):
    """Who chooses the next review sees how late it may be (MON-14, MON-08)."""

    id = "mon-the-form-shows-the-last-review-day"
    requirements = ("MON-14", "MON-08")
    kind = "safety"
    sentence = (
        "The form of a case that comes up shows the last day for the next review: four months before the first claim "
        "lapses that is open, not given up and not lapsed; none where there is no such claim."
    )

    @sees(TaskCreated, of="review")
    def up(self, event: TaskCreated, recorded: Recorded) -> None:
        """The form."""
        if event.routine == ROUTINE:
            last, shown = self.last_day(event.case, recorded.at), event.facts.get("latest")
            right = shown == (last.isoformat() if last else "")
            self.judge(right, recorded, f"The form {event.task} shows the last review day {shown!r}; it is {last}.")


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
        self._done: dict[str, dict[str, dt.date]] = {}

    @sees(StatusChanged)
    def closed(self, event: StatusChanged, recorded: Recorded) -> None:
        """A closed case lists nothing."""
        if event.routine == ROUTINE and event.new == CLOSED:
            self._done.pop(event.case, None)

    @sees(TaskCreated, of="limitation_soon")
    def listed(self, event: TaskCreated, recorded: Recorded) -> None:
        """A claim that lapses soon."""
        if event.routine != ROUTINE:
            return
        today, known = self.day(recorded.at), self.book.cases.get(event.case)
        due = self.days(known).get(event.about) if known is not None else None
        in_time = known is not None and due is not None and (due == today or (due < today == self.day(known.at)))
        done = self._done.setdefault(event.case, {})
        right = in_time and done.get(event.about) != due
        self.judge(right, recorded, f"{event.task} lists claim {event.about} on {today}; its day is {due}, once.")
        if due is not None:
            done[event.about] = due

    def end(self, at: dt.datetime) -> None:
        """Every claim whose day is over has been listed."""
        yesterday = self.day(at) - DAY
        for case, known in self.book.cases.items():
            for claim, due in self.days(known).items():
                if due < yesterday:
                    held = self._done.get(case, {}).get(claim) == due
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
