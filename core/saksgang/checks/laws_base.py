"""What laws have in common: saying that a rule broke, what has to follow at once, what has to come in the end."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from saksgang.checks.almanac import count_working_days
from saksgang.checks.check import KEPT, Check, Violation, sees
from saksgang.events import OfficeOpened
from saksgang.journal.record import Recorded

__all__ = ["AtOnce", "InTheEnd", "Law"]


class Law(Check):
    """The base of checks that count an occasion themselves (``judged += 1``) and say where it broke."""

    def broken(self, recorded: Recorded, wrong: str, requirement: str = "") -> None:
        """The rule broke at an event, by default its first requirement; the occasion is counted where it is judged."""
        self.count += 1
        if len(self.violations) < KEPT:
            asked_by = requirement or self.requirements[0]
            self.violations.append(Violation(asked_by, recorded.event.case, recorded.at, recorded.id, wrong))

    def never_came(self, case: str, at: dt.datetime, wrong: str) -> None:
        """One occasion at the end of the journal, where something has not happened."""
        self.judge_case(held=False, case=case, at=at, wrong=wrong)


class AtOnce(Law):
    """The base of rules of the form: when this happens, that follows at the same instant.

    A subclass calls ``owe`` at the cause and ``paid`` at what follows.
    """

    def __init__(self) -> None:
        super().__init__()
        self._owed: dict[str, Recorded] = {}

    def owe(self, key: str, recorded: Recorded) -> None:
        """From this event on something is owed, under a key that names it."""
        self._owed[key] = recorded
        self.to_tell[self] = None

    def paid(self, key: str) -> bool:
        """What was owed came; false when nothing was."""
        if self._owed.pop(key, None) is None:
            return False
        self.judged += 1
        return True

    def instant_over(self) -> None:
        """What is still owed did not come."""
        for key, recorded in self._owed.items():
            self.judged += 1
            self.broken(recorded, self.unpaid(key, recorded), self.requirement(key))
        self._owed.clear()

    def end(self, at: dt.datetime) -> None:
        """Nothing more comes."""
        self.instant_over()

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Say what did not follow from an event."""
        raise NotImplementedError

    def requirement(self, key: str) -> str:
        """Which requirement asks for what is owed, ``""`` for the check's first."""
        return ""


class InTheEnd(Law):
    """The base of rules of the form: when this happens, that comes in the end.

    What still waits when the journal ends is broken when it has waited longer than ``working_days``, which is
    generous: the rule is that it comes, not when.
    """

    working_days: ClassVar[int] = 15

    def __init__(self) -> None:
        super().__init__()
        self._since: dict[str, Recorded] = {}
        self._country, self._zone = "NO", "Europe/Oslo"

    @sees(OfficeOpened)
    def calendar(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whose working days they are."""
        self._country, self._zone = event.country, event.zone

    def waits(self, key: str, recorded: Recorded) -> None:
        """From this event on something has to come, under a key that names it."""
        self._since[key] = recorded

    def came(self, key: str) -> None:
        """It came, or is not needed any more."""
        if self._since.pop(key, None) is not None:
            self.judged += 1

    def lost(self, key: str, recorded: Recorded) -> str:
        """Say what has not come since an event."""
        raise NotImplementedError

    def end(self, at: dt.datetime) -> None:
        """What has waited too long does not come any more."""
        for key, recorded in self._since.items():
            if self._too_long(recorded.at, at):
                since = f" (since {recorded.at:%Y-%m-%d %H:%M} UTC, more than {self.working_days} working days)"
                self.never_came(recorded.event.case, at, self.lost(key, recorded) + since + ".")

    def _too_long(self, since: dt.datetime, at: dt.datetime) -> bool:
        if at - since <= dt.timedelta(days=self.working_days):
            return False
        return at > count_working_days(self._country, self._zone, since, self.working_days)
