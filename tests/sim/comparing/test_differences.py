"""Differences from pairs, against figures reckoned by hand (SIM-02, SIM-12)."""

from __future__ import annotations

from saksgang.exits import Exit
from saksgang_sim.comparing.differences import Difference, differences
from saksgang_sim.many.figures import Figure
from saksgang_sim.many.result import Result

DONE, MET = Figure("Work", "a.b", "tasks done"), Figure("Deadlines", "a.c", "share met")


def runs(figure: Figure, *values: float | None) -> list[Result]:
    """One run a value; none has no such figure."""
    return [
        Result(seed, "0", Exit.HELD, figures={} if value is None else {figure: value})
        for seed, value in enumerate(values)
    ]


def only(figure: Figure, a: tuple[float | None, ...], b: tuple[float | None, ...]) -> Difference:
    (row,) = differences(runs(figure, *a), runs(figure, *b))
    return row


def test_sim_02_the_interval_is_that_of_the_differences_within_the_pairs() -> None:
    """About one more in each pair is a difference, once there are enough, though the runs of a side lie far apart."""
    row = only(DONE, (10, 200, 3000), (11, 202, 3001))

    assert (row.a, round(row.b, 2)) == (1070, 1071.33)
    assert (round(row.between.mean, 2), round(row.between.high - row.between.low, 2)) == (1.33, 2.87)
    assert row.words == "no difference shown"
    assert only(DONE, (10, 200, 3000, 7), (11, 202, 3001, 8)).words == "higher in B"


def test_sim_12_where_the_interval_has_0_in_it_no_difference_is_shown() -> None:
    """Differences of 1, -1 and 1: a third, give or take 2.87 (4.303 times 1.1547 over the root of 3)."""
    row = only(DONE, (1, 2, 3), (2, 1, 4))

    assert (round(row.between.low, 2), round(row.between.high, 2)) == (-2.54, 3.20)
    assert row.words == "no difference shown"


def test_sim_12_what_is_said_of_a_difference() -> None:
    """Lower, the same in every run, or too few runs to say."""
    assert only(DONE, (5, 6, 7, 9, 3, 4), (4, 5, 6, 8, 2, 3)).words == "lower in B"
    assert only(DONE, (5, 6, 7), (4, 5, 6)).words == "too few runs"
    assert only(DONE, (5, 6), (5, 6)).words == "the same in every run"
    assert only(DONE, (5,), (6,)).words == "too few runs"
    assert only(DONE, (5,), (5,)).words == "the same in every run"


def test_sim_12_a_pair_counts_where_both_runs_have_the_figure() -> None:
    """A share that one run has not leaves its pair out; of a count that run has 0."""
    share = only(MET, (0.5, 0.5, None), (0.6, None, 0.9))
    count = only(DONE, (4, None), (4, 2))

    assert (share.a, share.b, share.between.number) == (0.5, 0.6, 1)
    assert (count.a, count.b, count.between.mean) == (2, 3, 1)
    assert differences(runs(MET, 0.5, None), runs(MET, None, 0.5)) == []
