"""What services tell, come twice, late, not at all, or of a letter that it cannot be right for (SIM-05)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from attrs import define, field

from saksgang.commands import (
    Command,
    OpenLetter,
    ReportLetterAvailable,
    ReportLetterPosted,
    ReportLetterPrinted,
    ReportNoMailbox,
    ReportServiceAnswer,
)
from saksgang_sim.engine import Engine
from saksgang_sim.faults.striking import DAY, HOUR, Striking

__all__ = ["Receipts"]

Tell = Callable[[Command, str], None]

RECEIPTS = (ReportLetterAvailable, ReportNoMailbox, ReportLetterPrinted, ReportLetterPosted, ReportServiceAnswer)
OVERTAKEN = (HOUR, 2 * DAY)
AGAIN = (1, 2 * DAY)
TELLS_AGAIN = 30
A_SECOND_ENVELOPE = (HOUR, DAY)
NOBODYS = "nobody/letter-1"
# What cannot be right for a letter in that state.
STRAY: Mapping[str, tuple[Callable[[str], Command], ...]] = {
    "available": (ReportLetterAvailable, ReportNoMailbox, ReportLetterPrinted, ReportLetterPosted),
    "due for print": (ReportLetterAvailable, ReportNoMailbox, OpenLetter),
    "printed": (ReportLetterAvailable, ReportNoMailbox, ReportLetterPrinted, OpenLetter),
}


@define
class Receipts:
    """Between the simulated services and the office.

    Attributes:
        tell: hands a report to the office, which may refuse it.
        letters_in: the ids of the letters in a state, which a stray receipt may be about.
    """

    engine: Engine
    striking: Striking
    tell: Tell
    letters_in: Callable[[str], list[str]]
    _lost: dict[str, list[tuple[Command, str]]] = field(factory=dict)

    def pass_on(self, command: Command, service: str) -> None:
        """Tell the office what a service reports: now, later, twice or not at all."""
        if not isinstance(command, RECEIPTS):
            self.tell(command, service)
            return
        about = command.request if isinstance(command, ReportServiceAnswer) else command.letter
        key = (type(command).__name__, about)
        self._stray(key, service)
        if self.striking.strikes("receipts_lost", *key):
            self._lost.setdefault(about, []).append((command, service))
            return
        if self.striking.strikes("receipts_late", *key):
            self._later(OVERTAKEN, command, service, "late", *key)
        else:
            self.tell(command, service)
        if self.striking.strikes("receipts_twice", *key):
            self._later(AGAIN, command, service, "twice", *key)
        if isinstance(command, ReportLetterPosted) and self.striking.strikes("print_twice", about):
            self._later(A_SECOND_ENVELOPE, ReportLetterPrinted(about), service, "printed again", about)
            self._later(A_SECOND_ENVELOPE, command, service, "posted again", about)

    def asked_again(self, about: str) -> None:
        """The office hands over once more what a service has: it tells again what it told in vain."""
        for command, service in self._lost.pop(about, ()):
            self.engine.after(TELLS_AGAIN, partial(self.tell, command, service))

    def _later(self, between: tuple[int, int], command: Command, service: str, *key: str) -> None:
        self.engine.after(self.striking.seconds(*between, *key), lambda: self.tell(command, service))

    def _stray(self, key: tuple[str, str], service: str) -> None:
        if not self.striking.strikes("receipts_stray", *key):
            return
        luck = self.striking.luck.child("receipts_stray", *key)
        wrong = [
            kind(letter)
            for state, kinds in STRAY.items()
            for letter in self.letters_in(state)
            for kind in kinds
            if letter != key[1]
        ]
        choice = luck.integer(0, len(wrong), "which")
        self.tell(wrong[choice] if choice < len(wrong) else ReportLetterPosted(NOBODYS), service)
