"""Which tasks a person completes, and which are done only by the act that they ask for (PPT-01, PPT-07, PPT-11)."""

from __future__ import annotations

from saksgang.casework import staff_of
from saksgang.commands import CompleteTask, ReassignTask, TakeTask
from saksgang.deciding import Vets
from saksgang.declarations import listed
from saksgang.records import Task
from saksgang.view import View
from saksgang_ppt_intake.approving import may_approve
from saksgang_ppt_intake.looking import category_of, person_of
from saksgang_ppt_intake.names import CASEWORKERS
from saksgang_ppt_intake.refusing_cases import lacks_role
from saksgang_ppt_intake.rows import Category

__all__ = ["DONE_BY_ACT", "VETS", "complete_task", "reassign_task", "review_outcome", "take_task"]

DONE_BY_ACT = {
    "register_document": ("PPT-01", "registering the document"),
    "distribute_case": ("PPT-04", "assigning the case"),
    "confirm_receipt": ("PPT-05", "completing the confirmation letter (mottaksbekreftelse)"),
    "assess_case": ("PPT-06", "assigning the case"),
    "approve_letter": ("PPT-09", "approving or returning the letter"),
    "revise_letter": ("PPT-09", "completing the letter again"),
    "preliminary_reply": ("PPT-11", "sending the preliminary reply (forelopig_svar) or the answer"),
}


def complete_task(command: CompleteTask, actor: str, view: View) -> str | None:
    """A task that an act does is not ticked off; a review is, in the ways that its category admits."""
    task = view.task(command.task)
    if task.kind in DONE_BY_ACT:
        rule, act = DONE_BY_ACT[task.kind]
        return f"{rule}: Task {task.id} ({task.kind}) is done by {act}, not by completing it; do that instead."
    if task.kind == "review_case":
        return _review(task, command.outcome, actor, view)
    if person_of(view, actor) is None:
        return f"PPT-08: Task {task.id} ({task.kind}) is a question to the staff; {actor} cannot answer it."
    return None


def _review(task: Task, outcome: str, actor: str, view: View) -> str | None:
    wrong = lacks_role(actor, CASEWORKERS, view, "PPT-07", "end the review of an inquiry")
    return wrong or review_outcome(outcome, category_of(view, task.about)) or _without_note(task, outcome, actor, view)


def review_outcome(outcome: str, category: Category) -> str | None:
    """How the review of an inquiry of that category may not be ended by hand (PPT-07, PPT-11)."""
    if outcome == "reply letter":
        return "PPT-07: A reply letter ends the review when it is sent; write and complete it, and it does."
    if outcome == "journal note" and category.individual_decision and category.needs_answer:
        return (
            f"PPT-11: {category.name!r} concerns an individual decision and is answered in writing; "
            "send a reply letter (svarbrev)."
        )
    if outcome == "no answer needed" and category.needs_answer:
        return f"PPT-11: {category.name!r} has to be answered; send a reply letter or answer with a journal note."
    return None


def _without_note(task: Task, outcome: str, actor: str, view: View) -> str | None:
    """Each review that ends with a note has one of its own, by whoever ends it."""
    if outcome != "journal note":
        return None
    who = staff_of(actor)
    notes = [note for note in view.notes(task.case) if note.author == who]
    for other in view.tasks(task.case):
        if (other.kind, other.outcome, other.done_by) == (task.kind, outcome, who):
            theirs = next((note for note in notes if note.written >= other.created), None)
            notes = [note for note in notes if note is not theirs]
    if any(note.written >= task.created for note in notes):
        return None
    return (
        f"PPT-07: {who} wrote no journal note on case {task.case} since the inquiry came to review, beside those that "
        "answer others; write in one what was answered, then complete the review."
    )


def reassign_task(command: ReassignTask, _actor: str, view: View) -> str | None:
    """A task is given to somebody who can do it, or to its queue; an approval to a leader who may approve (PPT-09)."""
    task, person = view.task(command.task), view.member(command.owner)
    if (wrong := _not_theirs_to_approve(task, command.owner, view)) is not None:
        return wrong
    if person is not None and set(person.roles).isdisjoint(_who_can(task)):
        rule, _ = DONE_BY_ACT.get(task.kind, ("PPT-07", ""))
        return (
            f"{rule}: Task {task.id} ({task.kind}) is for {listed(_who_can(task))}; {person.id} has: "
            f"{listed(person.roles)}. Give it to one who can do it, or to nobody for the queue."
        )
    return None


def _who_can(task: Task) -> tuple[str, ...]:
    """A review is ended by any caseworker, everything else by whom it was for."""
    return tuple(sorted(CASEWORKERS)) if task.kind == "review_case" else (task.role,)


def take_task(command: TakeTask, actor: str, view: View) -> str | None:
    """Nor does anybody take the approval of a letter of their own (PPT-09)."""
    return _not_theirs_to_approve(view.task(command.task), staff_of(actor), view)


def _not_theirs_to_approve(task: Task, staff: str, view: View) -> str | None:
    person = view.member(staff)
    if task.kind != "approve_letter" or person is None:
        return None
    if may_approve(person, view.letter(task.about), task.facts.get("completed_by")):
        return None
    return (
        f"PPT-09: {staff} cannot approve letter {task.about}: a leader (leder) does, who neither wrote nor completed "
        "it; give the task to another leader, or to nobody for the leaders' queue."
    )


VETS: Vets = {CompleteTask: complete_task, ReassignTask: reassign_task, TakeTask: take_task}
