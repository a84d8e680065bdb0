"""Luck by name instead of by turn: each draw is a function of the seed and its purpose (SIM-01, SIM-02).

Nothing is remembered between draws, so turning a routine on, adding a citizen or asking twice changes nobody
else's luck, and a run with and a run without are true pairs. The other side of it: the same key always gives
the same value, so whatever happens several times to one person needs the occasion in its key.

``uniform``, ``chance``, ``choice``, ``integer`` and ``triangular`` use only arithmetic that IEEE 754 rounds
exactly. ``exponential``, ``lognormal`` and ``poisson`` need ``log`` and ``exp``, whose last bit may differ
between machines: round the first two to whole seconds or minutes before they reach an event.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Collection, Iterable, Mapping
from statistics import NormalDist
from typing import Generic, Protocol, TypeVar

import attrs

from saksgang.errors import InputRefused

__all__ = ["Luck", "Weights"]

T = TypeVar("T")

_END = "\x1f"
_ESCAPE = "\x1e"
_STEP = 2.0**-53
_NORMAL = NormalDist()
_COUNT_TO = 64.0
_number = int.from_bytes


class _Hash(Protocol):
    def copy(self) -> _Hash: ...
    def update(self, data: bytes, /) -> None: ...
    def digest(self) -> bytes: ...


@attrs.frozen(init=False)
class Weights(Generic[T]):
    """What something is chosen from by weight, looked through once where it is chosen from often.

    Raises:
        InputRefused: no item has a weight above 0, or a weight is negative or not finite.
    """

    _pairs: tuple[tuple[T, float], ...]
    _total: float

    def __init__(self, weights: Mapping[T, float] | Iterable[tuple[T, float]], *key: str) -> None:
        pairs, total = _weighed(weights, key)
        self.__attrs_init__(tuple(pairs), total)

    def item(self, place: float) -> T:
        """The item at a place from 0 up to but not including 1, where each takes as much room as its weight."""
        return _item(self._pairs, place * self._total)


@attrs.frozen(init=False)
class Luck:
    """Random draws under a seed and a path of names, which are put before the key of each draw.

    So ``Luck(7).child("a").uniform("b")``, ``Luck(7, "a").uniform("b")`` and ``Luck(7).uniform("a", "b")``
    are the same draw.

    Attributes:
        seed: the seed as text; ``Luck(7)`` and ``Luck("7")`` are the same luck.
        names: the path, such as ``("ppt_intake", "citizen:000123")``.
    """

    seed: str
    names: tuple[str, ...]
    _copy: Callable[[], _Hash] = attrs.field(repr=False, eq=False)

    def __init__(self, seed: int | str, *names: str) -> None:
        start = hashlib.blake2b(_path((str(seed), *names)).encode(), digest_size=8, usedforsecurity=False)
        self.__attrs_init__(str(seed), names, start.copy)

    def __reduce__(self) -> tuple[type[Luck], tuple[str, ...]]:
        # A hash under way cannot be pickled, and worker processes are handed their luck.
        return Luck, (self.seed, *self.names)

    def child(self, *names: str) -> Luck:
        """The luck of a part, such as one routine or one citizen, under its own names."""
        start = self._copy()
        start.update(_path(names).encode())
        part = Luck.__new__(Luck)
        part.__attrs_init__(self.seed, (*self.names, *names), start.copy)
        return part

    def uniform(self, *key: str) -> float:
        """A number from 0 up to but not including 1, in steps of 2**-53."""
        return (self._word(key) >> 11) * _STEP

    def chance(self, p: float, *key: str) -> bool:
        """Whether something with probability ``p`` happens; raising ``p`` never turns a yes into a no.

        Raises:
            InputRefused: ``p`` is not from 0 to 1.
        """
        if not 0.0 <= p <= 1.0:
            raise InputRefused(f"The probability for {_named(key)} is {p}, but it must be from 0 to 1.")
        return (self._word(key) >> 11) * _STEP < p

    def choice(self, weights: Weights[T] | Mapping[T, float] | Iterable[tuple[T, float]], *key: str) -> T:
        """One of the items, each as likely as its weight among all; the order of the items counts.

        Raises:
            InputRefused: no item has a weight above 0, or a weight is negative or not finite.
        """
        if isinstance(weights, Weights):
            return weights.item(self.uniform(*key))
        pairs, total = _weighed(weights, key)
        return _item(pairs, self.uniform(*key) * total)

    def integer(self, low: int, high: int, *key: str) -> int:
        """A whole number from ``low`` to ``high``, both included.

        Raises:
            InputRefused: ``low`` is above ``high``.
        """
        if low > high:
            raise InputRefused(f"The range for {_named(key)} is {low} to {high}; put the lower number first.")
        return low + (self._word(key) * (high - low + 1) >> 64)

    def triangular(self, low: float, mode: float, high: float, *key: str) -> float:
        """A number from ``low`` to ``high``, most often near ``mode``.

        Raises:
            InputRefused: the three are not in ascending order.
        """
        if not low <= mode <= high:
            given = f"{low}, {mode}, {high}"
            raise InputRefused(f"The triangle for {_named(key)} is {given}; give them in ascending order.")
        u, width = self.uniform(*key), high - low
        if u * width < mode - low:
            return low + math.sqrt(u * width * (mode - low))
        return high - math.sqrt((1.0 - u) * width * (high - mode))

    def exponential(self, mean: float, *key: str) -> float:
        """A waiting time with this mean, in the mean's unit.

        Raises:
            InputRefused: the mean is negative or not finite.
        """
        return -_checked("mean", mean, key) * math.log(1.0 - self.uniform(*key))

    def lognormal(self, mean: float, cv: float, *key: str) -> float:
        """A duration with this mean and this coefficient of variation (standard deviation over mean).

        Raises:
            InputRefused: the mean or the coefficient is negative or not finite.
        """
        variance = math.log1p(_checked("coefficient of variation", cv, key) * cv)
        deviation = math.sqrt(variance) * self._normal(key)
        return _checked("mean", mean, key) * math.exp(deviation - variance / 2.0)

    def poisson(self, mean: float, *key: str) -> int:
        """How many arrivals when ``mean`` are expected; exact up to a mean of 64.

        Above it is the normal distribution with its skew corrected, at most 0.0002 off in any probability.

        Raises:
            InputRefused: the mean is negative or not finite.
        """
        if _checked("mean", mean, key) <= _COUNT_TO:
            return _counted(mean, self.uniform(*key))
        return _approximated(mean, self._normal(key))

    def _normal(self, key: tuple[str, ...]) -> float:
        # Half a step instead of 0, where the normal distribution has no value.
        return _NORMAL.inv_cdf(self.uniform(*key) or _STEP / 2.0)

    def _word(self, key: tuple[str, ...]) -> int:
        if len(key) == 1 and _END not in key[0] and _ESCAPE not in key[0]:  # as most are
            text = key[0]
        else:
            text = _END.join(key)
            if text.count(_END) != len(key) - 1 or _ESCAPE in text:
                text = _END.join(map(_escaped, key)) if key else _ESCAPE
        state = self._copy()
        state.update(text.encode())
        return _number(state.digest(), "big")


def _path(names: tuple[str, ...]) -> str:
    """The names, each with the end mark behind it."""
    text = _END.join((*names, ""))
    if text.count(_END) == len(names) and _ESCAPE not in text:
        return text
    return "".join(_escaped(name) + _END for name in names)


def _escaped(name: str) -> str:
    """The name without the end mark, so that no two lists of names give the same text."""
    return name.replace(_ESCAPE, _ESCAPE + "0").replace(_END, _ESCAPE + "1")


def _weighed(
    weights: Mapping[T, float] | Iterable[tuple[T, float]], key: tuple[str, ...]
) -> tuple[Collection[tuple[T, float]], float]:
    """The items with their weights, and the sum of these."""
    pairs: Collection[tuple[T, float]]
    numbers: Collection[float]
    # Asked by type first: whether a class counts as a mapping is a slow question, and nearly all are dicts.
    if type(weights) is dict or isinstance(weights, Mapping):
        pairs, numbers = weights.items(), weights.values()
    else:
        pairs = tuple(weights)
        numbers = [weight for _, weight in pairs]
    if numbers and not (min(numbers) >= 0.0 and max(numbers) < math.inf):
        raise InputRefused(f"A weight for {_named(key)} is below 0 or not finite; give 0 or more.")
    # Not sum(), which rounds differently from Python 3.12 on.
    total = math.fsum(numbers)
    if not total > 0.0:
        raise InputRefused(f"No weight for {_named(key)} is above 0; give at least one item a weight.")
    return pairs, total


def _item(pairs: Collection[tuple[T, float]], left: float) -> T:
    """The item at that place of the weights, laid end to end."""
    last = None
    for item, weight in pairs:
        if weight > 0.0:
            left -= weight
            if left < 0.0:
                return item
            last = item
    return last  # type: ignore[return-value] # rounding can leave a speck after the last subtraction


def _named(key: tuple[str, ...]) -> str:
    return repr("/".join(key))


def _checked(what: str, value: float, key: tuple[str, ...]) -> float:
    if not 0.0 <= value < math.inf:
        raise InputRefused(f"The {what} for {_named(key)} is {value}, but it must be 0 or more and finite.")
    return value


def _counted(mean: float, u: float) -> int:
    """The Poisson number at this point of the distribution, found by adding up its probabilities."""
    count, term = 0, math.exp(-mean)
    total = term
    while u >= total and total + term > total:  # the terms are spent where they no longer add anything
        count += 1
        term *= mean / count
        total += term
    return count


def _approximated(mean: float, z: float) -> int:
    """The Poisson number that lies where this standard normal number lies, after Cornish and Fisher."""
    return max(0, math.floor(mean + math.sqrt(mean) * z + (z * z - 1.0) / 6.0 + 0.5))
