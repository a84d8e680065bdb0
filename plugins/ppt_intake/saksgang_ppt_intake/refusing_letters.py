"""What is refused about letters: who writes which, one confirmation, approval by another (PPT-05, PPT-07, PPT-09)."""

from __future__ import annotations

from collections.abc import Callable

from saksgang.casework import staff_of
from saksgang.commands import ApproveLetter, DraftLetter, ReturnLetter, ReviseLetter
from saksgang.deciding import Vets
from saksgang.declarations import listed
from saksgang.view import View
from saksgang_ppt_intake.dates import in_words, is_written
from saksgang_ppt_intake.looking import category_of, document_on, settings_of
from saksgang_ppt_intake.names import CASEWORKERS, KONSULENT, LEDER, SPECIALIST
from saksgang_ppt_intake.refusing_cases import lacks_role

__all__ = [
    "VETS",
    "approve_letter",
    "draft_confirmation",
    "draft_letter",
    "draft_preliminary",
    "draft_reply",
    "return_letter",
    "revise_letter",
]


def draft_letter(command: DraftLetter, actor: str, view: View) -> str | None:
    """Each template has its writers and what it may answer; what is no template here the core refuses."""
    vet = DRAFTS.get(command.template)
    return vet(command, actor, view) or _other_than_known(command, view) if vet else None


def draft_confirmation(command: DraftLetter, actor: str, view: View) -> str | None:
    """A consultant confirms a new referral, nothing else, and once (PPT-05)."""
    return (
        lacks_role(actor, (KONSULENT,), view, "PPT-05", "confirm a referral")
        or _answers_nothing(command, view, "PPT-05")
        or _no_new_referral(command, view)
        or _confirmed_already(command, view)
    )


def draft_reply(command: DraftLetter, actor: str, view: View) -> str | None:
    """A specialist writes replies, on a case that they were given to review, each to an inquiry on it (PPT-07)."""
    wrong = lacks_role(actor, (SPECIALIST,), view, "PPT-07", "write a reply")
    return wrong or _answers_nothing(command, view, "PPT-07") or _no_reviewer(command, staff_of(actor), view)


def draft_preliminary(command: DraftLetter, actor: str, view: View) -> str | None:
    """Whoever the case lies with says that it takes longer, a leader too (PPT-11)."""
    wrong = lacks_role(actor, CASEWORKERS, view, "PPT-11", "write a preliminary reply")
    return wrong or _answers_nothing(command, view, "PPT-11")


DRAFTS: dict[str, Callable[[DraftLetter, str, View], str | None]] = {
    "mottaksbekreftelse": draft_confirmation,
    "svarbrev": draft_reply,
    "forelopig_svar": draft_preliminary,
}


def _no_reviewer(command: DraftLetter, author: str, view: View) -> str | None:
    reviews = [task for task in view.tasks(command.case) if task.kind == "review_case"]
    if any(author in (task.owner, task.done_by) for task in reviews):
        return None
    return (
        f"PPT-07: Case {command.case} was not given to {author} to review; whoever has the review writes the reply, so "
        "take the review first or have the case assigned to you."
    )


def _answers_nothing(command: DraftLetter, view: View, rule: str) -> str | None:
    if document_on(view, command.case, command.answers) is not None:
        return None
    return (
        f"{rule}: A letter from template {command.template!r} answers a document on case {command.case}, and "
        f"{command.answers!r} is none; name the document that it answers."
    )


def _other_than_known(command: DraftLetter, view: View) -> str | None:
    """What the system knows stands in a letter as the system knows it: case number and received date (PPT-02)."""
    number, date = command.fields.get("case_number"), command.fields.get("received_date")
    if number not in (None, command.case):
        return f"PPT-02: The letter is on case {command.case}, and its case number is {number!r}; write {command.case}."
    received = view.document(command.answers).received
    if date is None or is_written(received, date):
        return None
    return (
        f"PPT-02: Document {command.answers} was received on {received}, and the letter has {date!r} as received date "
        f"(mottatt dato); write {in_words(received)}."
    )


def _no_new_referral(command: DraftLetter, view: View) -> str | None:
    category = category_of(view, command.answers)
    if category.new_referral:
        return None
    names = listed(row.name for row in settings_of(view).categories if row.new_referral)
    return (
        f"PPT-05: The confirmation is only for a new referral ({names}), and document {command.answers} is "
        f"registered as {category.name!r}; answer it with a reply letter."
    )


def _confirmed_already(command: DraftLetter, view: View) -> str | None:
    """A confirmation that failed, or was stopped before it went out, was none; so only the last one counts."""
    wanted = (command.template, command.answers)
    letters = [letter for letter in view.letters(command.case) if (letter.template, letter.answers) == wanted]
    still_owed = bool(view.unfinished(command.case, "confirm_receipt", about=command.answers))
    void = ("failed", "stopped by hand") if still_owed else ("failed",)
    if not letters or letters[-1].state in void:
        return None
    return f"PPT-05: Document {command.answers} has its confirmation, letter {letters[-1].id}; it gets one only."


def revise_letter(command: ReviseLetter, _actor: str, view: View) -> str | None:
    """Free text goes out only with approval: a letter that needs none keeps its template's words (PPT-09)."""
    letter = view.letter(command.letter)
    if letter.needs_approval:
        return None
    return (
        f"PPT-09: Letter {letter.id} ({letter.template}) goes out without approval, so its text stays as the template "
        "has it; stop it and draft it anew with other fields, or write a reply letter (svarbrev)."
    )


def approve_letter(command: ApproveLetter | ReturnLetter, actor: str, view: View) -> str | None:
    """A section leader approves or returns, and never a letter of their own (PPT-09)."""
    wrong = lacks_role(actor, (LEDER,), view, "PPT-09", "approve or return a letter")
    if wrong:
        return wrong
    letter = view.letter(command.letter)
    tasks = view.unfinished(letter.case, "approve_letter", about=letter.id)
    if staff_of(actor) in (letter.author, *(task.facts.get("completed_by") for task in tasks)):
        return (
            f"PPT-09: {staff_of(actor)} wrote or completed letter {letter.id} and cannot approve or return it; "
            "another leader has to."
        )
    return None


def return_letter(command: ReturnLetter, actor: str, view: View) -> str | None:
    """As approval, and with comments on what is to be changed (PPT-09)."""
    if command.comments.strip():
        return approve_letter(command, actor, view)
    return f"PPT-09: Letter {command.letter} cannot be returned without comments; say what the author is to change."


VETS: Vets = {
    DraftLetter: draft_letter,
    ReviseLetter: revise_letter,
    ApproveLetter: approve_letter,
    ReturnLetter: return_letter,
}
