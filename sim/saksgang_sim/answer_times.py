"""How long answers took: from the arrival of a document to the letters that answer it (SIM-09).

A document is forgotten once what was open on the case that it was registered on, tasks, deadlines and letters, has
come to its end: memory grows with what is open, not with the months (SIM-12). For the same reason the days are counted
in tenths and not listed.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter

from attrs import define, field

__all__ = ["AnswerTimes"]

DAY = 86_400


@define
class AnswerTimes:
    """Arrivals that may still be answered, and how long each answer took.

    Attributes:
        days: by ``routine.template``, how many letters were sent after so many calendar days, to a tenth.
        quiet: cases on which nothing was open at some time since the last settling.
    """

    days: dict[str, Counter[float]] = field(factory=dict)
    quiet: dict[str, None] = field(init=False, factory=dict)
    _arrived: dict[str, dt.datetime] = field(init=False, factory=dict)
    _documents: dict[str, list[str]] = field(init=False, factory=dict)
    _open: Counter[str] = field(init=False, factory=Counter)

    def __len__(self) -> int:
        """How many documents are remembered."""
        return len(self._arrived)

    def received(self, document: str, at: dt.datetime) -> None:
        """A document came in."""
        self._arrived[document] = at

    def registered(self, document: str, case: str) -> None:
        """It was registered on a case, with which it will be forgotten."""
        self._documents.setdefault(case, []).append(document)

    def began(self, case: str, number: int = 1) -> None:
        """So many tasks, targets or letters more are open on a case."""
        self._open[case] += number

    def ended(self, case: str) -> None:
        """One of them is not open any more."""
        self._open[case] -= 1
        if self._open[case] <= 0:
            self.quiet[case] = None

    def answered(self, document: str, template: str, at: dt.datetime) -> None:
        """A letter that answers the document was sent."""
        arrived = self._arrived.get(document)
        if arrived is not None:
            days = round((at - arrived).total_seconds() / DAY, 1)
            self.days.setdefault(template, Counter())[days] += 1

    def settle(self) -> None:
        """What followed from the last command is over: forget the documents of cases with nothing open."""
        for case in self.quiet:
            if self._open[case] <= 0:
                del self._open[case]
                for document in self._documents.pop(case, ()):
                    self._arrived.pop(document, None)
        self.quiet.clear()
