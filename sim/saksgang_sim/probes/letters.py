"""Rare places on a letter's way: openings around the print, receipts that overtake each other, failures."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from saksgang.checks import sees
from saksgang.events import (
    CaseOpened,
    DeadlineStarted,
    DispatchFailed,
    LetterAvailable,
    LetterFailed,
    LetterOpened,
    LetterPosted,
    LetterPrinted,
    LetterPrintOrdered,
    LetterReturned,
    LetterSent,
    LetterStopped,
    StatusChanged,
)
from saksgang.journal.record import Recorded
from saksgang.legaltime import Almanac
from saksgang_sim.probes.base import Watcher

__all__ = ["LetterProbes"]

MINUTE = dt.timedelta(minutes=1)
DAY = dt.timedelta(days=1)


class LetterProbes(Watcher):
    """Letters."""

    probes = (
        "a letter was opened in the last minute before its print",
        "a letter was opened within the minute after its print was ordered",
        "a letter was opened after it was posted",
        "a letter was opened after it was taken in hand",
        "an opening overtook the mailbox's own report",
        "the post's receipt overtook the printer's",
        "a letter could not be delivered electronically",
        "a letter could not be delivered on paper",
        "the mailbox had a letter for more than a day before it said so",
        "an order failed three times",
        "a letter went out on a day after the one on which it was sent",
        "a letter came back from the leader twice",
        "a letter was still under way when its case ended",
    )

    def __init__(self, reached: Counter[str], almanac: Almanac) -> None:
        super().__init__(reached, almanac)
        self._print_at: dict[str, dt.datetime] = {}
        self._at: dict[tuple[str, str], dt.datetime] = {}
        self._failed: Counter[str] = Counter()
        self._returned: Counter[str] = Counter()
        self._under_way: dict[str, set[str]] = {}

    @sees(CaseOpened)
    def case_opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """No letter yet."""
        self._under_way[event.case] = set()

    @sees(StatusChanged)
    def case_ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """Perhaps with a letter under way."""
        if event.final and self._under_way.pop(event.case, set()):
            self.probe("a letter was still under way when its case ended")

    @sees(DeadlineStarted)
    def waits(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """Until when a letter may be opened."""
        if event.about and event.targets:
            self._print_at[event.about] = event.targets[0].due + MINUTE

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """It leaves the house."""
        self._at["sent", event.letter] = recorded.at
        self._under_way.setdefault(event.case, set()).add(event.letter)

    @sees(LetterAvailable)
    def available(self, event: LetterAvailable, recorded: Recorded) -> None:
        """It lies in the mailbox."""
        self._at["available", event.letter] = recorded.at
        sent = self._at.get(("sent", event.letter), recorded.at)
        if self.almanac.today(sent) != self.almanac.today(recorded.at):
            self.probe("a letter went out on a day after the one on which it was sent")
        if not self._failed[f"mailbox/{event.letter}"] and recorded.at - sent > DAY:
            self.probe("the mailbox had a letter for more than a day before it said so")
        if not recorded.actor.startswith("system:"):
            self.probe("an opening overtook the mailbox's own report")

    @sees(LetterOpened)
    def opened(self, event: LetterOpened, recorded: Recorded) -> None:
        """In time or late."""
        letter = event.letter
        print_at, ordered = self._print_at.get(letter), self._at.get(("ordered", letter))
        if not event.late and print_at is not None and print_at - MINUTE <= recorded.at < print_at:
            self.probe("a letter was opened in the last minute before its print")
        if event.late and ordered is not None and recorded.at - ordered < MINUTE:
            self.probe("a letter was opened within the minute after its print was ordered")
        if event.late and ("posted", letter) in self._at:
            self.probe("a letter was opened after it was posted")
        if event.late and ("stopped", letter) in self._at:
            self.probe("a letter was opened after it was taken in hand")
        self._arrived(event.case, letter)

    @sees(LetterPrintOrdered)
    def ordered(self, event: LetterPrintOrdered, recorded: Recorded) -> None:
        """To paper."""
        self._at["ordered", event.letter] = recorded.at

    @sees(LetterPrinted)
    def printed(self, event: LetterPrinted, recorded: Recorded) -> None:
        """By the printer's own receipt or by the post's."""
        self._at["printed", event.letter] = recorded.at

    @sees(LetterPosted)
    def posted(self, event: LetterPosted, recorded: Recorded) -> None:
        """On its way."""
        self._at["posted", event.letter] = recorded.at
        if self._at.get(("printed", event.letter)) == recorded.at:
            self.probe("the post's receipt overtook the printer's")
        self._arrived(event.case, event.letter)

    @sees(LetterStopped)
    def stopped(self, event: LetterStopped, recorded: Recorded) -> None:
        """In somebody's hands."""
        self._at["stopped", event.letter] = recorded.at
        self._arrived(event.case, event.letter)

    @sees(LetterFailed)
    def failed(self, event: LetterFailed, recorded: Recorded) -> None:
        """Given up."""
        how = "on paper" if ("ordered", event.letter) in self._at else "electronically"
        self.probe(f"a letter could not be delivered {how}")
        self._arrived(event.case, event.letter)

    @sees(LetterReturned)
    def returned(self, event: LetterReturned, recorded: Recorded) -> None:
        """By the leader."""
        self._returned[event.letter] += 1
        if self._returned[event.letter] == 2:
            self.probe("a letter came back from the leader twice")

    @sees(DispatchFailed)
    def refused(self, event: DispatchFailed, recorded: Recorded) -> None:
        """A service did not take it."""
        self._failed[event.key] += 1
        if self._failed[event.key] == 3:
            self.probe("an order failed three times")

    def _arrived(self, case: str, letter: str) -> None:
        self._under_way.get(case, set()).discard(letter)
