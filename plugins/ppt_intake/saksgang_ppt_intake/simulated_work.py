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
from saksgang.records import Task
from saksgang.view import View
from saksgang_ppt_intake.looking import category_of
from saksgang_ppt_intake.names import CASE_TYPE
from saksgang_sim.behaviour import Turn, Work

__all__ = ["FOR_SCHOOL", "WORK"]

UNIT = "Pedagogisk-psykologisk tjeneste"
FOR_SCHOOL = "venter på uttalelse fra skolen"
WRONG_SUBJECT = 0.03
WRONG_CASEWORKER = 0.02
WITHOUT_COMMENTS = 0.1
WAITS_FOR_SCHOOL = 0.06
ANSWERED_BY_NOTE = 0.5
RETURNED = 0.18
SETS_UNDER_WORK = 0.95
LAST_RETURN = 2
EXPECTED_AFTER = dt.timedelta(days=90)


def register(turn: Turn) -> Work:
    """Register a document on the case that it names, else as a new one; at first perhaps with a wrong subject."""
    document = turn.view.document(turn.task.about)
    wrong = turn.attempt == 1 and turn.luck.chance(WRONG_SUBJECT, "wrong subject")
    subject = f"{document.category} {document.party}" if wrong else document.category
    case = document.facts.get("case")
    if isinstance(case, str) and not turn.view.case(case).ended:
        yield RegisterDocument(document.id, subject, case=case)
    else:
        yield RegisterDocument(document.id, subject, case_type=CASE_TYPE)


def distribute(turn: Turn) -> Work:
    """Assign the case to whom the directory names; at first perhaps to somebody else."""
    proposal = str(turn.task.facts["proposal"])
    others = [p.id for p in turn.view.staff() if "fagansatt" in p.roles and p.id != proposal]
    wrong = turn.attempt == 1 and others and turn.luck.chance(WRONG_CASEWORKER, "wrong caseworker")
    yield AssignCase(turn.task.case, others[0] if wrong else proposal)


def confirm(turn: Turn) -> Work:
    """Confirm the referral with the standard letter."""
    yield from _write(turn.task, "mottaksbekreftelse", turn.view, {})


def assess(turn: Turn) -> Work:
    """Redistribute to a specialist of the leader's own section who is here, or to any that there is, or keep it."""
    yield SeeCase(turn.task.case)
    specialists = [p for p in turn.view.staff() if "fagansatt" in p.roles and not p.gone]
    own = [p for p in specialists if p.section == turn.person.section and turn.view.here(p.id)]
    fit = own or [p for p in specialists if turn.view.here(p.id)] or specialists or [turn.person]
    yield AssignCase(turn.task.case, fit[turn.luck.integer(0, len(fit) - 1, "specialist")].id)


def review(turn: Turn) -> Work:
    """Look at it; then a reply letter, a journal note, nothing where nothing was asked, or wait for the school."""
    yield SeeCase(turn.task.case)
    category = category_of(turn.view, turn.task.about)
    if category.needs_answer and not turn.task.reason and turn.luck.chance(WAITS_FOR_SCHOOL, "waits for school"):
        yield WaitWithTask(turn.task.id, FOR_SCHOOL)
    elif not category.needs_answer:
        yield CompleteTask(turn.task.id, "no answer needed")
    elif not category.individual_decision and turn.luck.chance(ANSWERED_BY_NOTE, "by note"):
        yield WriteNote(turn.task.case, "Ringte foresatte og ble enige om veien videre.")
        yield CompleteTask(turn.task.id, "journal note")
    else:
        yield from _write(
            turn.task, "svarbrev", turn.view, {"next_steps": "Vi inviterer til et første møte på skolen."}
        )
        yield WaitWithTask(turn.task.id, "reply letter is with the section leader")


def answer_question(turn: Turn) -> Work:
    """Nearly always yes, the case is under work now."""
    yield CompleteTask(turn.task.id, "yes" if turn.luck.chance(SETS_UNDER_WORK, "under work") else "no")


def approve(turn: Turn) -> Work:
    """Approve the letter, or return it twice at the most, with comments if not at once."""
    letter = turn.view.letter(turn.task.about)
    if letter.rounds <= LAST_RETURN and turn.luck.chance(RETURNED, "returned"):
        wordless = turn.attempt == 1 and turn.luck.chance(WITHOUT_COMMENTS, "without comments")
        yield ReturnLetter(letter.id, "" if wordless else "Skriv tydeligere hva foresatte skal gjøre nå.")
    else:
        yield ApproveLetter(letter.id)


def revise(turn: Turn) -> Work:
    """Mend the returned letter and complete it again."""
    letter = turn.view.letter(turn.task.about)
    yield ReviseLetter(letter.id, f"{letter.body}\nDere trenger ikke å gjøre noe før møtet.\n")
    yield CompleteLetter(letter.id)


def reach(turn: Turn) -> Work:
    """Call whom a letter did not reach, and note it."""
    yield WriteNote(turn.task.case, "Brevet kom ikke fram. Ringte mottakeren og gikk gjennom innholdet.")
    yield CompleteTask(turn.task.id, "reached otherwise")


def reply_for_now(turn: Turn) -> Work:
    """Say that it takes longer, and why."""
    yield from _write(turn.task, "forelopig_svar", turn.view, {"reason": "Vi har mange saker til behandling."})


def _write(task: Task, template: str, view: View, fields: Mapping[str, str]) -> Work:
    """Draft a letter to the sender of the document concerned, with its template's fields, and complete it."""
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


WORK: Mapping[str, Callable[[Turn], Work]] = {
    "register_document": register,
    "distribute_case": distribute,
    "confirm_receipt": confirm,
    "assess_case": assess,
    "review_case": review,
    "ask_under_work": answer_question,
    "approve_letter": approve,
    "revise_letter": revise,
    "undelivered_letter": reach,
    "undelivered_confirmation": reach,
    "preliminary_reply": reply_for_now,
}
