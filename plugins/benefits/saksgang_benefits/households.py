"""One household, one help: spouses are reckoned together, and a month is paid once (aktivloven § 26; BEN-23)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saksgang.records import Case
from saksgang.view import View
from saksgang_benefits.closing import unpaid
from saksgang_benefits.looking import oldest_first, telling_of
from saksgang_benefits.months import month_of
from saksgang_benefits.names import ROUTINE, SINGLE
from saksgang_benefits.personal_numbers import cases_of_number, same_number

__all__ = ["ENDLESS", "beside", "granted_beside", "names_spouse", "still_to_pay"]

ENDLESS = "9999-12"


def names_spouse(facts: Mapping[str, Any], number: str, party: str = "") -> bool:
    """Whether facts say that the citizen with that number, or of that id, is the spouse."""
    if not facts.get("married"):
        return False
    said, known = facts.get("spouse_number"), facts.get("spouse")
    return same_number(number, said) or bool(party and known == party)


def beside(facts: Mapping[str, Any], number: str, party: str, view: View) -> list[Case]:
    """The cases paid month by month of the same household: the citizen's own, and those that tell of a marriage."""
    spouse, spouses = str(facts.get("spouse_number") or ""), str(facts.get("spouse") or "")
    own = cases_of_number(number, view)
    theirs = [*cases_of_number(spouse, view), *(view.cases_of_party(spouses) if spouses else ())]
    among = oldest_first([*own, *theirs, *telling_of(number, party, view)])
    return [case for case in among if case.routine == ROUTINE and _together(case, facts, number, party)]


def _together(case: Case, facts: Mapping[str, Any], number: str, party: str) -> bool:
    if case.type == SINGLE:
        return False
    own = same_number(number, case.personal_number)
    return own or names_spouse(facts, case.personal_number, case.party) or names_spouse(case.facts, number, party)


def granted_beside(case: Case, facts: Mapping[str, Any], span: tuple[str, str], view: View) -> str:
    """Another case of the household that is granted for a month between those two; ``""`` for none."""
    first, last = span
    for other in beside(facts, case.personal_number, case.party, view):
        decision: Any = other.facts.get("decision", {})
        if other.number == case.number or decision.get("outcome") != "granted":
            continue
        if str(decision["from_month"]) <= last and str(other.facts.get("stop_month", ENDLESS)) >= first:
            return other.number
    return ""


def still_to_pay(case: Case, facts: Mapping[str, Any], view: View) -> tuple[str, str]:
    """The first and the last month of a granted case that it would still pay if these were its facts."""
    this_month = month_of(view.today)
    due = unpaid(case, this_month)
    first = due[0] if due else f"{this_month}+"  # after this month and before the next one
    return first, str(facts.get("stop_month", ENDLESS))
