"""The words around the steps of an explanation, in English; local times as the steps have them."""

from __future__ import annotations

import datetime as dt

from saksgang.declarations import Catalogue, DeadlineKind
from saksgang.events import DeadlineStarted
from saksgang.journal.record import Recorded
from saksgang.legaltime import Almanac

__all__ = ["clamped", "differs", "later", "moment", "named", "reason", "started"]

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MINUTE = dt.timedelta(minutes=1)


def moment(at: dt.datetime, almanac: Almanac) -> str:
    """An instant in the municipality's own time, in the words that the steps use."""
    local = almanac.local(at)
    day = f"{_WEEKDAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]} {local.year}"
    return f"{day} at {local:%H:%M}"


def named(event: DeadlineStarted, catalogue: Catalogue) -> str:
    """Which deadline it is, whom it waits for and what is behind it."""
    about = f", about {event.about}" if event.about else ""
    kind = _kind(event, catalogue)
    if kind is None:
        return f"Deadline {event.deadline} ({event.kind}{about}); routine {event.routine} is not installed here."
    return (
        f'Deadline {event.deadline} ({event.kind}{about}): "{kind.label}", {kind.meaning}; '
        f"it waits for the {kind.waits_for}. Source: {kind.source}."
    )


def _kind(event: DeadlineStarted, catalogue: Catalogue) -> DeadlineKind | None:
    routine = catalogue.routines.get(event.routine)
    kinds = routine.deadline_kinds if routine else ()
    return next((kind for kind in kinds if kind.name == event.kind), None)


def started(recorded: Recorded, event: DeadlineStarted, cause: str, almanac: Almanac) -> str:
    """When it started, who started it, what that followed from, and what it counts from where that is another time."""
    follows = f", following {cause}" if cause else ""
    since = f"; it counts from {moment(event.start, almanac)}" if _apart(recorded.at, event.start) else ""
    return f"Started {moment(recorded.at, almanac)} by {recorded.actor}{follows}{since}."


def _apart(one: dt.datetime, other: dt.datetime) -> bool:
    return one.replace(second=0, microsecond=0) != other.replace(second=0, microsecond=0)


def clamped(due: dt.datetime, almanac: Almanac) -> str:
    """A service norm that would end after the legal limit."""
    return (
        "That is later than the legal limit, and a service norm may not be: "
        f"due with the limit, {moment(due, almanac)}."
    )


def differs(due: dt.datetime, almanac: Almanac) -> str:
    """A due time that the rule does not give any more, such as after a change of a country's holidays."""
    return (
        f"The journal has {moment(due, almanac)}: when it started, the rule was reckoned to that; the journal counts."
    )


def later(old: dt.datetime, new: dt.datetime, almanac: Almanac) -> str:
    """How far a due time moved: in days where the clock minute stayed, else as time passes."""
    if old == new:
        return f"the due time stays, {moment(new, almanac)}"
    before, after = almanac.local(old), almanac.local(new)
    if before.time() == after.time():
        far = _many((after.date() - before.date()).days, "day")
    else:
        hours, minutes = divmod((new - old) // _MINUTE, 60)
        far = " and ".join(filter(None, (_some(hours, "hour"), _some(minutes, "minute"))))
    return f"due {far} later, {moment(new, almanac)}"


def reason(text: str) -> str:
    """A reason in brackets, nothing where none was given."""
    return f" ({text})" if text else ""


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _some(number: int, noun: str) -> str:
    return _many(number, noun) if number else ""
