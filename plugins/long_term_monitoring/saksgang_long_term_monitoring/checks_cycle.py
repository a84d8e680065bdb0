"""The cycle: six months, then the interval, one date at any time, none lost, none twice (MON-03, MON-04, MON-06)."""

from __future__ import annotations

import datetime as dt

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
from saksgang_long_term_monitoring.checks_settings import CLOSED, MONITORED, ROUTINE, Local, Owed

__all__ = ["CasesComeUpOnTheirDay", "ReviewsAreTreated", "TheCycleNeverDies", "TheNextReviewIsCounted"]

REVIEW = "review"
TASK_ENDED = TaskCompleted | TaskCancelled
DEADLINE_ENDED = DeadlineMissed | DeadlineCancelled | DeadlineMet


class TheNextReviewIsCounted(Owed):
    """Six calendar months from the day it was set, then the months chosen, clamped, not moved (MON-03, MON-04)."""

    id = "mon-the-next-review-is-counted-in-months"
    requirements = ("MON-03", "MON-04")
    kind = "safety"
    sentence = (
        "When a case is put under monitoring, or a review says that it goes on, its next review starts at once and is "
        "due on the day that counting the months gives, clamped to the end of the month and not moved by a weekend."
    )

    @sees(StatusChanged)
    def set_aside(self, event: StatusChanged, recorded: Recorded) -> None:
        """The first interval begins, or the last one is over."""
        if event.routine != ROUTINE:
            return
        if event.new == MONITORED:
            self._interval = str(self.settings.get("first_interval", "6 months"))
            self.owe(event.case, recorded)
        elif event.new == CLOSED:
            self._again.discard(event.case)

    @sees(TaskCompleted, of=REVIEW)
    def decided(self, event: TaskCompleted, recorded: Recorded) -> None:
        """Monitoring goes on."""
        if event.routine != ROUTINE:
            return
        if event.outcome == "continue":
            self._interval = self.interval(event)
            self.owe(event.case, recorded)

    @sees(DeadlineStarted, of=REVIEW)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """The date itself."""
        if event.routine != ROUTINE:
            return
        if not self.paid(event.case):
            self.broken(recorded, f"{event.deadline} began although nothing put case {event.case} aside.")
            return
        expected = self.counted(self.day(recorded.at), self._interval)
        found = [self.day(target.due) for target in event.targets]
        if found != [expected]:
            wrong = f"{event.deadline} is due on {', '.join(map(str, found))}; {self._interval} give {expected}."
            self.broken(recorded, wrong, "MON-03" if recorded.event.case not in self._again else "MON-04")
        self._again.add(event.case)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """No date."""
        return f"Case {key} is to be monitored, but no review was set ({recorded.kind})."

    def requirement(self, key: str) -> str:
        """The first time or again."""
        return "MON-04" if key in self._again else "MON-03"

    def __init__(self) -> None:
        super().__init__()
        self._interval = ""
        self._again: set[str] = set()


class _Dates:
    """The review dates of a case: reminders that run, and reviews that have come up and are not treated."""

    __slots__ = ("monitored", "running", "up")

    def __init__(self) -> None:
        self.monitored = False
        self.running: tuple[str, ...] = ()
        self.up: tuple[str, ...] = ()


def _with(known: tuple[str, ...], one: str) -> tuple[str, ...]:
    """In a tuple, not in a set: there are thousands of them with one in each."""
    return known if one in known else (*known, one)


