"""A case that comes in from the finance system comes once, and is somebody's (MON-06, MON-08)."""

from __future__ import annotations

from saksgang.checks import sees
from saksgang.checks.laws_base import AtOnce, Law
from saksgang.checks.laws_staff import Roster
from saksgang.events import CaseAssigned, CaseOpened, OfficeOpened
from saksgang.journal.record import Recorded
from saksgang_long_term_monitoring.checks_settings import ROUTINE

__all__ = ["ClaimsComeInOnce", "ImportedCasesHaveTheirCaseworker"]


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


class ClaimsComeInOnce(Law):
    """A list that the finance system hands over again opens no second case (MON-08)."""

    id = "mon-claims-come-in-once"
    requirements = ("MON-08",)
    kind = "safety"
    sentence = "No two cases of a debtor are opened for the same claim."

    def __init__(self) -> None:
        super().__init__()
        self._case: dict[tuple[str, str], str] = {}

    @sees(CaseOpened)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """Claims come in."""
        if event.routine != ROUTINE:
            return
        for claim in event.facts.get("claims", ()):
            first = self._case.setdefault((event.party, claim["id"]), event.case)
            wrong = f"Claim {claim['id']} opened case {event.case}, and case {first} before."
            self.judge(first == event.case, recorded, wrong)
