"""What the checks keep of the claims of each case that is not closed, as the journal tells it (SIM-06)."""

from __future__ import annotations

import datetime as dt
from typing import Any

from attrs import define

from saksgang.checks import Book, sees
from saksgang.events import CaseAmended, CaseOpened, OfficeOpened, StatusChanged, TaskCompleted
from saksgang.journal.record import Recorded
from saksgang_long_term_monitoring.checks_lapse import GIVEN_UP, lapse_day, owed_of
from saksgang_long_term_monitoring.checks_settings import CLOSED, MONITORED, ROUTINE, Local, settings

__all__ = ["Claim", "Claims", "ClaimsCheck", "Known", "gives_up"]

Claim = dict[str, Any]
NOTHING_TOLD: Claim = {}  # one for all cases of which the finance system has told nothing
NOTHING_GIVEN_UP: dict[str, dt.date] = {}


@define
class Known:
    """What is known of a case.

    Attributes:
        claims: as they were told last.
        at: when that was.
        margin: how many months before it lapses a claim was to be listed by then.
        finance: what the finance system has told, by claim.
        given_up: the claims left to lapse for a reason, each with the day on which it lapses.
    """

    claims: list[Claim]
    at: dt.datetime
    margin: int
    finance: dict[str, Any]
    given_up: dict[str, dt.date] = NOTHING_GIVEN_UP

    def by_id(self) -> dict[str, Claim]:
        """Each claim under its number."""
        return {claim["id"]: claim for claim in self.claims}


def gives_up(event: TaskCompleted) -> bool:
    """Whether a claim is left to lapse, with a reason."""
    return event.outcome == GIVEN_UP and str(event.facts.get("reason", "")).strip() != ""


class Claims(Book):
    """The claims of all cases that are not closed, written up after the checks have seen an event."""

    def __init__(self) -> None:
        self.cases: dict[str, Known] = {}
        self.closed: set[str] = set()
        self.monitored: set[str] = set()
        self.country = "NO"
        self._margin = 4

    @sees(OfficeOpened)
    def office_opened(self, event: OfficeOpened, recorded: Recorded) -> None:
        """Whose holidays they are, and how long before it lapses a claim is to be listed from now on."""
        self.country = event.country
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

    @sees(TaskCompleted, of="limitation_soon", afterwards=True)
    def given_up(self, event: TaskCompleted, recorded: Recorded) -> None:
        """A claim is left to lapse, and somebody has said why."""
        known = self.cases.get(event.case)
        claim = known.by_id().get(event.about) if known is not None else None
        if known is not None and claim is not None and gives_up(event):
            known.given_up = {**known.given_up, event.about: lapse_day(claim, self.country)}

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
            self.closed.add(event.case)


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

    def owed(self, case: str, claims: list[Claim] | None = None) -> tuple[Claim, ...]:
        """What is owed on a case, or would be with those claims: open, and not given up."""
        known = self.book.cases.get(case)
        if known is None:
            return owed_of(claims or [], NOTHING_GIVEN_UP, self.book.country)
        return owed_of(known.claims if claims is None else claims, known.given_up, self.book.country)
