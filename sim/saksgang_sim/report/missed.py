"""Missed deadlines as lines of the page: which, due when, where the time went, and who could have prevented it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from saksgang_sim.report.deadlines import Missed
from saksgang_sim.report.views_deadlines import deadline_words, place_words, prevention
from saksgang_sim.report.words import Words

__all__ = ["MissedRow", "missed_row"]

DAY = 86_400
PLACES = 3
LEAST, WHOLE = 0.5, 9.5


@frozen
class MissedRow:
    """One missed deadline in words."""

    case: str
    deadline: str
    day: str
    due: str
    went: Sequence[str]
    whom: str


def missed_row(missed: Missed, words: Words) -> MissedRow:
    """The three places in which the case lay longest; what took less than half a day is left out."""
    spent = [(place, seconds / DAY) for place, seconds in missed.spent[:PLACES]]
    went = [
        words(
            "answer.days",
            place=place_words(place, words),
            days=words.number(round(days)) if days >= WHOLE else words.decimal(days),
        )
        for place, days in spent
        if days >= LEAST
    ]
    return MissedRow(
        missed.case,
        deadline_words(missed.kind, missed.target, words),
        words.day(words.almanac.today(missed.due)),
        words.moment(missed.due),
        went or [words("answer.days", place=place_words(spent[0][0], words), days=words.decimal(spent[0][1]))]
        if spent
        else [],
        prevention(missed.mostly, words) if missed.mostly else words("page.none"),
    )
