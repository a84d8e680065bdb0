"""Laws of the journal itself: order, causes, and that no plugin failed (COR-01, PLG-05)."""

from __future__ import annotations

import datetime as dt

from saksgang.checks.check import sees
from saksgang.checks.laws_base import Law
from saksgang.events import EVENTS, Event, HandlingFailed
from saksgang.journal.record import Recorded

__all__ = ["EventsFollowTheirCause", "NoHandlingFails"]


class EventsFollowTheirCause(Law):
    """Ids count up within each stream, time never goes back, and nothing comes before its cause (COR-01)."""

    id = "core-events-follow-their-cause"
    requirements = ("COR-01",)
    kind = "safety"
    sentence = "Each event is the next of its stream, is no earlier than the one before, and stands after its cause."

    def __init__(self) -> None:
        super().__init__()
        self._last: dict[str, int] = {}
        self._at = dt.datetime.min.replace(tzinfo=dt.UTC)
        self._cause = self._before = ""

    @sees(*EVENTS.values())
    def anything(self, event: Event, recorded: Recorded) -> None:
        """Every event there is."""
        stream = event.routine
        self._last[stream] = number = self._last.get(stream, 0) + 1
        self.judged += 1
        expected, before = f"{stream}:{number}", self._before
        if recorded.id != expected:
            self._wrong(recorded, f"it is not {expected}, the next of its stream")
            before = ""
        self._before = expected
        at = recorded.at
        if at is not self._at:
            if at < self._at:
                self._wrong(recorded, f"it is earlier than the event before it, at {self._at}")
            self._at = at
        cause = recorded.cause
        if cause and cause != self._cause:
            # Nearly always it is the event right before; else it is looked up by its number.
            if cause == before or self._stands_before(cause, recorded.id):
                self._cause = cause
            else:
                self._wrong(recorded, f"its cause {cause} does not stand before it")

    def _stands_before(self, cause: str, event: str) -> bool:
        stream, _, number = cause.rpartition(":")
        return cause != event and number.isdecimal() and 0 < int(number) <= self._last.get(stream, 0)

    def _wrong(self, recorded: Recorded, wrong: str) -> None:
        self.broken(recorded, f"Event {recorded.id} ({recorded.kind}) is out of order: {wrong}.")


class NoHandlingFails(Law):
    """No plugin raised while it was asked (PLG-05)."""

    id = "core-no-handling-fails"
    requirements = ("PLG-05",)
    kind = "safety"
    sentence = "No plugin fails at an event that it is asked about."

    @sees(HandlingFailed)
    def failed(self, event: HandlingFailed, recorded: Recorded) -> None:
        """A plugin raised."""
        self.broken(
            recorded,
            f"Plugin {event.plugin} failed in hook {event.hook} on case {event.case or 'none'} at event "
            f"{event.event}: {event.error}.",
        )

    def end(self, at: dt.datetime) -> None:
        """A journal without a failure is an occasion on which the law held."""
        self.judged += 1
