"""A case that comes in from the finance system is somebody's (MON-06)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce
from saksgang.checks.laws_staff import Roster
from saksgang.events import CaseAssigned, CaseOpened, OfficeOpened
from saksgang.journal.record import Recorded
from saksgang_long_term_monitoring.checks_settings import ROUTINE

__all__ = ["ImportedCasesHaveTheirCaseworker"]


class ImportedCasesHaveTheirCaseworker(AtOnce):
    """Whom the import names has the case on the lists from then on (MON-06)."""

    id = "mon-imported-cases-have-their-caseworker"
    requirements = ("MON-06",)
    kind = "safety"
    sentence = "A case that comes in with the name of somebody who works here is assigned at once."

    def __init__(self) -> None:
        super().__init__()
        self._roster = Roster()

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Who works here."""
        self._roster.open(event)

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """A case comes in."""
        if event.routine == ROUTINE and event.facts.get("responsible") in self._roster.roles:
            self.owe(event.case, recorded)

    @sees(CaseAssigned)
    def assigned(self, event: CaseAssigned, recorded: Recorded) -> None:
        """To that one, or to who stands in."""
        self.paid(event.case)

    def unpaid(self, key: str, recorded: Recorded) -> str:
        """Nobody has it."""
        return f"Case {key} came in with a name, and was given to nobody."
