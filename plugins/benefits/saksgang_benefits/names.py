"""Words that several modules share; the vocabulary as a whole is in the README."""

from __future__ import annotations

__all__ = [
    "APPLICATION",
    "CASEWORKER",
    "DEATH",
    "DOCUMENTATION",
    "EVENT",
    "KONTANT",
    "PAYSLIP",
    "PAYSLIPS",
    "POPULATION",
    "REGISTERS",
    "ROUTINE",
    "SINGLE",
    "SPOUSE_EVENT",
    "UDDANNELSE",
    "UNCLEAR",
    "UNDELIVERED",
]

ROUTINE = "benefits"

KONTANT = "kontanthjælp"
UDDANNELSE = "uddannelseshjælp"
SINGLE = "enkeltydelse"

CASEWORKER = "sagsbehandler"
PAYSLIPS = "lønsedler"

APPLICATION = "Ansøgning"
DOCUMENTATION = "Dokumentation"
PAYSLIP = "Lønseddel"
EVENT = "Hændelse"

UNDELIVERED = "undelivered_letter"

DEATH = "Dødsfald registreret"
SPOUSE_EVENT = "Kontaktforløb oprettet på ægtefælle"

POPULATION = "folkeregister"
REGISTERS = ("eIndkomst", "Jobnet", POPULATION)
UNCLEAR = "unclear_answer"
