"""Norwegian and Danish personal numbers: read, made and masked (COR-08).

A number is read by its form alone. Norwegian check digits must be right; Danish ones need not be, because
numbers without a modulus 11 check digit have been issued since 2007. No message here ever repeats a number.

Norwegian numbers issued from 1 January 2032 no longer tell century and sex, and some get a first check digit
that is refused here. So keep birth date and sex beside the number, and read them off it only as it comes in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain
from operator import mul

import attrs

from saksgang.errors import InputRefused

__all__ = ["birth_date", "birthday", "is_synthetic", "masked", "synthetic_number"]

_NO_K1 = (3, 7, 6, 1, 8, 9, 4, 5, 2)
_NO_K2 = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
_DK = (4, 3, 2, 7, 6, 5, 4, 3, 2)


@attrs.frozen
class _Series:
    """Three digits after the birth date that say which years the two digits of the year can mean."""

    first: int
    last: int
    from_year: int
    to_year: int

    def year(self, two_digits: int) -> int | None:
        """The year of these years that ends in the two digits, ``None`` when there is none."""
        year = self.from_year + (two_digits - self.from_year) % 100
        return year if year <= self.to_year else None


@attrs.frozen
class _Scheme:
    """How one country builds its numbers; shifts are what its special forms add to day or month."""

    adjective: str
    digits: int
    day_shifts: tuple[int, ...]
    month_shifts: tuple[int, ...]
    synthetic_day: int
    synthetic_month: int
    check_weights: tuple[tuple[int, ...], ...]
    check_required: bool
    sex_digit: int
    series: tuple[_Series, ...]


_SCHEMES = {
    "NO": _Scheme(
        adjective="Norwegian",
        digits=11,
        day_shifts=(0, 40),  # 40: D-number
        month_shifts=(0, 40, 65, 80),  # 40: help number or Nav's tests, 65: Norsk helsenett's, 80: Tenor
        synthetic_day=0,
        synthetic_month=80,
        check_weights=(_NO_K1, _NO_K2),
        check_required=True,
        sex_digit=8,
        series=(
            _Series(0, 499, 1900, 1999),
            _Series(500, 749, 1854, 1899),
            _Series(500, 999, 2000, 2039),
            _Series(900, 999, 1940, 1999),
        ),
    ),
    "DK": _Scheme(
        adjective="Danish",
        digits=10,
        day_shifts=(0, 60),
        month_shifts=(0,),
        synthetic_day=60,
        synthetic_month=0,
        check_weights=(_DK,),
        check_required=False,
        sex_digit=9,
        series=(
            _Series(0, 399, 1900, 1999),
            _Series(400, 499, 1937, 1999),
            _Series(400, 499, 2000, 2036),
            _Series(500, 899, 1858, 1899),
            _Series(500, 899, 2000, 2057),
            _Series(900, 999, 1937, 1999),
            _Series(900, 999, 2000, 2036),
        ),
    ),
}


def birth_date(number: str, country: str) -> date:
    """The birth date that a personal number carries, with the special forms decoded (COR-08).

    Understood are ordinary numbers, Norwegian D-numbers (day + 40), help and test numbers (month + 40, 65,
    80) and Danish fictitious numbers (day + 60). One hyphen or space may stand after the sixth digit.

    Raises:
        InputRefused: not a number of that country (``"NO"`` or ``"DK"``); the message does not repeat it.
    """
    scheme = _scheme(country)
    digits = _digits(number, scheme)
    day = _unshifted(int(digits[0:2]), scheme.day_shifts, 31)
    month = _unshifted(int(digits[2:4]), scheme.month_shifts, 12)
    individual, two_digits = int(digits[6:9]), int(digits[4:6])
    years = (series.year(two_digits) for series in scheme.series if series.first <= individual <= series.last)
    try:
        return date(next(year for year in years if year is not None), month, day)
    except (StopIteration, ValueError):
        raise _refusal(scheme) from None


def birthday(number: str, country: str) -> tuple[int, int]:
    """Month and day of birth, for distributing cases by birthday; never the raw first four digits.

    Raises:
        InputRefused: as :func:`birth_date`.
    """
    born = birth_date(number, country)
    return born.month, born.day


def is_synthetic(number: str, country: str) -> bool:
    """Whether the number cannot belong to anyone: in Norway month + 80, in Denmark day + 60 (COR-08).

    Norwegian month + 40 is not synthetic: real patients carry it as a help number. Month + 65 is a test
    series, but only month + 80 is beyond doubt.

    Raises:
        InputRefused: as :func:`birth_date`.
    """
    birth_date(number, country)
    scheme = _scheme(country)
    return int(number[0:2]) > scheme.synthetic_day and int(number[2:4]) > scheme.synthetic_month


def synthetic_number(country: str, birth: date, serial: int) -> str:
    """A number with right check digits that cannot belong to anyone, for simulated people and tests (COR-08).

    Each serial from 0 gives another number of that birth date; even serials are female and odd ones male, as
    the number itself says. Individual numbers without a valid check digit are skipped. A birth date from 1900
    to 2036 has room for serials 0 to 299 and more.

    Raises:
        InputRefused: unknown country, a negative serial, or no number left for that year and serial.
    """
    scheme = _scheme(country)
    if serial < 0:
        raise InputRefused(f"The serial of a synthetic number is {serial}; give 0 or more.")
    head = f"{birth.day + scheme.synthetic_day:02}{birth.month + scheme.synthetic_month:02}{birth.year % 100:02}"
    born = [*map(int, head)]
    remainders = tuple([sum(map(mul, weights, born)) % 11 for weights in scheme.check_weights])
    found = _endings(country, _ranges_of(country, birth.year), remainders, serial % 2).at(serial // 2)
    if found is None:
        raise InputRefused(
            f"There is no {scheme.adjective} synthetic number with serial {serial} for a birth "
            f"in {birth.year}; use a lower serial or another birth date."
        )
    return f"{head}{found:0{scheme.digits - len(head)}}"


def masked(number: str) -> str:
    """The number as logs, reports and exports show it: stars, with hyphens and spaces kept (COR-08).

    Not even the birth date is left: in a small municipality it finds the person, and whom a line is about is
    said by the person's id. Text that is no number is masked all the same, since it may be one mistyped.
    """
    return re.sub(r"[^\s-]", "*", number)


def _scheme(country: str) -> _Scheme:
    if country not in _SCHEMES:
        # Not shown: whoever swaps the two arguments has passed a personal number here.
        raise InputRefused(f"Personal numbers are known for {' and '.join(_SCHEMES)}; name one of these countries.")
    return _SCHEMES[country]


def _refusal(scheme: _Scheme) -> InputRefused:
    return InputRefused(
        f"A personal number (not shown) is not a {scheme.adjective} one: {scheme.digits} digits were "
        "expected that begin with day, month and year of birth; check it for a typing error."
    )


def _digits(number: str, scheme: _Scheme) -> str:
    if not re.fullmatch(rf"[0-9]{{6}}[- ]?[0-9]{{{scheme.digits - 6}}}", number):
        raise _refusal(scheme)
    digits = number[:6] + number[-(scheme.digits - 6) :]
    unchecked = digits[: -len(scheme.check_weights)]
    if scheme.check_required and _with_check_digits(unchecked, scheme) != digits:
        raise _refusal(scheme)
    return digits


def _unshifted(part: int, shifts: tuple[int, ...], highest: int) -> int:
    """The day or month without its shift; 0, which no date takes, when it is neither."""
    return next((part - shift for shift in shifts if 1 <= part - shift <= highest), 0)


@attrs.define
class _Endings:
    """What may follow a birth date, as numbers, found as far as somebody asked for."""

    _more: Iterator[int]
    _found: list[int] = attrs.field(factory=list)

    def at(self, place: int) -> int | None:
        """The one at that place, counted from 0, ``None`` when there are not so many."""
        while len(self._found) <= place:
            ending = next(self._more, None)
            if ending is None:
                return None
            self._found.append(ending)
        return self._found[place]


@cache
def _endings(country: str, ranges: tuple[range, ...], remainders: tuple[int, ...], odd: int) -> _Endings:
    """For one sex, the same for all birth dates whose sums for the check digits leave the same remainders of 11."""
    scheme = _SCHEMES[country]
    unit = 10 ** (scheme.digits - 1 - scheme.sex_digit)
    valid = (ending for ending in _individuals(scheme, ranges, remainders) if ending // unit % 2 == odd)
    return _Endings(valid)


def _individuals(scheme: _Scheme, ranges: tuple[range, ...], remainders: tuple[int, ...]) -> Iterator[int]:
    """Individual numbers with their check digits, in ascending order within each range."""
    for individual in chain.from_iterable(ranges):
        digits = [individual // 100, individual // 10 % 10, individual % 10]
        for remainder, weights in zip(remainders, scheme.check_weights, strict=True):
            digits.append(-(remainder + sum(map(mul, weights[6:], digits))) % 11)
        if 10 not in digits:
            yield int("".join(map(str, digits)))


@cache
def _ranges_of(country: str, year: int) -> tuple[range, ...]:
    """The individual numbers from which those born that year were given theirs."""
    series = (series for series in _SCHEMES[country].series if series.year(year % 100) == year)
    return tuple(range(each.first, each.last + 1) for each in series)


def _with_check_digits(digits: str, scheme: _Scheme) -> str | None:
    """The digits and their modulus 11 check digits, ``None`` where a check digit would be 10."""
    for weights in scheme.check_weights:
        rest = sum(map(mul, weights, map(int, digits))) % 11
        if rest == 1:
            return None
        digits += str((11 - rest) % 11)
    return digits
