"""What a run has to have seen to prove anything about benefits (SIM-06)."""

from __future__ import annotations

from typing import Any

from saksgang.checks import Check, sees
from saksgang.events import (
    DocumentReceived,
    LetterPrintOrdered,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReopened,
    TaskTaken,
    TaskWaiting,
)
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import CasePage, FactsCheck
from saksgang_benefits.checks_settings import ROUTINE, bare

__all__ = [
    "ReachClosedAtTheCitizensWish",
    "ReachDecidedWithADifference",
    "ReachHeldAndReleased",
    "ReachHeldForTooLong",
    "ReachOnPaper",
    "ReachPaid",
    "ReachPayslipTakenByAnother",
    "ReachReminderCameBack",
    "ReachReminderClosedByUpload",
    "ReachSpouseAppliesToo",
    "ReachSpouseRefuses",
    "ReachSpouseRegisters",
    "ReachTaskLeftWaiting",
]

SPOUSE = "Kontaktforløb oprettet på ægtefælle"


class _Reach(Check):
    kind = "reach"


class ReachPaid(FactsCheck):
    """Money was paid."""

    id = "ben-reach-a-month-was-paid"
    requirements = ("BEN-23",)
    kind = "reach"
    sentence = "At least once a month was paid."
    told_of = ("payment",)

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """A payment."""
        if any(made.get("state") == "paid" for _, made in self.news("payment")):
            self.reached()


