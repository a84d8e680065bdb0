"""A registration as the rules look at it: read from a contact's fields and facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from attrs import fields_dict, frozen

from saksgang.declarations import listed
from saksgang.errors import InputRefused
from saksgang.facts import remembered

__all__ = ["FACTS", "Registration", "registration_of"]


@frozen
class Registration:
    """One contact as it is counted; ``labels.FACTS`` says what each fact means.

    Attributes:
        direction: ``in`` or ``out``.
        channel: one of the core's channels.
        area: the task area (opgave).
        count: how many contacts it counts for, more than 1 only for a mass mailing.
        overruled: warnings that were overruled, rule to reason.
    """

    direction: str
    channel: str
    area: str
    day: dt.date
    department: str = ""
    type: str = ""
    form: bool = False
    right_kind: bool = False
    filled: str = ""
    collects: bool = False
    reference_kind: str = ""
    reference: str = ""
    closing: str = ""
    activity: str = ""
    delivery: str = ""
    changed: bool = False
    ended_by: str = ""
    source: str = ""
    batch: str = ""
    count: int = 1
    overruled: Mapping[str, str] = {}


FACTS = tuple(name for name in fields_dict(Registration) if name not in ("direction", "channel", "area"))
_TYPES: Mapping[str, type] = {
    **dict.fromkeys(("form", "right_kind", "collects", "changed"), bool),
    "count": int,
    "overruled": dict,
}


def registration_of(direction: str, channel: str, area: str, facts: Mapping[str, Any], today: dt.date) -> Registration:
    """The registration that a contact stands for; without a day it is today's.

    Raises:
        InputRefused: a fact that no registration has, or one of the wrong kind.
    """
    return Registration(direction, channel, area, **{"day": today, **_read(facts)})


@remembered
def _read(facts: Mapping[str, Any]) -> dict[str, Any]:
    for name, value in facts.items():
        if name not in FACTS:
            raise InputRefused(f"A registration has no fact {name!r}; it has: {listed(FACTS)}.")
        expected = _TYPES.get(name, str)
        if not isinstance(value, expected) or (isinstance(value, bool) and expected is not bool):
            raise InputRefused(f"The fact {name!r} is {value!r}; expected {_WORDS[expected]}.")
    if not all(isinstance(reason, str) for reason in facts.get("overruled", {}).values()):
        raise InputRefused("The fact 'overruled' has a reason that is no text; write why the warning was overruled.")
    return {**facts, "day": _day(str(facts["day"]))} if "day" in facts else {**facts}


_WORDS: Mapping[type, str] = {
    bool: "true or false",
    int: "a whole number",
    dict: "a table of rule and reason",
    str: "a text",
}


def _day(text: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # one way of writing, so that days can be compared as text
        raise InputRefused(f"The day {text!r} is no date; write it like 2026-10-13.")
    return day
