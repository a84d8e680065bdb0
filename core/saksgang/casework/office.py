"""Events of the office itself: its opening, and what a plugin or a service outside failed at (PLG-05)."""

from __future__ import annotations

from saksgang.changing import changed
from saksgang.events import DispatchFailed, HandlingFailed, HandlingRetried, OfficeOpened
from saksgang.journal.record import Recorded
from saksgang.records import Failure, StaffMember
from saksgang.state import State

__all__ = ["FOLD"]


def office_opened(event: OfficeOpened, _: Recorded, state: State) -> None:
    """Fold: the staff as the configuration names it; what was reported of them since stays."""
    before = {person.id: person for person in state.opened.staff} if state.opened else {}
    state.open(event)
    for person in event.staff:
        known = state.staff.get(person.id)
        state.staff.put(person.id, _reopened(person, known, before.get(person.id)) if known else person)


def _reopened(person: StaffMember, known: StaffMember, before: StaffMember | None) -> StaffMember:
    """Somebody as configured now, with the absences known so far but for what the configuration itself changed.

    An absence that stood there before and was cut short by a return does not begin anew.
    """
    old = before.absences if before else ()
    kept = (a for a in known.absences if a in person.absences or a not in old)
    new = (a for a in person.absences if a not in old and a not in known.absences)
    return changed(person, absences=(*kept, *new), gone=known.gone or person.gone)


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
