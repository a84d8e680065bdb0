"""Synthetic people: nobody real, nobody twice, the same whoever else is asked for."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from datetime import date, timedelta

import pytest

from saksgang.errors import InputRefused
from saksgang.identity import birth_date, is_synthetic
from saksgang_sim.people import LARGEST, Person, Population

AS_OF = date(2026, 1, 5)
COUNTRIES = pytest.mark.parametrize("country", ["NO", "DK"])


@COUNTRIES
def test_cor_08_no_number_can_belong_to_anyone_or_to_two(country: str) -> None:
    """Numbers are synthetic, different, and say the person's birth date and sex."""
    people = _people(country, 3000)

    assert all(is_synthetic(person.number, country) for person in people)
    assert len({person.number for person in people}) == len({person.id for person in people}) == 3000
    assert all(birth_date(person.number, country) == person.birth for person in people)
    assert all(_sex_by_number(person, country) == person.sex for person in people)


@pytest.mark.parametrize(
    ("as_of", "eldest", "youngest"),
    [
        (AS_OF, date(2007, 1, 6), date(2024, 1, 5)),
        (date(2024, 2, 29), date(2005, 3, 1), date(2022, 2, 28)),
        (date(2025, 2, 28), date(2006, 3, 1), date(2023, 2, 28)),
    ],
)
def test_every_birth_date_of_an_age_occurs_before_one_repeats(as_of: date, eldest: date, youngest: date) -> None:
    """Children's birth dates run from the day after a 19th birthday to a 2nd birthday, each day once."""
    town, days = Population("NO", LARGEST, 7, as_of), (youngest - eldest).days + 1
    births = [town._birth(household, 1) for household in range(days)]

    assert sorted(birth for birth, _ in births) == [eldest + timedelta(days=n) for n in range(days)]
    assert len({serial for _, serial in births}) == 1


def test_cor_08_no_birth_date_and_serial_are_given_twice() -> None:
    """In a town of 150,000, where birth dates of every age repeat, each person has a pair of their own."""
    town = Population("NO", 150_000, 7, AS_OF)

    assert len({town._birth(*divmod(n, 5)) for n in range(150_000)}) == 150_000


@COUNTRIES
def test_cor_08_numbers_differ_also_where_birth_dates_repeat(country: str) -> None:
    """Children beyond the first round of birth dates get other numbers than those of the first."""
    town = Population(country, 200_000, 7, AS_OF)
    days = (date(2024, 1, 5) - date(2007, 1, 5)).days  # 2 to 18 years old on 5 January 2026
    rounds = [town.child(n) for n in (0, days - 1, days, 2 * days, 3 * days)]

    assert {rounds[n].birth for n in (0, 2, 3, 4)} == {rounds[0].birth}
    assert rounds[1].birth != rounds[0].birth
    assert len({child.number for child in rounds}) == 5


@COUNTRIES
def test_the_largest_population_has_numbers_for_all(country: str) -> None:
    """The last household of the largest population still gets numbers of its own."""
    last = [Population(country, LARGEST, 7, AS_OF).person(LARGEST - 1 - n) for n in range(5)]

    assert all(is_synthetic(person.number, country) for person in last)


@pytest.mark.parametrize("as_of", [AS_OF, date(2024, 2, 29), date(1960, 1, 1), date(2038, 12, 31)])
@COUNTRIES
def test_sim_03_ages_hold_on_the_scenarios_date(country: str, as_of: date) -> None:
    """Children are 2 to 18, guardians 38 to 55 and adults 19 to 94 years old, whatever today is."""
    town = Population(country, 10_000, 7, as_of)
    children = [town.child(n) for n in range(0, 2000, 3)]

    assert {_age(child.birth, as_of) for child in children} == set(range(2, 19))
    assert {_age(town.find(c.guardian).birth, as_of) for c in children} == set(range(38, 56))
    assert all(19 <= _age(town.adult(n).birth, as_of) <= 94 for n in range(0, 8000, 9))


def test_sim_03_every_child_has_a_guardian_at_home() -> None:
    """The guardian is an adult of the population with the child's surname and address; adults have none."""
    town = Population("NO", 102, 7, AS_OF)
    children = [town.child(n) for n in range(town.children)]

    assert len({town.name(child).split()[-1] for child in children}) > 10
    assert len({town.address(child) for child in children}) > 10
    for child in children:
        guardian = town.find(child.guardian)
        assert guardian.id != child.id
        assert guardian.guardian == ""
        assert town.address(guardian) == town.address(child)
        assert town.name(guardian).split()[-1] == town.name(child).split()[-1]


@pytest.mark.parametrize(("size", "children"), [(1, 0), (2, 1), (5, 1), (6, 1), (7, 2), (100, 20)])
def test_everybody_is_a_child_or_an_adult(size: int, children: int) -> None:
    """Children and adults together are the whole population, each once."""
    town = Population("DK", size, 7, AS_OF)
    both = [*map(town.child, range(town.children)), *map(town.adult, range(town.adults))]

    assert town.children == children
    assert sorted(person.id for person in both) == [f"citizen:{n:06}" for n in range(size)]
    assert all(bool(person.guardian) is (n < children) for n, person in enumerate(both))


def test_sim_02_a_larger_population_changes_nobody() -> None:
    """Adding citizens, or asking in another order, leaves each person as they were."""
    small, large = Population("NO", 50, 7, AS_OF), Population("NO", 100_000, 7, AS_OF)
    backwards = [large.person(n) for n in reversed(range(50))]

    assert backwards[::-1] == [small.person(n) for n in range(50)]


