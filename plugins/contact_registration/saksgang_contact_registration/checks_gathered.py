"""A letter that a batch counts is counted there and nowhere else: REG-02, REG-10, REG-14."""

from __future__ import annotations

import datetime as dt

from saksgang.checks import sees
from saksgang.checks.laws_base import Law
from saksgang.events import CaseAmended, CaseOpened, ContactRecorded, LetterPrintOrdered, LetterSent, TaskCreated
from saksgang.journal.record import Recorded
from saksgang_contact_registration.checks_settings import ROUTINE

__all__ = ["GatheredLettersAreCountedOnce"]

Listing = TaskCreated | ContactRecorded


class GatheredLettersAreCountedOnce(Law):
    """Gathered is registered: when such a letter is printed, it is nothing new (REG-02)."""

    id = "reg-gathered-letters-are-counted-once"
    everywhere = True
    requirements = ("REG-02", "REG-10", "REG-14")
    kind = "safety"
    sentence = (
        "A letter that was counted in a batch is neither counted in one again nor registered or put on the list by "
        "itself, not when it is printed either."
    )

    def __init__(self) -> None:
        super().__init__()
        self._gathered: set[str] = set()
        self._taken_up: set[str] = set()
        self._going_out: dict[str, str] = {}
        self._at = dt.datetime.min.replace(tzinfo=dt.UTC)

    @sees(LetterSent, LetterPrintOrdered)
    def went_out(self, event: LetterSent | LetterPrintOrdered, recorded: Recorded) -> None:
        """A letter, to the mailbox or to print; it is taken up at the same instant or not at all."""
        if recorded.at != self._at:
            self._going_out.clear()
            self._at = recorded.at
        self._going_out[recorded.id] = event.letter

    @sees(CaseOpened, CaseAmended, routine=ROUTINE)
    def grew(self, event: CaseOpened | CaseAmended, recorded: Recorded) -> None:
        """A batch counts the letter that is the cause."""
        letter = self._going_out.get(recorded.cause)
        if letter is not None:
            known = letter in self._gathered or letter in self._taken_up
            self.judge(not known, recorded, f"{letter} was counted in {event.case} and was known before.")
            self._gathered.add(letter)

    @sees(TaskCreated, ContactRecorded, routine=ROUTINE)
    def taken_up(self, event: Listing, recorded: Recorded) -> None:
        """Something is put on the list or registered."""
        source = str(event.facts.get("source", ""))
        wrong = f"{source} is counted in a batch, and yet there is a {recorded.kind} about it."
        self.judge(source not in self._gathered, recorded, wrong)
        self._taken_up.add(source)
