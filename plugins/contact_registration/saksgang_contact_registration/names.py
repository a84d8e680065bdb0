"""The names that the routine's modules share: they are what the journal keeps."""

from __future__ import annotations

__all__ = [
    "ADMINISTRATIVE",
    "ADVICE",
    "AT_ONCE",
    "BATCH_TYPE",
    "CHANGES",
    "CLOSINGS",
    "FILLED",
    "FURTHER",
    "HELP",
    "INFORMATION",
    "MISDIRECTED",
    "ON_CASE",
    "OPENS",
    "OUTPUT_MANAGER",
    "REFERENCES",
    "REGISTRANT",
    "ROUTINE",
    "SERVICE",
    "TASK",
    "TRANSACTIONS",
    "TYPES",
]

ROUTINE = "contact_registration"
BATCH_TYPE = "masseforsendelse"
TASK = "register_contact"
REGISTRANT = "registrant"

OPENS, CHANGES = "oprettelse af sag", "ændring af sag"
ON_CASE = "information vedr. sag"
ADVICE = "råd/vejledning"
HELP = "hjælp til selvbetjening"
MISDIRECTED = "fejlhenvendelse"
TRANSACTIONS = (OPENS, CHANGES)
INFORMATION = (ON_CASE, ADVICE, HELP, MISDIRECTED)
TYPES = (*TRANSACTIONS, *INFORMATION)

AT_ONCE, FURTHER = "straksafsluttet", "lagt til videre behandling"
CLOSINGS = (AT_ONCE, FURTHER)

ADMINISTRATIVE = ("planlægning", "vejledning", "sagsbehandling")
SERVICE = "ydelse"
FILLED = ("helt", "delvist", "ikke")
# The memo's list ends with "etc.": a case number says as surely which case it is, and gives nobody away.
REFERENCES = ("CPR", "CVR", "matrikelnummer", "adresse", "sagsnummer")
OUTPUT_MANAGER = "output manager"
