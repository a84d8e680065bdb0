"""One household, one help: no two granted cases of spouses run beside each other (BEN-23)."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from saksgang.checks import sees
from saksgang.events import OfficeOpened
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_settings import bare

__all__ = ["HouseholdsAreHelpedOnce"]

SINGLE = "enkeltydelse"
TELLING = ("decision", "married", "spouse", "spouse_number", "stop_month")


class HouseholdsAreHelpedOnce(FactsCheck):
    """Who is reckoned on a spouse's case has none that is paid beside it (BEN-23)."""

    id = "ben-households-are-helped-once"
    requirements = ("BEN-23", "BEN-07")
    kind = "safety"
    sentence = (
        "When a case is granted, or a marriage or a last month is noted on a granted one, no other case of the citizen "
        "or the spouse is granted for the month after."
    )

    def __init__(self) -> None:
        super().__init__()
        self._zone = ZoneInfo("Europe/Copenhagen")

    @sees(OfficeOpened)
    def zone(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whose months they are."""
        self._zone = ZoneInfo(event.zone)

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """It is granted, or its household is another."""
        if not any(name in new for name in TELLING):
            return
        month = _month_after(recorded.at.astimezone(self._zone).date())
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
    facts = one.facts
    told = {bare(facts.get("spouse_number")), facts.get("spouse")} if facts.get("married") else set()
    return not (told - {None, ""}).isdisjoint((other.number, other.party))
