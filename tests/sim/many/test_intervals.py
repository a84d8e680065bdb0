"""Means with intervals, against textbooks and an integral of their own (SIM-12)."""

from __future__ import annotations

import math

import pytest

from saksgang_sim.many.intervals import QUANTILES, interval, student

# Student's own data of 1908, hours of sleep won by ten patients with one drug more than with another.
SLEEP = [1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4]


def within(reach: float, freedom: int) -> float:
    """The probability of Student's t between these two limits, by Simpson's rule over its density."""
    steps = 2000
    width = 2 * reach / steps
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(freedom * math.pi)
    points = [-reach + n * width for n in range(steps + 1)]
    at = [scale * math.pow(1 + x * x / freedom, -(freedom + 1) / 2) for x in points]
    return width / 3 * (at[0] + at[-1] + 4 * sum(at[1:-1:2]) + 2 * sum(at[2:-1:2]))


def test_sim_12_students_own_sample_has_the_interval_of_the_textbooks() -> None:
    """A mean of 1.58 hours, from 0.70 to 2.46, which 0 is not within."""
    found = interval(SLEEP)

    assert (found.number, round(found.mean, 2)) == (10, 1.58)
    assert (round(found.low, 2), round(found.high, 2)) == (0.70, 2.46)
    assert found.shows


@pytest.mark.parametrize("freedom", QUANTILES)
def test_sim_12_each_row_of_the_table_holds_19_of_20(freedom: int) -> None:
    """By an integral that shares nothing with the table."""
    assert within(QUANTILES[freedom], freedom) == pytest.approx(0.95, abs=2e-4)


@pytest.mark.parametrize("freedom", [31, 39, 55, 99, 101, 5000])
def test_sim_12_between_two_rows_the_interval_is_a_little_wider(freedom: int) -> None:
    """Never narrower than it should be, and by no more than half a percent."""
    assert 0.95 <= within(student(freedom), freedom) < 0.955


def test_sim_12_one_value_tells_nothing_of_others() -> None:
    """No limits, and nothing is shown."""
    found = interval([3.0])

    assert (found.mean, found.number, found.shows) == (3.0, 1, False)
    assert math.isnan(found.low)
    assert math.isnan(found.high)


def test_sim_12_no_interval_reaches_where_no_value_can() -> None:
    """A share of nearly one is at most one, a count at least 0; what one value tells of others stays unknown."""
    share, count, one = interval([1.0, 1.0, 0.9]), interval([0.0, 0.0, 3.0]), interval([3.0])

    assert (share.high > 1, share.within(0, 1).high, share.within(0, 1).low) == (True, 1, share.low)
    assert (count.low < 0, count.within(0, math.inf).low, count.within(0, math.inf).high) == (True, 0, count.high)
    assert math.isnan(one.within(0, 1).low)
    assert math.isnan(one.within(0, 1).high)


def test_sim_12_an_interval_with_0_in_it_shows_nothing() -> None:
    """However far the mean is from it; values that are all the same have no width."""
    assert not interval([9.0, -1.0, 4.0]).shows
    assert interval([-2.0, -2.1, -1.9]).shows
    assert not interval([0.0, 0.0, 0.0]).shows


def test_sim_12_values_that_are_all_the_same_show_something_from_six_on() -> None:
    """Three pairs that happen to differ by one each have no scatter to reckon with, and prove little."""
    assert not interval([1.0] * 5).shows
    assert interval([1.0] * 6).shows
