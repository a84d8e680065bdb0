"""A completed letter goes to the section leader and comes back approved or with comments (PPT-09, PPT-10)."""

from __future__ import annotations

from saksgang.commands import Answer, CancelTask, CompleteTask, CreateTask, ReassignTask, SendLetter
from saksgang.deciding import Decisions
from saksgang.events import LetterApproved, LetterCompleted, LetterReturned, LetterStopped, TaskReassigned
from saksgang.journal.record import Recorded
from saksgang.records import Letter, StaffMember
from saksgang.view import View
from saksgang_ppt_intake.names import LEDER

__all__ = [
    "ANSWERS",
    "approver_of",
    "ask_for_approval",
    "drop_approval",
    "end_revision",
    "keep_from_author",
    "may_approve",
    "send_approved",
    "send_without_approval",
    "take_back",
]


def send_without_approval(event: LetterCompleted, _recorded: Recorded, _view: View) -> list[Answer]:
    """A standard letter needs no approval and goes out when it is completed (PPT-05)."""
    return [] if event.needs_approval else [Answer(SendLetter(event.letter), "PPT-05")]


def end_revision(event: LetterCompleted, _recorded: Recorded, view: View) -> list[Answer]:
    """A returned letter was completed again (PPT-09)."""
    tasks = view.unfinished(event.case, "revise_letter", about=event.letter)
    return [Answer(CompleteTask(task.id, "completed again", by=event.by), "PPT-09") for task in tasks]


def ask_for_approval(event: LetterCompleted, _recorded: Recorded, view: View) -> list[Answer]:
    """The section leader finds the letter on the start page (PPT-09)."""
    if not event.needs_approval:
        return []
    owner = approver_of(view.letter(event.letter), event.by, view)
    facts = {"completed_by": event.by, "round": event.round}
    task = CreateTask("approve_letter", event.case, about=event.letter, owner=owner, facts=facts)
    return [Answer(task, "PPT-09")]


def approver_of(letter: Letter, completed_by: str, view: View) -> str:
    """The leader of the responsible caseworker's section, ``""`` (the leaders' queue) where there is none who may.

    Somebody absent is named all the same: the office then gives the task to the deputy and says so. Not so where
    that deputy could not approve it, being no leader or the author.
    """
    responsible = view.member(view.case(letter.case).responsible)
    section = responsible.section if responsible else ""
    for person in view.staff():
        if person.section == section and may_approve(person, letter, completed_by) and not person.gone:
            deputy = view.member(person.deputy)
            if view.here(person.id) or deputy is None or may_approve(deputy, letter, completed_by):
                return person.id
    return ""


def may_approve(person: StaffMember, letter: Letter, completed_by: object) -> bool:
    """Whether somebody leads, and neither wrote the letter nor completed it."""
    return LEDER in person.roles and person.id not in (letter.author, completed_by)


def keep_from_author(event: TaskReassigned, _recorded: Recorded, view: View) -> list[Answer]:
    """An approval that falls to whoever may not give it, as a deputy, goes to a leader who may (PPT-09)."""
    task, person = view.task(event.task), view.member(event.owner)
    if task.kind != "approve_letter" or person is None:
        return []
    letter, completed_by = view.letter(task.about), str(task.facts.get("completed_by", ""))
    if may_approve(person, letter, completed_by):
        return []
    owner = approver_of(letter, completed_by, view)
    return [Answer(ReassignTask(task.id, owner, "nobody approves a letter of their own"), "PPT-09")]


def send_approved(event: LetterApproved, _recorded: Recorded, view: View) -> list[Answer]:
    """An approved letter is sent by itself (PPT-10)."""
    tasks = view.unfinished(event.case, "approve_letter", about=event.letter)
    done = [Answer(CompleteTask(task.id, "approved", by=event.by), "PPT-09") for task in tasks]
    return [*done, Answer(SendLetter(event.letter), "PPT-10")]


def take_back(event: LetterReturned, _recorded: Recorded, view: View) -> list[Answer]:
    """A returned letter is the author's again, with the comments (PPT-09)."""
    tasks = view.unfinished(event.case, "approve_letter", about=event.letter)
    done = [Answer(CompleteTask(task.id, "returned", by=event.by), "PPT-09") for task in tasks]
    owner = view.letter(event.letter).author
    facts = {"comments": event.comments}
    revise = CreateTask("revise_letter", event.case, about=event.letter, owner=owner, facts=facts)
    return [*done, Answer(revise, "PPT-09")]


def drop_approval(event: LetterStopped, _recorded: Recorded, view: View) -> list[Answer]:
    """A letter that somebody handles by hand needs neither approval nor revision any more (PPT-10)."""
    tasks = view.unfinished(event.case, "approve_letter", "revise_letter", about=event.letter)
    return [Answer(CancelTask(task.id, f"the letter is handled by hand: {event.reason}"), "PPT-10") for task in tasks]


ANSWERS: Decisions = {
    LetterCompleted: [send_without_approval, end_revision, ask_for_approval],
    LetterApproved: [send_approved],
    LetterReturned: [take_back],
    LetterStopped: [drop_approval],
    TaskReassigned: [keep_from_author],
}
