"""What sort of value each field of a command or event has, and what a story need not say (SIM-07)."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Mapping
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from saksgang.declarations import Routine
from saksgang.events import Event

__all__ = ["assumed", "field_sorts", "required"]

BY_NAME = {
    "case": "case",
    "document": "document",
    "letter": "letter",
    "task": "task",
    "deadline": "deadline",
    "answers": "document",
    "about": "thing",
    "sender": "person",
    "party": "person",
    "owner": "member",
    "staff": "member",
    "personal_number": "number",
    "fields": "texts",
    "targets": "texts",
}
# Where the same name stands for something else.
BY_PLACE = {
    ("AssignCase", "to"): "member",
    ("CaseAssigned", "to"): "member",
    ("CaseOpened", "type"): "case kind",
    ("CompleteTask", "by"): "member",
    ("DraftLetter", "to"): "person",
    ("LetterDrafted", "to"): "person",
    ("LetterSent", "to"): "person",
    ("RecordContact", "about"): "text",
    ("AskService", "about"): "text",
}
# What the office writes is from closed lists; what a step says of it the office may refuse, and a story may show that.
IN_EVENTS = {
    "routine": "stream",
    "status": "status",
    "old": "status",
    "new": "status",
    "template": "letter kind",
    "service": "service",
    "port": "port",
    "target": "target",
    "role": "role",
    "section": "section",
    "outcome": "outcome",
    "channel": "channel",
    "direction": "direction",
    "by": "actor",
    "author": "actor",
    "previous": "member",
}
KINDS_IN_EVENTS = {"Task": "task kind", "Deadline": "deadline kind"}
BY_TYPE: Mapping[Any, str] = {str: "text", bool: "truth", int: "whole", dt.date: "day", dt.datetime: "minute"}


def field_sorts(kind: type[Any]) -> dict[str, str]:
    """The sort of each field of a command or event, by name; fields that no story can write are left out."""
    hints = get_type_hints(kind)
    by_name = BY_NAME | _of_events(kind)
    found = {
        row.name: BY_PLACE.get((kind.__name__, row.name)) or by_name.get(row.name) or _by_type(hints[row.name])
        for row in attrs.fields(kind)
    }
    return {name: sort for name, sort in found.items() if sort}


def _of_events(kind: type[Any]) -> dict[str, str]:
    if not issubclass(kind, Event):
        return {}
    kinds = [sort for what, sort in KINDS_IN_EVENTS.items() if kind.__name__.startswith(what)]
    return {**IN_EVENTS, **({"kind": kinds[0]} if kinds else {})}


def required(kind: type[Any]) -> list[str]:
    """The fields of a command that have no default."""
    return [row.name for row in attrs.fields(kind) if row.default is attrs.NOTHING]


def assumed(kind: type[Any], said: Mapping[str, object], who: str, routines: Mapping[str, Routine]) -> dict[str, str]:
    """What goes without saying: the only routine, the only case type, and that a person writes for themselves."""
    types_of_case = [each.name for routine in routines.values() for each in routine.case_types]
    only = {"sender": who, "party": who}
    if len(routines) == 1:
        only["routine"] = next(iter(routines))
    if len(types_of_case) == 1:
        only["type"] = types_of_case[0]
    filled = {name: only[name] for name in required(kind) if name in only and name not in said}
    if kind.__name__ == "RegisterDocument" and not {"case", "case_type"} & said.keys() and "type" in only:
        filled["case_type"] = only["type"]
    return filled


def _by_type(hint: object) -> str:
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(arm for arm in get_args(hint) if arm is not types.NoneType)
    return "table" if get_origin(hint) is dict else BY_TYPE.get(hint, "")
