"""What a reply is worth: the first one, and the final one (MSG-01 to MSG-09)."""

from __future__ import annotations

from saksgang.commands import Answer, MeetDeadline
from saksgang.deciding import Decisions
from saksgang.events import ContactRecorded
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_home_care_messages.looking import course_of

__all__ = ["ANSWERS", "keep_reply_deadlines"]


def keep_reply_deadlines(event: ContactRecorded, _recorded: Recorded, view: View) -> list[Answer]:
    """Which replies are a first one says the type; only a full one, or that to the last part, is final."""
    if event.direction != "out":
        return []
    kind = str(event.facts.get("kind"))
    course = course_of(event.case, view)
    final = kind == "full" or not course.progress.unanswered
    worth = {"first_reply": kind in course.route.first_replies, "final_reply": final}
    met = [each for each in view.running(event.case, *worth) if worth[each.kind]]
    return [Answer(MeetDeadline(deadline.id, f"{kind} reply"), course.row.requirement) for deadline in met]


ANSWERS: Decisions = {ContactRecorded: [keep_reply_deadlines]}
