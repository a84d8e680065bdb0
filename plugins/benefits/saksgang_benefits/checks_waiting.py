"""Time to hand something in, the reminder after it, and tasks that wait (BEN-10, BEN-11, BEN-13)."""

from __future__ import annotations

import datetime as dt

from saksgang.checks import sees
from saksgang.checks.almanac import is_working
from saksgang.checks.laws_base import AtOnce, Law
from saksgang.checks.laws_counting import DayCounter
from saksgang.events import (
    DeadlineCancelled,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlineStarted,
    LetterAvailable,
    LetterFailed,
    LetterPosted,
    OfficeOpened,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReopened,
    TaskWaiting,
)
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_asked import Requests
from saksgang_benefits.checks_days import OfficeDays
from saksgang_benefits.checks_settings import ROUTINE, settings

__all__ = [
    "MoreTimeEndsOnAWorkingDay",
    "NothingClosesAWaitingTask",
    "RemindersAreTheCaseworkers",
    "RemindersComeBackOnTheDayAfter",
    "TenDaysToHandIn",
]

FOLLOW_UP, DOCUMENTATION, NORMALLY = "follow_up", "documentation", "10 days, end of day"
DAY = dt.timedelta(days=1)


class TenDaysToHandIn(AtOnce):
    """Ten days from the day after the letter is there, to the end of a working day; paper takes longer (BEN-10)."""

    id = "ben-ten-days-to-hand-in"
    requirements = ("BEN-10",)
    kind = "safety"
    sentence = (
        "When a letter that asks for something that has not come is available, or posted on paper, its time runs at "
        "once: as long as set, from that day or from the day on which paper is presumed to have arrived, to the end of "
        "a working day."
    )
    reads = Requests

    def use(self, book: Requests) -> None:
        """What the letters still ask for."""
        self._requests = book

    def __init__(self) -> None:
        super().__init__()
        self._days = DayCounter("DK", "Europe/Copenhagen")
        self._time, self._presumed = NORMALLY, "6 working days"

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """How long, and whose days they are."""
        self._time = str(settings(event).get("documentation_time", self._time))
        self._presumed = str(settings(event).get("paper_presumption", self._presumed))
        if (event.country, event.zone) != (self._days.country, self._days.zone):
            self._days = DayCounter(event.country, event.zone)

    @sees(LetterAvailable, LetterPosted)
    def there(self, event: LetterAvailable | LetterPosted, recorded: Recorded) -> None:
        """The citizen has it, or will have it."""
        if self._requests.missing.get(event.letter):
            self.owe(event.letter, recorded)

    @sees(DeadlineStarted, of=DOCUMENTATION)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """The time runs."""
        if event.routine != ROUTINE:
            return
        owed = self._owed.get(event.about)
        if not self.paid(event.about) or owed is None:
            self.judged += 1
            self.broken(recorded, f"{event.deadline} runs although {event.about or 'no letter'} is not there.")
            return
        on_paper = type(owed.event) is LetterPosted
        start = self._days.due(self._presumed, owed.at) if on_paper else owed.at
        right = self._days.due(self._time, start)
        if [target.due for target in event.targets] != [right]:
            said = ", ".join(str(target.due) for target in event.targets)
            self.broken(recorded, f"{event.deadline} is due {said}; counted from {start} it is due {right}.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """No time runs."""
        return f"{key} asks for something and is there, but no time runs for it."


class MoreTimeEndsOnAWorkingDay(OfficeDays, Law):
    """A citizen who is given more time can reach somebody on its last day (BEN-10)."""

    id = "ben-more-time-ends-on-a-working-day"
    requirements = ("BEN-10",)
    kind = "safety"
    sentence = "The time to hand something in ends on a working day when it has been extended, too."

    @sees(DeadlineExtended)
    def extended(self, event: DeadlineExtended, recorded: Recorded) -> None:
        """The citizen was given more time."""
        if event.routine == ROUTINE:
            day = self.day(event.due)
            self.judge(is_working(self.country, day), recorded, f"{event.deadline} ends on {day}, no working day.")


class RemindersAreTheCaseworkers(Law):
    """A reminder is the caseworker's own, made by hand (BEN-11)."""

    id = "ben-reminders-are-the-caseworkers"
    requirements = ("BEN-11",)
    kind = "safety"
    sentence = "A reminder is made by one of the staff, for himself or a colleague, about a letter on the case."

    @sees(TaskCreated, of=FOLLOW_UP)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """A reminder."""
        if event.routine == ROUTINE:
            self.judged += 1
            if not recorded.actor.startswith("staff:") or not event.owner or not event.about:
                self.broken(recorded, f"{event.task} was made by {recorded.actor} for {event.owner or 'nobody'}.")


class RemindersComeBackOnTheDayAfter(OfficeDays, Law):
    """A reminder is out of the way until the first working day after the time is over, and then back (BEN-11)."""

    id = "ben-reminders-come-back-on-the-day-after"
    requirements = ("BEN-11",)
    kind = "safety"
    sentence = (
        "A reminder that nobody touched comes back on the first working day after the documentation was due, or when "
        "the letter that asks for it could not be delivered."
    )

    def __init__(self) -> None:
        super().__init__()
        self._waiting: dict[str, tuple[str, str]] = {}
        self._due: dict[str, dict[str, dt.datetime]] = {}
        self._letters: dict[str, str] = {}
        self._about: dict[str, str] = {}
        self._failed: tuple[dt.datetime | None, list[str]] = (None, [])

    @sees(TaskCreated, of=FOLLOW_UP)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """A reminder about a letter."""
        if event.routine == ROUTINE:
            self._letters[event.task] = event.about

    @sees(TaskWaiting)
    def waits(self, event: TaskWaiting, recorded: Recorded) -> None:
        """It is out of the way; only what a rule put away does a rule bring back."""
        if event.task in self._letters and recorded.actor.startswith("rule:"):
            self._waiting[event.task] = (self._letters[event.task], event.case)

    @sees(DeadlineStarted, of=DOCUMENTATION)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """Until when the citizen has time."""
        if event.routine == ROUTINE and event.targets:
            self._due.setdefault(event.case, {})[event.about] = event.targets[0].due
            self._about[event.deadline] = event.about

    @sees(DeadlineExtended)
    def extended(self, event: DeadlineExtended, recorded: Recorded) -> None:
        """The citizen was given more time."""
        letter, due = self._about.get(event.deadline), self._due.get(event.case)
        if letter is not None and due is not None:
            due[letter] = event.due

    @sees(DeadlineMet, DeadlineMissed, DeadlineCancelled, of=DOCUMENTATION)
    def over(self, event: DeadlineMet | DeadlineMissed | DeadlineCancelled, recorded: Recorded) -> None:
        """Nobody is given more of a time that is over."""
        self._about.pop(event.deadline, None)

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """On an ended case nobody is reminded."""
        if event.final:
            self._due.pop(event.case, None)

    @sees(LetterFailed)
    def failed(self, event: LetterFailed, recorded: Recorded) -> None:
        """Nobody got the letter, so that nothing is due."""
        at, letters = self._failed
        self._failed = (recorded.at, [*letters, event.letter] if at == recorded.at else [event.letter])

    @sees(TaskReopened)
    def back(self, event: TaskReopened, recorded: Recorded) -> None:
        """It is back."""
        letter, _ = self._waiting.pop(event.task, ("", ""))
        if not letter or not recorded.actor.startswith("rule:"):
            return
        self.judged += 1
        if self._failed[0] == recorded.at and letter in self._failed[1]:
            return
        day, right = self.day(recorded.at), self._day_after(event.case, letter)
        if day != right:
            self.broken(recorded, f"{event.task} came back on {day}; the first working day after is {right}.")

    @sees(TaskCompleted, TaskCancelled, of=FOLLOW_UP)
    def closed(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """It is not needed any more; by then it may have been overdue."""
        self._letters.pop(event.task, None)
        letter, case = self._waiting.pop(event.task, ("", ""))
        right = self._day_after(case, letter)
        if right is not None and right <= self.day(recorded.at):
            self.judged += 1
            self.broken(recorded, f"{event.task} should have come back on {right} and was waiting until now.")

    def end(self, at: dt.datetime) -> None:
        """What should have come back by now."""
        for task, (letter, case) in self._waiting.items():
            right = self._day_after(case, letter)
            if right is not None and right < self.day(at):
                self.never_came(case, at, f"{task} should have come back on {right}.")

    def _day_after(self, case: str, letter: str) -> dt.date | None:
        due = self._due.get(case, {}).get(letter)
        if due is None:
            return None
        day = self.day(due) + DAY
        while not is_working(self.country, day):
            day += DAY
        return day


class NothingClosesAWaitingTask(Law):
    """What a caseworker left waiting stays until a person goes on with it (BEN-13)."""

    id = "ben-nothing-closes-a-waiting-task"
    requirements = ("BEN-13",)
    kind = "safety"
    sentence = "A task that a person left waiting has a reason, and only a person completes or cancels it."

    def __init__(self) -> None:
        super().__init__()
        self._waiting: set[str] = set()

    @sees(TaskWaiting)
    def waits(self, event: TaskWaiting, recorded: Recorded) -> None:
        """Somebody leaves it."""
        if event.routine == ROUTINE and recorded.actor.startswith("staff:"):
            self.judged += 1
            self._waiting.add(event.task)
            if not event.reason.strip():
                self.broken(recorded, f"{event.task} waits and nobody says why.")

    @sees(TaskReopened)
    def goes_on(self, event: TaskReopened, recorded: Recorded) -> None:
        """Somebody goes on with it."""
        self._waiting.discard(event.task)

    @sees(TaskCompleted, TaskCancelled)
    def closed(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """It is closed."""
        if event.task in self._waiting:
            self.judged += 1
            self._waiting.discard(event.task)
            if not recorded.actor.startswith("staff:"):
                self.broken(recorded, f"{event.task} was left waiting and was closed by {recorded.actor}.")
