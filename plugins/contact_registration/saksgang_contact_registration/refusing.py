"""What is refused: registrations against the rules, tasks ticked off, contacts offered twice (REG-01 to REG-13)."""

from __future__ import annotations

from saksgang.casework import staff_of
from saksgang.commands import CompleteTask, CreateTask, RecordContact
from saksgang.deciding import Vets
from saksgang.declarations import listed
from saksgang.errors import InputRefused
from saksgang.view import View
from saksgang_contact_registration.looking import about, ground_of, is_known, mark_in, registration_in, settings_of
from saksgang_contact_registration.names import TASK
from saksgang_contact_registration.rules import objections

__all__ = ["NOT_REGISTERED_BY", "VETS", "complete_task", "create_task", "record_contact"]

NOT_REGISTERED_BY = ("REG-01", "REG-02", "REG-13")


def record_contact(command: RecordContact, actor: str, view: View) -> str | None:
    """A registration keeps the hard rules, and the others too unless they are overruled with a reason."""
    if command.case:
        return "REG-13: A registration stands on no case of this routine; the case reference says which case it is."
    if not actor.startswith("staff:"):
        return f"REG-02: Contacts are registered by the staff who ended them, not by {actor}."
    try:
        registration = registration_in(command, view)
    except InputRefused as wrong:
        return f"REG-13: {wrong}"
    mark = mark_in(command.facts, day=view.today.isoformat(), party=command.party)
    found = next(objections(registration, ground_of(view, actor, mark)), None)
    return None if found is None else str(found)


def create_task(command: CreateTask, _actor: str, view: View) -> str | None:
    """A contact may be put on the list to be registered, in the counting week and once (REG-02, REG-13)."""
    source = str(command.facts.get("source", ""))
    settings = settings_of(view)
    if command.kind != TASK or command.about != about(source):
        return f"REG-02: Only a contact is put on this list; name it by its source, as in {about('slip 17')!r}."
    if not settings.counts(view.today):
        week = f"{settings.first_day} to {settings.last_day}"
        return f"REG-13: {view.today} lies outside the counting week, {week}; nothing is registered then."
    if command.facts.get("day") != view.today.isoformat():
        return f"REG-13: Say the day of the contact (day), {view.today}: it counts by it, also when registered later."
    if is_known(view, mark_in(command.facts, department=command.section)):
        return f"REG-02: The contact {source!r} is registered or on a list already; leave it at that."
    return None


def complete_task(command: CompleteTask, actor: str, view: View) -> str | None:
    """Registering the contact does the task; without it, the staff say which rule keeps it from being registered."""
    task = view.task(command.task)
    if view.member(staff_of(actor)) is None:
        return f"REG-02: What is not to be registered the staff say, not {actor}; leave the list to them."
    if command.outcome == "registered":
        return f"REG-02: Task {task.id} is done by registering the contact, not by completing it; do that instead."
    rule, why = command.facts.get("rule"), str(command.facts.get("why", ""))
    if rule in NOT_REGISTERED_BY and why.strip():
        return None
    return (
        f"REG-02: No contact is left out without a reason; say by which rule (rule: {listed(NOT_REGISTERED_BY)}) "
        "and why."
    )


VETS: Vets = {RecordContact: record_contact, CreateTask: create_task, CompleteTask: complete_task}
