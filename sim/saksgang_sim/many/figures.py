"""The figures of a run that runs are compared by, each with its name (SIM-09)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from attrs import frozen

from saksgang_sim.many.desks import Desks
from saksgang_sim.run import Outcome
from saksgang_sim.summary import days
from saksgang_sim.tally import Tally

__all__ = ["Figure", "figures", "rank"]

ROUND = 4
SHARE = "share met"
FATES = ("sent", "returned by the leader", "opened digitally", "to print", "stopped by hand", "failed")
# In the order in which they are told, and whether the measure is a count: 0 where nothing of the kind happened.
GROUPS = {
    "Deadlines": {SHARE: False, "missed": True},
    "Reminders": {"came": True},
    "Days to answer": {"in the middle": False, "nine of ten": False},
    "Letters": dict.fromkeys(FATES, True),
    "Work": {"tasks done": True},
    "Queues": {"at the end of a day": True, "at the most": True},
    "Cases": {"opened": True},
}


@frozen
class Figure:
    """What a number tells of.

    Attributes:
        group: such as ``Deadlines``.
        name: with its routine, such as ``ppt_intake.answer.norm``.
        measure: such as ``missed``.
    """

    group: str
    name: str
    measure: str

    @property
    def is_share(self) -> bool:
        """Whether it is a share, from 0 to 1."""
        return self.measure == SHARE

    @property
    def most(self) -> float:
        """What it cannot be more than; none is less than 0."""
        return 1.0 if self.is_share else math.inf

    @property
    def is_count(self) -> bool:
        """Whether a run that has none of it has 0 of it."""
        return GROUPS[self.group][self.measure]


def rank(figure: Figure) -> tuple[int, str, int]:
    """Where it is told: group by group, in each by name."""
    return list(GROUPS).index(figure.group), figure.name, list(GROUPS[figure.group]).index(figure.measure)


def figures(outcome: Outcome, desks: Desks) -> dict[Figure, float]:
    """All figures of a run."""
    made = (*_of_tally(outcome.tally), *_of_desks(desks))
    return {figure: round(number, ROUND) for figure, number in sorted(made, key=lambda row: rank(row[0]))}


def _of_tally(tally: Tally) -> Iterator[tuple[Figure, float]]:
    for name, row in tally.deadlines.items():
        if not tally.promised(*name.rsplit(".", 1)):
            yield Figure("Reminders", name, "came"), row["missed"]
        elif ended := row["met"] + row["missed"]:
            yield Figure("Deadlines", name, SHARE), row["met"] / ended
            yield Figure("Deadlines", name, "missed"), row["missed"]
    for name, counts in tally.days.items():
        took = days(counts)
        yield Figure("Days to answer", name, "in the middle"), took["median"]
        yield Figure("Days to answer", name, "nine of ten"), took["p90"]
    for name, row in tally.letters.items():
        yield from ((Figure("Letters", name, fate), row[fate]) for fate in FATES if row[fate])
    for name, row in tally.cases.items():
        if row["opened"]:
            yield Figure("Cases", name, "opened"), row["opened"]


def _of_desks(desks: Desks) -> Iterator[tuple[Figure, float]]:
    for role, number in desks.done.items():
        yield Figure("Work", role, "tasks done"), number
    for role, added_up in desks.added_up.items():
        yield Figure("Queues", role, "at the end of a day"), added_up / desks.days
        yield Figure("Queues", role, "at the most"), desks.longest[role]
