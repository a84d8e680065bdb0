"""Events of the office itself: its opening, and what a plugin or a service outside failed at (PLG-05)."""

from __future__ import annotations

from saksgang.changing import changed
from saksgang.events import DispatchFailed, HandlingFailed, HandlingRetried, OfficeOpened
from saksgang.journal.record import Recorded
from saksgang.records import Failure
from saksgang.state import State

__all__ = ["FOLD"]


def office_opened(event: OfficeOpened, _: Recorded, state: State) -> None:
    """Fold: the staff as the configuration names it; what was reported of them since stays."""
    state.opened = event
    for person in event.staff:
        known = state.staff.get(person.id)
        if known is not None:
            reported = tuple(a for a in known.absences if a not in person.absences)
            person = changed(person, absences=(*person.absences, *reported), gone=known.gone)  # noqa: PLW2901
        state.staff.put(person.id, person)


def handling_failed(event: HandlingFailed, _: Recorded, state: State) -> None:
    """Fold: kept until it is run again."""
    failure = Failure(event.failure, event.routine, event.case, event.plugin, event.hook, event.event, event.error)
    state.failures.put(event.failure, failure)


def handling_retried(event: HandlingRetried, _: Recorded, state: State) -> None:
    """Fold: no longer open."""
    state.failures.put(event.failure, changed(state.failures[event.failure], open=False))


def dispatch_failed(event: DispatchFailed, _: Recorded, state: State) -> None:
    """Fold of what is history only: the letter keeps its state and is handed over again."""


FOLD = {
    OfficeOpened: office_opened,
    HandlingFailed: handling_failed,
    HandlingRetried: handling_retried,
    DispatchFailed: dispatch_failed,
}
