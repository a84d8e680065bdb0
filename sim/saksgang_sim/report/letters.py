"""What became of letters: the way that each took, step by step, and where it ended (SIM-09)."""

from __future__ import annotations

import datetime as dt
import itertools
from functools import partial

from attrs import define, field

from saksgang_sim.report.grid import Bucket, Grid
from saksgang_sim.report.slim import Data, See

__all__ = ["ENDS", "UNDER_WAY", "Letters"]

PLAIN, APPROVED, RETURNED = "without approval", "approved", "approved after a return"
MAILBOX, PAPER, NO_MAILBOX, UNSENT = "mailbox", "paper at once", "no mailbox", "not sent"
OPENED, POSTED, STOPPED, FAILED, UNDER_WAY = "opened", "posted", "stopped", "failed", "under way"
ENDS = (OPENED, POSTED, STOPPED, FAILED, UNDER_WAY)


@define
class _Letter:
    routine: str
    case: str
    template: str
    approval: str = PLAIN
    channel: str = UNSENT


@define
class Letters:
    """Each letter goes from its routine through approval and channel to an end.

    Attributes:
        flow: by ``(step, from, to)``, how many letters went that way.
        templates: by ``routine.template``, how many ended how.
    """

    flow: dict[tuple[int, str, str], Bucket] = field(factory=dict)
    templates: Grid = field(factory=Grid)
    _open: dict[str, _Letter] = field(init=False, factory=dict)

    @property
    def sees(self) -> dict[str, See]:
        """The events on a letter's way."""
        ends = {"LetterPosted": POSTED, "LetterStopped": STOPPED, "LetterFailed": FAILED}
        return {
            "LetterDrafted": self._drafted,
            "LetterReturned": partial(self._step, approval=RETURNED),
            "LetterApproved": partial(self._step, approval=APPROVED),
            "LetterSent": partial(self._step, channel=MAILBOX),
            "MailboxMissing": partial(self._step, channel=NO_MAILBOX),
            "LetterPrintOrdered": partial(self._step, channel=PAPER),
            "LetterOpened": self._opened,
            **{name: partial(self._ended, end=end) for name, end in ends.items()},
        }

    def finish(self) -> None:
        """What has come to no end is under way."""
        for key in list(self._open):
            self._leave(key, UNDER_WAY)

    def _drafted(self, event: Data, _: dt.datetime) -> None:
        self._open[event.letter] = _Letter(event.routine, event.case, event.template)

    def _step(self, event: Data, _: dt.datetime, *, approval: str = "", channel: str = "") -> None:
        letter = self._open.get(event.letter)
        if letter is None:
            return
        if approval and letter.approval != RETURNED:
            letter.approval = approval
        if channel and (channel != PAPER or letter.channel == UNSENT):
            letter.channel = channel

    def _opened(self, event: Data, at: dt.datetime) -> None:
        if not event.late:
            self._ended(event, at, end=OPENED)

    def _ended(self, event: Data, _: dt.datetime, *, end: str) -> None:
        self._leave(event.letter, end)

    def _leave(self, key: str, end: str) -> None:
        letter = self._open.pop(key, None)
        if letter is None:
            return
        self.templates.add(f"{letter.routine}.{letter.template}", end, letter.case)
        way = (letter.routine, letter.approval, letter.channel, end)
        for step, link in enumerate(itertools.pairwise(way)):
            self.flow.setdefault((step, *link), Bucket()).add(letter.case)
