"""One household, one help: spouses are reckoned together, and a month is paid once (aktivloven § 26; BEN-23)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from saksgang.records import Case
from saksgang.view import View
from saksgang_benefits.closing import unpaid
from saksgang_benefits.looking import oldest_first, telling_of
from saksgang_benefits.months import month_after, month_of
from saksgang_benefits.names import ROUTINE, SINGLE
from saksgang_benefits.personal_numbers import cases_of_number, same_number

__all__ = ["ENDLESS", "beside", "first_free", "granted_beside", "names_spouse", "paid_months", "still_to_pay"]

ENDLESS, PAID = "9999-12", "payment/"


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
    """Another case of the household that is granted, or was paid, for a month between those two; ``""`` for none."""
    first, last = span
    for other in _granted(case, facts, view):
        decision: Any = other.facts["decision"]
        if str(decision["from_month"]) <= last and _last_month(other) >= first:
            return other.number
    return ""


def first_free(case: Case, first: str, view: View) -> str:
    """From when a case may be paid: that month, or the one after the last of which the household has help elsewhere."""
    ends = [_last_month(other) for other in _granted(case, case.facts, view)]
    return max([first, *(month_after(last) for last in ends if last != ENDLESS)])


def _granted(case: Case, facts: Mapping[str, Any], view: View) -> list[Case]:
    others = beside(facts, case.personal_number, case.party, view)
    return [other for other in others if other.number != case.number and _outcome(other) == "granted"]


def _outcome(case: Case) -> object:
    decision: Any = case.facts.get("decision", {})
    return decision.get("outcome")


def _last_month(case: Case) -> str:
    return max([str(case.facts.get("stop_month", ENDLESS)), *paid_months(case.facts)])


def paid_months(facts: Mapping[str, Any]) -> list[str]:
    """The months that a case has a payment of, in whatever state."""
    return [key.removeprefix(PAID) for key in facts if key.startswith(PAID)]


def still_to_pay(case: Case, facts: Mapping[str, Any], view: View) -> tuple[str, str]:
    """The first and the last month of a granted case that it would still pay if these were its facts."""
    this_month = month_of(view.today)
    due = unpaid(case, this_month)
    first = due[0] if due else f"{this_month}+"  # after this month and before the next one
    return first, str(facts.get("stop_month", ENDLESS))
