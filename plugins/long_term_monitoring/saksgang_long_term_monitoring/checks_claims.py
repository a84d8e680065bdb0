"""What the checks keep of the claims of each case that is not closed, as the journal tells it (SIM-06)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import define

from saksgang.checks import Book, sees
from saksgang.events import CaseAmended, CaseOpened, OfficeOpened, StatusChanged
from saksgang.journal.record import Recorded
from saksgang_long_term_monitoring.checks_settings import CLOSED, MONITORED, ROUTINE, Local, settings

__all__ = ["Claim", "Claims", "ClaimsCheck", "Known"]

Claim = dict[str, Any]
NOTHING_TOLD: Claim = {}  # one for all cases of which the finance system has told nothing


@define
class Known:
    """What is known of a case.

    Attributes:
        claims: as they were told last.
        at: when that was.
        margin: how many months before it lapses a claim was to be listed by then.
        finance: what the finance system has told, by claim.
    """

    claims: list[Claim]
    at: dt.datetime
    margin: int
    finance: dict[str, Any]

    def by_id(self) -> dict[str, Claim]:
        """Each claim under its number."""
        return {claim["id"]: claim for claim in self.claims}


class Claims(Book):
    """The claims of all cases that are not closed, written up after the checks have seen an event."""

    def __init__(self) -> None:
        self.cases: dict[str, Known] = {}
        self.monitored: set[str] = set()
        self._margin = 4

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """How long before it lapses a claim is to be listed from now on."""
        self._margin = int(str(settings(event).get("limitation_margin", "4 months")).partition(" ")[0])

    @sees(CaseOpened, afterwards=True)
    def opened(self, event: CaseOpened, recorded: Recorded) -> None:
        """A case begins with claims."""
        if event.routine == ROUTINE:
            facts = event.facts
            claims, finance = facts.get("claims", []), facts.get("finance", NOTHING_TOLD)
            self.cases[event.case] = Known(claims, recorded.at, self._margin, finance)

    @sees(CaseAmended, afterwards=True)
    def amended(self, event: CaseAmended, recorded: Recorded) -> None:
        """They have changed."""
        known = self.cases.get(event.case)
        if known is None:
            return
        known.finance = event.facts.get("finance", known.finance)
        if "claims" in event.facts:
            known.claims, known.at, known.margin = event.facts["claims"], recorded.at, self._margin

    @sees(StatusChanged, afterwards=True)
    def moved(self, event: StatusChanged, recorded: Recorded) -> None:
        """Monitored or not; of a closed case nothing is asked any more."""
        if event.routine != ROUTINE:
            return
        if event.new == MONITORED:
            self.monitored.add(event.case)
        else:
            self.monitored.discard(event.case)
        if event.new == CLOSED:
            self.cases.pop(event.case, None)


class ClaimsCheck(Local):
    """The base of checks that look at claims: as they were before the event that they are shown."""

    reads = Claims

    def use(self, book: Claims) -> None:
        """The claims of all cases."""
        self.book = book

    def claims_of(self, case: str) -> dict[str, Claim]:
        """The claims of a case by their number, none of one that is closed."""
        known = self.book.cases.get(case)
        return known.by_id() if known is not None else {}

    def to_ask(self, case: str) -> list[str]:
        """Those that are open and not stopped."""
        claims = self.claims_of(case).values()
        return [c["id"] for c in claims if c.get("state", "open") == "open" and not c.get("stop", False)]
