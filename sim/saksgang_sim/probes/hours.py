"""Rare hours: the nights in which the clocks change, restarts, and deadlines that end together."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from saksgang.checks import sees
from saksgang.events import (
    DeadlineExtended,
    DeadlineMissed,
    DeadlineStarted,
    DocumentReceived,
    LetterAvailable,
    LetterOpened,
    LetterSent,
    OfficeOpened,
)
from saksgang.journal.record import Recorded
from saksgang.legaltime import Almanac
from saksgang_sim.faults.clock_change import odd_hours
from saksgang_sim.probes.base import Watcher

__all__ = ["HourProbes"]


class HourProbes(Watcher):
    """The clock and the process."""

    probes = (
        "something came in or was opened while the clocks changed",
        "a deadline began to run while the clocks changed",
        "a deadline ran across the night in which the clocks change",
        "the office was opened again",
        "the office was opened again in the night",
        "the office was opened again with letters on their way to the mailbox",
        "deadlines of two cases were missed in the same minute",
        "somebody was given more time",
    )

    def __init__(self, reached: Counter[str], almanac: Almanac) -> None:
        super().__init__(reached, almanac)
        self._on_their_way: set[str] = set()
        self._missed: tuple[dt.datetime | None, str] = (None, "")

    @sees(OfficeOpened)
    def again(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whoever watches is told of no opening but those after a restart."""
        self.probe("the office was opened again")
        if self.almanac.local(recorded.at).hour < 6:
            self.probe("the office was opened again in the night")
        if self._on_their_way:
            self.probe("the office was opened again with letters on their way to the mailbox")

    @sees(DocumentReceived, LetterOpened)
    def comes(self, event: DocumentReceived | LetterOpened, recorded: Recorded) -> None:
        """From outside, at any hour."""
        if self._odd(recorded.at):
            self.probe("something came in or was opened while the clocks changed")

    @sees(DeadlineStarted)
    def started(self, event: DeadlineStarted, recorded: Recorded) -> None:
        """From an instant to a due minute."""
        if self._odd(event.start):
            self.probe("a deadline began to run while the clocks changed")
        offset = self.almanac.local(event.start).utcoffset()
        if any(self.almanac.local(target.due).utcoffset() != offset for target in event.targets):
            self.probe("a deadline ran across the night in which the clocks change")

    @sees(DeadlineMissed)
    def missed(self, event: DeadlineMissed, recorded: Recorded) -> None:
        """The last minute is over."""
        at, case = self._missed
        if at == recorded.at and case != event.case:
            self.probe("deadlines of two cases were missed in the same minute")
        self._missed = (recorded.at, event.case)

    @sees(DeadlineExtended)
    def extended(self, event: DeadlineExtended, recorded: Recorded) -> None:
        """More time."""
        self.probe("somebody was given more time")

    @sees(LetterSent)
    def sent(self, event: LetterSent, recorded: Recorded) -> None:
        """On its way."""
        self._on_their_way.add(event.letter)

    @sees(LetterAvailable)
    def available(self, event: LetterAvailable, recorded: Recorded) -> None:
        """There."""
        self._on_their_way.discard(event.letter)

    def _odd(self, at: dt.datetime) -> bool:
        first, last = odd_hours(at.date())
        before, after = (self.almanac.local(each).utcoffset() for each in (first, last))
        return first <= at < last and before != after
