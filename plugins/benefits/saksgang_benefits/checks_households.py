"""One household, one help: no two granted cases of spouses run beside each other (BEN-23)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import (
    DeadlineMissed,
    DocumentReceived,
    DocumentRegistered,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_days import OfficeDays
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_settings import ROUTINE, bare, month_parts

__all__ = ["HelpBeginsWithTheApplication", "HouseholdsAreHelpedOnce", "StoppedCasesAreTold"]

SINGLE, GRANTED = "enkeltydelse", "bevilget"
TELLING = ("decision", "married", "spouse", "spouse_number", "stop_month")


class HouseholdsAreHelpedOnce(OfficeDays, FactsCheck):
    """Who is reckoned on a spouse's case has none that is paid beside it (BEN-23)."""

    id = "ben-households-are-helped-once"
    requirements = ("BEN-23", "BEN-07")
    kind = "safety"
    sentence = (
        "When a case is granted, or a marriage or a last month is noted on a granted one, no other case of the citizen "
        "or the spouse is granted for the month after."
    )

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """It is granted, or its household is another."""
        if not any(name in new for name in TELLING):
            return
        month = _month_after(self.day(recorded.at))
        if not _pays(page, month):
            return
        self.judged += 1
        facts = page.facts
        for case, other in self.naming(page.number, page.party, facts.get("spouse_number"), facts.get("spouse")):
            if other is not page and _pays(other, month) and _together(page, other):
                self.broken(recorded, f"{month} would be paid on case {case}, too, to the same household.")


def _month_after(day: dt.date) -> str:
    later = day.replace(day=28) + dt.timedelta(days=4)
    return f"{later.year}-{later.month:02}"


def _pays(page: CasePage, month: str) -> bool:
    decision = page.facts.get("decision") or {}
    granted = page.type != SINGLE and decision.get("outcome") == "granted"
    return granted and str(decision.get("from_month")) <= month <= str(page.facts.get("stop_month") or month)


def _together(one: CasePage, other: CasePage) -> bool:
    return one.number == other.number != "" or _names(one, other) or _names(other, one)


def _names(one: CasePage, other: CasePage) -> bool:
    return not _told(one.facts).isdisjoint((other.number, other.party))


def _told(facts: dict[str, Any]) -> set[object]:
    told = {bare(facts.get("spouse_number")), facts.get("spouse")} if facts.get("married") else set()
    return told - {None, ""}


class HelpBeginsWithTheApplication(FactsCheck):
    """From the month of the application, but for months that the household is helped on another case (BEN-23)."""

    id = "ben-help-begins-with-the-application"
    requirements = ("BEN-23",)
    kind = "safety"
    sentence = (
        "A benefit that is paid month by month is granted from the month in which its application came, or from the "
        "month after the last one of another granted case of the household."
    )

    def __init__(self) -> None:
        super().__init__()
        self._came: dict[str, str] = {}
        self._stops: dict[object, str] = {}

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """Something comes in."""
        if event.routine == ROUTINE:
            self._came[event.document] = f"{event.received:%Y-%m}"

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """It opens a case, or is of no account here."""
        came = self._came.pop(event.document, None)
        if event.opened and came is not None:
            self._came[event.case] = came

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """It is granted, or has its last month."""
        decision = page.facts.get("decision") or {}
        if page.type == SINGLE or decision.get("outcome") != "granted":
            return
        if "decision" in new:
            self._begins(page, str(decision.get("from_month")), recorded)
        stop = new.get("stop_month")
        for who in (page.number, page.party, *_told(page.facts)) if stop else ():
            self._stops[who] = str(stop)

    def _begins(self, page: CasePage, first: str, recorded: Recorded) -> None:
        came = self._came.pop(page.case, None)
        ends = [self._stops.get(who, "") for who in (page.number, page.party, *_told(page.facts)) if who]
        after = [_month_after(dt.date.fromisoformat(f"{stop}-01")) for stop in ends if month_parts(stop)]
        if came is not None:
            right = max([came, *after])
            self.judge(first == right, recorded, f"Case {page.case} is granted from {first}; help begins in {right}.")


class StoppedCasesAreTold(OfficeDays, FactsCheck, AtOnce):
    """A case that has had its last month and was not closed is somebody's business (BEN-26)."""

    id = "ben-stopped-cases-are-told"
    requirements = ("BEN-26",)
    kind = "safety"
    sentence = (
        "On each payment day after the last month of a granted case that nobody has closed, a caseworker has a task "
        "about it."
    )

    def __init__(self) -> None:
        super().__init__()
        self._tasks: dict[str, set[str]] = {}

    @sees(TaskCreated, of="no_amount")
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody has it on the list."""
        if event.routine == ROUTINE:
            self._tasks.setdefault(event.case, set()).add(event.task)
            self.paid(event.case)

    @sees(TaskCompleted, TaskCancelled, of="no_amount")
    def done(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """And off it."""
        self._tasks.get(event.case, set()).discard(event.task)

    @sees(DeadlineMissed, of="payment")
    def payment_day(self, event: DeadlineMissed, recorded: Recorded) -> None:
        """Nothing more is paid."""
        page = self.pages.get(event.case)
        month = self.month(recorded.at)
        if page is not None and page.status == GRANTED and str(page.facts.get("stop_month") or month) < month:
            self.owe(event.case, recorded)
            if self._tasks.get(event.case):
                self.paid(event.case)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody has."""
        return f"Case {key} has had its last month, is not closed, and nobody is told."
