"""What the checks know of the municipality: the types of messages as the journal has them, nothing else (SIM-06)."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from attrs import frozen

from saksgang.events import OfficeOpened

__all__ = ["ROUTINE", "Row", "rows", "settings", "turns_of"]

ROUTINE = "home_care_messages"
REPLIES = ("temporary_reply", "full_reply", "answer_own_part", "answer_other_parts")
GOES_ON = frozenset({"temporary_reply", "set_in_progress"})
# For a type whose steps nobody has set: what its reader has to leave behind at least (MSG-11).
LEAST = ("read", "decide", "set_done")


@frozen
class Row:
    """A type of message.

    Attributes:
        steps: their names in order.
        turns: its steps by those who do them one after the other.
        by: the roles of each step.
        states: what a step's act has to state.
        within: the time of each step that has one.
        goes_on: whether its work goes on after a temporary reply, which is worth a first reply then.
        deadlines: kind, what about and rule of each deadline that a message of the type has.
    """

    name: str
    requirement: str
    responsible: tuple[str, ...]
    steps: tuple[str, ...]
    turns: tuple[tuple[str, ...], ...]
    by: dict[str, tuple[str, ...]]
    states: dict[str, tuple[str, ...]]
    choices: dict[str, tuple[str, ...]]
    by_visit: bool
    no_reply: bool
    forwards: bool
    filled: bool
    goes_on: bool
    deadlines: frozenset[tuple[str, str, str]]


def settings(event: OfficeOpened) -> dict[str, Any]:
    """The routine's settings as plain data; empty where the routine is not on."""
    found: dict[str, Any] = event.routines.get(ROUTINE, {}).get("settings", {})
    return found


def rows(event: OfficeOpened) -> dict[str, Row]:
    """The types by name; one of the municipality's own stands in the place of another of the same name."""
    own = settings(event)
    told = {row["name"]: row for table in ("types", "more_types") for row in own.get(table, ())}
    return {name: _row(row, own) for name, row in told.items()}


def turns_of(steps: tuple[str, ...], by: dict[str, tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Steps that are done by the same roles one after the other are one turn; other services' parts begin another."""
    parted = "answer_other_parts"

    def whose(step: str) -> tuple[bool, tuple[str, ...]]:
        return parted in steps and steps.index(step) >= steps.index(parted), by[step]

    return tuple(tuple(turn) for _, turn in groupby(steps, key=whose))


def _row(row: dict[str, Any], own: dict[str, Any]) -> Row:
    name, responsible = row["name"], tuple(row["responsible"])
    given = own.get("steps", {}).get(name) or row.get("steps") or []
    steps = given or [{"do": do} for do in LEAST]
    names = tuple(step["do"] for step in steps)
    by = {step["do"]: tuple(step.get("by") or responsible) for step in steps}
    return Row(
        name,
        row["requirement"],
        responsible,
        names,
        turns_of(names, by),
        by,
        {step["do"]: tuple(step.get("states") or ()) for step in steps},
        {step["do"]: tuple(step.get("choices") or ()) for step in steps},
        row["priority"] == "visit start",
        row["no_reply"],
        row["forwards_content"],
        bool(given),
        not GOES_ON.isdisjoint(names),
        frozenset(_deadlines(row, steps, own)),
    )


def _deadlines(row: dict[str, Any], steps: list[dict[str, Any]], own: dict[str, Any]) -> list[tuple[str, str, str]]:
    replied = not row["no_reply"] and any(step["do"] in REPLIES for step in steps)
    found = [("first_reply", "", row.get("first_reply") or own["first_reply"])] if replied else []
    final = own.get("final_reply", {}).get(row["name"])
    found += [("final_reply", "", final)] if final else []
    return found + [("step_in_time", step["do"], step["within"]) for step in steps if step.get("within")]
