"""A small routine in a single file: residents' parking permits (beboerlicens), so that somebody else's contacts occur.

It shows beside the counting week what registration finds in other routines: applications by self-service and on paper,
decisions and reminders that go to the mailbox, calls and notes. It counts nothing itself and knows nothing of counting.
"""

# ruff: noqa: INP001 - a plugin in a single file belongs to no package

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from saksgang.commands import (
    Answer,
    ChangeStatus,
    Command,
    CompleteLetter,
    CompleteTask,
    CreateTask,
    DraftLetter,
    PrintLetter,
    RecordContact,
    RegisterDocument,
    SendLetter,
    StartDeadline,
    SubmitDocument,
    WriteNote,
)
from saksgang.declarations import CaseType, DeadlineKind, LetterTemplate, Role, Routine, Status, TaskKind
from saksgang.events import (
    DeadlineMissed,
    DocumentReceived,
    DocumentRegistered,
    LetterApproved,
    LetterCompleted,
    LetterDrafted,
    MailboxMissing,
    TaskCompleted,
)
from saksgang.hookspecs import hookimpl
from saksgang.journal.record import Recorded
from saksgang.view import View
from saksgang_sim.behaviour import Behaviour, Demand, Occasion, Service, Turn, Work
from saksgang_sim.hookspecs import simulated

__all__ = ["declare_routine", "describe_behaviour", "respond"]

NAME, CLERK = "beboerlicens", "parkering"
BODY = "Sag $sagsnummer om beboerlicens: $tekst\n\nVenlig hilsen\nTeknik og Miljø\n"
WORDS = {
    "afgorelse": "licensen er givet for et år.",
    "orientering": "husk at meddele, hvis du flytter eller skifter bil.",
}


@frozen
class Settings:
    """Nothing to set."""


@hookimpl
def declare_routine() -> Routine:
    """Permits that are applied for and granted; a week later the holder is told what to remember."""
    statuses = (Status("ansøgt", "applied for", ("givet",)), Status("givet", "granted"))
    return Routine(
        name=NAME,
        version="1.0",
        api=">=1,<2",
        title="Residents' parking permits",
        language="da",
        countries=("DK",),
        case_types=(CaseType("beboerlicens", "LIC", "resident's parking permit", statuses),),
        task_kinds=(
            TaskKind("journaliser", "Journalisér ansøgning", "register an application", CLERK),
            TaskKind("afgør", "Afgør ansøgning", "decide on an application", CLERK, ("givet",)),
        ),
        deadline_kinds=(
            DeadlineKind("orientering", "Orientering", "the holder is told", "time", "every Tuesday", "hver tirsdag"),
        ),
        roles=(Role(CLERK, "handles parking permits"),),
        settings=Settings,
        letters=tuple(LetterTemplate(name, "Beboerlicens", ("sagsnummer", "tekst"), BODY) for name in WORDS),
    )


@hookimpl
def respond(event: Recorded, view: View) -> Sequence[Answer]:
    """Register, decide, write, and tell the holder on the next Tuesday."""
    return [Answer(command, "LIC-01") for command in _commands(event, view)]


def _commands(recorded: Recorded, view: View) -> Sequence[Command]:
    match recorded.event:
        case DocumentReceived(document=document):
            return [CreateTask("journaliser", routine=NAME, about=document)]
        case DocumentRegistered(case=case, document=document, by=by):
            tasks = [task for task in view.tasks(document) if task.kind == "journaliser"]
            return [*(CompleteTask(task.id, "done", by=by) for task in tasks), CreateTask("afgør", case)]
        case TaskCompleted(case=case, kind="afgør"):
            remind = StartDeadline("orientering", case, {"due": "tuesday 10:00"})
            return [ChangeStatus(case, "givet"), _letter("afgorelse", case, view), remind]
        case DeadlineMissed(case=case):
            return [_letter("orientering", case, view)]
        case LetterDrafted(letter=letter):
            return [CompleteLetter(letter)]
        case LetterCompleted(letter=letter) | LetterApproved(letter=letter):
            return [SendLetter(letter)]
        case MailboxMissing(letter=letter):
            return [PrintLetter(letter, "no mailbox")]
        case _:
            return []


def _letter(template: str, case: str, view: View) -> DraftLetter:
    return DraftLetter(case, template, view.case(case).party, {"sagsnummer": case, "tekst": WORDS[template]})


def application(occasion: Occasion, _view: View) -> tuple[str, Command]:
    """By self-service or on paper."""
    person = occasion.population.adult(occasion.luck.integer(0, occasion.population.adults - 1, "citizen"))
    channel = occasion.luck.choice({"self-service": 3.0, "letter": 1.0}, "channel")
    command = SubmitDocument(NAME, person.id, person.id, "Ansøgning", channel=channel, personal_number=person.number)
    return person.id, command


def call(occasion: Occasion, view: View) -> tuple[str, Command] | None:
    """A holder calls; a clerk keeps it as a contact, or writes a note of it."""
    cases = [document.case for document in view.latest_documents(NAME, 50) if document.case]
    clerks = [p for p in view.staff() if CLERK in p.roles and view.here(p.id)]
    if not cases or not clerks:
        return None
    case = view.case(cases[occasion.luck.integer(0, len(cases) - 1, "case")])
    actor = f"staff:{clerks[0].id}"
    if occasion.luck.chance(0.5, "note"):
        return actor, WriteNote(case.number, "Borgeren ringede og spurgte, hvornår licensen gælder fra.")
    return actor, RecordContact(NAME, case.party, "in", "telephone", "gyldighed", case=case.number)


def register(turn: Turn) -> Work:
    """Each application opens a case."""
    yield RegisterDocument(turn.task.about, "Ansøgning", case_type="beboerlicens")


def decide(turn: Turn) -> Work:
    """All of them are granted."""
    yield CompleteTask(turn.task.id, "givet")


@simulated
def describe_behaviour() -> Behaviour:
    """A busy season for permits; all figures are assumptions."""
    demands = (Demand(f"{NAME}.application", 40.0, application), Demand(f"{NAME}.call", 12.0, call))
    services = {"journaliser": Service(5.0), "afgør": Service(10.0)}
    return Behaviour(NAME, demands, services, {"journaliser": register, "afgør": decide})
