"""The judge shows a journal to all checks, once through, as it is written or afterwards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

from saksgang.checks.check import Check, Verdict, bound
from saksgang.events import Event
from saksgang.journal.record import Recorded

__all__ = ["Judge"]


class Judge:
    """Several checks over one journal."""

    def __init__(self, checks: Iterable[type[Check]]) -> None:
        self._checks = [check() for check in sorted(checks, key=lambda kind: kind.id)]
        self._shown: dict[type[Event], list[Callable[[Event, Recorded], None]]] = {}
        for check in self._checks:
            for kind, method in bound(check):
                self._shown.setdefault(kind, []).append(method)

    def see(self, recorded: Recorded) -> None:
        """Show one event to the checks that see its type."""
        event = recorded.event
        for method in self._shown.get(type(event), ()):
            method(event, recorded)

    def verdicts(self, end: dt.datetime) -> tuple[Verdict, ...]:
        """Close the journal at that instant and hear every check, by id."""
        for check in self._checks:
            check.end(end)
        return tuple(check.verdict() for check in self._checks)
