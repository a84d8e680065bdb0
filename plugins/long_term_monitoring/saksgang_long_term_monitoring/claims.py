"""Claims (fordringer) as the facts of a case have them: what, how much, on what basis, since when (MON-05, MON-08)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from saksgang.declarations import listed
from saksgang.facts import remembered

__all__ = [
    "BASES",
    "CREDITED",
    "OPEN",
    "PAID",
    "STATES",
    "YEARS_AHEAD",
    "Claim",
    "as_row",
    "claim_faults",
    "claims_of",
    "date_faults",
    "to_ask",
]

BASES = ("faktura", "tvangsgrunnlag")
OPEN, PAID, CREDITED = "open", "paid", "credited"
STATES = (OPEN, PAID, CREDITED)
# An invoice lives no longer than that: what is said to fall due later is a slip of the pen.
YEARS_AHEAD = 3
FIELDS = frozenset({"id", "what", "amount", "basis", "due", "limitation_from", "stop", "state"})


@frozen
class Claim:
    """One claim.

    Attributes:
        id: its number in the finance system.
        amount: what is owed, in øre.
        basis: ``faktura``, or ``tvangsgrunnlag`` where it can be enforced.
        due: the day on which payment could be asked for.
        limitation_from: the day from which limitation counts; the due day, an acknowledgement, an enforcement basis.
        stop: ``stopp mot økonomisystem``: never asked about.
        state: ``open``, ``paid`` or ``credited``.
    """

    id: str
    what: str
    amount: int
    basis: str
    due: dt.date
    limitation_from: dt.date
    stop: bool = False
    state: str = OPEN

    @property
    def open(self) -> bool:
        """Whether something is still owed."""
        return self.state == OPEN


def claims_of(facts: Mapping[str, Any]) -> tuple[Claim, ...]:
    """The claims of a case, as they were imported and changed since; only well-formed ones get there."""
    rows = facts.get("claims")
    return _claims(rows) if rows else ()


@remembered
def _claims(rows: list[dict[str, Any]]) -> tuple[Claim, ...]:
    return tuple([_read(row) for row in rows])


def to_ask(facts: Mapping[str, Any]) -> list[str]:
    """The claims that the finance system is asked about: open, and without a stop (MON-05)."""
    return [claim.id for claim in claims_of(facts) if claim.open and not claim.stop]


def as_row(claim: Claim) -> dict[str, object]:
    """A claim as the facts of a case have it."""
    return {
        "id": claim.id,
        "what": claim.what,
        "amount": claim.amount,
        "basis": claim.basis,
        "due": claim.due.isoformat(),
        "limitation_from": claim.limitation_from.isoformat(),
        "stop": claim.stop,
        "state": claim.state,
    }


def claim_faults(rows: object) -> Iterator[str]:
    """What is wrong with a list of claims, a sentence each; nothing where all of it can be read."""
    if not isinstance(rows, list) or not rows:
        yield "there is no list of claims; give one claim at least"
        return
    ids = []
    for number, row in enumerate(rows):
        if not isinstance(row, dict):
            yield f"claims[{number}] is no table"
            continue
        ids.append(row.get("id"))
        for fault in _row_faults(row):
            yield f"claims[{number}].{fault}"
    twice = [str(key) for key in ids if ids.count(key) > 1]
    for key in dict.fromkeys(twice):
        yield f"the claim {key!r} is there twice"


def date_faults(claims: Iterable[Claim], today: dt.date) -> Iterator[str]:
    """Which dates cannot be: one slip in the year of a date, and nobody would be warned before the claim has lapsed."""
    for claim in claims:
        if claim.due.year > today.year + YEARS_AHEAD:
            yield f"the claim {claim.id} falls due on {claim.due}, more than {YEARS_AHEAD} years ahead"
        if claim.limitation_from > max(today, claim.due):
            yield (
                f"limitation of the claim {claim.id} counts from {claim.limitation_from}, which is still to come; name "
                "the day on which it was interrupted, or leave limitation_from out"
            )


def _read(row: Mapping[str, Any]) -> Claim:
    due = dt.date.fromisoformat(row["due"])
    since = row.get("limitation_from")
    lapses_from = dt.date.fromisoformat(since) if since else due
    stop, state = row.get("stop", False), row.get("state", OPEN)
    return Claim(row["id"], row["what"], row["amount"], row["basis"], due, lapses_from, stop, state)


def _row_faults(row: Mapping[str, Any]) -> Iterator[str]:
    if not FIELDS.issuperset(row):
        yield f"{min(row.keys() - FIELDS)} is not known"
    for name in ("id", "what"):
        text = row.get(name)
        if not isinstance(text, str) or not text.strip():
            yield f"{name} is missing"
    amount = row.get("amount")
    if not isinstance(amount, int) or isinstance(amount, bool) or amount <= 0:
        yield "amount is no whole number of øre above 0"
    if row.get("basis") not in BASES:
        yield f"basis is not one of: {listed(BASES)}"
    if row.get("state", OPEN) not in STATES:
        yield f"state is not one of: {listed(STATES)}"
    if not isinstance(row.get("stop", False), bool):
        yield "stop is neither true nor false"
    due = row.get("due", "")
    for name, value in (("due", due), ("limitation_from", row.get("limitation_from", due))):
        if _no_date(value):
            yield f"{name} is no date such as 2026-03-31"


def _no_date(value: object) -> bool:
    try:
        day = dt.date.fromisoformat(value) if isinstance(value, str) else dt.date.min
    except ValueError:
        return True
    # 20260331 and 2026-W14-2 are dates to Python; those who read the journal know one way to write a date.
    return day.year < 1980 or day.isoformat() != value
