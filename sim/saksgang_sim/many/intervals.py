"""A mean and how far to trust it: the interval after Student that holds the true mean in 19 of 20 such samples."""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import fmean, stdev

from attrs import evolve, frozen

__all__ = ["Interval", "interval", "student"]

# The 0.975 quantile of Student's t by degrees of freedom: NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2.
# Between two rows the one above counts, whose interval is a little wider.
QUANTILES = {
    1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262, 10: 2.228,
    11: 2.201, 12: 2.179, 13: 2.160, 14: 2.145, 15: 2.131, 16: 2.120, 17: 2.110, 18: 2.101, 19: 2.093, 20: 2.086,
    21: 2.080, 22: 2.074, 23: 2.069, 24: 2.064, 25: 2.060, 26: 2.056, 27: 2.052, 28: 2.048, 29: 2.045, 30: 2.042,
    40: 2.021, 50: 2.009, 60: 2.000, 80: 1.990, 100: 1.984,
}  # fmt: skip

ALIKE = 6
"""So many values on one side of 0 come by chance in fewer than one of twenty samples (the sign test)."""


@frozen
class Interval:
    """The mean of a sample and its 95 % interval.

    Attributes:
        low, high: ``nan`` for a sample of one, which tells nothing about others.
        number: how many there were.
    """

    mean: float
    low: float
    high: float
    number: int

    def within(self, least: float, most: float) -> Interval:
        """The same where no value can lie outside of these: a share of 103 % is none, whatever Student says."""
        return evolve(self, low=max(self.low, least), high=min(self.high, most))

    @property
    def alike(self) -> bool:
        """Whether the values are the same and too few to tell from that how others would scatter."""
        return self.number < 2 or (self.low == self.high and self.mean != 0 and self.number < ALIKE)

    @property
    def shows(self) -> bool:
        """Whether 0 lies outside, so that chance alone hardly explains the mean."""
        return not self.alike and (self.low > 0 or self.high < 0)


def interval(sample: Sequence[float]) -> Interval:
    """Of at least one value; values that are all the same have an interval of no width."""
    mean, number = fmean(sample), len(sample)
    if number < 2:
        return Interval(mean, math.nan, math.nan, number)
    half = student(number - 1) * stdev(sample) / math.sqrt(number)
    return Interval(mean, mean - half, mean + half, number)


def student(freedom: int) -> float:
    """By how many standard errors the interval reaches out on each side."""
    return QUANTILES[max(row for row in QUANTILES if row <= freedom)]
