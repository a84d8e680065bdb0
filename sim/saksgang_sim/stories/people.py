"""The people of a story: made up, with numbers that cannot belong to anyone (SIM-07, COR-08)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from saksgang.configuration.faults import Unfit
from saksgang.configuration.problems import advice, joined, quoted, seen
from saksgang.errors import InputRefused
from saksgang.identity import synthetic_number
from saksgang_sim.stories.model import Person
from saksgang_sim.stories.moments import day_of
from saksgang_sim.stories.page import Tell

__all__ = ["read_people"]

KEYS = ("birth", "id", "mailbox")


def read_people(said: object, country: str, tell: Tell) -> dict[str, Person]:
    """Everybody in the table ``people``; what is wrong is told with key, sentence and suggestion."""
    if not isinstance(said, dict):
        tell("people", f"Here stands {seen(said)}, expected a table of people.", "Write [people].")
        return {}
    people: dict[str, Person] = {}
    for name, table in said.items():
        try:
            person = _person(name, table, country, len(people))
        except Unfit as wrong:
            tell(joined("people", name), str(wrong), wrong.suggestion)
            person = Person(name, _id(name))
        people[name] = person
    return people


def _person(name: str, table: object, country: str, place: int) -> Person:
    if not isinstance(table, dict):
        raise Unfit(f"Here stands {seen(table)}, expected a table.", f"Write {name} = {{ mailbox = true }}.")
    if unknown := [key for key in table if key not in KEYS]:
        raise Unfit(f"There is no key {quoted(unknown[0])} for a person.", advice(unknown[0], KEYS))
    mailbox, known_as = table.get("mailbox", True), table.get("id", _id(name))
    if not isinstance(mailbox, bool):
        raise Unfit(f"Here stands {seen(mailbox)} for mailbox, expected true or false.", "Write mailbox = false.")
    if not isinstance(known_as, str) or ":" not in known_as:
        raise Unfit(f"Here stands {seen(known_as)} for id, expected a register id.", f'Write id = "{_id(name)}".')
    return Person(name, known_as, _number(table, country, place), mailbox)


def _number(table: Mapping[str, object], country: str, place: int) -> str:
    """The number of a birth date; the place among the people keeps twins apart."""
    if "birth" not in table:
        return ""
    birth: dt.date = day_of(table["birth"])
    try:
        return synthetic_number(country, birth, place)
    except InputRefused as refused:
        raise Unfit(str(refused), "Write another birth date.") from None


def _id(name: str) -> str:
    return f"citizen:{name.strip().replace(' ', '-').lower()}"
