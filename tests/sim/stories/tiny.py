"""A tiny routine for the tests of stories: a notice comes in, is looked at and answered by letter."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from saksgang import hookspecs
from saksgang.checks import Check, sees
from saksgang.commands import Answer, Command, CreateTask, PrintLetter, RegisterDocument, SendLetter, StartDeadline
from saksgang.declarations import CaseType, DeadlineKind, LetterTemplate, Role, Routine, Status, TaskKind
from saksgang.events import (
    DeadlineMissed,
    DocumentReceived,
    LetterAvailable,
    LetterCompleted,
    MailboxMissing,
    NoteWritten,
)
from saksgang.hookspecs import hookimpl
from saksgang.journal.record import Recorded
from saksgang.legaltime import Duration, Unit
from saksgang.plugins import Registry
from saksgang.settings import setting
from saksgang.view import View
from saksgang_sim.stories import Result, staged

__all__ = ["MUNICIPALITY", "TINY", "played", "registries", "story"]

MUNICIPALITY = """
[municipality]
name = "Lilleby"
country = "NO"
language = "nb"

[[staff]]
id = "kari"
name = "Kari Holme"
roles = ["clerk"]

[[staff]]
id = "per"
name = "Per Bakke"
roles = ["clerk"]

[routines.tiny]
"""


@frozen
class Settings:
    """Of the tiny routine."""

    opened_within: Duration = setting(default=Duration(Unit.DAYS, 2), help="How long a letter may lie unopened.")


class NobodyShouts(Check):
    """A check that a story's journal can violate."""

    id = "tiny-nobody-shouts"
    requirements = ("TNY-02",)
    kind = "safety"
    sentence = "No journal note shouts."

    @sees(NoteWritten)
    def written(self, event: NoteWritten, recorded: Recorded) -> None:
        """A note."""
        self.judge("!" not in event.text, recorded, f"Note {event.note} shouts.")


TINY = Routine(
    name="tiny",
    version="1.0",
    api=">=1,<2",
    title="A tiny routine",
    language="nb",
    countries=("NO", "DK"),
    case_types=(CaseType("matter", "TNY", "Sak", (Status("new", "new", ("closed",)), Status("closed", "closed"))),),
    task_kinds=(TaskKind("look", "Se på", "look at it", "clerk", ("done", "dropped")),),
    deadline_kinds=(DeadlineKind("opened", "Åpnes innen", "the letter is to be opened", "recipient", "setting"),),
    roles=(Role("clerk", "does it all"),),
    settings=Settings,
    letters=(LetterTemplate("answer", "Svar", ("text",), "Svar: $text"),),
    checks=(NobodyShouts,),
)


class TinyPlugin:
    """The routine as a plugin."""

    @hookimpl
    def declare_routine(self) -> Routine:
        """Say what it is."""
        return TINY

    @hookimpl
    def vet(self, command: Command) -> str | None:
        """Refuse one subject."""
        wrong = isinstance(command, RegisterDocument) and command.subject == "nonsense"
        return "TNY-01: This is no subject, write one that is." if wrong else None

    @hookimpl
    def respond(self, event: Recorded, view: View) -> Sequence[Answer]:
        """A task for each document; letters are sent, and printed when nobody opens them."""
        command = _answer(event, view)
        return [] if command is None else [Answer(command, "TNY-01")]


def _answer(recorded: Recorded, view: View) -> Command | None:
    match recorded.event:
        case DocumentReceived(document=document):
            return CreateTask("look", routine="tiny", about=document)
        case LetterCompleted(letter=letter):
            return SendLetter(letter)
        case LetterAvailable(letter=letter, case=case):
            return StartDeadline("opened", case, {"due": str(view.settings("tiny").opened_within)}, about=letter)
        case DeadlineMissed(about=letter):
            return PrintLetter(letter, "not opened")
        case MailboxMissing(letter=letter):
            return PrintLetter(letter, "no mailbox")
    return None


def registries(_: Sequence[Path] = ()) -> Registry:
    """Plugins with the tiny routine alone."""
    registry = Registry(hookspecs.PROJECT, "saksgang-tests-have-no-group", hookspecs)
    registry.register(TinyPlugin(), "tiny", "tests")
    return registry


BEGINNING = """
title = "A test"
requirements = ["TNY-01"]

{head}

[people]
sender = {{ birth = 1980-02-03 }}
hermit = {{ mailbox = false }}

[[step]]
at = "2026-03-27 09:00"
who = "sender"
does = "submit document"
category = "notice"
called = "the notice"

[[step]]
at = "2026-03-27 10:00"
who = "kari"
does = "register document"
document = "the notice"
subject = "notice"
called = "the case"

"""


def story(folder: Path, steps: str, head: str = "", name: str = "story.toml") -> Path:
    """A story file that begins with a notice on a case, and the municipality beside it."""
    (folder / "municipality.toml").write_text(MUNICIPALITY, encoding="utf-8")
    path = folder / name
    path.write_text(BEGINNING.format(head=head) + steps, encoding="utf-8")
    return path


def played(folder: Path, steps: str, head: str = "") -> Result:
    """What becomes of such a story."""
    (found,) = staged([story(folder, steps, head)], registries)
    return found.play()
