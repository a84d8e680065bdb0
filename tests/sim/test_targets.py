"""What a scenario asks of the whole run (SIM-08)."""

from __future__ import annotations

from collections import Counter

import pytest

from saksgang_sim.scenario import Target
from saksgang_sim.tally import Tally
from saksgang_sim.targets import judge_targets


def tally(met: int, missed: int) -> Tally:
    counts = Counter(started=met + missed + 4, met=met, missed=missed, cancelled=3)
    of_one_target = Tally()
    of_one_target.deadlines["garden.svar.norm"] = counts
    return of_one_target


@pytest.mark.parametrize(
    ("met", "missed", "asked", "share", "held"),
    [
        (9, 1, 0.9, 0.9, True),
        (899, 101, 0.9, 0.899, False),
        (3, 0, 1.0, 1.0, True),
        (0, 3, 0.0, 0.0, True),
        (0, 3, 0.1, 0.0, False),
        (0, 0, 0.9, 1.0, True),
    ],
)
def test_sim_08_a_target_holds_when_the_share_of_those_ended_is_as_asked(
    met: int, missed: int, asked: float, share: float, held: bool
) -> None:
    """Met over met and missed; what was cancelled or still runs does not count."""
    (result,) = judge_targets((Target("garden.svar", "norm", asked),), tally(met, missed))

    assert (result.ended, result.held) == (met + missed, held)
    assert result.share == pytest.approx(share)


def test_sim_08_each_target_is_about_its_own_deadline() -> None:
    """Another name or another due time of the same deadline has not ended once."""
    targets = (Target("garden.svar", "norm", 1.0), Target("garden.svar", "limit", 1.0), Target("garden.x", "norm", 1.0))

    assert [result.ended for result in judge_targets(targets, tally(4, 1))] == [5, 0, 0]
    assert [result.target for result in judge_targets(targets, tally(4, 1))] == list(targets)