def test_sim_02_without_mailbox_is_each_persons_own_luck() -> None:
    """Raising the share takes mailboxes away and gives none, and changes nothing else of a person."""
    towns = [Population("NO", 500, 7, AS_OF, without_mailbox=share) for share in (0.1, 0.5)]
    few, many = ([town.person(n) for n in range(500)] for town in towns)

    assert {p.id for p in many if towns[1].digital(p)} < {p.id for p in few if towns[0].digital(p)}
    assert [(p.number, towns[0].name(p), towns[0].address(p)) for p in few] == [
        (p.number, towns[1].name(p), towns[1].address(p)) for p in many
    ]


def test_another_seed_gives_other_people() -> None:
    """Two seeds share neither birth dates nor names, person by person."""
    one, other = (Population("DK", 20, seed, AS_OF) for seed in (7, 8))

    assert [one.person(n).birth for n in range(20)] != [other.person(n).birth for n in range(20)]
    assert [one.name(one.person(n)) for n in range(20)] != [other.name(other.person(n)) for n in range(20)]


def test_sim_01_another_hash_seed_gives_the_same_people() -> None:
    """Processes with different hash seeds see the same person, name and address included."""
    code = (
        "from datetime import date; from saksgang_sim.people import Population; "
        "town = Population('DK', 9, 'north', date(2026, 1, 5)); p = town.child(1); "
        "print(p, p.number, town.name(p), town.address(p))"
    )

    assert _run(code, "1") == _run(code, "2")


@pytest.mark.parametrize(("country", "share"), [("NO", 0.08), ("DK", 0.06)])
def test_sim_03_the_usual_share_has_no_mailbox(country: str, share: float) -> None:
    """Of 4000 adults the country's share is without mailbox, within three standard errors."""
    town = Population(country, 5000, 7, AS_OF)
    without = sum(not town.digital(town.adult(n)) for n in range(4000)) / 4000

    assert abs(without - share) < 3 * math.sqrt(share * (1 - share) / 4000)


def test_sim_03_children_under_15_have_no_mailbox_of_their_own() -> None:
    """With a mailbox for everybody who may have one, those from 15 have it and the younger do not."""
    town = Population("NO", 2000, 7, AS_OF, without_mailbox=0.0)
    children = [town.child(n) for n in range(400)]

    assert all(town.digital(child) is (_age(child.birth, AS_OF) >= 15) for child in children)


def test_names_and_addresses_are_written_as_on_a_letter() -> None:
    """A name has at least two words; an address has street and number, a four-digit postcode and a town."""
    population = Population("DK", 50, 7, AS_OF)
    for person in map(population.person, range(50)):
        street, town = population.address(person).split(", ")
        assert len(population.name(person).split()) >= 2
        assert street.split()[-1].isdigit()
        assert len(town.split()[0]) == 4
        assert town.split()[0].isdigit()
        assert town.split()[1:]


def test_cor_08_a_printed_person_shows_no_number() -> None:
    """What lands in a log when somebody prints a person has the number masked."""
    person = Population("NO", 10, 7, AS_OF).person(3)

    assert person.number not in repr(person)
    assert "number=***********," in repr(person)


@pytest.mark.parametrize(
    "person_id", ["citizen:3", "000003", "citizen:0000003", "citizen:", "staff:000003", "citizen:³"]
)
def test_ids_of_other_forms_are_refused(person_id: str) -> None:
    """Only the id that a person carries finds that person."""
    town = Population("NO", 10, 7, AS_OF)

    assert town.find("citizen:000003") == town.person(3)
    with pytest.raises(InputRefused, match="citizen:000123"):
        town.find(person_id)


def test_cor_22_people_beyond_the_population_are_refused() -> None:
    """A number below 0 or from the count on is refused with the range there is."""
    town = Population("NO", 10, 7, AS_OF)

    for ask, word in ((town.person, r"citizen 10.* has 10,"), (town.adult, r"adult 10.* has 8,")):
        with pytest.raises(InputRefused, match=word):
            ask(10)
    with pytest.raises(InputRefused, match=r"child 2.* has 2,"):
        town.child(2)
    with pytest.raises(InputRefused, match="citizen -1"):
        town.person(-1)
    with pytest.raises(InputRefused, match=r"child 0.* has 0,"):
        Population("NO", 1, 7, AS_OF).child(0)


@pytest.mark.parametrize(
    ("country", "size", "as_of", "share", "word"),
    [
        ("SE", 10, AS_OF, 0.1, "NO or DK"),
        ("NO", 0, AS_OF, 0.1, "1 to 1000000"),
        ("NO", LARGEST + 1, AS_OF, 0.1, "1 to 1000000"),
        ("NO", 10, date(1959, 12, 31), 0.1, "1960 to 2038"),
        ("DK", 10, date(2039, 1, 1), 0.1, "1960 to 2038"),
        ("NO", 10, AS_OF, 1.5, "0 to 1"),
    ],
)
def test_cor_22_impossible_populations_are_refused(
    country: str, size: int, as_of: date, share: float, word: str
) -> None:
    """Country, size, date and share are checked before anybody is made."""
    with pytest.raises(InputRefused, match=word):
        Population(country, size, 7, as_of, without_mailbox=share)


def _people(country: str, size: int) -> list[Person]:
    town = Population(country, size, 7, AS_OF)
    return [town.person(n) for n in range(size)]


def _age(birth: date, on: date) -> int:
    return on.year - birth.year - ((on.month, on.day) < (birth.month, birth.day))


def _sex_by_number(person: Person, country: str) -> str:
    digit = person.number[8] if country == "NO" else person.number[9]
    return "male" if digit in "13579" else "female"


def _run(code: str, hash_seed: str) -> str:
    env = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    return done.stdout
