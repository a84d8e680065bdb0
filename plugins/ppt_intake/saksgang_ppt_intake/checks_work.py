"""The work lists: each piece of work stands on them once, and is off when it is done (PPT-01 to PPT-11)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import (
    CaseAssigned,
    DocumentRegistered,
    LetterCompleted,
    LetterDrafted,
    LetterSent,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
    TaskReassigned,
)
from saksgang.journal.record import Recorded
from saksgang_ppt_intake.checks_settings import ROUTINE

__all__ = ["WorkStandsOnTheListsOnce"]

# Each kind of task and the requirement that asks for it; approvals have a check of their own.
ASKED_BY = {
    "register_document": "PPT-01",
    "distribute_case": "PPT-04",
    "confirm_receipt": "PPT-05",
    "assess_case": "PPT-06",
    "review_case": "PPT-07",
    "revise_letter": "PPT-09",
    "preliminary_reply": "PPT-11",
}
DONE_BY_LETTER = {
    "mottaksbekreftelse": ("confirm_receipt",),
    "svarbrev": ("review_case",),
    "forelopig_svar": ("preliminary_reply",),
}


class WorkStandsOnTheListsOnce(AtOnce):
    """The same work is not asked for twice at a time, and whoever did it finds it off the list (PPT-01 to PPT-11)."""

    id = "ppt-work-stands-on-the-lists-once"
    requirements = tuple(sorted(ASKED_BY.values()))
    kind = "safety"
    sentence = (
        "No task is made while the same one is open, and registering, distributing, redistributing, sending and "
        "completing close the task that asked for it at once."
    )

    def __init__(self) -> None:
        super().__init__()
        self._open: dict[str, str] = {}
        self._work: dict[str, str] = {}
        self._answers: dict[str, str] = {}

    @sees(TaskCreated, of=ASKED_BY)
    def created(self, event: TaskCreated, recorded: Recorded) -> None:
        """Work comes up."""
        if event.routine != ROUTINE:
            return
        self.judged += 1
        work = _work(event.kind, event.case, event.about)
        if work in self._open:
            wrong = f"{event.task} asks for what {self._open[work]} asks for already."
            self.broken(recorded, wrong, self.requirement(work))
        self._open[work] = event.task
        self._work[event.task] = work

    @sees(TaskCompleted, TaskCancelled, TaskReassigned)
    def closed(self, event: TaskCompleted | TaskCancelled | TaskReassigned, recorded: Recorded) -> None:
        """It is off the list, or on another's."""
        work = self._work.get(event.task)
        if work is None:
            return
        self.paid(work)
        if type(event) is not TaskReassigned:
            del self._work[event.task]
            self._open.pop(work, None)

    @sees(DocumentRegistered)
    def registered(self, event: DocumentRegistered, recorded: Recorded) -> None:
        """The document is out of the inbox."""
        if event.routine == ROUTINE:
            self._did(_work("register_document", "", event.document), recorded)

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """The case is distributed, or redistributed."""
        if event.routine == ROUTINE:
            self._did(_work("assess_case" if event.previous else "distribute_case", event.case, ""), recorded)

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """Which document it answers."""
        if event.routine == ROUTINE:
            self._answers[event.letter] = event.answers

    @sees(LetterCompleted)
    def completed(self, event: LetterCompleted, recorded: Recorded) -> None:
        """It is revised."""
        if event.routine == ROUTINE:
            self._did(_work("revise_letter", event.case, event.letter), recorded)

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """It is confirmed, answered, answered for the time being."""
        document = self._answers.pop(event.letter, "")
        for kind in DONE_BY_LETTER.get(event.template, ()):
            if document:
                self._did(_work(kind, event.case, document), recorded)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is still on the list."""
        return f"{self._open.get(key, 'A task')} is still open, although {recorded.kind} did what it asks for."

    def requirement(self, key: str) -> str:
        """The one that asks for such work."""
        return ASKED_BY[key.partition(" ")[0]]

    def _did(self, work: str, recorded: Recorded) -> None:
        if work in self._open:
            self.owe(work, recorded)


def _work(kind: str, case: str, about: str) -> str:
    """A name for a piece of work; a case is distributed and assessed whatever document it is about."""
    return f"{kind} {case}" if kind in ("distribute_case", "assess_case") else f"{kind} {about}"
