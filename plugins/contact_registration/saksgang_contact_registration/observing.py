"""What is known of a contact from another routine's event: REG-14. Each function fills in what is certain, no more."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Any

from attrs import field, frozen

from saksgang.casework import staff_of
from saksgang.events import (
    ContactRecorded,
    DocumentReceived,
    DocumentRegistered,
    Event,
    LetterPrintOrdered,
    LetterSent,
    NoteWritten,
)
from saksgang.journal.record import Recorded
from saksgang.records import Document
from saksgang.view import View
from saksgang_contact_registration.identity import Mark
from saksgang_contact_registration.looking import settings_of
from saksgang_contact_registration.names import (
    ADMINISTRATIVE,
    CHANGES,
    CLOSINGS,
    FURTHER,
    ON_CASE,
    OPENS,
    OUTPUT_MANAGER,
    SERVICE,
    TRANSACTIONS,
    TYPES,
)
from saksgang_contact_registration.rows import Source

__all__ = ["OBSERVED", "Draft", "day_of", "draft_of"]

OUR_WORDS = {"type": TYPES, "closing": CLOSINGS, "activity": (*ADMINISTRATIVE, SERVICE)}
_WORD = re.compile(r"\w+")
WRITTEN = ("digital post", "letter", "e-mail", "self-service", "message")


@frozen
class Draft:
    """A registration in the making; what is not known is left out.

    Attributes:
        source: what the contact is known by: the letter's, document's, contact's or note's id.
        direction: ``""`` where only a person can tell.
    """

    source: str
    party: str
    direction: str
    channel: str
    area: str = ""
    facts: Mapping[str, Any] = field(factory=dict)

    @property
    def mark(self) -> Mark:
        """What the contact is known by; its number says it all."""
        return Mark(self.source)


Fill = Callable[[Any, Recorded, View], "Draft | None"]


def letter_sent(event: LetterSent, _recorded: Recorded, view: View) -> Draft:
    """A letter went to the mailbox; where it ends is not certain then, so it is left to an output manager (REG-09)."""
    row = _row(view, event.routine, event.template)
    author = view.letter(event.letter).author
    facts = _letter_facts(row, event.case) | {"delivery": OUTPUT_MANAGER}
    return _draft(event.letter, event.to, "out", OUTPUT_MANAGER, row, facts, author, view)


def letter_printed(event: LetterPrintOrdered, _recorded: Recorded, view: View) -> Draft:
    """A letter of which nothing is known went to print; whether it was sent before the week, a person has to say."""
    letter = view.letter(event.letter)
    row = _row(view, event.routine, letter.template)
    return _draft(letter.id, letter.to, "", "letter", row, _letter_facts(row, event.case), letter.author, view)


def _letter_facts(row: Source | None, case: str) -> dict[str, Any]:
    kind = (row.type if row else "") or ON_CASE
    facts = {"type": kind, "changed": kind in TRANSACTIONS, "closing": FURTHER, "activity": "sagsbehandling"}
    if row is not None and row.form:
        facts |= {"form": True, "collects": True}
    return facts | _on_case(case)


def document_received(event: DocumentReceived, _recorded: Recorded, view: View) -> Draft:
    """Something came in; what it did to which case only its registration tells."""
    return _document(view.document(event.document), {}, "", view)


def document_registered(event: DocumentRegistered, _recorded: Recorded, view: View) -> Draft:
    """It opened a case or was added to one."""
    document = view.document(event.document)
    row = _row(view, event.routine, document.category)
    kind = (row.type if row else "") or (OPENS if event.opened else CHANGES)
    facts = {"type": kind, "changed": kind in TRANSACTIONS} | _on_case(event.case)
    return _document(document, facts, event.by, view)


def _document(document: Document, facts: dict[str, Any], by: str, view: View) -> Draft:
    row = _row(view, document.routine, document.category)
    facts = {**facts, "day": document.received.isoformat(), "activity": "sagsbehandling"}
    if document.channel in WRITTEN:
        facts["closing"] = FURTHER
    if row is not None and row.form:
        facts |= {"form": True, "right_kind": True}
        if document.channel == "self-service":  # it lets nobody send what is not filled in
            facts["filled"] = "helt"
    return _draft(document.id, document.sender, "in", document.channel, row, facts, by, view)


def contact_recorded(event: ContactRecorded, _recorded: Recorded, view: View) -> Draft:
    """Another routine keeps a contact; what it says of it in our words is taken over."""
    row = _row(view, event.routine, event.about)
    facts: dict[str, Any] = {"closing": FURTHER} if event.channel in WRITTEN else {}
    if event.channel != "personal":  # a personal one may be the service itself
        facts["activity"] = "sagsbehandling"
    if row is not None and row.type:
        facts |= {"type": row.type, "changed": row.type in TRANSACTIONS}
    facts = {**_on_case(event.case), **facts, **_said(event.facts)}
    return _draft(event.contact, event.party, event.direction, event.channel, row, facts, event.by, view)


def _said(facts: Mapping[str, Any]) -> dict[str, Any]:
    """What another routine says in our very words; a word of another meaning is not ours."""
    said = {name: facts[name] for name, words in OUR_WORDS.items() if facts.get(name) in words}
    if said.get("type"):
        said["changed"] = said["type"] in TRANSACTIONS
    return said


def note_written(event: NoteWritten, _recorded: Recorded, view: View) -> Draft | None:
    """A note that tells of a telephone call; who called whom and how it ended stands in it, for a person to read."""
    stems = tuple(word.casefold() for word in settings_of(view).call_words)
    if not any(word.startswith(stems) for word in _WORD.findall(event.text.casefold())):
        return None
    row = _row(view, event.routine, "")
    facts = {"activity": "sagsbehandling"} | _on_case(event.case)
    return _draft(event.note, view.case(event.case).party, "", "telephone", row, facts, event.by, view)


def _row(view: View, routine: str, what: str) -> Source | None:
    return next((row for row in settings_of(view).sources if row.covers(routine, what)), None)


def _on_case(case: str) -> dict[str, Any]:
    """A case number and no personal number: it says which case it is, and gives nobody away (COR-08)."""
    return {"reference_kind": "sagsnummer", "reference": case} if case else {}


def _draft(  # noqa: PLR0913, PLR0917 - what every way of filling in has found
    source: str,
    party: str,
    direction: str,
    channel: str,
    row: Source | None,
    facts: Mapping[str, Any],
    by: str,
    view: View,
) -> Draft:
    person = view.member(staff_of(by) or by)
    settings = settings_of(view)
    known: dict[str, Any] = {"day": view.today.isoformat(), "source": source}
    if person is not None:
        known["ended_by"] = person.id
    if person is not None and settings.department(person.section) is not None:
        known["department"] = person.section
    elif row is not None:
        known["department"] = row.department
    return Draft(source, party, direction, channel, row.area if row else "", {**known, **facts})


OBSERVED: dict[type[Event], Fill] = {
    ContactRecorded: contact_recorded,
    DocumentReceived: document_received,
    DocumentRegistered: document_registered,
    LetterPrintOrdered: letter_printed,
    LetterSent: letter_sent,
    NoteWritten: note_written,
}


def day_of(event: Event, view: View) -> dt.date:
    """The local day of the contact that an event tells of: when the document came in, else today."""
    if isinstance(event, DocumentRegistered):
        return view.document(event.document).received
    return event.received if isinstance(event, DocumentReceived) else view.today


def draft_of(recorded: Recorded, view: View) -> Draft | None:
    """What is known of the contact that an event tells of; ``None`` when it tells of none."""
    fill = OBSERVED.get(type(recorded.event))
    return None if fill is None else fill(recorded.event, recorded, view)
