"""What a reply is worth: the first one, and the final one (MSG-01 to MSG-09)."""

from __future__ import annotations

from saksgang.commands import Answer, MeetDeadline
from saksgang.deciding import Decisions
from saksgang.events import ContactRecorded
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_home_care_messages.looking import course_of, running, type_of
from saksgang_home_care_messages.progress import REPLIES

__all__ = ["ANSWERS", "keep_reply_deadlines"]


def keep_reply_deadlines(event: ContactRecorded, _recorded: Recorded, view: View) -> list[Answer]:
    """Any reply is a first reply, a temporary one too; only a full one, or that to the last part, is final."""
    kind = str(event.facts.get("kind"))
    if not event.case or event.direction != "out" or kind not in REPLIES:
        return []
    final = kind == "full" or (kind == "part" and not course_of(event.case, view).progress.unanswered)
    kinds = ("first_reply", "final_reply") if final else ("first_reply",)
    met = running(view, event.case, *kinds)
    rule = type_of(view.case(event.case), view).requirement
    return [Answer(MeetDeadline(deadline.id, f"{kind} reply"), rule) for deadline in met]


ANSWERS: Decisions = {ContactRecorded: [keep_reply_deadlines]}
