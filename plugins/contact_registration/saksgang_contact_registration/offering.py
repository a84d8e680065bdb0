"""Contacts of other routines: registered by rule where all is certain, else offered to a person (REG-14)."""

from __future__ import annotations

from collections.abc import Sequence

from saksgang.commands import Answer, CreateTask, RecordContact
from saksgang.errors import InputRefused
from saksgang.events import DocumentRegistered
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_contact_registration.gathering import gathered
from saksgang_contact_registration.looking import (
    about,
    ground_of,
    is_known,
    registration_in,
    settings_of,
    unfinished,
)
from saksgang_contact_registration.names import ROUTINE, TASK
from saksgang_contact_registration.observing import OBSERVED, Draft, day_of, draft_of
from saksgang_contact_registration.rules import Objection, objections

__all__ = ["command_of", "objections_to", "observed", "offer"]


def observed(recorded: Recorded, view: View) -> list[Answer]:
    """What is done about another routine's event: nothing outside the week, nor for a contact known already."""
    if type(recorded.event) not in OBSERVED or not settings_of(view).counts(day_of(recorded.event, view)):
        return []
    draft = draft_of(recorded, view)
    if draft is None:
        return []
    if isinstance(recorded.event, DocumentRegistered):
        return _registered_document(draft, view)
    return [] if is_known(view, draft.mark) else _registered_or_offered(draft, view)


def _registered_document(draft: Draft, view: View) -> list[Answer]:
    """What was offered when it came in is certain now, unless a person was faster."""
    waiting = unfinished(view, draft.mark)
    if not waiting and is_known(view, draft.mark):
        return []
    against = objections_to(draft, view)
    if against:
        return [] if waiting else [offer(draft, against, view)]
    return [Answer(command_of(draft), "REG-14")]


def _registered_or_offered(draft: Draft, view: View) -> list[Answer]:
    against = objections_to(draft, view)
    if not against:
        return [Answer(command_of(draft), "REG-14")]
    if [objection.rule for objection in against] == ["REG-10"]:
        return gathered(command_of(draft), view)
    return [offer(draft, against, view)]


def objections_to(draft: Draft, view: View) -> list[Objection]:
    """What keeps a draft from being registered by rule; warnings too, since only people judge."""
    if not draft.direction:
        return [Objection("REG-14", "hard", "Only a person can say who turned to whom.")]
    command = command_of(draft)
    try:
        registration = registration_in(command, view)
    except InputRefused as wrong:
        return [Objection("REG-14", "hard", str(wrong))]
    return list(objections(registration, ground_of(view, mark=draft.mark)))


def command_of(draft: Draft) -> RecordContact:
    """The registration of a draft."""
    return RecordContact(ROUTINE, draft.party, draft.direction, draft.channel, draft.area, facts={**draft.facts})


def offer(draft: Draft, against: Sequence[Objection], view: View) -> Answer:
    """A task for the department's people, with all that is known and what is still to be said."""
    why: list[object] = [str(objection) for objection in against]
    known = {"direction": draft.direction, "channel": draft.channel, "party": draft.party, "area": draft.area}
    owner = str(draft.facts.get("ended_by", ""))
    person = view.member(owner)
    facts = {**known, **draft.facts, "why": why}
    able = person is not None and view.catalogue.task_kind(ROUTINE, TASK).role in person.roles
    return Answer(
        CreateTask(
            TASK,
            routine=ROUTINE,
            about=about(draft.source),
            owner=owner if able else "",
            section=_queue(str(draft.facts.get("department", "")), view),
            facts=facts,
        ),
        "REG-14",
    )


def _queue(department: str, view: View) -> str:
    """The department's own queue where somebody works it off, else the one of all."""
    role = view.catalogue.task_kind(ROUTINE, TASK).role
    return department if any(p.section == department and role in p.roles for p in view.staff()) else ""
