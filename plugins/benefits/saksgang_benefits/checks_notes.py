"""Notes where the law wants them: with a payslip that was reported, and with a case that is closed (BEN-22, BEN-26)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import Law
from saksgang.events import NoteWritten, OfficeOpened, StatusChanged, TaskCancelled, TaskCompleted, TaskCreated
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_days import OfficeDays
from saksgang_benefits.checks_facts import CasePage, FactsCheck, monthly
from saksgang_benefits.checks_settings import ROUTINE, settings

__all__ = ["ClosingSaysWhy", "PayslipsAreWorkedThrough", "TheStopMonthIsTheLast"]

GRANTED, CLOSED = "bevilget", "afsluttet"
OFFICE = ("vi", "vores", "vor", "jeg", "kommunen", "kommunens", "kontoret", "kontorets")


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
        self._came: dict[str, dict[str, dt.datetime]] = {}
        self._notes: dict[str, dict[str, dt.datetime]] = {}

    @sees(TaskCreated, of="payslip")
    def came(self, event: TaskCreated, recorded: Recorded) -> None:
        """A payslip to work through."""
        if event.routine == ROUTINE:
            self._came.setdefault(event.case, {})[event.task] = recorded.at

    @sees(NoteWritten)
    def noted(self, event: NoteWritten, recorded: Recorded) -> None:
        """A note."""
        if event.routine == ROUTINE:
            self._notes.setdefault(event.case, {})[event.by] = recorded.at

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """Nobody asks any more who wrote on an ended case without a payslip to work through."""
        if event.final and event.case not in self._came:
            self._notes.pop(event.case, None)

    @sees(TaskCompleted, of="payslip")
    def done(self, event: TaskCompleted, recorded: Recorded) -> None:
        """It is done."""
        came = self._off_the_list(event)
        if came is None or event.outcome != "income reported":
            return
        self.judged += 1
        page = self.pages.get(event.case)
        reports = [report.get("document") for _, report in monthly(page.facts, "income")] if page else []
        if event.about not in reports:
            self.broken(recorded, f"{event.task} is said to be reported, but no income rests on {event.about}.")
        noted = self._notes.get(event.case, {}).get(event.by)
        if noted is None or noted < came:
            self.broken(recorded, f"{event.task} was completed by {event.by}, who has written no note about it.")

    @sees(TaskCancelled, of="payslip")
    def dropped(self, event: TaskCancelled, recorded: Recorded) -> None:
        """It is not to be done."""
        self._off_the_list(event)

    def _off_the_list(self, event: TaskCompleted | TaskCancelled) -> dt.datetime | None:
        payslips = self._came.get(event.case, {})
        came = payslips.pop(event.task, None)
        if not payslips:
            self._came.pop(event.case, None)
        return came


class ClosingSaysWhy(OfficeDays, Law):
    """A granted case ends because the citizen wishes it, and the journal says so (BEN-26)."""

    id = "ben-closing-says-why"
    requirements = ("BEN-26",)
    kind = "safety"
    sentence = (
        "A granted case is closed by one of the staff after a note of that day that says that the citizen wishes so or "
        "has died: a word of it begins as one of the set ones does, and is not said of the office."
    )

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ("ønske",)
        self._day = dt.date.min
        self._notes: dict[str, list[str]] = {}

    @sees(OfficeOpened)
    def words(self, event: OfficeOpened, recorded: Recorded) -> None:
        """What such a note has."""
        self._words = tuple(word.casefold() for word in settings(event).get("closing_words", self._words))

    @sees(NoteWritten)
    def noted(self, event: NoteWritten, recorded: Recorded) -> None:
        """A note."""
        if event.routine == ROUTINE:
            day = self.day(recorded.at)
            if day != self._day:
                self._notes.clear()
            self._day = day
            self._notes.setdefault(event.case, []).append(event.text.casefold())

    @sees(StatusChanged)
    def closed(self, event: StatusChanged, recorded: Recorded) -> None:
        """The end."""
        by_rule = recorded.actor.startswith("rule:")
        if event.routine != ROUTINE or (event.old, event.new) != (GRANTED, CLOSED) or event.case.startswith("EY-"):
            return
        self.judged += 1
        day = self.day(recorded.at)
        notes = self._notes.get(event.case, []) if day == self._day else []
        if by_rule or not any(_says_so(text, self._words) for text in notes):
            who = recorded.actor
            self.broken(recorded, f"Case {event.case} was closed by {who} without a note of {day} that says why.")


def _says_so(text: str, beginnings: tuple[str, ...]) -> bool:
    """Word by word: one that begins so, after none that makes it the office's own."""
    before = ""
    for word in re.findall(r"\w+|[^\w\s]+", text):
        if word.startswith(beginnings) and before not in OFFICE:
            return True
        before = before if word in ("har", "havde") else word
    return False


NOT_PAID = ("payment_held", "no_amount", "payment_rejected", "unclear_answer")


class TheStopMonthIsTheLast(FactsCheck):
    """The month of the stop is calculated and paid, nothing after it is, and only then the case is filed (BEN-26)."""

    id = "ben-the-stop-month-is-the-last"
    requirements = ("BEN-26",)
    kind = "safety"
    sentence = (
        "A granted case that is closed has a month of stop; no later month is paid, and the case is filed away only "
        "when that month has been paid, or somebody was told why it is not; none is where help has not begun by then."
    )
    told_of = ("payment",)

    def __init__(self) -> None:
        super().__init__()
        self._closed: set[str] = set()
        self._told: dict[str, set[str]] = {}

    @sees(TaskCreated, of=NOT_PAID)
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody was told why a month is not paid."""
        if event.routine == ROUTINE:
            self._told.setdefault(event.case, set()).add(event.about)

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
        elif event.final:
            self._filed(page, event, recorded)

    def _filed(self, page: CasePage, event: StatusChanged, recorded: Recorded) -> None:
        told = self._told.pop(event.case, set())
        if event.case in self._closed:
            self._closed.remove(event.case)
            self.judged += 1
            stop = str(page.facts.get("stop_month") or "")
            paid = page.month("payment", stop).get("state") in ("ordered", "paid", "nothing to pay", "rejected")
            begun = not stop or stop >= str((page.facts.get("decision") or {}).get("from_month", ""))
            if begun and not paid and stop not in told:
                self.broken(recorded, f"Case {event.case} was filed away and {stop or 'no month'} was not paid.")
