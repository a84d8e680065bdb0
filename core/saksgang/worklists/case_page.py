"""The case view: everything on one case, and its history as the journal has it (COR-06)."""

from __future__ import annotations

from difflib import get_close_matches

from attrs import evolve, frozen

from saksgang.errors import InputRefused
from saksgang.events import DocumentRegistered
from saksgang.journal import Journal
from saksgang.journal.record import Recorded
from saksgang.reasons import Reasons
from saksgang.records import Case, Contact, Deadline, Document, Letter, Note, Task
from saksgang.view import View
from saksgang.worklists.hiding import hidden
from saksgang.worklists.labelling import Labels, labelled
from saksgang.worklists.telling import Moment, told

__all__ = ["CaseView", "case_view"]

ENGLISH = "en"


@frozen
class CaseView:
    """A case with all that lies on it, oldest first, and its history."""

    case: Case
    documents: tuple[Document, ...]
    letters: tuple[Letter, ...]
    tasks: tuple[Task, ...]
    deadlines: tuple[Deadline, ...]
    notes: tuple[Note, ...]
    contacts: tuple[Contact, ...]
    history: tuple[Moment, ...]


def case_view(
    view: View, journal: Journal, number: str, *, show_numbers: bool = False, language: str = ENGLISH
) -> CaseView:
    """Everything on a case up to the view's own moment; personal numbers masked unless asked for (COR-08).

    Its history is told in ``en``, ``nb`` or ``da``, in the latter two by the labels and reasons that routines declare.

    Raises:
        InputRefused: there is no such case; the message has the nearest numbers.
        JournalDamaged: its events do not read back as they were written.
        PluginRefused: the reasons of a plugin cannot be read.
    """
    case = _case(view, number)
    events = [recorded for recorded in journal.of_case(number) if recorded.at <= view.now]
    page = CaseView(
        case,
        _documents(view, events),
        tuple(view.letters(number)),
        tuple(task for task in view.tasks(number) if task.case == number),
        tuple(view.deadlines(number)),
        tuple(view.notes(number)),
        tuple(view.contacts(number)),
        tuple(_moment(recorded, view, language) for recorded in events),
    )
    return page if show_numbers else hidden(page)


def _moment(recorded: Recorded, view: View, language: str) -> Moment:
    if language != ENGLISH:
        event = Reasons(language, view.catalogue).event(recorded.event)
        recorded = evolve(recorded, event=labelled(event, Labels(view.catalogue)))
    return told(recorded, view.almanac, language)


def _case(view: View, number: str) -> Case:
    try:
        return view.case(number)
    except KeyError:
        near = get_close_matches(number, [case.number for case in view.cases()], n=3)
        meant = f"; near it are: {', '.join(near)}." if near else "; look it up on a case list."
        raise InputRefused(f"There is no case {number!r} in this office{meant}") from None


def _documents(view: View, events: list[Recorded]) -> tuple[Document, ...]:
    registered = (each.event for each in events)
    return tuple(view.document(event.document) for event in registered if isinstance(event, DocumentRegistered))
