"""The basis of calculation, line by line, exact to the øre (BEN-16). A plain function of facts, income and month."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from attrs import frozen

from saksgang.errors import InputRefused
from saksgang_benefits.entitlement import LABELS, adult_rate, entitled
from saksgang_benefits.household import NOT_YET, REFUSES, Household
from saksgang_benefits.money import ZERO, plain, to_the_ore
from saksgang_benefits.rates import DERIVED, OFFICIAL, PROJECTED, Rate, rate, weakest

__all__ = ["MARKS", "Basis", "Calculation", "Earnings", "Line", "calculate", "granted_amount"]

MARKS = {
    OFFICIAL: "",
    DERIVED: "Beløbet bygger på en afledt sats, som endnu ikke er bekræftet.",
    PROJECTED: "Beløbet bygger på en forventet sats, som ikke er fastsat.",
}
"""What has to be shown wherever an amount is shown, by the status of the weakest rate behind it."""


@frozen
class Earnings:
    """What somebody earned in a month.

    Attributes:
        pay: kroner after labour market contribution, ATP and labour market pension.
        hours: hours worked.
    """

    pay: Decimal = ZERO
    hours: Decimal = ZERO


@frozen
class Line:
    """One step of the calculation; the amount is signed.

    Attributes:
        rate: the key of a row of ``rates.toml``, ``""`` where the line rests on no rate.
        valid_from: the first day of that row, ``""`` likewise.
    """

    label: str
    amount: Decimal
    law: str
    rate: str = ""
    valid_from: str = ""
    status: str = OFFICIAL
    source: str = ""

    def facts(self) -> dict[str, Any]:
        """As the journal keeps it."""
        return {
            "label": self.label,
            "amount": plain(self.amount),
            "law": self.law,
            "rate": self.rate,
            "valid_from": self.valid_from,
            "status": self.status,
            "source": self.source,
        }


@frozen
class Calculation:
    """The lines of a month; they add up to the amount.

    Attributes:
        spouse: the outcome of BEN-07.
        income: ``payslip``, ``statement`` or ``none``.
        obstacle: why there is no amount, ``""`` where there is one.
    """

    month: str
    lines: tuple[Line, ...]
    spouse: str
    income: str
    obstacle: str = ""

    @property
    def amount(self) -> Decimal:
        """What is due for the month, before tax."""
        return sum((line.amount for line in self.lines), ZERO)

    @property
    def status(self) -> str:
        """How sure the amount is: as the least sure of the rates behind it."""
        return weakest(line.status for line in self.lines)

    def facts(self) -> dict[str, Any]:
        """As the journal keeps it under ``calculation/<month>``."""
        return {
            "month": self.month,
            "lines": [line.facts() for line in self.lines],
            "amount": "" if self.obstacle else plain(self.amount),
            "status": self.status,
            "mark": MARKS[self.status],
            "spouse": self.spouse,
            "income": self.income,
            "obstacle": self.obstacle,
        }


def granted_amount(month: str, amount: Decimal, law: str, income: str = "none") -> Calculation:
    """The calculation of a single payment: what the caseworker granted, in one line."""
    line = Line("Bevilget enkeltydelse", to_the_ore(amount), law, source="afgørelsen")
    return Calculation(month, (line,), "no spouse", income)


@frozen
class Basis:
    """All that a month's calculation rests on.

    Attributes:
        day: the first day of the month, on which ages and rates are read.
    """

    home: Household
    own: Earnings
    spouse: Earnings
    wealth: Decimal
    day: dt.date
    allow_projected: bool = False

    def rate(self, key: str) -> Rate:
        """A rate of that month; raises ``InputRefused``."""
        return rate(key, self.day, allow_projected=self.allow_projected)


def calculate(month: str, basis: Basis, income: str) -> Calculation:
    """What is due for a month. What stands in the way of an amount is said in ``obstacle``, never raised."""
    spouse = basis.home.availability
    if spouse == NOT_YET:
        return Calculation(month, (), spouse, income, "Ægtefællen er ikke registreret på Jobnet.")
    try:
        return Calculation(month, tuple(_lines(basis)), spouse, income)
    except InputRefused as refused:
        return Calculation(month, (), spouse, income, str(refused))


def _lines(basis: Basis) -> Iterator[Line]:
    lines = [*_rates(basis), *_earned("Ansøgers", basis.own, basis)]
    if basis.home.spouse is not None:
        lines += _earned("Ægtefælles", basis.spouse, basis)
        lines += _protected(basis)
    lines += _wealth(lines, basis)
    yield from lines
    rest = sum((line.amount for line in lines), ZERO)
    if rest < 0:
        yield Line("Hjælpen kan ikke blive mindre end nul", -rest, "aktivloven § 30")


def _rates(basis: Basis) -> Iterator[Line]:
    """The rates of the applicant, and of a spouse who complies (aktivloven § 26)."""
    home = basis.home
    adults = [("Ansøger", home.applicant)]
    if home.spouse is not None and home.availability != REFUSES:
        adults.append(("Ægtefælle", home.spouse))
    for who, adult in adults:
        for key in entitled(adult, home, basis.day):
            row = basis.rate(key)
            yield _of(row, f"{who}: {LABELS[key]}", row.amount)


def _of(row: Rate, label: str, amount: Decimal) -> Line:
    return Line(label, to_the_ore(amount), row.legal_ref, row.key, f"{row.valid_from}", row.status, row.source)


def _earned(whose: str, earnings: Earnings, basis: Basis) -> Iterator[Line]:
    """Pay is deducted krone for krone, but for an amount an hour, for so many hours a month (§§ 30 and 31)."""
    if not earnings.pay:
        return
    yield Line(f"{whose} indtægt", to_the_ore(-earnings.pay), "aktivloven § 30")
    kept = _kept(earnings, basis)
    if kept:
        hours = min(earnings.hours, basis.rate("disregard_hours").amount)
        yield _of(basis.rate("disregard"), f"{whose} fradrag for {hours:f} timer", kept)


def _kept(earnings: Earnings, basis: Basis) -> Decimal:
    if not earnings.hours:
        return ZERO
    hours = min(earnings.hours, basis.rate("disregard_hours").amount)
    return min(to_the_ore(hours * basis.rate("disregard").amount), earnings.pay)


def _protected(basis: Basis) -> Iterator[Line]:
    """Of a spouse who refuses, only what is above one adult rate is deducted (§ 30, second paragraph)."""
    if basis.home.availability != REFUSES or not basis.spouse.pay:
        return
    row = basis.rate(adult_rate(basis.home, basis.day))
    kept = min(row.amount, basis.spouse.pay - _kept(basis.spouse, basis))
    yield _of(row, "Ægtefælles indtægt, der ikke fradrages", kept)


def _wealth(lines: list[Line], basis: Basis) -> Iterator[Line]:
    """Whoever has more than the wealth that does not count has to use it first (§ 14)."""
    key = "wealth_single" if basis.home.spouse is None else "wealth_couple"
    due = sum((line.amount for line in lines), ZERO)
    if not basis.wealth or due <= 0:
        return
    limit = basis.rate(key)
    if basis.wealth > limit.amount:
        yield _of(limit, "Formue over grænsen", -due)
