"""The form: what it shows, and that none is saved with a point missing (MON-07, MON-08, MON-09)."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from saksgang.checks import sees
from saksgang.events import CaseAmended, CaseOpened, TaskCompleted, TaskCreated
from saksgang.journal.record import Recorded
from saksgang_long_term_monitoring.checks_claims import ClaimsCheck
from saksgang_long_term_monitoring.checks_settings import ROUTINE, Local

__all__ = ["ClaimsCanBeRead", "NoFormIsSavedWithAPointMissing", "TheFormShowsTheClaims"]

DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
AHEAD = 3


class ClaimsCanBeRead(Local):
    """A case that comes up is about something: each claim says what it is, how much and since when (MON-08)."""

    id = "mon-claims-can-be-read"
    requirements = ("MON-08", "MON-14")
    kind = "safety"
    sentence = (
        "A case has one claim at least; each has a number of its own, says what it is about, and has an amount in "
        "whole øre above nothing and a due date no more than three years ahead; its limitation does not count from a "
        "day that is still to come, unless from the due day."
    )

    @sees(CaseOpened, CaseAmended)
    def known(self, event: CaseOpened | CaseAmended, recorded: Recorded) -> None:
        """The claims come, or others."""
        if event.routine != ROUTINE or (isinstance(event, CaseAmended) and "claims" not in event.facts):
            return
        claims = event.facts.get("claims")
        self.judged += 1
        if not _readable(claims, self.day(recorded.at)):
            self.broken(recorded, f"Case {event.case} has claims that nobody can read: {claims}.")


def _readable(claims: object, today: dt.date) -> bool:
    if not isinstance(claims, list) or not claims:
        return False
    numbers = {str(claim["id"]) for claim in claims if isinstance(claim, dict) and _complete(claim, today)}
    return len(numbers) == len(claims)


def _complete(claim: dict[str, Any], today: dt.date) -> bool:
    for name in ("id", "what"):
        said = claim.get(name)
        if not isinstance(said, str) or not said.strip():
            return False
    amount, due = claim.get("amount"), _date(claim.get("due"))
    since = _date(claim.get("limitation_from", claim.get("due")))
    if type(amount) is not int or amount <= 0 or due is None or since is None:
        return False
    return due.year <= today.year + AHEAD and since <= max(today, due)


def _date(text: object) -> dt.date | None:
    if not isinstance(text, str) or DATE.fullmatch(text) is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


class TheFormShowsTheClaims(ClaimsCheck):
    """What the claims are about, how much is owed, and the checklist as set (MON-08, MON-07)."""

    id = "mon-the-form-shows-the-claims"
    requirements = ("MON-08", "MON-07")
    kind = "safety"
    sentence = (
        "The form of a case that comes up shows each claim with what it is about, its amount and what finance has "
        "told of it, the sum of what is owed, and the checklist as it is set."
    )

    @sees(TaskCreated, of="review")
    def up(self, event: TaskCreated, recorded: Recorded) -> None:
        """The form."""
        if event.routine != ROUTINE:
            return
        known = self.book.cases.get(event.case)
        claims, finance = (known.claims, known.finance) if known is not None else ([], {})
        total = sum(claim["amount"] for claim in claims if claim.get("state", "open") == "open")
        wanted = [(claim["id"], claim["what"], claim["amount"], finance.get(claim["id"])) for claim in claims]
        shown = [(r["id"], r["what"], r["amount"], r.get("finance")) for r in event.facts.get("claims", ())]
        wrong = f"The form {event.task} shows {shown}, {event.facts.get('total')} owed; the case has {wanted}, {total}."
        right = shown == wanted and event.facts.get("total") == total
        self.judge(right, recorded, wrong)
        points = event.facts.get("checklist")
        self.judge(points == self.settings.get("checklist"), recorded, f"{event.task} has the checklist {points}.")


class NoFormIsSavedWithAPointMissing(Local):
    """Every point is ticked before an outcome is chosen (MON-09)."""

    id = "mon-no-form-is-saved-with-a-point-missing"
    requirements = ("MON-09",)
    kind = "safety"
    sentence = "A review is completed by a person only, with every point of its checklist ticked."

    def __init__(self) -> None:
        super().__init__()
        self._points: dict[str, list[str]] = {}

    @sees(TaskCreated, of="review")
    def up(self, event: TaskCreated, recorded: Recorded) -> None:
        """Its points."""
        if event.routine == ROUTINE:
            self._points[event.task] = self.settings.get("checklist", [])

    @sees(TaskCompleted, of="review")
    def saved(self, event: TaskCompleted, recorded: Recorded) -> None:
        """The form."""
        if event.routine != ROUTINE:
            return
        missing = [point for point in self._points.pop(event.task, []) if point not in event.facts.get("ticked", ())]
        self.judged += 1
        if missing:
            self.broken(recorded, f"{event.task} was saved without the points: {', '.join(missing)}.")
        if not recorded.actor.startswith("staff:"):
            self.broken(recorded, f"{event.task} was saved by {recorded.actor}; a person has to look at the case.")