def _without(known: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(each for each in known if each != one)


class TheCycleNeverDies(Local):
    """A monitored case has exactly one next review date, any other has none (MON-04)."""

    id = "mon-the-cycle-never-dies"
    requirements = ("MON-04",)
    kind = "safety"
    sentence = (
        "After every instant a monitored case has exactly one review date that runs or one review that has come up "
        "and waits to be treated, and a case that is not monitored has neither."
    )

    def __init__(self) -> None:
        super().__init__()
        self._cases: dict[str, _Dates] = {}
        self._touched: dict[str, Recorded] = {}

    @sees(StatusChanged)
    def status(self, event: StatusChanged, recorded: Recorded) -> None:
        """Monitored or not."""
        if event.routine == ROUTINE:
            self._dates(recorded).monitored = event.new == MONITORED

    @sees(DeadlineStarted, of=REVIEW)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """One more date."""
        if event.routine == ROUTINE:
            dates = self._dates(recorded)
            dates.running = _with(dates.running, event.deadline)

    @sees(DeadlineMissed, DeadlineCancelled, DeadlineMet, of=REVIEW)
    def ended(self, event: DEADLINE_ENDED, recorded: Recorded) -> None:
        """One date less."""
        if event.routine == ROUTINE:
            dates = self._dates(recorded)
            dates.running = _without(dates.running, event.deadline)

    @sees(TaskCreated, of=REVIEW)
    def came_up(self, event: TaskCreated, recorded: Recorded) -> None:
        """The case is up."""
        if event.routine == ROUTINE:
            dates = self._dates(recorded)
            dates.up = _with(dates.up, event.task)

    @sees(TaskCompleted, TaskCancelled, of=REVIEW)
    def treated(self, event: TASK_ENDED, recorded: Recorded) -> None:
        """It is treated, or off the list."""
        if event.routine == ROUTINE:
            dates = self._dates(recorded)
            dates.up = _without(dates.up, event.task)

    def instant_over(self) -> None:
        """Each case that was touched has its one date, or none; one that has none is forgotten."""
        for number, recorded in self._touched.items():
            case = self._cases[number]
            self.judged += 1
            if len(case.running) + len(case.up) != int(case.monitored):
                self.broken(
                    recorded,
                    f"Case {number} is {'' if case.monitored else 'not '}monitored and has {len(case.running)} review "
                    f"dates that run and {len(case.up)} reviews that wait.",
                )
            if not (case.monitored or case.running or case.up):
                del self._cases[number]
        self._touched.clear()

    def end(self, at: dt.datetime) -> None:
        """The last instant."""
        self.instant_over()

    def _dates(self, recorded: Recorded) -> _Dates:
        self.to_tell[self] = None
        self._touched[recorded.event.case] = recorded
        return self._cases.setdefault(recorded.event.case, _Dates())


class CasesComeUpOnTheirDay(Owed):
    """On the day of the review it is put before the one responsible, once, with its form (MON-06, MON-07)."""

    id = "mon-cases-come-up-on-their-day"
    requirements = ("MON-06", "MON-04", "MON-07")
    kind = "safety"
    sentence = (
        "A review comes up on the local day on which it is due, extensions counted, and a review task about it is "
        "there at once, once; no review task comes otherwise."
    )

    def __init__(self) -> None:
        super().__init__()
        self._due: dict[str, dt.date] = {}

    @sees(DeadlineStarted, of=REVIEW)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """When it is due."""
        if event.routine == ROUTINE:
            self._due[event.deadline] = self.day(event.targets[0].due)

    @sees(DeadlineExtended)
    def extended(self, event: DeadlineExtended, recorded: Recorded) -> None:
        """Later."""
        if event.deadline in self._due:
            self._due[event.deadline] = self.day(event.due)

    @sees(DeadlineMissed, of=REVIEW)
    def passed(self, event: DeadlineMissed, recorded: Recorded) -> None:
        """The reminder."""
        if event.routine != ROUTINE:
            return
        self.owe(event.deadline, recorded)
        due, today = self._due.pop(event.deadline, None), self.day(recorded.at)
        if due != today:
            self.broken(recorded, f"{event.deadline} was due on {due} and came up on {today}.")

    @sees(TaskCreated, of=REVIEW)
    def asked(self, event: TaskCreated, recorded: Recorded) -> None:
        """The review."""
        if event.routine != ROUTINE:
            return
        if not self.paid(event.about):
            self.broken(recorded, f"{event.task} asks for a review of case {event.case} although none has come up.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody was asked."""
        return f"{key} came up and no review task was made: the case is on nobody's list."


class ReviewsAreTreated(InTheEnd):
    """What comes up is treated in the end (MON-06, MON-09)."""

    id = "mon-reviews-are-treated"
    requirements = ("MON-06",)
    kind = "liveness"
    sentence = "A case that has come up is treated in the end."
    working_days = 60

    @sees(TaskCreated, of=REVIEW)
    def up(self, event: TaskCreated, recorded: Recorded) -> None:
        """It waits."""
        if event.routine == ROUTINE:
            self.waits(event.task, recorded)

    @sees(TaskCompleted, TaskCancelled, of=REVIEW)
    def treated(self, event: TASK_ENDED, recorded: Recorded) -> None:
        """It does not wait any more."""
        if event.routine == ROUTINE:
            self.came(event.task)

    def lost(self, key: str, recorded: Recorded) -> str:
        """Nobody treated it."""
        return f"The review {key} of case {recorded.event.case} has not been treated"
