"""What the checks know of the municipality and how they read money, hours and numbers themselves (SIM-06)."""

from __future__ import annotations

import datetime as dt
import re
from fractions import Fraction
from typing import Any

from saksgang.events import OfficeOpened

__all__ = [
    "APPLICANT_KINDS",
    "ROUTINE",
    "bare",
    "birth",
    "exact_hours",
    "exact_ore",
    "month_parts",
    "settings",
    "table",
]

ROUTINE = "benefits"
APPLICANT_KINDS = (
    "create_case",
    "handle_application",
    "review_document",
    "payslip",
    "payment_held",
    "payment_rejected",
    "no_amount",
    "unclear_answer",
)
"""Task kinds that are distributed by the citizen's birthday, beside the events of other authorities."""

MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
NUMBER = re.compile(r"([0-9]{6})[- ]?([0-9]{4})")
TEXT_MONEY = re.compile(r"-?[0-9]+(\.[0-9]{1,2})?")


def settings(event: OfficeOpened) -> dict[str, Any]:
    """The routine's settings as plain data; empty where the routine is not on."""
    found: dict[str, Any] = event.routines.get(ROUTINE, {}).get("settings", {})
    return found


def table(value: object) -> dict[str, Any]:
    """A fact that should be a table; empty where it is something else or missing."""
    return value if isinstance(value, dict) else {}


def month_parts(name: str) -> tuple[int, int] | None:
    """Year and month of a name such as ``2024-08``; ``None`` for no such name."""
    found = MONTH.fullmatch(name)
    return (int(found[1]), int(found[2])) if found else None


def exact_ore(text: object) -> int | None:
    """Kroner in text, such as ``13494.19``, as whole øre; ``None`` for anything else."""
    if isinstance(text, bool) or not isinstance(text, str | int) or not TEXT_MONEY.fullmatch(str(text)):
        return None
    kroner, _, ore = str(text).partition(".")
    return int(kroner + ore.ljust(2, "0"))


def exact_hours(text: object) -> Fraction:
    """Hours in text or as a whole number; none for anything else."""
    try:
        return Fraction(str(text))
    except (ValueError, ZeroDivisionError):
        return Fraction(0)


def bare(text: object) -> object:
    """A personal number without hyphen or space; anything else as it is."""
    found = NUMBER.fullmatch(text.strip()) if isinstance(text, str) else None
    return found[1] + found[2] if found else text


def birth(number: str) -> dt.date | None:
    """The birth date in a Danish personal number, with 60 taken from the day of a fictitious one; ``None`` for none.

    The seventh digit and the year tell the century (cpr.dk, *opbygning af CPR-nummeret*).
    """
    found = NUMBER.fullmatch(number.strip())
    if found is None:
        return None
    day, month, year = (int(found[1][place : place + 2]) for place in (0, 2, 4))
    try:
        return dt.date(_century(int(found[2][0]), year) + year, month, day - 60 if day > 60 else day)
    except ValueError:
        return None


def _century(seventh: int, year: int) -> int:
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800
