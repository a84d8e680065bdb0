"""What is refused about cases: opening, deciding and closing them otherwise than asked (BEN-03, -07, -15 to -26)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from saksgang.casework import staff_of
from saksgang.commands import AmendCase, ChangeStatus, RegisterDocument
from saksgang.deciding import Vets
from saksgang.declarations import listed
from saksgang.records import Case, Document
from saksgang.view import View
from saksgang_benefits.closing import CLOSED
from saksgang_benefits.household import NOT_YET, availability
from saksgang_benefits.households import paid_months
from saksgang_benefits.informing import INFORMED
from saksgang_benefits.intake import named_type
from saksgang_benefits.looking import settings_of
from saksgang_benefits.months import is_month
from saksgang_benefits.names import APPLICATION, SINGLE, UDDANNELSE
from saksgang_benefits.rates import REFORM
from saksgang_benefits.refusing import known_case, no_caseworker
from saksgang_benefits.refusing_household import paid_twice
from saksgang_benefits.refusing_income import income
from saksgang_benefits.statements import kept, of_the_office, unreadable, what_they_say

__all__ = [
    "VETS",
    "amend_case",
    "another_benefit",
    "change_status",
    "close",
    "conclude",
    "only_by_decision",
    "readable",
    "register_document",
    "says_so",
    "typed_again",
]

OFFICE = "(?:vi|vores|vor|jeg|kommunens?|kontorets?)"


def change_status(command: ChangeStatus, actor: str, view: View) -> str | None:
    """Each status has its own way in."""
    case = known_case(view, command.case)
    if case is None:
        return None
    vet = STATUSES.get(command.to)
    return no_caseworker(actor, view, "BEN-15", "change the status of a case") or (
        vet(command, case, actor, view) if vet else None
    )


def conclude(_command: ChangeStatus, case: Case, _actor: str, _view: View) -> str | None:
    """A case with a spouse who has not registered yet is not fully informed (BEN-07)."""
    if case.type == SINGLE or availability(case.facts) != NOT_YET:
        return None
    return (
        f"BEN-07: Case {case.number} is not fully informed: the spouse is not registered on Jobnet; send the letter "
        "anmodning and wait, or note spouse_refuses on the case if the spouse will not register."
    )


def only_by_decision(command: ChangeStatus, case: Case, _actor: str, _view: View) -> str | None:
    """A decision is the task ``decide``, for which a case has to be fully informed (BEN-15, BEN-17)."""
    if case.status != INFORMED:
        return (
            f"BEN-15: Case {case.number} is {case.status!r}, and no decision is made before it is fully informed; "
            f"bring it to {INFORMED!r} first."
        )
    return f"BEN-17: Case {case.number} becomes {command.to!r} by completing its task decide; do that instead."


def close(command: ChangeStatus, case: Case, actor: str, view: View) -> str | None:
    """Closing takes a note of the day that says that the citizen asked for it, or has died, and a reason (BEN-26)."""
    if case.status == "afslået":
        return f"BEN-20: Case {case.number} closes by itself when the letter of refusal is sent; send that."
    if not command.reason.strip():
        return f"BEN-26: Case {case.number} cannot be closed without a reason; say why the citizen wishes it."
    words = settings_of(view).closing_words
    notes = [note for note in view.notes(case.number) if note.author == staff_of(actor)]
    today = [note for note in notes if view.almanac.today(note.written) == view.today]
    if any(says_so(note.text, word) for note in today for word in words):
        return None
    return (
        f"BEN-26: Case {case.number} cannot be closed without a journal note of today by yourself that says that the "
        f"citizen asked for it, or has died, and why; it has one of the words that begin with: {listed(words)}. What "
        "the office itself asked for is no such wish."
    )


def says_so(text: str, beginning: str) -> bool:
    """Whether a word begins so that is not said of the office, as in "vores anmodning" or "vi har bedt"."""
    found = re.finditer(rf"\b({OFFICE}\s+(?:har\s+|havde\s+)?)?{re.escape(beginning)}", text, re.IGNORECASE)
    return any(not match[1] for match in found)


STATUSES: Mapping[str, Callable[[ChangeStatus, Case, str, View], str | None]] = {
    INFORMED: conclude,
    "bevilget": only_by_decision,
    "afslået": only_by_decision,
    CLOSED: close,
    "arkiveret": lambda _command, case, _actor, _view: (
        f"BEN-26: Case {case.number} is archived by itself when its decision is told and nothing is left to pay."
    ),
}


def amend_case(command: AmendCase, actor: str, view: View) -> str | None:
    """What the system works out is not written by hand, and income needs its payslip (BEN-16, BEN-18, BEN-22)."""
    case = known_case(view, command.case)
    if case is None:
        return None
    return (
        no_caseworker(actor, view, "BEN-22", "change the facts of a case")
        or _worked_out(command.facts)
        or _misread(case, command.facts)
        or _stop(case, command.facts)
        or paid_twice(case, command.facts, view)
        or income(case, command.facts, view)
    )


def _worked_out(facts: Mapping[str, Any]) -> str | None:
    wrong = kept(facts)
    if not wrong:
        return None
    return f"BEN-16: The system itself keeps {listed(wrong)} on a case; change what it is worked out from instead."


def _misread(case: Case, facts: Mapping[str, Any]) -> str | None:
    """What cannot be read would be taken for something else by the next calculation (BEN-05)."""
    wrong = unreadable(facts)
    if not wrong:
        return None
    said = what_they_say(facts, wrong)
    return f'BEN-05: On case {case.number} {said}; note what is meant, or "" where nobody knows.'


def _stop(case: Case, facts: Mapping[str, Any]) -> str | None:
    if "stop_month" not in facts:
        return None
    stop = facts["stop_month"]
    if not is_month(stop):
        return f'BEN-26: The month of the stop {stop!r} is no month; write for example "2024-08".'
    late = [month for month in paid_months(case.facts) if month > stop]
    if not late:
        return None
    return f"BEN-26: {max(late)} of case {case.number} is paid already, so that the stop is not before it; name it."


def register_document(command: RegisterDocument, actor: str, view: View) -> str | None:
    """A new case is of the benefit applied for, and what the application says is not typed again (BEN-03, BEN-04)."""
    wrong = no_caseworker(actor, view, "BEN-03", "register a document")
    if wrong or command.case:
        return wrong
    document = _document(command.document, view)
    application = document if document is not None and document.category == APPLICATION else None
    if command.case_type == UDDANNELSE and (application.received if application else view.today) >= REFORM:
        return "BEN-03: There is no uddannelseshjælp for what comes in since 1 July 2025; open a case of kontanthjælp."
    again = another_benefit(command, application) or typed_again(command, application) if application else None
    return again or (readable(command, document) if document else None)


def _document(key: str, view: View) -> Document | None:
    try:
        return view.document(key)
    except KeyError:
        return None


def readable(command: RegisterDocument, document: Document) -> str | None:
    """No case begins with what cannot be read (BEN-03)."""
    facts = {**document.facts, **command.facts}
    later = of_the_office(facts)
    if later:
        return (
            f"BEN-03: No case begins with {listed(later)}, which comes to it later; leave it out, or have the citizen "
            f"apply anew where {document.id} says so itself, and put it on the case of that."
        )
    wrong = unreadable(facts)
    if not wrong:
        return None
    said = what_they_say(facts, wrong)
    return f'BEN-03: In {document.id} {said}; add to the new case what is meant, or "" where nobody knows.'


def another_benefit(command: RegisterDocument, application: Document) -> str | None:
    """Whoever applied for one benefit is not made an applicant for another (BEN-03)."""
    named = named_type(application)
    if named in ("", command.case_type):
        return None
    return (
        f"BEN-03: Application {application.id} is for {application.facts['benefit']}; open a case of {named}, or put "
        "the application on a case that there is."
    )


def typed_again(command: RegisterDocument, application: Document) -> str | None:
    """Only what the application leaves open, or says so that it cannot be read, is added by hand (BEN-04)."""
    known = {name: application.facts[name] for name in application.facts if name not in unreadable(application.facts)}
    said = [name for name, value in command.facts.items() if known.get(name, value) != value]
    if not said:
        return None
    return (
        f"BEN-04: Application {application.id} itself says {listed(said)}, and that is carried over to the case; leave "
        "it out here, and change it on the case afterwards if it is wrong."
    )


VETS: Vets = {
    ChangeStatus: change_status,
    AmendCase: amend_case,
    RegisterDocument: register_document,
}
