"""Supplementary benefit: held for the month's payslip, released by it alone, never for ever in silence (BEN-18, 22)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.checks.laws_counting import DayCounter
from saksgang.events import DocumentReceived, DocumentRegistered, OfficeOpened, StatusChanged, TaskCreated
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_settings import ROUTINE, exact_ore, settings

__all__ = ["HeldMonthsAreNotPaid", "HoldsAreTold", "ReportsAreRecalculated"]

SPOUSE = "spouse"
MINUTE = dt.timedelta(minutes=1)


class HeldMonthsAreNotPaid(FactsCheck):
    """No payslip of the month, no payment of the month (BEN-18)."""

    id = "ben-held-months-are-not-paid"
    requirements = ("BEN-18",)
    kind = "safety"
    sentence = (
        "A month of a supplementary benefit is paid only after the spouse's payslip of that very month was registered "
        "on the case and reported, and a hold is released only by it; what another month's payslip says changes "
        "nothing, and the applicant's own is not the spouse's pay. Without a spouse who is reckoned with none is "
        "waited for."
    )
    told_of = ("income", "hold", "payment")

    def __init__(self) -> None:
        super().__init__()
        self._months: dict[str, tuple[str, str]] = {}
        self._slips: dict[str, dict[object, tuple[str, str]]] = {}

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """Of which month it is, and whose."""
        if event.routine == ROUTINE and event.category == "Lønseddel":
            whose = str(event.facts.get("person", SPOUSE))
            self._months[event.document] = (str(event.facts.get("month", "")), whose)

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """On which case it is."""
        month = self._months.pop(event.document, None)
        if month is not None:
            self._slips.setdefault(event.case, {})[event.document] = month

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """On an ended case nothing is paid any more."""
        if event.final:
            self._slips.pop(event.case, None)

    def before(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """Reports, releases and payments."""
        case = recorded.event.case
        for month, report in self.news("income"):
            self._needs_slip(case, month, report.get("document"), "reported", recorded)
            slip = self._slips.get(case, {}).get(report.get("document"))
            if slip and slip[1] != SPOUSE and exact_ore(report.get("pay")):
                self.broken(recorded, f"The pay of {month} is not the spouse's, and was reported as that.")
        for month, hold in self.news("hold"):
            if hold.get("state") == "released" and _with_spouse(page.facts):
                self._needs_slip(case, month, hold.get("document"), "released", recorded)
        self._payments(page, new, recorded)

    def _payments(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        decision = page.facts.get("decision") or {}
        for month, made in self.news("payment"):
            supplementary = decision.get("supplementary") and _with_spouse(page.facts)
            if made.get("state") != "ordered" or not supplementary:
                continue
            report = {**page.month("income", month), **(new.get(f"income/{month}") or {})}
            self._needs_slip(
                recorded.event.case, month, made.get("payslip") or report.get("document"), "paid", recorded
            )
            hold = new.get(f"hold/{month}") or page.month("hold", month)
            if hold.get("state") == "held":
                self.broken(recorded, f"{month} was paid while it was held.")

    def _needs_slip(self, case: str, month: str, document: object, what: str, recorded: Recorded) -> None:
        self.judged += 1
        of_month, whose = self._slips.get(case, {}).get(document, ("", ""))
        if of_month != month or (whose != SPOUSE and what != "reported"):
            slip = document or "nothing"
            self.broken(recorded, f"{month} was {what} by {slip}, which is no such payslip of that month on the case.")


def _with_spouse(facts: dict[str, Any]) -> bool:
    """Whether there is still a spouse whose pay counts as such."""
    return facts.get("married") is not False and not facts.get("spouse_refuses")


class HoldsAreTold(FactsCheck):
    """A hold that lasts is told to a caseworker (BEN-18)."""

    id = "ben-holds-are-told"
    requirements = ("BEN-18",)
    kind = "liveness"
    sentence = "When a month has been held for as long as set, a caseworker gets a task about it in that minute."
    told_of = ("hold",)

    def __init__(self) -> None:
        super().__init__()
        self._rule, self._days = "10 days, end of day", DayCounter("DK", "Europe/Copenhagen")
        self._held: dict[tuple[str, str], dt.datetime] = {}
        self._told: set[tuple[str, str]] = set()

    @sees(OfficeOpened)
    def how_long(self, event: OfficeOpened, recorded: Recorded) -> None:
        """How long a month may be held."""
        self._rule = str(settings(event).get("held_at_most", self._rule))

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """Held and released."""
        for month, hold in self.news("hold"):
            key = (recorded.event.case, month)
            if hold.get("state") == "held":
                self._held.setdefault(key, recorded.at)
            else:
                self._free(key, recorded)

    @sees(TaskCreated, of="payment_held")
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is told; when again, is another check's."""
        key = (event.case, event.about)
        if event.routine == ROUTINE and key not in self._told:
            self.judged += 1
            self._told.add(key)
            since = self._held.pop(key, None)
            right = self._days.due(self._rule, since) + MINUTE if since else None
            if recorded.at != right:
                self.broken(recorded, f"{event.task} came at {recorded.at}; {event.about} is to be told at {right}.")

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """What is filed away holds nothing."""
        if event.final:
            for key in [key for key in self._held if key[0] == event.case]:
                self._free(key, recorded)
            self._told = {key for key in self._told if key[0] != event.case}

    def end(self, at: dt.datetime) -> None:
        """What should have been told by now."""
        for (case, month), since in self._held.items():
            due = self._days.due(self._rule, since)
            if due + MINUTE < at:
                self.never_came(case, at, f"{month} has been held since {since} and nobody was told (due {due}).")

    def _free(self, key: tuple[str, str], recorded: Recorded) -> None:
        self._told.discard(key)
        since = self._held.pop(key, None)
        if since is not None:
            self.judged += 1
            if recorded.at > self._days.due(self._rule, since) + MINUTE:
                self.broken(recorded, f"{key[1]} was held since {since} and nobody was told in time.")


