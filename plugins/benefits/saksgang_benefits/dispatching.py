"""A completed letter goes out by itself, digital where that is possible and else on paper (BEN-09, BEN-19)."""

from __future__ import annotations

from saksgang.commands import Answer, ChangeStatus, CompleteLetter, CompleteTask, PrintLetter, SendLetter
from saksgang.deciding import Decisions
from saksgang.events import LetterCompleted, LetterDrafted, LetterSent, MailboxMissing
from saksgang.journal.record import Recorded
from saksgang.view import View

__all__ = ["ANSWERS", "DECISIONS", "complete_own", "end_decision_letter", "print_at_once", "send_completed"]

DECISIONS = {"afgorelse_bevilling": "granted", "afgorelse_afslag": "refused"}
"""The templates of decision letters, and of which decision."""


def complete_own(event: LetterDrafted, _recorded: Recorded, _view: View) -> list[Answer]:
    """A letter that a rule has written is complete as it is (BEN-23)."""
    return [Answer(CompleteLetter(event.letter), "BEN-23")] if event.author.startswith("rule:") else []


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
    done = [Answer(CompleteTask(task.id, "sent", by=author), "BEN-19") for task in tasks]
    if view.case(event.case).status != "afslået":
        return done
    return [*done, Answer(ChangeStatus(event.case, "afsluttet", "afslaget er sendt"), "BEN-20")]


ANSWERS: Decisions = {
    LetterDrafted: [complete_own],
    LetterCompleted: [send_completed],
    MailboxMissing: [print_at_once],
    LetterSent: [end_decision_letter],
}
