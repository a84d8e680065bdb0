"""Work and queues of each role: tasks done, and how many lay there when the day was over (SIM-09)."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import Any

from attrs import define, field

from saksgang.events import TaskCancelled, TaskCompleted, TaskCreated, TaskReassigned
from saksgang.journal.record import Recorded

__all__ = ["Desks"]


@define
class Desks:
    """Counted from the journal alone.

    Attributes:
        done: tasks done, by the role that they were for.
        lying: tasks open or waiting now.
        longest: the most of them at the end of a day.
        added_up: of all ends of days, for the mean.
        days: how many there were.
    """

    done: Counter[str] = field(factory=Counter)
    lying: Counter[str] = field(factory=Counter)
    longest: Counter[str] = field(factory=Counter)
    added_up: Counter[str] = field(factory=Counter)
    days: int = 0
    _roles: dict[str, str] = field(init=False, factory=dict)

    def see(self, recorded: Recorded) -> None:
        """Count one event."""
        event: Any = recorded.event
        match event:
            case TaskCreated():
                self._lies(event.task, f"{event.routine}.{event.role}")
            case TaskReassigned() if event.task in self._roles:
                self._gone(event.task)
                self._lies(event.task, f"{event.routine}.{event.role}")
            case TaskCompleted():
                self.done[self._gone(event.task)] += 1
            case TaskCancelled():
                self._gone(event.task)

    def end_of_day(self, _: dt.date, __: int) -> None:
        """A day is over."""
        self.days += 1
        for role, number in self.lying.items():
            self.added_up[role] += number
            self.longest[role] = max(self.longest[role], number)

    def _lies(self, task: str, role: str) -> None:
        self._roles[task] = role
        self.lying[role] += 1

    def _gone(self, task: str) -> str:
        role = self._roles.pop(task, "")
        self.lying[role] -= 1
        return role
