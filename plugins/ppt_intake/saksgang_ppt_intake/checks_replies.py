"""The specialist reviews, then replies (PPT-07)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, InTheEnd
from saksgang.checks.laws_staff import RosterCheck
from saksgang.events import (
    CaseAssigned,
    DocumentRegistered,
    LetterDrafted,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
    TaskTaken,
)
from saksgang.journal.record import Recorded
from saksgang_ppt_intake.checks_settings import ROUTINE

__all__ = ["EveryDocumentIsReviewed", "RepliesComeFromTheReviewer", "SpecialistsAreAskedToReview"]

REPLY, REVIEW = "svarbrev", "review_case"


class RepliesComeFromTheReviewer(RosterCheck):
    """A reply is written by somebody who was given the case to review (PPT-07)."""

    id = "ppt-replies-come-from-the-reviewer"
    requirements = ("PPT-07",)
    kind = "safety"
    sentence = "A reply letter is written by a specialist who has or had the task of reviewing its case."

    def __init__(self) -> None:
        super().__init__()
        self._tasks: dict[str, str] = {}
        self._reviewers: dict[str, tuple[str, ...]] = {}

    @sees(TaskCreated, of=REVIEW)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """A review comes up."""
        if event.routine == ROUTINE:
            self._tasks[event.task] = event.case
            self._reviews(event.case, event.owner)

    @sees(TaskTaken)
    def taken(self, event: TaskTaken, recorded: Recorded) -> None:
        """Another reviewer."""
        if event.task in self._tasks:
            self._reviews(event.case, event.by)

    @sees(TaskReassigned)
    def reassigned(self, event: TaskReassigned, recorded: Recorded) -> None:
        """Another reviewer."""
        if event.task in self._tasks:
            self._reviews(event.case, event.owner)

    @sees(TaskCompleted, of=REVIEW)
    def completed(self, event: TaskCompleted, recorded: Recorded) -> None:
        """The reviewer is whoever did it."""
        if self._tasks.pop(event.task, None) is not None:
            self._reviews(event.case, event.by)

    @sees(TaskCancelled, of=REVIEW)
    def dropped(self, event: TaskCancelled, recorded: Recorded) -> None:
        """Nobody reviews it."""
        self._tasks.pop(event.task, None)

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """A reply is written."""
        if event.template != REPLY or event.routine != ROUTINE:
            return
        self.judged += 1
        reviewer = event.author in self._reviewers.get(event.case, ())
        if not reviewer or not self.roster.has(event.author, "fagansatt"):
            wrong = f"{event.letter} is a reply by {event.author}, who is no fagansatt or was not given it to review."
            self.broken(recorded, wrong)

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """What has ended is forgotten."""
        if event.final:
            self._reviewers.pop(event.case, None)

    def _reviews(self, case: str, staff: str) -> None:
        before = self._reviewers.get(case, ())
        if staff not in before:
            self._reviewers[case] = (*before, staff)


class SpecialistsAreAskedToReview(AtOnce, RosterCheck):
    """A specialist who is given a case, or a document on it, is asked at once to review it (PPT-07)."""

    id = "ppt-specialists-are-asked-to-review"
    requirements = ("PPT-07",)
    kind = "safety"
    sentence = (
        "When a case goes to a specialist, the task of reviewing it does too, unless it was reviewed before; a "
        "document that comes to a specialist's case is put up for review at once."
    )

    def __init__(self) -> None:
        super().__init__()
        self._reviews: dict[str, str] = {}
        self._with: dict[str, str] = {}
        self._reviewed: set[str] = set()
        self._specialists: set[str] = set()

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """A case goes to somebody."""
        if event.routine != ROUTINE:
            return
        if not self.roster.has(event.to, "fagansatt") or self.roster.has(event.to, "leder"):
            self._specialists.discard(event.case)
            return
        self._specialists.add(event.case)
        if event.case not in self._reviewed and event.to != event.previous:
            self.owe(event.case, recorded)
            self._asked(event.case, self._with.get(event.case, ""))

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """A document comes to a case."""
        if event.case in self._specialists:
            self.owe(event.document, recorded)

    @sees(TaskCreated, of=REVIEW)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """A review comes up."""
        if event.routine == ROUTINE:
            self._reviews[event.task] = event.case
            self._asked(event.case, event.owner)
            self.paid(event.about)

    @sees(TaskReassigned)
    def reassigned(self, event: TaskReassigned, recorded: Recorded) -> None:
        """A review goes to somebody else."""
        if event.task in self._reviews:
            self._asked(event.case, event.owner)

    @sees(TaskTaken)
    def taken(self, event: TaskTaken, recorded: Recorded) -> None:
        """Somebody reviews it before the case is given to them."""
        if event.task in self._reviews:
            self._with[event.case] = event.by

    @sees(TaskCancelled, of=REVIEW)
    def dropped(self, event: TaskCancelled, recorded: Recorded) -> None:
        """Nobody reviews it."""
        self._reviews.pop(event.task, None)

    @sees(TaskCompleted, of=REVIEW)
    def completed(self, event: TaskCompleted, recorded: Recorded) -> None:
        """It was reviewed."""
        if self._reviews.pop(event.task, None) is not None:
            self._reviewed.add(event.case)
            self._with.pop(event.case, None)

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """What has ended is forgotten."""
        if event.final:
            self._reviewed.discard(event.case)
            self._specialists.discard(event.case)
            self._with.pop(event.case, None)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody was asked."""
        if isinstance(recorded.event, CaseAssigned):
            return f"Case {key} went to {recorded.event.to}, who was not asked to review it."
        return f"{key} came to the specialist's case {recorded.event.case} and nobody was asked to review it."

    def _asked(self, case: str, owner: str) -> None:
        self._with[case] = owner
        owed = self._owed.get(case)
        if owed is not None and isinstance(owed.event, CaseAssigned) and owed.event.to == owner:
            self.paid(case)


class EveryDocumentIsReviewed(InTheEnd):
    """In the end somebody is asked to review every document, also one that came to an existing case (PPT-07)."""

    id = "ppt-every-document-is-reviewed"
    requirements = ("PPT-07",)
    kind = "liveness"
    sentence = "Every document that was registered is put before a specialist to review in the end."
    working_days = 40

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """It has to be looked at."""
        if event.routine == ROUTINE:
            self.waits(event.document, recorded)

    @sees(TaskCreated, of=REVIEW)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is asked to."""
        if event.routine == ROUTINE:
            self.came(event.about)

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """Nobody needs to look at the documents of a case that has ended."""
        if event.final:
            for document in [key for key, waiting in self._since.items() if waiting.event.case == event.case]:
                self.came(document)

    def lost(self, key: str, recorded: Recorded) -> str:
        """Nobody was asked."""
        return f"Nobody was asked to review {key}"
