"""From new to under work: the system asks, people decide (PPT-08)."""

from __future__ import annotations

import datetime as dt

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, Law
from saksgang.events import (
    CaseOpened,
    LetterCompleted,
    NoteWritten,
    StatusChanged,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_ppt_intake.checks_settings import ROUTINE

__all__ = ["TheQuestionComesOnce", "TheSystemDoesNotDecide"]

NEW, UNDER_WORK, QUESTION = "ny", "under arbeid", "ask_under_work"
CONFIRMATION = "mottaksbekreftelse"


class TheSystemDoesNotDecide(Law):
    """A case comes under work by a person's act or a person's yes (PPT-08)."""

    id = "ppt-the-system-does-not-decide-the-status"
    requirements = ("PPT-08",)
    kind = "safety"
    sentence = "A case goes from ny to under arbeid only when a person says yes to the question or does it himself."

    def __init__(self) -> None:
        super().__init__()
        self._yes: tuple[str | None, str] = (None, "")

    @sees(TaskCompleted, of=QUESTION)
    def answered(self, event: TaskCompleted, recorded: Recorded) -> None:
        """Somebody answered the question."""
        if event.outcome == "yes" and not event.by.startswith("rule:"):
            self._yes = (recorded.id, event.case)

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """It came under work."""
        if event.routine != ROUTINE or (event.old, event.new) != (NEW, UNDER_WORK):
            return
        self.judged += 1
        if not recorded.actor.startswith("staff:") and self._yes != (recorded.cause, event.case):
            wrong = f"Case {event.case} was set to {UNDER_WORK} by {recorded.actor} without a yes to the question."
            self.broken(recorded, wrong)


class _Asked:
    """What was asked about a case that is still new."""

    __slots__ = ("ever", "task")

    def __init__(self) -> None:
        self.ever, self.task = False, ""


class TheQuestionComesOnce(AtOnce):
    """The question comes with the first letter or note on a new case, and not on one under work (PPT-08)."""

    id = "ppt-the-question-comes-with-the-first-letter-or-note"
    requirements = ("PPT-08",)
    kind = "safety"
    sentence = (
        "When the first letter (not a confirmation) or note is completed on a new case, the system asks at once "
        "whether it is under work; it does not ask otherwise, nor while a question is open; a yes sets the status."
    )

    def __init__(self) -> None:
        super().__init__()
        self._new: dict[str, _Asked] = {}
        self._occasion: tuple[str, dt.datetime | None] = ("", None)

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """It is new."""
        if event.routine == ROUTINE:
            self._new[event.case] = _Asked()

    @sees(LetterCompleted, NoteWritten)
    def completed(self, event: LetterCompleted | NoteWritten, recorded: Recorded) -> None:
        """An occasion to ask; the first one has to be taken."""
        case = self._new.get(event.case)
        if case is None or (type(event) is LetterCompleted and event.template == CONFIRMATION):
            return
        self._occasion = (event.case, recorded.at)
        if not case.ever:
            case.ever = True
            self.owe(event.case, recorded)

    @sees(TaskCreated, of=QUESTION)
    def asked(self, event: TaskCreated, recorded: Recorded) -> None:
        """The question."""
        if event.routine != ROUTINE:
            return
        case = self._new.get(event.case)
        if case is None:
            self.broken(recorded, f"It was asked whether case {event.case} is under work, although it is not new.")
        elif case.task:
            self.broken(recorded, f"It was asked whether case {event.case} is under work while {case.task} is open.")
        elif self._occasion != (event.case, recorded.at):
            self.broken(recorded, f"It was asked whether case {event.case} is under work, but nothing was completed.")
        else:
            case.task = event.task
        self.paid(event.case)

    @sees(TaskCompleted, TaskCancelled, of=QUESTION)
    def answered(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """The answer; a yes has to be carried out."""
        case = self._new.get(event.case)
        if case is not None:
            case.task = ""
            if type(event) is TaskCompleted and event.outcome == "yes":
                self.owe(f"yes {event.case}", recorded)

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """No longer new."""
        if event.old == NEW:
            self._new.pop(event.case, None)
            self.paid(f"yes {event.case}")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """No question, or a yes without effect."""
        if key.startswith("yes "):
            return f"Somebody said that case {recorded.event.case} is under work, but its status stayed {NEW}."
        what = "letter" if type(recorded.event) is LetterCompleted else "note"
        return f"The first {what} on case {key}, still {NEW}, was completed and nobody was asked about its status."
