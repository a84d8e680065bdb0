"""What people come to a counting municipality with, how it is rightly registered, and how one may err: assumptions.

All of it is data for the simulation: the facts are what somebody at the desk knows, ``slips`` are facts written down
wrongly at first, which the rules refuse, ``judged`` is a type that somebody prefers against the warning.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from saksgang_contact_registration.names import (
    ADVICE,
    AT_ONCE,
    CHANGES,
    FURTHER,
    HELP,
    MISDIRECTED,
    ON_CASE,
    OPENS,
    OUTPUT_MANAGER,
)

__all__ = ["ENCOUNTERS", "Encounter"]


@frozen
class Encounter:
    """One kind of contact.

    Attributes:
        weight: how often it comes beside the others.
        slips: what somebody writes down wrongly at first, over the facts or over channel and area.
        judged: facts by which somebody overrules a warning, and the reason under ``reason``.
        also: a second matter in the same contact.
    """

    name: str
    weight: float
    direction: str
    channel: str
    area: str
    facts: Mapping[str, Any]
    slips: Mapping[str, Any] = field(factory=dict)
    judged: Mapping[str, Any] = field(factory=dict)
    also: Mapping[str, Any] = field(factory=dict)


HANDLING: Mapping[str, Any] = {"activity": "sagsbehandling", "closing": FURTHER}
CALL: Mapping[str, Any] = {"activity": "vejledning", "closing": AT_ONCE}
OPENED: Mapping[str, Any] = {"type": OPENS, "changed": True}
FORM_IN: Mapping[str, Any] = {"form": True, "right_kind": True, "filled": "helt"}

ENCOUNTERS = (
    Encounter(
        "an application handed in at the desk",
        5,
        "in",
        "personal",
        "kontanthjælp",
        {**HANDLING, **OPENED, **FORM_IN},
        slips={"ended_by": "somebody else"},
    ),
    Encounter(
        "an application and a question about work experience",
        2,
        "in",
        "personal",
        "kontanthjælp",
        {**HANDLING, **OPENED, **FORM_IN, "filled": "delvist"},
        slips={"also": {"area": "kontanthjælp", "type": ADVICE}},
        also={"area": "erhvervspraktik", "type": ADVICE},
    ),
    Encounter(
        "a form that is empty",
        1,
        "in",
        "letter",
        "kontanthjælp",
        {**HANDLING, "type": ADVICE},
        slips={"form": True, "right_kind": True, "filled": "ikke"},
    ),
    Encounter(
        "how far is my case",
        5,
        "in",
        "telephone",
        "kontanthjælp",
        {**CALL, "type": ON_CASE, "reference_kind": "CPR", "reference": "their own"},
        slips={"reference_kind": "", "reference": ""},
    ),
    Encounter(
        "a question by e-mail",
        3,
        "in",
        "e-mail",
        "byggetilladelse",
        {**HANDLING, "type": ADVICE},
        slips={"closing": AT_ONCE},
    ),
    Encounter(
        "a question about Udbetaling Danmark's matters",
        4,
        "in",
        "telephone",
        "boligstøtte",
        {**CALL, "type": "by duty to advise"},
        slips={"type": "against the duty to advise"},
    ),
    Encounter(
        "a question for another department",
        4,
        "in",
        "personal",
        "byggetilladelse",
        {**CALL, "type": ADVICE},
        slips={"type": MISDIRECTED},
    ),
    Encounter(
        "a move between two other municipalities",
        1,
        "in",
        "telephone",
        "flytning i en anden kommune",
        {**CALL, "type": MISDIRECTED},
        slips={"type": ADVICE},
    ),
    Encounter(
        "a move into the municipality",
        3,
        "in",
        "personal",
        "flytning",
        {"activity": "sagsbehandling", "closing": AT_ONCE, "type": CHANGES, "changed": True},
        slips={"type": ADVICE},
        judged={"type": ADVICE, "reason": "det meste af samtalen var vejledning om flytningen"},
    ),
    Encounter(
        "help at the self-service screen",
        3,
        "in",
        "personal",
        "flytning",
        {**CALL, "type": HELP},
        slips={"day": "before the week"},
        judged={"changed": True, "reason": "borgeren indtastede selv flytningen, vi hjalp kun"},
    ),
    Encounter("the meeting itself", 2, "in", "personal", "kontanthjælp", {**CALL, "activity": "ydelse"}),
    Encounter(
        "a letter by way of an output manager",
        3,
        "out",
        OUTPUT_MANAGER,
        "kontanthjælp",
        {**HANDLING, "type": ON_CASE, "delivery": OUTPUT_MANAGER, "reference_kind": "CPR", "reference": "their own"},
        slips={"channel": "digital post"},
    ),
    Encounter(
        "a letter that certainly ends in the digital mailbox",
        2,
        "out",
        "digital post",
        "erhvervspraktik",
        {**HANDLING, "type": ADVICE, "delivery": "certain"},
        slips={"delivery": ""},
    ),
    Encounter(
        "a form sent out to be filled in",
        2,
        "out",
        "letter",
        "kontanthjælp",
        {**HANDLING, "type": ADVICE, "form": True, "collects": True},
        slips={"collects": False},
    ),
    Encounter(
        "calling back with the answer",
        3,
        "out",
        "telephone",
        "erhvervspraktik",
        {**CALL, "type": ADVICE},
        slips={"again": True},
    ),
)
