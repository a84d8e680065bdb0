"""Whose case it is: the directory's proposal, the section leader's assessment, the caseworker (PPT-04, PPT-06)."""

from __future__ import annotations

from saksgang.casework import staff_of
from saksgang.commands import Answer, CancelTask, CompleteTask, CreateTask, ReassignTask
from saksgang.deciding import Decisions
from saksgang.events import CaseAmended, CaseAssigned, DocumentRegistered
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_ppt_intake.directory import Proposal
from saksgang_ppt_intake.looking import opening_document, proposal_for
from saksgang_ppt_intake.names import LEDER, SPECIALIST

__all__ = [
    "ANSWERS",
    "distribute_new_case",
    "end_distribution",
    "give_to_leader",
    "give_to_specialist",
    "hand_work_over",
    "propose_again",
]

# Work that belongs to the caseworker of the case, whoever that is.
CASEWORK = ("review_case", "preliminary_reply", "undelivered_letter")


def distribute_new_case(event: DocumentRegistered, _recorded: Recorded, view: View) -> list[Answer]:
    """A new case is to be distributed by the directory, by the consultant who registered it (PPT-04)."""
    if not event.opened:
        return []
    proposal = proposal_for(view, event.case, event.document)
    return [_to_distribute(event.case, event.document, event.by, proposal)]


def propose_again(event: CaseAmended, _recorded: Recorded, view: View) -> list[Answer]:
    """Facts changed before the case was distributed: where the directory now names another, it says so (PPT-04)."""
    answers = []
    for task in view.unfinished(event.case, "distribute_case"):
        proposal = proposal_for(view, event.case, task.about)
        if task.facts.get("proposal") != proposal.to:
            answers.append(Answer(CancelTask(task.id, f"the facts changed: {proposal.rule} counts now"), "PPT-04"))
            answers.append(_to_distribute(event.case, task.about, task.owner, proposal))
    return answers


def _to_distribute(case: str, document: str, owner: str, proposal: Proposal) -> Answer:
    facts = {"proposal": proposal.to, "rule": proposal.rule}
    return Answer(CreateTask("distribute_case", case, about=document, owner=owner, facts=facts), "PPT-04")


def end_distribution(event: CaseAssigned, recorded: Recorded, view: View) -> list[Answer]:
    """The case was assigned: distributing it is done, and assessing it unless that is still to be done (PPT-06).

    An assessment that lies with whom the case went to was handed on with it, when its owner left the service.
    """
    by = staff_of(recorded.actor)
    done = view.unfinished(event.case, "distribute_case")
    done += [task for task in view.unfinished(event.case, "assess_case") if task.owner != _assessor(event.to, view)]
    rule = {"distribute_case": "PPT-04", "assess_case": "PPT-06"}
    return [Answer(CompleteTask(task.id, "assigned", by=by), rule[task.kind]) for task in done]


def give_to_leader(event: CaseAssigned, _recorded: Recorded, view: View) -> list[Answer]:
    """A case with a leader, or with nobody who could work on it, is to be assessed and redistributed (PPT-06)."""
    if _is_specialist(event.to, view):
        return []
    owner = _assessor(event.to, view)
    if any(task.owner == owner for task in view.unfinished(event.case, "assess_case")):
        return []
    about = opening_document(view, event.case)
    return [Answer(CreateTask("assess_case", event.case, about=about, owner=owner), "PPT-06")]


def give_to_specialist(event: CaseAssigned, _recorded: Recorded, view: View) -> list[Answer]:
    """A specialist who gets the case reviews what opened it, once in the life of the case (PPT-07)."""
    document = opening_document(view, event.case)
    known = any(task.kind == "review_case" and task.about == document for task in view.tasks(event.case))
    if known or not _is_specialist(event.to, view):
        return []
    return [Answer(CreateTask("review_case", event.case, about=document, owner=event.to), "PPT-07")]


def hand_work_over(event: CaseAssigned, _recorded: Recorded, view: View) -> list[Answer]:
    """The caseworker's open work on a case goes where the case goes (PPT-06)."""
    reason = f"the case went to {event.to or 'the queue'}"
    return [
        Answer(ReassignTask(task.id, event.to, reason), "PPT-06")
        for task in view.unfinished(event.case, *CASEWORK)
        if task.owner != event.to
    ]


def _is_specialist(staff: str, view: View) -> bool:
    person = view.member(staff)
    return person is not None and SPECIALIST in person.roles


def _assessor(staff: str, view: View) -> str:
    """Who assesses a case that went to ``staff``: a leader does it, for anybody else the leaders' queue."""
    person = view.member(staff)
    return staff if person is not None and LEDER in person.roles else ""


ANSWERS: Decisions = {
    DocumentRegistered: [distribute_new_case],
    CaseAmended: [propose_again],
    CaseAssigned: [end_distribution, give_to_leader, give_to_specialist, hand_work_over],
}
