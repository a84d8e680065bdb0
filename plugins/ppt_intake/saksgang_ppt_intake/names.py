"""The names that the routine's modules share: they are what the journal keeps."""

from __future__ import annotations

__all__ = ["CASEWORKERS", "CASE_TYPE", "CONFIRMATION", "KONSULENT", "LEDER", "ROUTINE", "SPECIALIST"]

ROUTINE = "ppt_intake"
CASE_TYPE = "PPT-sak"
CONFIRMATION = "mottaksbekreftelse"
KONSULENT = "konsulent"
SPECIALIST = "fagansatt"
LEDER = "leder"
CASEWORKERS = frozenset({SPECIALIST, LEDER})
