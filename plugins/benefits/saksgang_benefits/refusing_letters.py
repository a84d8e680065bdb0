"""What is refused about letters: other decisions, amounts or times, no matter, no word of payslips (BEN-08 to -19)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from saksgang.commands import CompleteLetter, DraftLetter, ReviseLetter
from saksgang.deciding import Vets
from saksgang.declarations import listed
from saksgang.records import Case
from saksgang.view import View
from saksgang_benefits.dispatching import DECISIONS
from saksgang_benefits.letter_fields import amounts, time_in_words
from saksgang_benefits.looking import settings_of
from saksgang_benefits.matters import MATTERS, raised
from saksgang_benefits.names import KONTANT, SINGLE, UDDANNELSE, UNDELIVERED
from saksgang_benefits.reckoning import is_supplementary
from saksgang_benefits.refusing import known_case, no_caseworker

__all__ = [
    "VETS",
    "complete_letter",
    "decision_letter",
    "draft_letter",
    "filed_away",
    "of_its_case",
    "request",
    "revise_letter",
    "specification",
]

PAYSLIPS_WORD = "lønseddel"
REQUEST, GRANT = "anmodning", "afgorelse_bevilling"


def draft_letter(command: DraftLetter, actor: str, view: View) -> str | None:
    """Each template has what it has to say; what is no template here the core refuses."""
    case = known_case(view, command.case)
    vet = TEMPLATES.get(command.template)
    if case is None or vet is None:
        return None
    return (
        no_caseworker(actor, view, "BEN-08", "write a letter")
        or filed_away(command, case, view)
        or vet(command, case, view)
        or of_its_case(command, case)
    )


def of_its_case(command: DraftLetter, case: Case) -> str | None:
    """A letter names the case that it is written on, and goes to whom that case is about (BEN-08, BEN-20)."""
    number = command.fields.get("case_number")
    if number != case.number:
        return (
            f"BEN-08: The letter is written on case {case.number} and names {number!r}; put in the number of its case."
        )
    spouse = case.facts.get("spouse") if command.template == REQUEST and case.facts.get("married") else ""
    if command.to in (case.party, spouse):
        return None
    whom = "the applicant or the spouse" if command.template == REQUEST else "the applicant"
    return f"BEN-20: {command.to} is not {whom} of case {case.number}; address the letter to {case.party}."


def filed_away(command: DraftLetter, case: Case, view: View) -> str | None:
    """On a case that is filed away only a letter that reached nobody is written anew (BEN-20, BEN-26)."""
    undelivered = view.unfinished(case.number, UNDELIVERED) if case.ended else []
    if not case.ended or command.template in [view.letter(task.about).template for task in undelivered]:
        return None
    return (
        f"BEN-26: Case {case.number} is filed away, and no letter {command.template} of it came back; write on an open "
        "case of the citizen's."
    )


def request(command: DraftLetter, _case: Case, view: View) -> str | None:
    """A request raises at least one of the central matters (BEN-08), and tells how long there is (BEN-10)."""
    if not raised(command.fields.get("matters", "")):
        return (
            f"BEN-08: The letter raises none of the central matters; put in the paragraph of one of: {listed(MATTERS)}."
        )
    said, right = command.fields.get("time"), _time_set(view)
    if said == right:
        return None
    return f"BEN-10: The letter gives the citizen {said!r}, and the time that is set is {right!r}; put that in as time."


def _time_set(view: View) -> str:
    return time_in_words(settings_of(view).documentation_time)


def decision_letter(command: DraftLetter, case: Case, _view: View) -> str | None:
    """A decision letter tells the decision that was made (BEN-19)."""
    decision: Any = case.facts.get("decision", {})
    if decision.get("outcome") == DECISIONS[command.template]:
        return _names_benefit(command.fields.get("benefit", ""), case) or TELLS[command.template](command, case)
    made = decision.get("outcome") or "not made yet"
    return f"BEN-19: The decision of case {case.number} is {made}; {command.template} does not tell that."


def _names_benefit(text: str, case: Case) -> str | None:
    others = [name for name in (KONTANT, UDDANNELSE, SINGLE) if name != case.type]
    words = text.casefold()
    if case.type in words and not any(name in words for name in others):
        return None
    return (
        f"BEN-19: Case {case.number} is of {case.type}, and the letter tells of {text!r}; name the benefit of the case."
    )


def _reasoned(command: DraftLetter, case: Case) -> str | None:
    if command.fields.get("reason", "").strip():
        return None
    return f"BEN-19: The letter does not say why case {case.number} is refused; fill in the reason."


def _as_calculated(command: DraftLetter, case: Case) -> str | None:
    """Amount, steps and their mark are those of the calculation (BEN-16); payslips are told of (BEN-19)."""
    wrong = [name for name, text in amounts(case).items() if command.fields.get(name) != text]
    if wrong:
        return (
            f"BEN-16: The letter does not say what was calculated for case {case.number} in: {listed(wrong)}; take "
            "these fields from the calculation as they are."
        )
    return _tells_of_payslips(case, command.fields.get("conditions", ""))


def _tells_of_payslips(case: Case, text: str) -> str | None:
    words = text.casefold()
    if not is_supplementary(case) or (PAYSLIPS_WORD in words and "hver måned" in words):
        return None
    return (
        f"BEN-19: Case {case.number} is supplementary, and the letter does not say that the payslip ({PAYSLIPS_WORD}) "
        "is to be uploaded every month (hver måned); add that."
    )


def specification(command: DraftLetter, _case: Case, _view: View) -> str:
    """A payment specification goes with a payment and in no other way (BEN-23)."""
    return f"BEN-23: The letter {command.template} is made by itself with each payment; you cannot write one."


TELLS: Mapping[str, Callable[[DraftLetter, Case], str | None]] = {
    GRANT: _as_calculated,
    "afgorelse_afslag": _reasoned,
}
TEMPLATES: Mapping[str, Callable[[DraftLetter, Case, View], str | None]] = {
    REQUEST: request,
    **dict.fromkeys(DECISIONS, decision_letter),
    "udbetalingsspecifikation": specification,
}


def revise_letter(command: ReviseLetter, actor: str, view: View) -> str | None:
    """The caseworker completes the text, and what was calculated stays in it (BEN-16, BEN-19)."""
    letter = view.letter(command.letter)
    case = view.case(letter.case)
    return (
        no_caseworker(actor, view, "BEN-08", "write a letter")
        or (_still_asks(command.body, view) if letter.template == REQUEST else None)
        or _kept(letter.template, command.body, case)
    )


def _still_asks(body: str, view: View) -> str | None:
    if not raised(body):
        return f"BEN-08: The letter raises none of the central matters any more; keep one of: {listed(MATTERS)}."
    time = _time_set(view)
    if time in body:
        return None
    return f"BEN-10: The letter does not tell the citizen any more how long there is; {time!r} has to stay in it."


def _kept(template: str, body: str, case: Case) -> str | None:
    lost = [name for name, text in amounts(case).items() if text not in body] if template == GRANT else []
    if lost:
        return f"BEN-16: The letter does not say any more what was calculated: {listed(lost)} has to stay as it is."
    if case.number not in body:
        return f"BEN-08: The letter does not name its case any more; {case.number} has to stay in it."
    return _tells_of_payslips(case, body) if template == GRANT else None


def complete_letter(command: CompleteLetter, actor: str, view: View) -> str | None:
    """A letter that lay for a while still says what is calculated, and how long there is, now (BEN-10, BEN-16)."""
    letter = view.letter(command.letter)
    case = view.case(letter.case)
    old = letter.template == GRANT and any(text not in letter.body for text in amounts(case).values())
    if old:
        return f"BEN-16: The calculation of case {case.number} has changed since letter {letter.id}; draft it anew."
    if letter.template == REQUEST and _time_set(view) not in letter.body:
        return (
            f"BEN-10: There are {_time_set(view)} to hand in by now, and letter {letter.id} says else; draft it anew."
        )
    return no_caseworker(actor, view, "BEN-09", "send a letter")


VETS: Vets = {
    DraftLetter: draft_letter,
    ReviseLetter: revise_letter,
    CompleteLetter: complete_letter,
}
