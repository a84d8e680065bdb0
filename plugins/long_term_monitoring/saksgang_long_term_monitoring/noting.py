"""The note that the system writes with the result of a review; it lies on the case's notes card (MON-11)."""

from __future__ import annotations

import datetime as dt

from saksgang.legaltime import Rule, due
from saksgang.records import Case
from saksgang.view import View
from saksgang_long_term_monitoring.claims import claims_of
from saksgang_long_term_monitoring.looking import morning
from saksgang_long_term_monitoring.saving import Saved

__all__ = ["crowns", "next_day", "note"]


def note(view: View, case: Case, form: Saved) -> str:
    """The result of a saved form in Norwegian: outcome, next review, points, what is owed, notes, overrule."""
    lines = [f"Langtidsoppfølging {view.today:%d.%m.%Y}: {form.choice.name}."]
    if form.interval:
        lines.append(f"Neste vurdering: {next_day(view, form.interval):%d.%m.%Y}.")
    lines.append(f"Sjekket: {', '.join(form.ticked)}.")
    owed = [claim.amount for claim in claims_of(case.facts) if claim.open]
    lines.append(f"Åpne krav: {len(owed)}, til sammen {crowns(sum(owed))}.")
    if form.notes:
        lines.append(f"Notater: {form.notes}")
    if form.overrule:
        lines.append(f"Overstyrt foreldelsesfrist: {form.overrule}")
    return "\n".join(lines)


def next_day(view: View, interval: str) -> dt.date:
    """The day on which a case comes up that is put aside today for so long."""
    return view.almanac.today(due(morning(view, view.today), Rule.parse(interval), view.almanac))


def crowns(amount: int) -> str:
    """An amount in øre as a Norwegian writes it, such as ``12 345,00 kr``."""
    whole, part = divmod(amount, 100)
    return f"{whole:,},{part:02} kr".replace(",", " ", f"{whole:,}".count(","))
