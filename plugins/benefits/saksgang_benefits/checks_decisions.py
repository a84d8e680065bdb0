"""Fully informed first, by a person; then a decision, with a note of one's own (BEN-07, BEN-15, BEN-17)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, Law
from saksgang.events import NoteWritten, StatusChanged, TaskCompleted, TaskCreated
from saksgang.journal.record import Recorded
from saksgang_benefits.checks_facts import FactsCheck
from saksgang_benefits.checks_money import spouse_of
from saksgang_benefits.checks_settings import ROUTINE

__all__ = ["DecisionsComeLast", "DecisionsHaveANote", "FullyInformedIsAPersonsWord"]

INFORMED, DECIDE, CASEWORKER = "fuldt oplyst", "decide", "sagsbehandler"
DECIDED = {"granted": "bevilget", "refused": "afslået"}
SINGLE = "enkeltydelse"


class FullyInformedIsAPersonsWord(FactsCheck):
    """A caseworker concludes, and not while the spouse's answer is open (BEN-15, BEN-07)."""

    id = "ben-fully-informed-is-a-persons-word"
    requirements = ("BEN-15", "BEN-07")
    kind = "safety"
    sentence = (
        "A case becomes fully informed by a caseworker's act, and not while a spouse who does not work full time is "
        "neither registered nor refuses."
    )

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """It is concluded."""
        if event.routine != ROUTINE or event.new != INFORMED or event.case not in self.pages:
            return
        self.judged += 1
        actor = recorded.actor.removeprefix("staff:")
        if not recorded.actor.startswith("staff:") or not self.roster.has(actor, CASEWORKER):
            self.broken(recorded, f"Case {event.case} was concluded as {INFORMED} by {recorded.actor}.")
        page = self.pages[event.case]
        if page.type != SINGLE and spouse_of(page.facts) == "not yet registered":
            wrong = f"Case {event.case} was concluded as {INFORMED}, although the spouse is not yet registered."
            self.broken(recorded, wrong, "BEN-07")


class DecisionsComeLast(FactsCheck, AtOnce):
    """No decision before the case is fully informed, and nothing else grants or refuses (BEN-15)."""

    id = "ben-decisions-come-last"
    requirements = ("BEN-15", "BEN-17")
    kind = "safety"
    sentence = (
        "A decision is asked for and made only while the case is fully informed; it brings the case into the status "
        "of its outcome at once, and nothing else does."
    )

    def __init__(self) -> None:
        super().__init__()
        self._decided: dict[str, str] = {}

    @sees(TaskCreated, of=DECIDE)
    def asked(self, event: TaskCreated, recorded: Recorded) -> None:
        """Somebody is to decide."""
        if event.routine == ROUTINE:
            self.judged += 1
            if self._standing(event.case) != INFORMED:
                self.broken(recorded, f"{event.task} asks to decide, but case {event.case} is not {INFORMED}.")

    @sees(TaskCompleted, of=DECIDE)
    def decided(self, event: TaskCompleted, recorded: Recorded) -> None:
        """Somebody decided."""
        if event.routine != ROUTINE or event.outcome not in DECIDED:
            return
        self.judged += 1
        if self._standing(event.case) != INFORMED:
            self.broken(recorded, f"Case {event.case} was {event.outcome} while {self._standing(event.case)}.")
        if not recorded.actor.startswith("staff:"):
            self.broken(recorded, f"Case {event.case} was {event.outcome} by {recorded.actor}.", "BEN-17")
        self._decided[event.case] = DECIDED[event.outcome]
        self.owe(event.case, recorded)

    @sees(StatusChanged)
    def changed(self, event: StatusChanged, recorded: Recorded) -> None:
        """A status, perhaps that of a decision."""
        if event.routine != ROUTINE:
            return
        if event.new in DECIDED.values():
            if self._decided.get(event.case) != event.new:
                self.broken(recorded, f"Case {event.case} is {event.new}, and nobody decided that.")
            self.paid(event.case)
        if event.final:
            self._decided.pop(event.case, None)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """A decision without effect."""
        return f"Case {key} was decided and its status did not change."

    def _standing(self, case: str) -> str | None:
        page = self.pages.get(case)
        return page.status if page is not None else None


class DecisionsHaveANote(Law):
    """Whoever decides has written why (BEN-17)."""

    id = "ben-decisions-have-a-note"
    requirements = ("BEN-17",)
    kind = "safety"
    sentence = "Whoever decides has written a journal note on the case before."

    def __init__(self) -> None:
        super().__init__()
        self._notes: dict[str, set[str]] = {}

    @sees(NoteWritten)
    def noted(self, event: NoteWritten, recorded: Recorded) -> None:
        """A note."""
        if event.routine == ROUTINE and event.text.strip():
            self._notes.setdefault(event.case, set()).add(event.by)

    @sees(StatusChanged)
    def ended(self, event: StatusChanged, recorded: Recorded) -> None:
        """On an ended case nothing is decided any more."""
        if event.final:
            self._notes.pop(event.case, None)

    @sees(TaskCompleted, of=DECIDE)
    def decided(self, event: TaskCompleted, recorded: Recorded) -> None:
        """A decision."""
        if event.routine == ROUTINE:
            self.judged += 1
            if event.by not in self._notes.get(event.case, set()):
                self.broken(recorded, f"Case {event.case} was {event.outcome} by {event.by}, who has written no note.")
