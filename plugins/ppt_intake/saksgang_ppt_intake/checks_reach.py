"""What a run must have seen at least once, or it proves nothing about it (SIM-06)."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from saksgang.checks import Check, sees
from saksgang.checks.laws_staff import RosterCheck
from saksgang.events import (
    CaseAssigned,
    LetterAvailable,
    LetterFailed,
    LetterOpened,
    LetterPrintOrdered,
    LetterReturned,
    LetterStopped,
    MailboxMissing,
    OfficeOpened,
    TaskCompleted,
)
from saksgang.journal.record import Recorded
from saksgang_ppt_intake.checks_settings import ROUTINE

__all__ = [
    "ReachLeaderHandedOn",
    "ReachLeaderReturned",
    "ReachOpenedInTime",
    "ReachPaperWithoutMailbox",
    "ReachPrintedOverAWeekend",
    "ReachPrintedUnopened",
    "ReachStatusAskedAndAnswered",
]

SATURDAY = 5
DAY = dt.timedelta(days=1)


class _Lying(Check):
    """Letters that lie in a mailbox, and since when."""

    def __init__(self) -> None:
        super().__init__()
        self._available: dict[str, dt.datetime] = {}

    @sees(LetterAvailable)
    def available(self, event: LetterAvailable, recorded: Recorded) -> None:
        """It lies there."""
        if event.routine == ROUTINE:
            self._available[event.letter] = recorded.at

    @sees(LetterOpened, LetterStopped, LetterFailed)
    def gone(self, event: LetterOpened | LetterStopped | LetterFailed, recorded: Recorded) -> None:
        """It does not wait for paper any more."""
        self._available.pop(event.letter, None)


class ReachPrintedUnopened(_Lying):
    """Nobody opened a letter, so it was printed."""

    id = "ppt-reach-a-letter-was-printed-unopened"
    requirements = ("PPT-10",)
    kind = "reach"
    sentence = "At least once a letter that lay unopened in a mailbox was printed."

    @sees(LetterPrintOrdered)
    def printed(self, event: LetterPrintOrdered, recorded: Recorded) -> None:
        """Paper."""
        if self._available.pop(event.letter, None) is not None:
            self.reached()


class ReachPrintedOverAWeekend(_Lying):
    """The time for opening went over a weekend."""

    id = "ppt-reach-a-letter-was-printed-over-a-weekend"
    requirements = ("PPT-10",)
    kind = "reach"
    sentence = "At least once a Saturday lay between the day a letter came into a mailbox and the day it was printed."

    def __init__(self) -> None:
        super().__init__()
        self._zone = ZoneInfo("Europe/Oslo")

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whose Saturdays they are."""
        self._zone = ZoneInfo(event.zone)

    @sees(LetterPrintOrdered)
    def printed(self, event: LetterPrintOrdered, recorded: Recorded) -> None:
        """Paper."""
        since = self._available.pop(event.letter, None)
        if since is None:
            return
        day, last = since.astimezone(self._zone).date(), recorded.at.astimezone(self._zone).date()
        if day.weekday() < SATURDAY and day + DAY * (SATURDAY - day.weekday()) < last:
            self.reached()


class ReachOpenedInTime(Check):
    """Somebody opened a letter in time."""

    id = "ppt-reach-a-letter-was-opened-in-time"
    requirements = ("PPT-10",)
    kind = "reach"
    sentence = "At least once a letter was opened in time."

    @sees(LetterOpened)
    def opened(self, event: LetterOpened, recorded: Recorded) -> None:
        """Opened."""
        if not event.late and event.routine == ROUTINE:
            self.reached()


class ReachPaperWithoutMailbox(Check):
    """Somebody without a mailbox got paper at once."""

    id = "ppt-reach-a-letter-went-on-paper-at-once"
    requirements = ("PPT-10",)
    kind = "reach"
    sentence = "At least once somebody without an electronic mailbox got paper at once."

    def __init__(self) -> None:
        super().__init__()
        self._missing: tuple[str, dt.datetime | None] = ("", None)

    @sees(MailboxMissing)
    def missing(self, event: MailboxMissing, recorded: Recorded) -> None:
        """No mailbox."""
        if event.routine == ROUTINE:
            self._missing = (event.letter, recorded.at)

    @sees(LetterPrintOrdered)
    def printed(self, event: LetterPrintOrdered, recorded: Recorded) -> None:
        """Paper."""
        if self._missing == (event.letter, recorded.at):
            self.reached()


class ReachLeaderReturned(Check):
    """A leader returned a letter."""

    id = "ppt-reach-a-leader-returned-a-letter"
    requirements = ("PPT-09",)
    kind = "reach"
    sentence = "At least once a leader returned a letter to its author."

    @sees(LetterReturned)
    def returned(self, event: LetterReturned, recorded: Recorded) -> None:
        """Returned."""
        if event.routine == ROUTINE:
            self.reached()


class ReachLeaderHandedOn(RosterCheck):
    """A leader redistributed a case."""

    id = "ppt-reach-a-leader-handed-a-case-on"
    requirements = ("PPT-06",)
    kind = "reach"
    sentence = "At least once a case went from a section leader to a specialist."

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """From a leader to a specialist."""
        roster = self.roster
        if event.routine == ROUTINE and roster.has(event.previous, "leder") and roster.has(event.to, "fagansatt"):
            self.reached()


class ReachStatusAskedAndAnswered(Check):
    """Somebody said that a case is under work."""

    id = "ppt-reach-the-status-question-got-a-yes"
    requirements = ("PPT-08",)
    kind = "reach"
    sentence = "At least once somebody answered yes to the question whether a case is under work."

    @sees(TaskCompleted, of="ask_under_work")
    def answered(self, event: TaskCompleted, recorded: Recorded) -> None:
        """Yes."""
        if event.outcome == "yes" and event.routine == ROUTINE:
            self.reached()
