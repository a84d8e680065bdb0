"""A completed letter goes out by itself, digital where that is possible and else on paper (BEN-09, BEN-19).

One that reaches nobody is somebody's task until it is sent anew (BEN-09, BEN-20).
"""

from __future__ import annotations

from saksgang.commands import (
    BY_DISTRIBUTION,
    Answer,
    ChangeStatus,
    CompleteLetter,
    CompleteTask,
    CreateTask,
    PrintLetter,
    ReopenTask,
    SendLetter,
)
from saksgang.deciding import Decisions
from saksgang.events import LetterCompleted, LetterDrafted, LetterFailed, LetterSent, MailboxMissing
from saksgang.journal.record import Recorded
from saksgang.records import Letter, Task
from saksgang.view import View
from saksgang_benefits.matters import raised
from saksgang_benefits.names import UNDELIVERED

__all__ = [
    "ANSWERS",
    "DECISIONS",
    "complete_own",
    "end_decision_letter",
    "end_sent_anew",
    "print_at_once",
    "send_completed",
    "tell_of_failure",
]

DECISIONS = {"afgorelse_bevilling": "granted", "afgorelse_afslag": "refused"}
"""The templates of decision letters, and of which decision."""


def complete_own(event: LetterDrafted, _recorded: Recorded, _view: View) -> list[Answer]:
    """A letter that a rule has written is complete as it is (BEN-23)."""
    return [Answer(CompleteLetter(event.letter), "BEN-23")] if _by_rule(event.author) else []


def send_completed(event: LetterCompleted, _recorded: Recorded, _view: View) -> list[Answer]:
    """Nobody chooses how a letter goes: it is handed over and finds its way (BEN-09)."""
    return [Answer(SendLetter(event.letter), "BEN-09")]


def print_at_once(event: MailboxMissing, _recorded: Recorded, _view: View) -> list[Answer]:
    """Who has no Digital Post gets paper at once (BEN-09)."""
    return [Answer(PrintLetter(event.letter, "ingen Digital Post"), "BEN-09")]


def end_decision_letter(event: LetterSent, _recorded: Recorded, view: View) -> list[Answer]:
    """The decision is on its way to the citizen; a refused case has nothing more to come (BEN-19, BEN-20)."""
    if event.template not in DECISIONS:
        return []
    author = view.letter(event.letter).author
    tasks = view.unfinished(event.case, "decision_letter")
    done = [answer for task in tasks for answer in _ended(task, "sent", author, "BEN-19")]
    if view.case(event.case).status != "afslået":
        return done
    return [*done, Answer(ChangeStatus(event.case, "afsluttet", "afslaget er sendt"), "BEN-20")]


def tell_of_failure(event: LetterFailed, _recorded: Recorded, view: View) -> list[Answer]:
    """A letter that reached nobody is the business of whoever has the case (BEN-09)."""
    owner = view.case(event.case).responsible or BY_DISTRIBUTION
    return [Answer(CreateTask(UNDELIVERED, event.case, about=event.letter, owner=owner), "BEN-09")]


def end_sent_anew(event: LetterSent, _recorded: Recorded, view: View) -> list[Answer]:
    """A letter that says the same to the same person takes the place of the one that failed (BEN-09)."""
    anew = view.letter(event.letter)
    tasks = [task for task in view.unfinished(event.case, UNDELIVERED) if _same(view.letter(task.about), anew)]
    return [answer for task in tasks for answer in _ended(task, "sent anew", anew.author, "BEN-09")]


def _same(failed: Letter, anew: Letter) -> bool:
    # What a rule writes, the specification of a payment, tells of another month each time.
    alike = (failed.template, failed.to) == (anew.template, anew.to) and not _by_rule(anew.author)
    return alike and set(raised(failed.body)) <= set(raised(anew.body))


def _by_rule(author: str) -> bool:
    return author.startswith("rule:")


def _ended(task: Task, outcome: str, author: str, rule: str) -> list[Answer]:
    """Who sends the letter goes on with a task that was left waiting for it (BEN-13)."""
    goes_on = [Answer(ReopenTask(task.id, "brevet er sendt"), rule)] if task.state == "waiting" else []
    return [*goes_on, Answer(CompleteTask(task.id, outcome, by=author), rule)]


ANSWERS: Decisions = {
    LetterDrafted: [complete_own],
    LetterCompleted: [send_completed],
    MailboxMissing: [print_at_once],
    LetterSent: [end_decision_letter, end_sent_anew],
    LetterFailed: [tell_of_failure],
}
