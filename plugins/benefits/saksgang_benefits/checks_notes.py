"""Notes where the law wants them: with a payslip that was reported, and with a case that is closed (BEN-22, BEN-26)."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from saksgang.checks import sees
from saksgang.checks.laws_base import Law
from saksgang.events import NoteWritten, OfficeOpened, StatusChanged, TaskCompleted, TaskCreated
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import CasePage, FactsCheck, monthly
from saksgang_benefits.checks_settings import ROUTINE, settings

__all__ = ["ClosingSaysWhy", "PayslipsAreWorkedThrough", "TheStopMonthIsTheLast"]

GRANTED, CLOSED = "bevilget", "afsluttet"


class PayslipsAreWorkedThrough(FactsCheck):
    """Reporting a payslip is an income on the case and a note of whoever did it (BEN-22)."""

    id = "ben-payslips-are-worked-through"
    requirements = ("BEN-22", "BEN-21")
    kind = "safety"
    sentence = (
        "A payslip is completed as reported only when its income is on the case and whoever completes it has written a "
        "note on the case since the task came."
    )

    def __init__(self) -> None:
        super().__init__()
        self._came: dict[str, dt.datetime] = {}
        self._notes: dict[tuple[str, str], dt.datetime] = {}

    @sees(TaskCreated, of="payslip")
    def came(self, event: TaskCreated, recorded: Recorded) -> None:
        """A payslip to work through."""
        if event.routine == ROUTINE:
            self._came[event.task] = recorded.at

    @sees(NoteWritten)
    def noted(self, event: NoteWritten, recorded: Recorded) -> None:
        """A note."""
        if event.routine == ROUTINE:
            self._notes[event.case, event.by] = recorded.at

    @sees(TaskCompleted)
    def done(self, event: TaskCompleted, recorded: Recorded) -> None:
        """It is done."""
        came = self._came.pop(event.task, None)
        if came is None or event.outcome != "income reported":
            return
        self.judged += 1
        page = self.pages.get(event.case)
        reports = [report.get("document") for _, report in monthly(page.facts, "income")] if page else []
        if event.about not in reports:
            self.broken(recorded, f"{event.task} is said to be reported, but no income rests on {event.about}.")
        noted = self._notes.get((event.case, event.by))
        if noted is None or noted < came:
            self.broken(recorded, f"{event.task} was completed by {event.by}, who has written no note about it.")


class ClosingSaysWhy(Law):
    """A granted case ends because the citizen wishes it, and the journal says so (BEN-26)."""

    id = "ben-closing-says-why"
    requirements = ("BEN-26",)
    kind = "safety"
    sentence = (
        "A granted case is closed by one of the staff after a note of that day that says that the citizen wishes so."
    )

    def __init__(self) -> None:
        super().__init__()
        self._zone, self._words = ZoneInfo("Europe/Copenhagen"), ("ønske",)
        self._notes: dict[str, list[tuple[dt.date, str]]] = {}

    @sees(OfficeOpened)
    def words(self, event: OfficeOpened, recorded: Recorded) -> None:
        """What such a note has."""
        self._zone = ZoneInfo(event.zone)
        self._words = tuple(settings(event).get("closing_words", self._words))

    @sees(NoteWritten)
    def noted(self, event: NoteWritten, recorded: Recorded) -> None:
        """A note."""
        if event.routine == ROUTINE:
            day = recorded.at.astimezone(self._zone).date()
            self._notes.setdefault(event.case, []).append((day, event.text.casefold()))

    @sees(StatusChanged)
    def closed(self, event: StatusChanged, recorded: Recorded) -> None:
        """The end."""
        by_rule = recorded.actor.startswith("rule:")
        if event.routine != ROUTINE or (event.old, event.new) != (GRANTED, CLOSED) or event.case.startswith("EY-"):
            return
        self.judged += 1
        day = recorded.at.astimezone(self._zone).date()
        notes = [text for written, text in self._notes.get(event.case, []) if written == day]
        if by_rule or not any(word.casefold() in text for text in notes for word in self._words):
            who = recorded.actor
            self.broken(recorded, f"Case {event.case} was closed by {who} without a note of {day} that says why.")


NOT_PAID = ("payment_held", "no_amount", "payment_rejected", "unclear_answer")


class TheStopMonthIsTheLast(FactsCheck):
    """The month of the stop is calculated and paid, nothing after it is, and only then the case is filed (BEN-26)."""

    id = "ben-the-stop-month-is-the-last"
    requirements = ("BEN-26",)
    kind = "safety"
    sentence = (
        "A granted case that is closed has a month of stop; no later month is paid, and the case is filed away only "
        "when that month has been paid, or somebody was told why it is not."
    )

    def __init__(self) -> None:
        super().__init__()
        self._closed: set[str] = set()
        self._told: set[tuple[str, str]] = set()

    @sees(TaskCreated, of=NOT_PAID)
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody was told why a month is not paid."""
        if event.routine == ROUTINE:
            self._told.add((event.case, event.about))

    def before(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """Payments after the stop."""
        stop = str(page.facts.get("stop_month") or "")
        for month, made in self.news("payment"):
            if stop and made.get("state") == "ordered":
                self.judged += 1
                if month > stop:
                    self.broken(recorded, f"{month} was paid, although the benefit stopped with {stop}.")

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """Closed, and then filed away."""
        page = self.pages.get(event.case)
        if event.routine != ROUTINE or page is None or page.type == "enkeltydelse":
            return
        if (event.old, event.new) == (GRANTED, CLOSED):
            self._closed.add(event.case)
        elif event.final and event.case in self._closed:
            self.judged += 1
            stop = str(page.facts.get("stop_month") or "")
            paid = page.month("payment", stop).get("state") in ("ordered", "paid", "nothing to pay", "rejected")
            if not paid and (event.case, stop) not in self._told:
                self.broken(recorded, f"Case {event.case} was filed away and {stop or 'no month'} was not paid.")
