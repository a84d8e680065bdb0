"""What a saved review form says: the points ticked, the outcome chosen, the months until the next review (MON-09)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from saksgang.declarations import listed
from saksgang_long_term_monitoring.findings import LONGEST
from saksgang_long_term_monitoring.rows import CONTINUE, OutcomeRow
from saksgang_long_term_monitoring.settings import Settings

__all__ = ["Saved", "chosen", "missing_points", "saved", "unreadable"]


@frozen
class Saved:
    """A form as it was saved.

    Attributes:
        choice: the row that was chosen.
        interval: until the next review, as a rule in words; ``""`` where monitoring does not continue.
        overrule: why a review after the last review day is allowed all the same.
    """

    choice: OutcomeRow
    interval: str
    ticked: tuple[str, ...]
    notes: str
    overrule: str


def missing_points(checklist: Sequence[str], facts: Mapping[str, Any]) -> list[str]:
    """The points of the form that are not ticked, in its order (MON-09)."""
    ticked = facts.get("ticked", ())
    return [point for point in checklist if point not in ticked]


def chosen(outcome: str, facts: Mapping[str, Any], settings: Settings) -> OutcomeRow | None:
    """The row that was chosen: the one named, else the first with that effect (MON-10)."""
    fit = [row for row in settings.outcomes if row.effect == outcome]
    name = facts.get("choice")
    return next((row for row in fit if name in (None, row.name)), None)


def unreadable(outcome: str, facts: Mapping[str, Any], checklist: Sequence[str], settings: Settings) -> str | None:
    """Why the form cannot be saved as it is, as far as the form alone tells (MON-09, MON-10)."""
    ticked, months = facts.get("ticked", []), facts.get("months")
    if not isinstance(ticked, list) or any(point not in checklist for point in ticked):
        return f"MON-09: Something is ticked that is not on the checklist; its points are: {listed(checklist)}."
    missing = missing_points(checklist, facts)
    if missing:
        return f"MON-09: These points are not ticked yet: {listed(missing)}; tick each, then choose an outcome."
    row = chosen(outcome, facts, settings)
    if row is None:
        names = listed(row.name for row in settings.outcomes if row.effect == outcome)
        return f"MON-10: {facts.get('choice', outcome)!r} is no outcome with the effect {outcome!r}; there is: {names}."
    if months is not None and row.effect != CONTINUE:
        return f"MON-10: {row.name!r} has no next review; leave months out."
    if months is not None and (not isinstance(months, int) or isinstance(months, bool) or not 1 <= months <= LONGEST):
        return f"MON-10: The next review is in whole months from 1 to {LONGEST}, not {months!r}."
    return _wrong_words(facts)


def saved(outcome: str, facts: Mapping[str, Any], settings: Settings) -> Saved:
    """The form as it was saved; only one that can be read gets here."""
    row = chosen(outcome, facts, settings) or OutcomeRow(outcome, outcome)
    months = facts.get("months") or row.months
    interval = (f"{months} months" if months else str(settings.interval)) if row.effect == CONTINUE else ""
    ticked = tuple(facts.get("ticked", ()))
    return Saved(row, interval, ticked, str(facts.get("notes", "")).strip(), str(facts.get("overrule", "")).strip())


def _wrong_words(facts: Mapping[str, Any]) -> str | None:
    for name in ("notes", "overrule"):
        if not isinstance(facts.get(name, ""), str):
            return f"MON-09: The field {name} is text, not {facts[name]!r}."
    return None