class ReportsAreRecalculated(FactsCheck, AtOnce):
    """An income that is reported is in the amount at once, and frees its month (BEN-22, BEN-18)."""

    id = "ben-reports-are-recalculated"
    requirements = ("BEN-22", "BEN-18")
    kind = "safety"
    sentence = (
        "When an income is reported for a month, by one of the staff, the month is calculated anew at once with it, "
        "unless the same figures were reported before, and is not held any more."
    )
    told_of = ("income", "hold", "calculation")

    def __init__(self) -> None:
        super().__init__()
        self._reported_before: set[str] = set()

    def before(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """Whether a calculation with the very figures is there already."""
        self._reported_before = {
            month
            for month, report in self.news("income")
            if _figures(page.month("income", month)) == _figures(report)
            and page.month("calculation", month).get("income") == "payslip"
        }

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """Reports and calculations."""
        case = recorded.event.case
        for month, _ in self.news("income"):
            if not recorded.actor.startswith("staff:"):
                self.broken(recorded, f"The income of {month} was reported by {recorded.actor}.")
            if month not in self._reported_before:
                self.owe(f"{case} {month}", recorded)
            if page.month("hold", month).get("state") == "held":
                self.owe(f"{case} {month} held", recorded)
        for month, hold in self.news("hold"):
            if hold.get("state") == "released":
                self.paid(f"{case} {month} held")
        for month, made in self.news("calculation"):
            if made.get("income") == "payslip":
                self.paid(f"{case} {month}")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It was not."""
        case, month, *held = key.split(" ")
        what = "is still held" if held else "was not calculated anew"
        return f"An income was reported for {month} of case {case}, and the month {what}."

    def requirement(self, key: str) -> str:
        """That a month is freed is another one."""
        return "BEN-18" if key.endswith(" held") else ""


def _figures(report: dict[str, Any]) -> dict[str, Any]:
    """What was earned, whichever document says so."""
    return {name: value for name, value in report.items() if name != "document"}
