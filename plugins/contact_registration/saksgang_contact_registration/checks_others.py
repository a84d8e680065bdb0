"""Contacts of the other routines: each is registered or offered at once, once, and theirs is left alone (REG-14)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.events import (
    CaseAmended,
    CaseOpened,
    ContactRecorded,
    DocumentReceived,
    LetterSent,
    NoteWritten,
    OfficeOpened,
    TaskCreated,
)
from saksgang.journal.record import Recorded
from saksgang_contact_registration.checks_settings import ROUTINE, Registered, RegistrationCheck, Week

__all__ = ["OthersContactsAreTakenUpAtOnce", "RulesRegisterWhatIsCertain"]


class OthersContactsAreTakenUpAtOnce(AtOnce):
    """Registered, counted in a batch, or on a list (REG-14)."""

    id = "reg-others-contacts-are-taken-up-at-once"
    everywhere = True
    requirements = ("REG-14",)
    kind = "safety"
    sentence = (
        "When another routine sends a letter, receives a document, keeps a contact or notes a call in the counting "
        "week, it is registered, counted in a batch or put on the list to be registered at the same instant."
    )

    def __init__(self) -> None:
        super().__init__()
        self._begins, self._ends = Week().span
        self._keys: dict[str, str] = {}
        self._call_words: list[str] = []

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """The counting week."""
        week = Week.of(event)
        self._begins, self._ends = week.span
        self._call_words = [word.casefold() for word in week.settings.get("call_words", ())]

    @sees(NoteWritten)
    def noted(self, event: NoteWritten, recorded: Recorded) -> None:
        """A note of a call."""
        words = "".join(sign if sign.isalnum() else " " for sign in event.text.casefold()).split()
        told = any(word.startswith(stem) for word in words for stem in self._call_words)
        if told and self._begins <= recorded.at < self._ends:
            self.owe(event.note, recorded)

    @sees(LetterSent, DocumentReceived, ContactRecorded)
    def happened(self, event: LetterSent | DocumentReceived | ContactRecorded, recorded: Recorded) -> None:
        """In another routine it is owed; in this one it pays."""
        if event.routine == ROUTINE:
            if isinstance(event, ContactRecorded):
                self.paid(str(event.facts.get("source", "")))
        elif self._begins <= recorded.at < self._ends:
            key = _known_by(event)
            self._keys[recorded.id] = key
            self.owe(key, recorded)

    @sees(TaskCreated, routine=ROUTINE)
    def listed(self, event: TaskCreated, recorded: Recorded) -> None:
        """On the list."""
        self.paid(str(event.facts.get("source", "")))

    @sees(CaseOpened, CaseAmended, routine=ROUTINE)
    def gathered(self, event: CaseOpened | CaseAmended, recorded: Recorded) -> None:
        """In a batch, by the letter that caused it."""
        self.paid(self._keys.get(recorded.cause, ""))

    def instant_over(self) -> None:
        """What gathers, gathers at once."""
        super().instant_over()
        self._keys.clear()

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody will ever count it."""
        return f"{key} of {recorded.event.routine} was neither registered nor offered for registration."


def _known_by(event: LetterSent | DocumentReceived | ContactRecorded) -> str:
    match event:
        case LetterSent(letter=letter):
            return letter
        case DocumentReceived(document=document):
            return document
        case _:
            return event.contact


class RulesRegisterWhatIsCertain(RegistrationCheck):
    """By itself only what is known, and nothing judged (REG-14)."""

    id = "reg-rules-register-what-is-certain"
    requirements = ("REG-14",)
    kind = "safety"
    sentence = (
        "What is registered by a rule stands on no case, overrules nothing, is about something that another routine "
        "did, and has type, closing, department and area."
    )

    def look(self, reg: Registered, recorded: Recorded) -> None:
        """Where no person registered it."""
        self.judge(reg.event.case == "", recorded, "A registration stands on a case.")
        if recorded.actor.startswith("staff:"):
            return
        complete = all(map(reg.says, ("type", "closing", "department", "source"))) and reg.event.about != ""
        caused = recorded.cause != "" and (reg.says("batch") != "" or not recorded.cause.startswith(f"{ROUTINE}:"))
        wrong = f"{recorded.actor} registered {reg.says('source')!r} although something about it was not certain."
        self.judge(complete and caused and not reg.overruled, recorded, wrong)
