"""The names that the routine's modules share: they are what the journal keeps."""

from __future__ import annotations

__all__ = [
    "ACTIVE",
    "CASE_TYPE",
    "CLOSED",
    "FINANCE",
    "MONITORED",
    "ROUTINE",
    "SAKSBEHANDLER",
]

ROUTINE = "long_term_monitoring"
CASE_TYPE = "Gjeldssak"
ACTIVE = "Saken er aktiv"
MONITORED = "Saken er på langtidsovervåking"
CLOSED = "Saken er avsluttet"
SAKSBEHANDLER = "innfordrer"
FINANCE = "finance"
