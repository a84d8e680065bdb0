"""The forms that an expectation can have: which keys each takes, and what sort of value each key has (SIM-07).

Rows, not branches: ``rows`` says what there is to see for each form, by the same keys.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

__all__ = [
    "FORMS",
    "LETTER_MOMENTS",
    "LETTER_STATES",
    "MARKS",
    "ROW_KINDS",
    "ROW_STATES",
    "TARGETS",
    "TARGET_STATES",
    "TASK_STATES",
    "Form",
]

LETTER_STATES = (
    "draft",
    "to approve",
    "returned",
    "approved",
    "sent",
    "available",
    "opened",
    "due for print",
    "printed",
    "posted",
    "stopped by hand",
    "failed",
)
TASK_STATES = ("open", "waiting", "done", "cancelled")
TARGETS = ("due", "norm", "limit")
TARGET_STATES = ("running", "met", "missed", "cancelled")
ROW_KINDS = ("case", "task", "letter", "deadline", "document")
ROW_STATES = ("in the inbox", "registered")
MARKS = ("new", "overdue", "waiting", "paused")

LETTER_MOMENTS = {
    "drafted": "LetterDrafted",
    "completed": "LetterCompleted",
    "returned": "LetterReturned",
    "approved": "LetterApproved",
    "sent": "LetterSent",
    "available": "LetterAvailable",
    "opened": "LetterOpened",
    "print_ordered": "LetterPrintOrdered",
    "printed": "LetterPrinted",
    "posted": "LetterPosted",
    "stopped": "LetterStopped",
    "failed": "LetterFailed",
}
"""The minutes that a letter can be asked for, and the event that each of them is read from."""


@frozen
class Form:
    """One form of expectation.

    Attributes:
        lead: what sort of value its first key has.
        keys: its other keys and their sorts.
        of: what sort of value ``of`` has, ``""`` where it has no meaning.
        needs: keys that must be there.
    """

    lead: str
    keys: Mapping[str, str]
    of: str = "thing"
    needs: tuple[str, ...] = field(default=())


FORMS: Mapping[str, Form] = {
    "case": Form(
        "case",
        {
            "status": "status",
            "responsible": "member",
            "new": "truth",
            "ended": "truth",
            "party": "person",
            "personal_number": "number",
            "facts": "table",
        },
        of="",
    ),
    "document": Form(
        "document",
        {
            "registered": "truth",
            "on": "case",
            "subject": "text",
            "category": "text",
            "received": "day",
            "dated": "day",
            "sender": "person",
            "party": "person",
            "channel": "channel",
        },
        of="",
    ),
    "letter": Form(
        "letter",
        {
            "state": "letter state",
            "to": "person",
            "author": "member",
            "title": "text",
            "says": "words",
            "rounds": "whole",
            "answers": "document",
            **dict.fromkeys(LETTER_MOMENTS, "minute"),
        },
    ),
    "task": Form(
        "task",
        {
            "state": "task state",
            "owner": "member",
            "role": "role",
            "outcome": "outcome",
            "done_by": "member",
            "due": "minute",
            "reason": "words",
            "about": "thing",
            "facts": "table",
        },
    ),
    "deadline": Form(
        "deadline",
        {
            "target": "target",
            "state": "target state",
            "due": "minute",
            "start": "minute",
            "rule": "rule",
            "paused": "truth",
            "about": "thing",
        },
    ),
    "note": Form("words", {"author": "member", "written": "minute"}, needs=("of",)),
    "contact": Form("channel", {"direction": "direction", "party": "person", "about": "words", "received": "minute"}),
    "list": Form(
        "list",
        {
            "shows": "thing",
            "kind": "row kind",
            "marked": "mark",
            "notice": "words",
            "state": "row state",
            "target": "target",
            "due": "minute",
        },
        of="member",
        needs=("of",),
    ),
    "event": Form("event", {"about": "thing", "at": "minute", "who": "actor"}, of=""),
}
