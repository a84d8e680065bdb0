"""How work on a case begins: it has its caseworker, and the first look asks the registers (BEN-03, BEN-05)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import CaseAssigned, CaseSeen, ServiceAsked, StatusChanged, TaskCreated
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import FactsCheck
from saksgang_benefits.checks_settings import ROUTINE

__all__ = ["TheFirstLookBeginsTheWork", "WhoGetsTheApplicationHasTheCase"]

REGISTERS = ("eIndkomst", "Jobnet", "folkeregister")
RECEIVED, UNDER_WAY = "modtaget", "under oplysning"


class WhoGetsTheApplicationHasTheCase(FactsCheck, AtOnce):
    """A case lies with whoever its application was distributed to (BEN-03)."""

    id = "ben-who-gets-the-application-has-the-case"
    requirements = ("BEN-03",)
    kind = "safety"
    sentence = "Whoever gets the task to handle an application is the caseworker of its case at once."

    @sees(TaskCreated, of="handle_application")
    def given(self, event: TaskCreated, recorded: Recorded) -> None:
        """The application is somebody's."""
        if event.routine == ROUTINE:
            self.owe(f"{event.case} {event.owner}", recorded)
            page = self.pages.get(event.case)
            if (page.responsible if page is not None else "") == event.owner:
                self.paid(f"{event.case} {event.owner}")

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """The case is."""
        if event.routine == ROUTINE:
            self.paid(f"{event.case} {event.to}")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is not."""
        case, _, owner = key.partition(" ")
        return f"{owner or 'nobody'} got the application, and case {case} did not become theirs."


class TheFirstLookBeginsTheWork(FactsCheck, AtOnce):
    """Looking at a new case shows the registers as they are now, and the case is under way (BEN-05)."""

    id = "ben-the-first-look-begins-the-work"
    requirements = ("BEN-05",)
    kind = "safety"
    sentence = (
        "When its caseworker first looks at a case, all registers are asked at once, and a case that was only received "
        "is being informed from then on."
    )

    @sees(CaseSeen)
    def seen_by(self, event: CaseSeen, recorded: Recorded) -> None:
        """It is looked at."""
        if event.routine != ROUTINE:
            return
        for register in REGISTERS:
            self.owe(f"{event.case} {register} is not asked", recorded)
        if self.pages[event.case].status == RECEIVED:
            self.owe(f"{event.case} stays {RECEIVED!r}", recorded)

    @sees(ServiceAsked)
    def asked(self, event: ServiceAsked, recorded: Recorded) -> None:
        """A register is asked."""
        self.paid(f"{event.case} {event.service} is not asked")

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """It is under way."""
        if event.routine == ROUTINE and event.new == UNDER_WAY:
            self.paid(f"{event.case} stays {RECEIVED!r}")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is not."""
        case, _, what = key.partition(" ")
        return f"Case {case} was looked at, and it {what}." if "stays" in what else f"Case {case} was seen: {what}."
