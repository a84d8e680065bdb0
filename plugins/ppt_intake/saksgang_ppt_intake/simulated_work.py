"""What simulated staff of PPT do with each kind of task, by the commands of a person at the desk (SIM-04)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from saksgang.commands import (
    ApproveLetter,
    AssignCase,
    CompleteLetter,
    CompleteTask,
    DraftLetter,
    RegisterDocument,
    ReturnLetter,
    ReviseLetter,
    SeeCase,
    WaitWithTask,
    WriteNote,
)
from saksgang.records import StaffMember, Task
from saksgang.view import View
from saksgang_ppt_intake.looking import category_of
from saksgang_ppt_intake.names import CASE_TYPE
from saksgang_sim.behaviour import Work
from saksgang_sim.luck import Luck

__all__ = ["WORK"]

UNIT = "Pedagogisk-psykologisk tjeneste"
WRONG_SUBJECT = 0.03
ANSWERED_BY_NOTE = 0.5
RETURNED = 0.18
SETS_UNDER_WORK = 0.95
LAST_RETURN = 2
EXPECTED_AFTER = dt.timedelta(days=90)


def register(task: Task, person: StaffMember, view: View, luck: Luck, attempt: int) -> Work:
    """Register a document on the case that it names, else as a new one; at first perhaps with a wrong subject."""
    document = view.document(task.about)
    wrong = attempt == 1 and luck.chance(WRONG_SUBJECT, "wrong subject")
    subject = f"{document.category} {document.party}" if wrong else document.category
    case = document.facts.get("case")
    if isinstance(case, str) and not view.case(case).ended:
        yield RegisterDocument(document.id, subject, case=case)
    else:
        yield RegisterDocument(document.id, subject, case_type=CASE_TYPE)


def distribute(task: Task, person: StaffMember, view: View, luck: Luck, attempt: int) -> Work:
    """Assign the case to whom the directory names."""
    yield AssignCase(task.case, str(task.facts["proposal"]))


def confirm(task: Task, person: StaffMember, view: View, luck: Luck, attempt: int) -> Work:
    """Confirm the referral with the standard letter."""
    yield from _write(task, "mottaksbekreftelse", view, {})


def assess(task: Task, person: StaffMember, view: View, luck: Luck, attempt: int) -> Work:
    """Redistribute to a specialist of the leader's own section who is here, or to any."""
    yield SeeCase(task.case)
    specialists = [p for p in view.staff() if "fagansatt" in p.roles and view.here(p.id)]
    own = [p for p in specialists if p.section == person.section] or specialists
    if own:
        yield AssignCase(task.case, own[luck.integer(0, len(own) - 1, "specialist")].id)


def review(task: Task, person: StaffMember, view: View, luck: Luck, attempt: int) -> Work:
    """Look at it; then a reply letter, a journal note, or nothing where nothing was asked."""
    yield SeeCase(task.case)
    category = category_of(view, task.about)
    if not category.needs_answer:
        yield CompleteTask(task.id, "no answer needed")
    elif not category.individual_decision and luck.chance(ANSWERED_BY_NOTE, "by note"):
        yield WriteNote(task.case, "Ringte foresatte og ble enige om veien videre.")
        yield CompleteTask(task.id, "journal note")
    else:
        yield from _write(task, "svarbrev", view, {"next_steps": "Vi inviterer til et første møte på skolen."})
        yield WaitWithTask(task.id, "reply letter is with the section leader")


def answer_question(task: Task, person: StaffMember, view: View, luck: Luck, attempt: int) -> Work:
    """Nearly always yes, the case is under work now."""
    yield CompleteTask(task.id, "yes" if luck.chance(SETS_UNDER_WORK, "under work") else "no")


def approve(task: Task, person: StaffMember, view: View, luck: Luck, attempt: int) -> Work:
    """Approve the letter, or return it with comments, twice at the most."""
    letter = view.letter(task.about)
    if letter.rounds <= LAST_RETURN and luck.chance(RETURNED, "returned"):
        yield ReturnLetter(letter.id, "Skriv tydeligere hva foresatte skal gjøre nå.")
    else:
        yield ApproveLetter(letter.id)


def revise(task: Task, person: StaffMember, view: View, luck: Luck, attempt: int) -> Work:
    """Mend the returned letter and complete it again."""
    letter = view.letter(task.about)
    yield ReviseLetter(letter.id, f"{letter.body}\nDere trenger ikke å gjøre noe før møtet.\n")
    yield CompleteLetter(letter.id)


def reply_for_now(task: Task, person: StaffMember, view: View, luck: Luck, attempt: int) -> Work:
    """Say that it takes longer, and why."""
    yield from _write(task, "forelopig_svar", view, {"reason": "Vi har mange saker til behandling."})


def _write(task: Task, template: str, view: View, fields: Mapping[str, str]) -> Work:
    """Draft a letter to the sender of the document concerned, with the fields that its template has, and complete it."""
    document = view.document(task.about)
    known = {
        "case_number": task.case,
        "received_date": f"{document.received:%d.%m.%Y}",
        "expected": f"{view.today + EXPECTED_AFTER:%d.%m.%Y}",
        "unit": UNIT,
        **fields,
    }
    declared = view.catalogue.letter(task.routine, template).fields
    filled = {name: known[name] for name in declared}
    events = yield DraftLetter(task.case, template, document.sender, filled, answers=document.id)
    yield CompleteLetter(events[0].event.letter)  # type: ignore[attr-defined]


WORK: Mapping[str, Callable[[Task, StaffMember, View, Luck, int], Work]] = {
    "register_document": register,
    "distribute_case": distribute,
    "confirm_receipt": confirm,
    "assess_case": assess,
    "review_case": review,
    "ask_under_work": answer_question,
    "approve_letter": approve,
    "revise_letter": revise,
    "preliminary_reply": reply_for_now,
}
