"""Who is to be provided for, out of the facts of a case (BEN-07, BEN-16)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from saksgang.errors import InputRefused
from saksgang.identity import birth_date
from saksgang_benefits.months import first_day

__all__ = ["COMPLIES", "NOT_YET", "NO_SPOUSE", "REFUSES", "Adult", "Household", "availability", "household"]

NO_SPOUSE, COMPLIES, NOT_YET, REFUSES = "no spouse", "complies", "not yet registered", "refuses"


@frozen
class Adult:
    """The applicant or the spouse.

    Attributes:
        residence_met: the residence and employment requirements of aktivloven § 11, after the reform.
        worked: two and a half years of full-time work within ten years.
        activity_ready: *aktivitetsparat*, of each for himself or herself.
    """

    birth: dt.date
    residence_met: bool = True
    worked: bool = False
    activity_ready: bool = False
    lives_with_parents: bool = False

    def age(self, day: dt.date) -> int:
        """Whole years on that day; who is born on 29 February is a year older on 1 March."""
        return day.year - self.birth.year - ((day.month, day.day) < (self.birth.month, self.birth.day))


@frozen
class Household:
    """The applicant, a spouse perhaps, and how they live.

    Attributes:
        availability: ``no spouse``, ``complies``, ``not yet registered`` or ``refuses`` (BEN-07).
    """

    applicant: Adult
    availability: str = NO_SPOUSE
    spouse: Adult | None = None
    children: int = 0
    lives_alone: bool = False
    extra_child_allowance: bool = False


def availability(facts: Mapping[str, Any]) -> str:
    """Whether the spouse is available for the labour market: the three outcomes of BEN-07, or ``no spouse``.

    Registered is who the job portal says is, in its answer or by its event; the statement alone does not count.
    """
    if not facts.get("married"):
        return NO_SPOUSE
    if facts.get("spouse_refuses"):
        return REFUSES
    jobnet = facts.get("register/Jobnet", {})
    registered = jobnet.get("spouse_registered") is True or facts.get("spouse_registered_on")
    return COMPLIES if registered or facts.get("spouse_work") == "full-time" else NOT_YET


def household(facts: Mapping[str, Any], personal_number: str, country: str = "DK") -> Household:
    """The household that the facts of a case describe.

    Raises:
        InputRefused: the applicant's number cannot be read, or nothing tells the age of the spouse.
    """
    married = bool(facts.get("married"))
    return Household(
        applicant=_adult(birth_date(personal_number, country), facts, ""),
        availability=availability(facts),
        spouse=_spouse(facts, country) if married else None,
        children=_children(facts),
        lives_alone=bool(facts.get("lives_alone")) and not married,
        extra_child_allowance=bool(facts.get("extra_child_allowance")),
    )


def _spouse(facts: Mapping[str, Any], country: str) -> Adult:
    number, year = facts.get("spouse_number"), facts.get("spouse_birth_year")
    if number:
        birth = birth_date(str(number), country)
    elif isinstance(year, int) and not isinstance(year, bool):
        birth = first_day(f"{year}-01")
    else:
        raise InputRefused("Nothing tells the age of the spouse; add spouse_number or spouse_birth_year to the case.")
    return _adult(birth, facts, "spouse_")


def _adult(birth: dt.date, facts: Mapping[str, Any], whose: str) -> Adult:
    return Adult(
        birth,
        residence_met=facts.get(f"{whose}residence_met") is not False,
        worked=bool(facts.get(f"{whose}worked")),
        activity_ready=bool(facts.get(f"{whose}activity_ready")),
        lives_with_parents=bool(facts.get(f"{whose}lives_with_parents")),
    )


def _children(facts: Mapping[str, Any]) -> int:
    number = facts.get("children")
    return number if isinstance(number, int) and number > 0 else 0
