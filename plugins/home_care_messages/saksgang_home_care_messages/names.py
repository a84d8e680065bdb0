"""The names that the routine's modules share: they are what the journal keeps."""

from __future__ import annotations

__all__ = [
    "CASE_TYPE",
    "DONE",
    "IN_PROGRESS",
    "LEADER",
    "MESSAGE_TASKS",
    "NEW",
    "ROLES",
    "ROUTINE",
    "SERVICE",
    "SORTED_BY",
    "VISIT_START",
]

ROUTINE = "home_care_messages"
CASE_TYPE = "melding"

NEW = "ny"
IN_PROGRESS = "under behandling"
DONE = "ferdig behandlet"

LEADER = "tjenesteleder"
ROLES = {
    "ansatt": "employee of a service: reads and answers its messages",
    "meldingsansvarlig": "responsible for messages: applications, and what came to the wrong recipient",
    "arbeidslisteansvarlig": "responsible for distributing the work lists of a service",
    "saksbehandler": "caseworker: decides on applications",
    "fakturaansvarlig": "responsible for invoicing",
    "koordinator": "coordinator: handles complaints",
    LEADER: "leader: inappropriate messages, and messages that nobody takes",
}
SERVICE = "tjenesten"
"""In a row, in place of a role: whoever the local routine of the service concerned names."""

VISIT_START = "visit start"
"""A row's priority: by the start of the visit concerned, not by arrival."""

MESSAGE_TASKS = ("handle_message", "finish_message")
"""The tasks in which a message is worked on: its first leg, and every later one."""

SORTED_BY = frozenset({"type", "services", "visit"})
"""The facts by which a message is sorted, and which its reader may correct."""
