"""What is asked of a log: rules as data, each over one case at a time."""

from __future__ import annotations

from typing import Literal, TypeAlias

from attrs import field, frozen

from saksgang.errors import InputRefused
from saksgang.legaltime import Duration, Rule, Unit

__all__ = ["AtMost", "AuditRule", "Before", "Follows", "How", "Names", "time_rule"]

MOST = 1_000_000
How: TypeAlias = Literal["within", "exactly", "by"]
_DAYS = frozenset({Unit.DAYS, Unit.WORKING_DAYS, Unit.MONTHS})


@frozen
class Names:
    """Activities, any one of which is meant.

    Attributes:
        alternatives: as they stand in the log; one that ends with ``*`` stands for all that begin like it.
    """

    alternatives: tuple[str, ...]

    def fit(self, activity: str) -> bool:
        """Whether an activity of the log is one of them."""
        return any(
            activity.startswith(name[:-1]) if name.endswith("*") else activity == name for name in self.alternatives
        )

    def __str__(self) -> str:
        """As they are written in a rule."""
        return " | ".join(self.alternatives)


@frozen
class Follows:
    """Every ``first`` is followed by a ``then`` in time.

    Attributes:
        how: ``within`` the time; ``exactly`` on the day, of hours in the minute, that the time leads to; ``by`` what
            stands in a column of the row of ``first``.
        time: how it is counted; ``None`` for ``by``.
        column: the name of the column; ``""`` but for ``by``.
        unless: what makes it not needed any more, when it comes before both.
    """

    text: str
    first: Names
    then: Names
    how: How
    time: Rule | None = None
    column: str = ""
    unless: Names | None = None
    name: str = ""


@frozen
class Before:
    """No ``never`` without a ``before`` that came no later."""

    text: str
    never: Names
    before: Names
    name: str = ""


@frozen
class AtMost:
    """No case has more than ``number`` of them."""

    text: str
    number: int = field()
    what: Names = field()
    name: str = ""

    @number.validator
    def _check(self, _: object, number: int) -> None:
        if not 0 <= number <= MOST:
            raise InputRefused(f"At most {number} is no limit for a case: write a whole number from 0 to {MOST}.")


AuditRule: TypeAlias = Follows | Before | AtMost


def time_rule(text: str) -> Rule:
    """A time as an audit counts it: in days, working days, weeks or months the whole last local day counts.

    Whoever asks a log for 21 days means days; ``same minute`` says otherwise. Raises ``InputRefused``.
    """
    rule = Rule.parse(text)
    if rule.duration.unit not in _DAYS or "same minute" in " ".join(text.lower().split()):
        return rule
    return Rule(Duration(rule.duration.unit, rule.duration.number), "end of day", rule.moves)
