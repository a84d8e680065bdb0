"""What an event tells of a thing: the attributes that it begins with, and those that change (SIM-10).

Each type of event has at most one row here. It is another telling than the fold that an office lives by: it keeps
nothing, so that an export of any length needs no state.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from attrs import field, frozen

from saksgang import events as ev
from saksgang.events import Event
from saksgang.export.attributes import Kind, Value, moment, value_of
from saksgang.export.things import Thing
from saksgang.records import Target

__all__ = ["MAKERS", "THING_ATTRIBUTES", "Told", "told"]

Told: TypeAlias = tuple[Thing, Mapping[str, Value]]

TARGETS = ("due", "norm", "limit")
_TARGET_KINDS: Mapping[str, Kind] = {"at": "time", "state": "string", "rule": "string"}
THING_ATTRIBUTES: Mapping[str, Mapping[str, Kind]] = {
    "case": {"routine": "string", "type": "string", "status": "string", "responsible": "string", "ended": "boolean"},
    "contact": {"routine": "string", "direction": "string", "channel": "string"},
    "deadline": {
        "routine": "string",
        "kind": "string",
        "start": "time",
        "paused": "boolean",
        **{f"{name}_{what}": kind for name in TARGETS for what, kind in _TARGET_KINDS.items()},
    },
    "document": {
        "routine": "string",
        "category": "string",
        "channel": "string",
        "received": "string",
        "dated": "string",
    },
    "failure": {"routine": "string", "plugin": "string", "hook": "string", "open": "boolean"},
    "letter": {
        "routine": "string",
        "template": "string",
        "needs_approval": "boolean",
        "state": "string",
        "rounds": "integer",
    },
    "note": {"routine": "string"},
    "party": {},
    "request": {"routine": "string", "service": "string", "answered": "boolean"},
    "staff": {"roles": "string", "section": "string", "gone": "boolean"},
    "task": {
        "routine": "string",
        "kind": "string",
        "role": "string",
        "section": "string",
        "owner": "string",
        "due": "time",
        "state": "string",
        "outcome": "string",
    },
}
"""The attributes of each type of thing, with the kind of their values."""


@frozen
class _Row:
    """What a type of event tells.

    Attributes:
        thing: the type of thing told of, which is also the field with its id.
        same: attributes that stand in the event under the same name.
        other: attribute to the field in which it stands under another name.
        fixed: attribute to the value that the event stands for.
        makes: whether the thing begins with this event.
    """

    thing: str
    same: tuple[str, ...] = ()
    other: Mapping[str, str] = field(factory=dict)
    fixed: Mapping[str, Value] = field(factory=dict)
    makes: bool = False


def _letter_in(state: str) -> _Row:
    return _Row("letter", fixed={"state": state})


_ROWS: Mapping[type[Event], _Row] = {
    ev.CaseOpened: _Row("case", ("routine", "type", "status"), fixed={"ended": 0}, makes=True),
    ev.CaseAssigned: _Row("case", other={"responsible": "to"}),
    ev.StatusChanged: _Row("case", other={"status": "new", "ended": "final"}),
    ev.NoteWritten: _Row("note", ("routine",), makes=True),
    ev.DocumentReceived: _Row("document", ("routine", "category", "channel", "received", "dated"), makes=True),
    ev.DocumentRegistered: _Row("document", ("dated",)),
    ev.ContactRecorded: _Row("contact", ("routine", "direction", "channel"), makes=True),
    ev.ServiceAsked: _Row("request", ("routine", "service"), fixed={"answered": 0}, makes=True),
    ev.ServiceAnswered: _Row("request", fixed={"answered": 1}),
    ev.TaskCreated: _Row(
        "task", ("routine", "kind", "role", "section", "owner", "due"), fixed={"state": "open"}, makes=True
    ),
    ev.TaskTaken: _Row("task", other={"owner": "by"}),
    ev.TaskReassigned: _Row("task", ("owner", "role", "section")),
    ev.TaskWaiting: _Row("task", fixed={"state": "waiting"}),
    ev.TaskReopened: _Row("task", fixed={"state": "open"}),
    ev.TaskCompleted: _Row("task", ("outcome",), fixed={"state": "done"}),
    ev.TaskCancelled: _Row("task", fixed={"state": "cancelled"}),
    ev.LetterDrafted: _Row("letter", ("routine", "template", "needs_approval"), fixed={"state": "draft"}, makes=True),
    ev.LetterCompleted: _Row("letter", other={"rounds": "round"}),
    ev.LetterReturned: _letter_in("returned"),
    ev.LetterApproved: _letter_in("approved"),
    ev.LetterSent: _letter_in("sent"),
    ev.LetterAvailable: _letter_in("available"),
    ev.LetterOpened: _Row("letter"),
    ev.LetterPrintOrdered: _letter_in("due for print"),
    ev.LetterPrinted: _letter_in("printed"),
    ev.LetterPosted: _letter_in("posted"),
    ev.LetterStopped: _letter_in("stopped by hand"),
    ev.LetterFailed: _letter_in("failed"),
    ev.DeadlineStarted: _Row("deadline", ("routine", "kind", "start"), fixed={"paused": 0}, makes=True),
    ev.DeadlinePaused: _Row("deadline", fixed={"paused": 1}),
    ev.DeadlineResumed: _Row("deadline", fixed={"paused": 0}),
    ev.DeadlineExtended: _Row("deadline"),
    ev.DeadlineMet: _Row("deadline"),
    ev.DeadlineMissed: _Row("deadline"),
    ev.DeadlineCancelled: _Row("deadline"),
    ev.HandlingFailed: _Row("failure", ("routine", "plugin", "hook"), fixed={"open": 1}, makes=True),
    ev.HandlingRetried: _Row("failure", fixed={"open": 0}),
    ev.StaffGone: _Row("staff", fixed={"gone": 1}),
}
MAKERS = frozenset(kind for kind, row in _ROWS.items() if row.makes)
"""The types of events with which a thing begins."""


def told(event: Event) -> Iterator[Told]:
    """What the event tells of things; of one that it makes, all that is known at its beginning."""
    for thing, attributes in _told(event):
        # A routine may name targets of a deadline as it likes; the tables have those that the core knows.
        yield thing, {name: value for name, value in attributes.items() if name in THING_ATTRIBUTES[thing[0]]}


def _told(event: Event) -> Iterator[Told]:
    row = _ROWS.get(type(event))
    if row is not None:
        identity = getattr(event, row.thing)
        thing = (row.thing, f"staff:{identity}" if row.thing == "staff" else identity)
        yield thing, {**_attributes(event, row), **_more(event)}
    elif isinstance(event, ev.OfficeOpened):
        for person in event.staff:
            about: dict[str, Value] = {
                "roles": " ".join(person.roles),
                "section": person.section,
                "gone": int(person.gone),
            }
            yield ("staff", f"staff:{person.id}"), about


def _attributes(event: Event, row: _Row) -> dict[str, Value]:
    names = {**{name: name for name in row.same}, **row.other}
    values = {name: value_of(event, source) for name, source in names.items()}
    return {**{name: value for name, value in values.items() if value is not None}, **row.fixed}


def _more(event: Event) -> Mapping[str, Value]:
    """What does not stand in a field of its own."""
    match event:
        case ev.DeadlineStarted() | ev.DeadlineResumed():
            return {name: value for target in event.targets for name, value in _target(target).items()}
        case ev.DeadlineExtended():
            return {f"{event.target}_at": moment(event.due)}
        case ev.DeadlineMet():
            return {f"{event.target}_state": "met"}
        case ev.DeadlineMissed():
            return {f"{event.target}_state": "missed"}
        case ev.DeadlineCancelled():
            return {f"{event.target}_state": "cancelled"}
        case ev.LetterCompleted():
            return {"state": "to approve" if event.needs_approval else "approved"}
        case ev.LetterOpened(late=False):  # opened late, it is on paper all the same
            return {"state": "opened"}
        case _:
            return {}


def _target(target: Target) -> dict[str, Value]:
    name = target.name
    return {f"{name}_at": moment(target.due), f"{name}_state": target.state, f"{name}_rule": target.rule}
