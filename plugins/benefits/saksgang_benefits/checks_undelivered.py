"""Letters that reach nobody: somebody is told, and sends them anew (BEN-09, BEN-13, BEN-20)."""

from __future__ import annotations

from attrs import evolve

from saksgang.checks import Book, sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import (
    LetterDrafted,
    LetterFailed,
    LetterOpened,
    LetterPosted,
    LetterRevised,
    LetterSent,
    LetterStopped,
    TaskCancelled,
    TaskCompleted,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import FactsCheck
from saksgang_benefits.checks_settings import ROUTINE

__all__ = ["LettersOut", "SentAnewIsOffTheList", "UndeliveredLettersAreTold"]

KIND, ANEW, ASKING = "undelivered_letter", "sent anew", "anmodning"
SHORTEST_PARAGRAPH = 40


class LettersOut(Book):
    """The letters that are under way, and by case those that reached nobody and were not sent anew.

    What they say is kept only of those that ask for something: the others are compared by what they are.
    """

    def __init__(self) -> None:
        self.under_way: dict[str, LetterDrafted] = {}
        self.failed: dict[str, list[LetterDrafted]] = {}

    @sees(LetterDrafted)
    def drafted(self, event: LetterDrafted, recorded: Recorded) -> None:
        """It is written."""
        if event.routine == ROUTINE:
            self.under_way[event.letter] = event if event.template == ASKING else evolve(event, body="")

    @sees(LetterRevised)
    def revised(self, event: LetterRevised, recorded: Recorded) -> None:
        """It says something else."""
        letter = self.under_way.get(event.letter)
        if letter is not None and letter.template == ASKING:
            self.under_way[event.letter] = evolve(letter, body=event.body)

    @sees(LetterOpened, LetterPosted, LetterStopped, afterwards=True)
    def ended(self, event: LetterOpened | LetterPosted | LetterStopped, recorded: Recorded) -> None:
        """It reached somebody, or was taken in hand."""
        self.under_way.pop(event.letter, None)

    @sees(LetterFailed)
    def given_up(self, event: LetterFailed, recorded: Recorded) -> None:
        """It reached nobody."""
        letter = self.under_way.pop(event.letter, None)
        if letter is not None:
            self.failed.setdefault(event.case, []).append(letter)

    @sees(LetterSent, afterwards=True)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """What is sent anew is no longer among those that failed."""
        anew = self.under_way.get(event.letter)
        if anew is not None and event.case in self.failed:
            left = [each for each in self.failed.pop(event.case) if not says_the_same(each, anew)]
            if left:
                self.failed[event.case] = left


def says_the_same(failed: LetterDrafted, anew: LetterDrafted) -> bool:
    """Whether a person wrote another letter of that kind to the same person, with all that the failed one says."""
    alike = (failed.template, failed.to) == (anew.template, anew.to) and not anew.author.startswith("rule:")
    said = [line for line in failed.body.splitlines() if len(line) >= SHORTEST_PARAGRAPH]
    return alike and (failed.template != ASKING or all(line in anew.body for line in said))


class UndeliveredLettersAreTold(FactsCheck, AtOnce):
    """A letter that reached nobody does not end unseen (BEN-09)."""

    id = "ben-undelivered-letters-are-told"
    requirements = ("BEN-09", "BEN-20")
    kind = "safety"
    sentence = (
        "When a letter cannot be delivered, a task about it is made at that instant, for the caseworker of the case or "
        "for who stands in."
    )

    @sees(LetterFailed)
    def failed(self, event: LetterFailed, recorded: Recorded) -> None:
        """It is given up."""
        if event.routine == ROUTINE:
            self.owe(event.letter, recorded)

    @sees(TaskCreated, of=KIND)
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is told, and who it is."""
        if event.routine != ROUTINE:
            return
        self.paid(event.about)
        page = self.pages.get(event.case)
        meant = page.responsible if page is not None else ""
        if event.owner != meant and meant and not event.reason:
            self.broken(recorded, f"{event.task} went to {event.owner or 'nobody'}, and {meant} has {event.case}.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody is."""
        return f"{key} could not be delivered, and nobody was told."


class SentAnewIsOffTheList(AtOnce):
    """Who has sent a letter anew has nothing more to do about the one that failed (BEN-09)."""

    id = "ben-what-is-sent-anew-is-off-the-list"
    requirements = ("BEN-09", "BEN-20")
    kind = "safety"
    sentence = (
        "When somebody sends anew what could not be delivered, the task about it ends at once, and none ends as sent "
        "anew otherwise."
    )
    reads = LettersOut

    def __init__(self) -> None:
        super().__init__()
        self._tasks: dict[str, str] = {}
        self._sent: tuple[object, ...] = ()

    def use(self, book: LettersOut) -> None:
        """The letters that failed."""
        self._letters = book

    @sees(TaskCreated, of=KIND)
    def told(self, event: TaskCreated, recorded: Recorded) -> None:
        """There is something to send anew."""
        if event.routine == ROUTINE:
            self._tasks[event.about] = event.task

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """A letter goes out."""
        anew = self._letters.under_way.get(event.letter)
        if event.routine != ROUTINE or anew is None:
            return
        self._sent = (recorded.at, event.case, event.template)
        for failed in self._letters.failed.get(event.case, ()):
            if failed.letter in self._tasks and says_the_same(failed, anew):
                self.owe(self._tasks[failed.letter], recorded)

    @sees(TaskCompleted, TaskCancelled, of=KIND)
    def over(self, event: TaskCompleted | TaskCancelled, recorded: Recorded) -> None:
        """It is off the list, for that reason or another."""
        self.paid(event.task)
        if event.routine == ROUTINE and isinstance(event, TaskCompleted):
            self._tasks.pop(event.about, None)
            if event.outcome == ANEW and self._sent[:2] != (recorded.at, event.case):
                self.broken(recorded, f"{event.task} ended as {ANEW}, and no letter was sent.")

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """It is still there."""
        return f"{key} is still on the list, although its letter was sent anew."