class ReachHeldAndReleased(FactsCheck):
    """A month waited for its payslip."""

    id = "ben-reach-a-hold-was-released"
    requirements = ("BEN-18",)
    kind = "reach"
    sentence = "At least once a month was held and released by its payslip."
    told_of = ("hold",)

    def before(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """A release."""
        for month, hold in self.news("hold"):
            if hold.get("state") == "released" and page.month("hold", month).get("state") == "held":
                self.reached()


class ReachHeldForTooLong(_Reach):
    """Somebody was told of a hold."""

    id = "ben-reach-a-hold-was-told"
    requirements = ("BEN-18",)
    sentence = "At least once a caseworker was told that a month has been held for too long."

    @sees(TaskCreated, of="payment_held")
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """Told."""
        if event.routine == ROUTINE:
            self.reached()


class ReachSpouseRegisters(_Reach):
    """A spouse registered on Jobnet."""

    id = "ben-reach-a-spouse-registered"
    requirements = ("BEN-12",)
    sentence = "At least once the office was told that a spouse has registered on Jobnet."

    @sees(TaskCreated, of=SPOUSE)
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """Told."""
        if event.routine == ROUTINE:
            self.reached()


class ReachSpouseRefuses(FactsCheck):
    """The applicant alone was calculated."""

    id = "ben-reach-a-spouse-refuses"
    requirements = ("BEN-07",)
    kind = "reach"
    sentence = "At least once a month was calculated for the applicant alone because the spouse refuses."
    told_of = ("calculation",)

    def learned(self, page: CasePage, new: dict[str, Any], recorded: Recorded) -> None:
        """A calculation."""
        if any(made.get("spouse") == "refuses" for _, made in self.news("calculation")):
            self.reached()


class ReachTaskLeftWaiting(_Reach):
    """A caseworker waited."""

    id = "ben-reach-a-task-was-left-waiting"
    requirements = ("BEN-13",)
    sentence = "At least once a person left a task waiting."

    @sees(TaskWaiting)
    def waits(self, event: TaskWaiting, recorded: Recorded) -> None:
        """Waiting."""
        if event.routine == ROUTINE and recorded.actor.startswith("staff:"):
            self.reached()


class _Reminders(_Reach):
    def __init__(self) -> None:
        super().__init__()
        self.reminders: set[str] = set()

    @sees(TaskCreated, of="follow_up")
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """A reminder."""
        if event.routine == ROUTINE:
            self.reminders.add(event.task)

    @sees(TaskCompleted, TaskCancelled, of="follow_up")
    def zz_over(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """It is over; seen last, when the rest of the check has seen it."""
        self.reminders.discard(event.task)


class ReachReminderClosedByUpload(_Reminders):
    """The documentation came in time."""

    id = "ben-reach-a-reminder-was-closed-by-an-upload"
    requirements = ("BEN-14",)
    sentence = "At least once a reminder was closed because the documentation had come."

    @sees(TaskCancelled)
    def cancelled(self, event: TaskCancelled, recorded: Recorded) -> None:
        """Closed."""
        if event.task in self.reminders and recorded.actor.startswith("rule:"):
            self.reached()


class ReachReminderCameBack(_Reminders):
    """The documentation did not come in time."""

    id = "ben-reach-a-reminder-came-back"
    requirements = ("BEN-11",)
    sentence = "At least once a reminder came back because the time was over."

    @sees(TaskReopened)
    def reopened(self, event: TaskReopened, recorded: Recorded) -> None:
        """Back."""
        if event.task in self.reminders and recorded.actor.startswith("rule:"):
            self.reached()


class ReachPayslipTakenByAnother(_Reach):
    """A payslip went from the birthday's owner to whoever is responsible for payslips."""

    id = "ben-reach-a-payslip-was-taken-by-another"
    requirements = ("BEN-21",)
    sentence = "At least once a payslip was taken by somebody else than its owner."

    def __init__(self) -> None:
        super().__init__()
        self._slips: set[str] = set()

    @sees(TaskCreated, of="payslip")
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """A payslip."""
        if event.routine == ROUTINE:
            self._slips.add(event.task)

    @sees(TaskCompleted, TaskCancelled, of="payslip")
    def over(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """It is worked through."""
        self._slips.discard(event.task)

    @sees(TaskTaken)
    def taken(self, event: TaskTaken, recorded: Recorded) -> None:
        """Taken."""
        if event.task in self._slips and event.previous not in ("", event.by):
            self.reached()


class ReachDecidedWithADifference(FactsCheck):
    """A flag blocked nothing."""

    id = "ben-reach-a-flag-blocked-nothing"
    requirements = ("BEN-06",)
    kind = "reach"
    sentence = "At least once a case was decided although statement and register differ."

    @sees(TaskCompleted, of="decide")
    def decided(self, event: TaskCompleted, recorded: Recorded) -> None:
        """A decision."""
        page = self.pages.get(event.case)
        if page is not None and page.facts.get("differences"):
            self.reached()


class ReachOnPaper(_Reach):
    """Somebody had no mailbox."""

    id = "ben-reach-a-letter-went-on-paper"
    requirements = ("BEN-09",)
    sentence = "At least once a letter went on paper."

    @sees(LetterPrintOrdered)
    def printed(self, event: LetterPrintOrdered, recorded: Recorded) -> None:
        """Paper."""
        if event.routine == ROUTINE:
            self.reached()


class ReachClosedAtTheCitizensWish(_Reach):
    """A case came to its end."""

    id = "ben-reach-a-case-was-closed"
    requirements = ("BEN-26",)
    sentence = "At least once a granted case was closed at the citizen's wish."

    @sees(StatusChanged)
    def closed(self, event: StatusChanged, recorded: Recorded) -> None:
        """Closed."""
        if event.routine == ROUTINE and (event.old, event.new) == ("bevilget", "afsluttet"):
            self.reached()


class ReachSpouseAppliesToo(FactsCheck):
    """Both spouses applied, each for themselves."""

    id = "ben-reach-a-spouse-applied-too"
    requirements = ("BEN-23", "BEN-03")
    kind = "reach"
    sentence = "At least once the spouse of somebody who had a case applied, too."

    def __init__(self) -> None:
        super().__init__()
        self._on_ended_cases: set[object] = set()

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """Of an ended case the spouse is remembered."""
        page = self.pages.get(event.case)
        if event.final and page is not None and page.facts.get("spouse_number"):
            self._on_ended_cases.add(bare(page.facts["spouse_number"]))

    @sees(DocumentReceived)
    def received(self, event: DocumentReceived, recorded: Recorded) -> None:
        """An application of somebody who is the spouse on a case."""
        number = bare(event.personal_number) if event.routine == ROUTINE and event.category == "Ansøgning" else ""
        spouse = [page for _, page in self.naming(number) if bare(page.facts.get("spouse_number")) == number]
        if number and (spouse or number in self._on_ended_cases):
            self.reached()
