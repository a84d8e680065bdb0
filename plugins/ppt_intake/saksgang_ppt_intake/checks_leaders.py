"""A case that lies with a section leader, or with nobody: assessed, and handed on to a specialist (PPT-06)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, InTheEnd
from saksgang.checks.laws_staff import Roster, RosterCheck
from saksgang.events import CaseAssigned, StatusChanged, TaskCancelled, TaskCompleted, TaskCreated, TaskReassigned
from saksgang.journal.record import Recorded
from saksgang_ppt_intake.checks_settings import ROUTINE

__all__ = ["LeadersAreAskedToAssess", "LeadersHandCasesOn", "OnlyLeadersHandOn"]

ASSESS, NOBODY = "assess_case", "nobody"


def assesses(roster: Roster, staff: str) -> bool:
    """Whether somebody leads only: who is a specialist, too, works on the case and has nothing to hand on."""
    return roster.has(staff, "leder") and not roster.has(staff, "fagansatt")


class OnlyLeadersHandOn(RosterCheck):
    """A case that lies with a leader, or with nobody, is assessed and handed on by a leader; no other is (PPT-06)."""

    id = "ppt-only-leaders-hand-on"
    requirements = ("PPT-06",)
    kind = "safety"
    sentence = (
        "A case that was given to a section leader, or to nobody for want of one, goes on only by a leader's act or "
        "because its leader left; it is put up for assessment once, and a specialist's case never."
    )

    def __init__(self) -> None:
        super().__init__()
        self._held: dict[str, str] = {}
        self._assessing: set[str] = set()
        self._assessed: str | None = None

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """A case goes to a leader or away from one."""
        if event.routine != ROUTINE:
            return
        leader = self._held.pop(event.case, "")
        self._assessing.discard(event.case)
        if leader:
            self.judged += 1
            if not self._by_leader(recorded) and leader not in self.roster.gone:
                wrong = f"Case {event.case} of {leader} went to {event.to or NOBODY} by {recorded.actor}, no leder."
                self.broken(recorded, wrong)
        if not event.to or assesses(self.roster, event.to):
            self._held[event.case] = event.to or NOBODY

    @sees(TaskCompleted, of=ASSESS)
    def completed(self, event: TaskCompleted, recorded: Recorded) -> None:
        """A leader's assessment, which a rule may carry out."""
        if event.routine == ROUTINE and self.roster.has(event.by, "leder"):
            self._assessed = recorded.id

    @sees(TaskCreated, of=ASSESS)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """A leader is asked to assess a case."""
        if event.routine != ROUTINE:
            return
        self.judged += 1
        if event.case not in self._held or event.case in self._assessing:
            again = "again" if event.case in self._held else "although it lies with a specialist"
            self.broken(recorded, f"Case {event.case} was put up for assessment {again}.")
        self._assessing.add(event.case)

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """What has ended is forgotten."""
        if event.final:
            self._held.pop(event.case, None)
            self._assessing.discard(event.case)

    def _by_leader(self, recorded: Recorded) -> bool:
        if recorded.actor.startswith("rule:"):
            return recorded.cause == self._assessed
        return self.roster.has(recorded.actor.removeprefix("staff:"), "leder")


class LeadersHandCasesOn(InTheEnd, RosterCheck):
    """In the end a section leader's case has gone to a specialist (PPT-06)."""

    id = "ppt-leaders-hand-cases-on"
    requirements = ("PPT-06",)
    kind = "liveness"
    sentence = "A case that was given to a section leader, or to nobody, is redistributed in the end, or has ended."
    working_days = 40

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """To a leader or on to somebody else."""
        if event.routine != ROUTINE:
            return
        if event.to and not assesses(self.roster, event.to):
            self.came(event.case)
        elif event.case not in self._since:
            self.waits(event.case, recorded)

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """It has ended."""
        if event.final:
            self.came(event.case)

    def lost(self, key: str, recorded: Recorded) -> str:
        """It still lies with a leader."""
        return f"Case {key} went to a section leader or to nobody and lies there"


class LeadersAreAskedToAssess(AtOnce, RosterCheck):
    """A leader who is given a case is asked at once to assess it; without a caseworker, all leaders are (PPT-06)."""

    id = "ppt-leaders-are-asked-to-assess"
    requirements = ("PPT-06",)
    kind = "safety"
    sentence = "When a case goes to a section leader, or to nobody, the task of assessing it does too."

    def __init__(self) -> None:
        super().__init__()
        self._assessments: set[str] = set()

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """A case goes to somebody."""
        if event.routine == ROUTINE and (not event.to or assesses(self.roster, event.to)):
            self.owe(event.case, recorded)

    @sees(TaskCreated, of=ASSESS)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """An assessment comes up."""
        if event.routine == ROUTINE:
            self._assessments.add(event.task)
            self.paid(event.case)

    @sees(TaskReassigned)
    def reassigned(self, event: TaskReassigned, recorded: Recorded) -> None:
        """An assessment goes to somebody else."""
        if event.task in self._assessments:
            self.paid(event.case)

    @sees(TaskCompleted, TaskCancelled, of=ASSESS)
    def closed(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """What is closed is forgotten."""
        self._assessments.discard(event.task)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody was asked."""
        to = recorded.event.to if isinstance(recorded.event, CaseAssigned) else ""
        return f"Case {key} went to {to or NOBODY}, and no leader was asked to assess it."
