"""Synthetic people, worked out when asked for and never stored: a city costs nothing until used (SIM-03).

People come in households of five with one surname and one address: a guardian, a child and three more adults.
Everything about a person follows from the seed, the date and the person's place, never from the size of the
population or from who was asked for before (SIM-02). No two people share a personal number, and no number can
belong to anyone (COR-08).

Names and streets come from Faker, whose output changes between its versions: they never enter the journal or
a digest, only ids do. Faker is slow and draws by turn, so it fills a pool once a run from which each person
draws by key. Numbers are ours: Faker's Norwegian ones can belong to living people, and it has no Danish ones.

Ages, households and the share without a mailbox are assumptions, not statistics.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cached_property, lru_cache

import attrs
from faker import Faker

from saksgang.errors import InputRefused
from saksgang.identity import masked, synthetic_number
from saksgang_sim.luck import Luck

__all__ = ["LARGEST", "MAILBOX_AGE", "REMEMBERED", "WITHOUT_MAILBOX", "Person", "Population"]

LARGEST = 1_000_000
"""The largest population; beyond it the numbers of a birth date may run out."""

MAILBOX_AGE = 15
"""Assumption: years of age from which a person can have an electronic mailbox of their own."""

WITHOUT_MAILBOX = {"NO": 0.08, "DK": 0.06}
"""Assumption: share of those old enough who are exempt from digital mail or have no electronic mailbox."""

REMEMBERED = 2_000
"""How many people are remembered at once, at about 600 bytes each."""

_GUARDIAN, _CHILD = 0, 1
_AGES = ((38, 55), (2, 18), (19, 94), (19, 94), (19, 94))  # youngest and oldest at each place of a household
_ADULTS = (0, 2, 3, 4)
_SEXES = ("female", "male")
_LOCALES = {"NO": "no_NO", "DK": "da_DK"}
_STRIDE = 1_000_003  # a prime above any span of days: its multiples meet each day once before any day twice


@attrs.frozen
class Person:
    """A synthetic person; ``repr`` shows the number masked.

    Attributes:
        id: what journals and draws know the person by, such as ``citizen:000123``.
        number: a personal number that cannot belong to anyone.
        sex: ``female`` or ``male``, as the number says.
        guardian: the id of the guardian, ``""`` for adults.
    """

    id: str
    number: str = attrs.field(repr=masked)
    birth: date
    sex: str
    guardian: str = ""


@attrs.frozen
class _Pool:
    """What names and addresses are put together from."""

    female: tuple[str, ...]
    male: tuple[str, ...]
    last: tuple[str, ...]
    streets: tuple[str, ...]
    towns: tuple[str, ...]


@attrs.frozen
class _Births:
    """When those at one place of all households were born: each day of the span in its turn.

    Attributes:
        first: the first day of the span.
        days: how many it has.
        start: the day at which the first household is.
    """

    first: date
    days: int
    start: int


@attrs.frozen
class Population:
    """The citizens of a simulated municipality, numbered from 0 (SIM-03).

    Attributes:
        country: ``NO`` or ``DK``.
        size: how many, from 1 to :data:`LARGEST`.
        seed: the run's seed; equal populations have equal people.
        as_of: the scenario's date, at which the ages hold.
        without_mailbox: share of those old enough without electronic mailbox; default by country.

    Raises:
        InputRefused: unknown country, or a size, date or share out of range.
    """

    country: str = attrs.field()
    size: int = attrs.field()
    seed: int | str
    as_of: date = attrs.field()
    without_mailbox: float = attrs.field()
    _luck: Luck = attrs.field(init=False, repr=False, eq=False)
    _lately: dict[int, Person] = attrs.field(init=False, repr=False, eq=False, factory=dict)

    @without_mailbox.default
    def _usual_share(self) -> float:
        return WITHOUT_MAILBOX.get(self.country, 0.0)

    @_luck.default
    def _own_luck(self) -> Luck:
        return Luck(self.seed, "people")

    @country.validator
    def _known(self, _: object, country: str) -> None:
        if country not in _LOCALES:
            raise InputRefused(f"The country of a population is {country!r}; use {' or '.join(_LOCALES)}.")

    @size.validator
    def _possible(self, _: object, size: int) -> None:
        if not 1 <= size <= LARGEST:
            raise InputRefused(f"The size of a population is {size}; give a number from 1 to {LARGEST}.")

    @as_of.validator
    def _numbered(self, _: object, as_of: date) -> None:
        if not 1960 <= as_of.year <= 2038:
            raise InputRefused(
                f"The date of a population is {as_of}; give one from 1960 to 2038, "
                "whose people were born while the personal numbers known here are issued."
            )

    @without_mailbox.validator
    def _is_share(self, _: object, share: float) -> None:
        if not 0.0 <= share <= 1.0:
            raise InputRefused(f"The share without a mailbox is {share}; give a number from 0 to 1.")

    @cached_property
    def children(self) -> int:
        """How many children there are, for ``child(0)`` to ``child(children - 1)``."""
        return (self.size - _CHILD + 4) // 5

    @cached_property
    def adults(self) -> int:
        """How many adults there are, for ``adult(0)`` to ``adult(adults - 1)``."""
        return self.size - self.children

    def person(self, n: int) -> Person:
        """The n-th citizen, counted from 0; who was asked for lately is remembered.

        Raises:
            InputRefused: there is no such citizen.
        """
        known = self._lately.get(n)
        if known is None:
            _within("citizen", n, self.size)
            if len(self._lately) >= REMEMBERED:
                self._lately.clear()
            known = self._lately[n] = self._worked_out(n)
        return known

    def _worked_out(self, n: int) -> Person:
        household, place = divmod(n, len(_AGES))
        sex = self._luck.integer(0, 1, str(n), "sex")
        birth, serial = self._birth(household, place)
        return Person(
            _id(n),
            synthetic_number(self.country, birth, 2 * serial + sex),
            birth,
            _SEXES[sex],
            _id(n - _CHILD + _GUARDIAN) if place == _CHILD else "",
        )

    def child(self, n: int) -> Person:
        """The n-th child, 2 to 18 years old, whose guardian is 38 to 55 and lives at the same address.

        Raises:
            InputRefused: there is no such child.
        """
        _within("child", n, self.children)
        return self.person(len(_AGES) * n + _CHILD)

    def adult(self, n: int) -> Person:
        """The n-th adult, 19 to 94 years old, guardians among them.

        Raises:
            InputRefused: there is no such adult.
        """
        _within("adult", n, self.adults)
        household, place = divmod(n, len(_ADULTS))
        return self.person(len(_AGES) * household + _ADULTS[place])

    def find(self, person_id: str) -> Person:
        """The citizen with this id, such as a guardian.

        Raises:
            InputRefused: the id is none of this population's.
        """
        return self.person(_position(person_id))

    def digital(self, person: Person) -> bool:
        """Whether letters reach the person in an electronic mailbox; if not, they are printed."""
        if person.birth > self._mailbox_from:
            return False
        return not self._luck.chance(self.without_mailbox, str(_position(person.id)), "no mailbox")

    def name(self, person: Person) -> str:
        """First name and surname: whoever delivers to somebody asks for it, journals and letters do without."""
        n = _position(person.id)
        household = n // len(_AGES)
        pool = _pool(self.country, str(self.seed))
        first = _pick(pool.female if person.sex == "female" else pool.male, self._luck.child(str(n)), "first name")
        return f"{first} {_pick(pool.last, self._luck, 'surname', str(household))}"

    def address(self, person: Person) -> str:
        """Street and house number, then postcode and town; a household has one address."""
        household = str(_position(person.id) // len(_AGES))
        pool, luck = _pool(self.country, str(self.seed)), self._luck.child("household", household)
        house = luck.integer(1, 99, "house")
        return f"{_pick(pool.streets, luck, 'street')} {house}, {_pick(pool.towns, luck, 'town')}"

    @cached_property
    def _births(self) -> tuple[_Births, ...]:
        return tuple(self._births_at(place) for place in range(len(_AGES)))

    def _births_at(self, place: int) -> _Births:
        youngest, oldest = _AGES[place]
        first = _years_before(self.as_of, oldest + 1) + timedelta(days=1)
        days = (_years_before(self.as_of, youngest) - first).days + 1
        return _Births(first, days, self._luck.integer(0, days - 1, "birth", str(place)))

    @cached_property
    def _mailbox_from(self) -> date:
        return _years_before(self.as_of, MAILBOX_AGE)

    def _birth(self, household: int, place: int) -> tuple[date, int]:
        """A birth date, and which of the people born that day this is: the same pair is never given twice."""
        span = self._births[place]
        born = span.first + timedelta((span.start + household * _STRIDE) % span.days)
        return born, household // span.days * len(_AGES) + place


@lru_cache(maxsize=8)
def _pool(country: str, seed: str) -> _Pool:
    fake = Faker(_LOCALES[country])
    fake.seed_instance(f"{seed}/names")
    return _Pool(
        female=_drawn(fake.first_name_female, 400),
        male=_drawn(fake.first_name_male, 400),
        last=_drawn(fake.last_name, 400),
        streets=_drawn(fake.street_name, 400),
        towns=_drawn(lambda: f"{fake.postcode()} {fake.city()}", 12),
    )


def _drawn(draw: Callable[[], str], count: int) -> tuple[str, ...]:
    return tuple(draw() for _ in range(count))


def _pick(pool: tuple[str, ...], luck: Luck, *key: str) -> str:
    return pool[luck.integer(0, len(pool) - 1, *key)]


def _id(n: int) -> str:
    return f"citizen:{n:06}"


def _position(person_id: str) -> int:
    number = person_id.removeprefix("citizen:")
    if not (number.isascii() and number.isdigit() and _id(int(number)) == person_id):
        raise InputRefused("The id of a citizen is not like citizen:000123; take it from a person's id.")
    return int(number)


def _within(what: str, n: int, count: int) -> None:
    if not 0 <= n < count:
        raise InputRefused(f"There is no {what} {n}: the population has {count}, counted from 0; ask for one of them.")


def _years_before(day: date, years: int) -> date:
    """The latest birth date of someone who is that many years old on the day."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return date(day.year - years, 2, 28)
