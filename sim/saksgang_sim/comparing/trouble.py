"""What went wrong in the runs of a comparison, for its page: rules that were broken, runs that could not be run."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from saksgang_sim.comparing.compared import Compared
from saksgang_sim.comparing.wording import Wording
from saksgang_sim.many.result import Found
from saksgang_sim.many.telling import SHOWN
from saksgang_sim.report.rules import Sentence, rule

__all__ = ["Broken", "BrokenRow", "broken"]


@frozen
class BrokenRow:
    """The first run in which something went wrong; what a check said of it is in English."""

    head: str
    where: str
    wrong: str
    rule: Sentence | None = None


@frozen
class Broken:
    """The first few of all that went wrong, and how many more there are."""

    rows: Sequence[BrokenRow]
    more: int


def broken(compared: Compared, wording: Wording) -> Broken:
    """Each check that was violated, and whatever kept a run from running, once."""
    first: dict[str, BrokenRow] = {}
    for result in (*compared.of_a, *compared.of_b):
        if result.refused:
            first.setdefault(result.refused, BrokenRow(wording("refused", seed=result.seed), "", result.refused))
        for check in result.violated:
            first.setdefault(check.id, _row(check, result.seed, wording))
    rows = list(first.values())
    return Broken(rows[:SHOWN], max(0, len(rows) - SHOWN))


def _row(check: Found, seed: int, wording: Wording) -> BrokenRow:
    at = wording.words.moment(check.at) if check.at else ""
    where = wording("where", check=check.id, seed=seed, case=check.case or "-", at=at)
    return BrokenRow(wording("violated"), where, check.wrong, rule(check, wording.words))
