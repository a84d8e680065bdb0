"""Personal numbers that are written with a hyphen or a space are those without (BEN-23, BEN-25)."""

from __future__ import annotations

import re

from saksgang.records import Case
from saksgang.view import View
from saksgang_benefits.names import ROUTINE

__all__ = ["cases_of_number", "forms", "same_number"]

_NUMBER = re.compile(r"([0-9]{6})[- ]?([0-9]{4})")


def forms(number: str) -> tuple[str, ...]:
    """All ways in which a number may be written, the bare one first; other text only as it is."""
    found = _NUMBER.fullmatch(number.strip())
    return tuple(f"{found[1]}{between}{found[2]}" for between in ("", "-", " ")) if found else (number,)


def same_number(one: object, other: object) -> bool:
    """Whether two texts are a number and the same one."""
    return bool(one and other) and forms(str(one))[0] == forms(str(other))[0]


def cases_of_number(number: str, view: View) -> list[Case]:
    """The cases of this routine of whoever bears a number, however it was written."""
    found = [case for form in forms(number) for case in view.cases_by_number(form)] if number else []
    return [case for case in found if case.routine == ROUTINE]
