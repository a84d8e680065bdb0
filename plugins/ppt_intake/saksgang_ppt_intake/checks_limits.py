"""The service norm and the legal limit of one month (PPT-11, Public Administration Act section 11 a)."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from zoneinfo import ZoneInfo

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, Law
from saksgang.checks.laws_counting import DayCounter
from saksgang.events import (
    DeadlineCancelled,
    DeadlineExtended,
    DeadlineMet,
    DeadlineMissed,
    DeadlinePaused,
    DeadlineStarted,
    DocumentReceived,
    DocumentRegistered,
    OfficeOpened,
)
from saksgang.journal.record import Recorded
from saksgang_ppt_intake.checks_settings import ROUTINE, categories, settings

__all__ = ["EveryInquiryGetsItsDeadline", "TheLimitIsOneMonth", "one_month_after"]

ANSWER = "answer"
LAST_MINUTE = dt.time(23, 59)
NOON = dt.time(12)


def one_month_after(day: dt.date) -> dt.date:
    """The same day number of the next month, or its last day where it has no such."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


class TheLimitIsOneMonth(Law):
    """The limit is one month after receipt and stands where the law asks for it; the norm is the setting's (PPT-11)."""

    id = "ppt-the-limit-is-one-month"
    requirements = ("PPT-11",)
    kind = "safety"
    sentence = (
        "An inquiry that needs an answer has one deadline: a norm as set, counted from the day of receipt, and, where "
        "it concerns an individual decision, a limit at the end of the same day of the next month that no norm passes; "
        "neither stands still or is put off."
    )

    def __init__(self) -> None:
        super().__init__()
        self._days = DayCounter("NO", "Europe/Oslo")
        self._zone = ZoneInfo("Europe/Oslo")
        self._norm = ""
        self._needs_answer: frozenset[str] = frozenset()
        self._individual: frozenset[str] = frozenset()
        self._received: dict[str, dt.date] = {}
        self._inquiries: dict[str, tuple[dt.date, bool]] = {}
        self._answers: dict[str, int] = {}

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Norm and categories from now on."""
        self._zone = ZoneInfo(event.zone)
        self._days = DayCounter(event.country, event.zone)
        self._norm = f"{settings(event).get('reply_norm', '15 working days')}, end of day"
        self._needs_answer = categories(event, "needs_answer")
        self._individual = categories(event, "individual_decision")

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """When it came."""
        if event.routine == ROUTINE:
            self._received[event.document] = event.received

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """What it is."""
        day = self._received.pop(event.document, None)
        if day is not None and event.subject in self._needs_answer:
            self._inquiries[event.document] = (day, event.subject in self._individual)

    @sees(DeadlineStarted, of=ANSWER)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """Its deadline."""
        if event.routine != ROUTINE:
            return
        self.judged += 1
        self._answers[event.deadline] = len(event.targets)
        inquiry = self._inquiries.pop(event.about, None)
        if inquiry is None:
            self.broken(
                recorded,
                f"{event.deadline} is about {event.about or 'nothing'}, which needs no answer or has a deadline.",
            )
            return
        expected = self._expected(*inquiry)
        found = {target.name: target.due for target in event.targets}
        if found != expected:
            right = f"{event.about} was received on {inquiry[0]}, so right is {_said(expected)}."
            self.broken(recorded, f"{event.deadline} has {_said(found)}; {right}")

    @sees(DeadlineMet, DeadlineMissed, DeadlineCancelled, of=ANSWER)
    def ended(self, event: DeadlineMet | DeadlineMissed | DeadlineCancelled, recorded: Recorded) -> None:
        """One target is over, and with the last one the deadline."""
        left = self._answers.pop(event.deadline, 0) - 1
        if left > 0:
            self._answers[event.deadline] = left

    @sees(DeadlinePaused, DeadlineExtended)
    def put_off(self, event: DeadlinePaused | DeadlineExtended, recorded: Recorded) -> None:
        """The law knows no pause: who cannot answer in time sends a preliminary reply."""
        if event.deadline in self._answers:
            wrong = f"{event.deadline} had {recorded.kind} ({event.reason}), but the month goes on whatever is awaited."
            self.judge(held=False, recorded=recorded, wrong=wrong)

    def _expected(self, received: dt.date, individual: bool) -> dict[str, dt.datetime]:  # noqa: FBT001 - a pair unpacked
        norm = self._days.due(self._norm, self._instant(received, NOON))
        if not individual:
            return {"norm": norm}
        limit = self._instant(one_month_after(received), LAST_MINUTE)
        return {"norm": min(norm, limit), "limit": limit}

    def _instant(self, day: dt.date, clock: dt.time) -> dt.datetime:
        return dt.datetime.combine(day, clock, self._zone).astimezone(dt.UTC)


def _said(targets: dict[str, dt.datetime]) -> str:
    return ", ".join(f"{name} {due:%Y-%m-%d %H:%M} UTC" for name, due in targets.items()) or "no target"


class EveryInquiryGetsItsDeadline(AtOnce):
    """The clock of an inquiry that needs an answer is there from its registration on (PPT-11)."""

    id = "ppt-every-inquiry-gets-its-deadline"
    requirements = ("PPT-11",)
    kind = "safety"
    sentence = "When a document that needs an answer is registered, its deadline starts at once."

    def __init__(self) -> None:
        super().__init__()
        self._needs_answer: frozenset[str] = frozenset()

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Categories from now on."""
        self._needs_answer = categories(event, "needs_answer")

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """It needs an answer."""
        if event.subject in self._needs_answer and event.routine == ROUTINE:
            self.owe(event.document, recorded)

    @sees(DeadlineStarted, of=ANSWER)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """Its deadline."""
        self.paid(event.about)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """No deadline."""
        return f"{key} needs an answer, but no deadline started when it was registered."
