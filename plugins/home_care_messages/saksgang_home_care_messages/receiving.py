"""A message comes: the system opens its case, with its deadlines and the task for whoever is responsible."""

from __future__ import annotations

from saksgang.commands import Answer, CancelDeadline, RegisterDocument, StartDeadline
from saksgang.deciding import Decisions
from saksgang.events import DocumentReceived, DocumentRegistered
from saksgang.journal.record import Recorded
from saksgang.records import Case
from saksgang.view import View
from saksgang_home_care_messages.going_on import go_on
from saksgang_home_care_messages.looking import settings_of
from saksgang_home_care_messages.names import CASE_TYPE
from saksgang_home_care_messages.progress import STATED

__all__ = ["ANSWERS", "begin", "open_message", "set_deadlines"]


def open_message(event: DocumentReceived, _recorded: Recorded, view: View) -> list[Answer]:
    """Every message becomes a case of its type at once; nobody has to register it (MSG-10).

    What came with it under the name of a step is nothing that anybody here has stated, and counts for none.
    """
    row = settings_of(view).type_of(event.category)
    facts = {"type": row.name, "sender": event.sender, **{name: "" for name in STATED if name in event.facts}}
    return [Answer(RegisterDocument(event.document, row.name, case_type=CASE_TYPE, facts=facts), row.requirement)]


def begin(event: DocumentRegistered, _recorded: Recorded, view: View) -> list[Answer]:
    """Its deadlines run from receipt, and the first leg of its steps lies with whoever is responsible."""
    return [*set_deadlines(view.case(event.case), view), *go_on(event.case, "", view)]


def set_deadlines(case: Case, view: View) -> list[Answer]:
    """The deadlines of a message's type; those of the type that it was before and is not any more end."""
    route = settings_of(view).route_of(str(case.facts.get("type", "")))
    row, wanted = route.row, route.deadlines
    there = [(each, (each.kind, each.about, each.targets[0].rule)) for each in view.deadlines(case.number)]
    over = [each for each, key in there if key not in wanted]  # of these, what has ended stays as it ended
    new = [key for key in wanted if key not in [known for _, known in there]]
    ended = [Answer(CancelDeadline(each.id, f"sorted as {row.name}"), row.requirement) for each in over]
    return ended + [
        Answer(StartDeadline(kind, case.number, {"due": rule}, about=about, start=case.opened), row.requirement)
        for kind, about, rule in new
    ]


ANSWERS: Decisions = {DocumentReceived: [open_message], DocumentRegistered: [begin]}
