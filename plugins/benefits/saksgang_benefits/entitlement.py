"""Which rates somebody is entitled to: the rules before and after the reform of 1 July 2025 (BEN-16)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

from saksgang_benefits.household import Adult, Household
from saksgang_benefits.rates import REFORM, rate

__all__ = ["ADULT_RATES", "LABELS", "adult_rate", "entitled"]

# The label of each rate, as the calculation and the specification show it.
LABELS = {
    "adult_provider": "Kontanthjælp, forsørger",
    "adult": "Kontanthjælp, ikke-forsørger",
    "young_single_provider": "Hjælp til unge, enlig forsørger",
    "young_provider": "Hjælp til unge, forsørger",
    "young_away": "Hjælp til unge, udeboende",
    "young_home": "Hjælp til unge, hjemmeboende",
    "minimum": "Kontanthjælp, mindstesats",
    "basic": "Kontanthjælp, grundsats",
    "raised": "Kontanthjælp, forhøjet sats",
    "home": "Kontanthjælp, hjemmeboende",
    "child_supplement": "Børnetillæg",
    "single_provider_supplement": "Tillæg til enlig forsørger",
    "single_supplement": "Tillæg til enlig ikke-forsørger",
    "youth_18_24": "Særligt ungetillæg",
    "youth_25_29": "Særligt ungetillæg",
}
ADULT_RATES = ("adult_provider", "adult", "raised")
RAISED_FROM = 25  # with two and a half years of work (§ 16)


@frozen
class _Person:
    """An adult of a household on a day; ``grown`` once the age of an adult rate is reached."""

    adult: Adult
    home: Household
    age: int
    grown: bool

    @property
    def provides(self) -> bool:
        return self.home.children > 0


def entitled(adult: Adult, home: Household, day: dt.date) -> tuple[str, ...]:
    """The keys of the rates that an adult of the household is entitled to on that day, the basic one first.

    Aktivloven §§ 23 and 25 before the reform, §§ 16 to 19 after it.

    Raises:
        InputRefused: the day lies before all rows.
    """
    age = adult.age(day)
    person = _Person(adult, home, age, grown=age >= rate("adult_age", day).amount)
    return (_old(person),) if day < REFORM else tuple(_new(person))


def adult_rate(home: Household, day: dt.date) -> str:
    """One adult rate, which a spouse who refuses keeps of the income (aktivloven § 30, second paragraph)."""
    if day >= REFORM:
        return "raised"
    return "adult_provider" if home.children else "adult"


def _old(person: _Person) -> str:
    home = person.home
    if person.grown:
        return "adult_provider" if person.provides else "adult"
    if person.provides:
        alone = home.lives_alone and home.extra_child_allowance
        return "young_single_provider" if alone else "young_provider"
    return "young_home" if person.adult.lives_with_parents else "young_away"


def _new(person: _Person) -> Iterator[str]:
    base = _base(person)
    yield base
    if person.provides:
        yield "child_supplement"
    if person.home.lives_alone:
        yield from _alone(person, base)
    if person.adult.activity_ready and base == "basic":
        yield "youth_25_29" if person.provides or person.age >= RAISED_FROM else "youth_18_24"


def _base(person: _Person) -> str:
    if not person.adult.residence_met:
        return "minimum"
    if person.grown or (person.age >= RAISED_FROM and person.adult.worked):
        return "raised"
    return "home" if person.adult.lives_with_parents and not person.provides else "basic"


def _alone(person: _Person, base: str) -> Iterator[str]:
    if person.provides and person.home.extra_child_allowance and base in ("minimum", "basic"):
        yield "single_provider_supplement"
    if not person.provides and base in ("basic", "raised"):
        yield "single_supplement"
