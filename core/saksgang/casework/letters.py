"""Letters at the desk: draft, revise, complete, approve or return (COR-04). On their way out: ``dispatch``."""

from __future__ import annotations

from string import Template

from saksgang.casework.context import Context, staff_of
from saksgang.changing import changed
from saksgang.commands import ApproveLetter, CompleteLetter, DraftLetter, ReturnLetter, ReviseLetter
from saksgang.declarations import LetterTemplate, listed
from saksgang.errors import Refused
from saksgang.events import (
    Event,
    LetterApproved,
    LetterCompleted,
    LetterDrafted,
    LetterReturned,
    LetterRevised,
)
from saksgang.journal.record import Recorded
from saksgang.records import Letter
from saksgang.state import State

__all__ = ["DECIDE", "FOLD", "in_state"]


def in_state(letter: Letter, allowed: tuple[str, ...], doing: str) -> None:
    """Refuse what a letter in its present state does not admit (COR-04)."""
    if letter.state not in allowed:
        raise Refused(
            "COR-04",
            f"Letter {letter.id} is {letter.state!r} and cannot be {doing}; that takes a letter that is: "
            f"{listed(allowed)}.",
        )


def written(template: LetterTemplate, fields: dict[str, str]) -> str:
    """The text with every declared field filled in; a missing or unknown field is refused (COR-04)."""
    missing = [name for name in template.fields if name not in fields]
    unknown = [name for name in fields if name not in template.fields]
    if missing or unknown:
        wrong = "; ".join(
            f"{what}: {listed(names)}" for what, names in (("missing", missing), ("unknown", unknown)) if names
        )
        raise Refused("COR-04", f"Letter template {template.name!r} needs other fields ({wrong}).")
    return Template(template.body).substitute(fields)


def draft_letter(command: DraftLetter, ctx: Context) -> list[Event]:
    """Make a letter from a template of the case's routine."""
    case = ctx.case(command.case)
    template = ctx.catalogue.letter(case.routine, command.template)
    body = written(template, command.fields)
    key = ctx.state.letters.next_id(case.number)
    author = staff_of(ctx.actor) or ctx.actor
    return [
        LetterDrafted(
            case.routine,
            case.number,
            key,
            template.name,
            command.to,
            author,
            template.title,
            body,
            template.needs_approval,
            command.answers,
        )
    ]


def revise_letter(command: ReviseLetter, ctx: Context) -> list[Event]:
    """Change the text while it is the author's."""
    letter = ctx.letter(command.letter)
    in_state(letter, ("draft", "returned"), "revised")
    who = staff_of(ctx.actor) or ctx.actor
    return [LetterRevised(letter.routine, letter.case, letter.id, who, command.body)]


def complete_letter(command: CompleteLetter, ctx: Context) -> list[Event]:
    """Declare it finished; every round is counted."""
    letter = ctx.letter(command.letter)
    in_state(letter, ("draft", "returned"), "completed")
    who = staff_of(ctx.actor) or ctx.actor
    return [
        LetterCompleted(
            letter.routine,
            letter.case,
            letter.id,
            letter.template,
            who,
            letter.needs_approval,
            letter.rounds + 1,
        )
    ]


def approve_letter(command: ApproveLetter, ctx: Context) -> list[Event]:
    """Approve what waits for approval."""
    letter = ctx.letter(command.letter)
    in_state(letter, ("to approve",), "approved")
    return [LetterApproved(letter.routine, letter.case, letter.id, staff_of(ctx.actor) or ctx.actor)]


def return_letter(command: ReturnLetter, ctx: Context) -> list[Event]:
    """Send it back with comments; comments put into the text are a revision of their own."""
    letter = ctx.letter(command.letter)
    in_state(letter, ("to approve",), "returned")
    who = staff_of(ctx.actor) or ctx.actor
    events: list[Event] = [LetterReturned(letter.routine, letter.case, letter.id, who, command.comments)]
    if command.body:
        events.append(LetterRevised(letter.routine, letter.case, letter.id, who, command.body))
    return events


def letter_drafted(event: LetterDrafted, _: Recorded, state: State) -> None:
    """Fold: a draft."""
    letter = Letter(
        event.letter,
        event.routine,
        event.case,
        event.template,
        event.to,
        event.author,
        event.title,
        event.body,
        event.needs_approval,
        answers=event.answers,
    )
    state.letters.put(event.letter, letter)


def letter_revised(event: LetterRevised, _: Recorded, state: State) -> None:
    """Fold: another text."""
    state.letters.put(event.letter, changed(state.letters[event.letter], body=event.body))


def letter_completed(event: LetterCompleted, _: Recorded, state: State) -> None:
    """Fold: to the leader, or approved at once where the template asks for no approval."""
    to = "to approve" if event.needs_approval else "approved"
    state.letters.put(event.letter, changed(state.letters[event.letter], state=to, rounds=event.round))


def letter_returned(event: LetterReturned, _: Recorded, state: State) -> None:
    """Fold: the author's again."""
    state.letters.put(event.letter, changed(state.letters[event.letter], state="returned"))


def letter_approved(event: LetterApproved, _: Recorded, state: State) -> None:
    """Fold: ready to be sent."""
    state.letters.put(event.letter, changed(state.letters[event.letter], state="approved"))


DECIDE = {
    DraftLetter: draft_letter,
    ReviseLetter: revise_letter,
    CompleteLetter: complete_letter,
    ApproveLetter: approve_letter,
    ReturnLetter: return_letter,
}
FOLD = {
    LetterDrafted: letter_drafted,
    LetterRevised: letter_revised,
    LetterCompleted: letter_completed,
    LetterReturned: letter_returned,
    LetterApproved: letter_approved,
}
