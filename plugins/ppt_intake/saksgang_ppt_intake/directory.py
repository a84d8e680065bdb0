"""The caseworker directory: which row a case falls to, first match first (PPT-04)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import frozen

if TYPE_CHECKING:
    from saksgang_ppt_intake.settings import Settings

__all__ = ["Proposal", "age_in", "proposed"]


@frozen
class Proposal:
    """Whom the directory names.

    Attributes:
        to: the staff id.
        rule: which row, such as ``directory[0]``, or ``directory_fallback``.
    """

    to: str
    rule: str


def proposed(settings: Settings, facts: Mapping[str, Any], category: str, day: dt.date) -> Proposal:
    """Whom the directory names for a case with those facts, opened by a document received on that local day."""
    institution = facts.get("institution")
    name = institution if isinstance(institution, str) else ""
    age = age_in(day.year, facts.get("birth_year"))
    for number, rule in enumerate(settings.directory):
        if rule.takes(name, age, category):
            return Proposal(rule.to, f"directory[{number}]")
    return Proposal(settings.directory_fallback, "directory_fallback")


def age_in(year: int, birth_year: object) -> int | None:
    """The age that a child reaches in a year, as schools reckon it; ``None`` when the year of birth is unknown."""
    known = isinstance(birth_year, int) and not isinstance(birth_year, bool)
    return year - birth_year if known else None  # type: ignore[operator]
