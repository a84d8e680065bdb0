"""What the handheld terminal tells of a visit: made in vain or not (MSG-03)."""

from __future__ import annotations

from saksgang.commands import Answer, WriteNote
from saksgang.deciding import Decisions
from saksgang.events import ServiceAnswered
from saksgang.journal.record import Recorded
from saksgang.view import View

__all__ = ["ANSWERS", "note_visit_in_vain"]


def note_visit_in_vain(event: ServiceAnswered, _recorded: Recorded, _view: View) -> list[Answer]:
    """The employee had gone already: the case says so; ``visits_in_vain`` counts such answers (MSG-03).

    An answer that says neither yes nor no is on the case too, for a person to find out.
    """
    said = event.facts.get("in_vain")
    if event.service != "handheld" or said is False:
        return []
    if said is True:
        text = f"Bomtur: den ansatte hadde dratt til besøket {event.about} før beskjeden kom fram."
    else:
        text = f"Uklart svar fra håndterminalen om besøket {event.about}: spør den ansatte om det ble bomtur."
    return [Answer(WriteNote(event.case, text), "MSG-03")]


ANSWERS: Decisions = {ServiceAnswered: [note_visit_in_vain]}
