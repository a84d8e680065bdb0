"""Recipients, printers and registers that do as they usually do, but for the faults that are on (SIM-05)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from attrs import define, field

from saksgang.legaltime import Almanac
from saksgang.ports import LetterOrder, ServiceOrder
from saksgang.records import Deadline
from saksgang.view import View
from saksgang_sim.faults.clock_change import next_change, odd_hours
from saksgang_sim.faults.garbling import garbled
from saksgang_sim.faults.striking import Striking
from saksgang_sim.world import Habits

__all__ = ["DisturbedHabits"]

Facts = Mapping[str, Any]

PRINT_DAYS_LATE = (1, 6)
MINUTE = dt.timedelta(minutes=1)
SOON = dt.timedelta(days=3)


@define
class DisturbedHabits:
    """Asks the usual habits, and changes what they say where a fault strikes.

    Attributes:
        deadlines: those of a case, as the office has them now.
    """

    usual: Habits
    striking: Striking
    almanac: Almanac
    deadlines: Callable[[str], list[Deadline]]
    _before: dict[tuple[str, ...], Facts] = field(factory=dict)

    def has_mailbox(self, recipient: str) -> bool:
        """As usual."""
        return self.usual.has_mailbox(recipient)

    def seconds_to_mailbox(self, order: LetterOrder) -> int:
        """As usual."""
        return self.usual.seconds_to_mailbox(order)

    def opens(self, order: LetterOrder, available: dt.datetime) -> dt.datetime | None:
        """Within the minute before or after the print, or in the odd hour of summer time, where that strikes."""
        print_at = self._print_at(order)
        if print_at is not None and self.striking.strikes("opened_at_the_print", order.key):
            offset = self.striking.luck.integer(-59, 59, "seconds from the print", order.key)
            return print_at + dt.timedelta(seconds=offset)
        if self.striking.on("summer_time"):
            first, last = odd_hours(next_change(self.almanac.today(available), self.almanac))
            if available < first < available + SOON and self.striking.strikes("summer_time", "opens", order.key):
                seconds = int((last - first).total_seconds()) - 1
                return first + dt.timedelta(
                    seconds=self.striking.luck.integer(0, seconds, "second of the odd hours", order.key)
                )
        return self.usual.opens(order, available)

    def printed(self, ordered: dt.datetime) -> dt.datetime:
        """Some working days later, where that strikes."""
        printed = self.usual.printed(ordered)
        key = ordered.isoformat()
        if not self.striking.strikes("print_late", key):
            return printed
        for _ in range(self.striking.luck.integer(*PRINT_DAYS_LATE, "days late", key)):
            printed = self.usual.printed(printed)
        return printed

    def posted(self, printed: dt.datetime) -> dt.datetime:
        """As usual, counted from the print."""
        return self.usual.posted(printed)

    def serves(self, service: str) -> bool:
        """As usual."""
        return self.usual.serves(service)

    def answers(self, order: ServiceOrder, view: View) -> tuple[int, dict[str, Any]] | None:
        """What was answered the last time, the contrary of what is so, or nothing of use, where that strikes."""
        answer = self.usual.answers(order, view)
        if answer is None:
            return None
        seconds, facts = answer
        asked = (order.service, order.case, order.about)
        before = self._before.get(asked)
        if self.striking.on("registers_stale"):
            self._before[asked] = facts
        if before is not None and before != facts and self.striking.strikes("registers_stale", order.key):
            return seconds, dict(before)
        contrary = {name: _contrary(value) for name, value in facts.items()}
        if contrary != facts and self.striking.strikes("registers_contradict", order.key):
            return seconds, contrary
        if facts and self.striking.strikes("registers_garbled", order.key):
            return seconds, garbled(facts, self.striking.luck.child("garbled", order.key))
        return seconds, facts

    def _print_at(self, order: LetterOrder) -> dt.datetime | None:
        """When it is printed unless somebody opens it: the minute after the last one given for that."""
        if not self.striking.on("opened_at_the_print"):
            return None
        waiting = (d for d in self.deadlines(order.case) if d.about == order.letter and d.running)
        return next((target.due + MINUTE for deadline in waiting for target in deadline.targets), None)


def _contrary(value: Any) -> Any:  # noqa: ANN401 - whatever a register answers
    """Yes for no and another number; a text or a list has no contrary."""
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else value
