"""What a value in a story can stand for, and how each sort of value is read (SIM-07).

A value that names something the story has made stays a name until the story is played; all else is settled here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from attrs import frozen

from saksgang.configuration.faults import Unfit
from saksgang.configuration.problems import advice, quoted, seen
from saksgang.errors import InputRefused
from saksgang.identity import is_synthetic
from saksgang.legaltime import Rule
from saksgang_sim.stories.model import Given, Person
from saksgang_sim.stories.moments import day_of, minute_of

__all__ = ["THINGS", "Ground", "read_value"]

CAN_BE_EMPTY = ("role", "section")

THINGS = ("case", "document", "letter", "task", "deadline")
"""What a story can make and call by a name."""


@frozen
class Ground:
    """What values can refer to at one place of a story.

    Attributes:
        country: whose personal numbers the people have.
        named: the things that earlier steps have made: name to sort.
        choices: words of a closed list by sort, such as the kinds of tasks that the routines have.
    """

    country: str
    people: Mapping[str, Person]
    staff: tuple[str, ...]
    named: Mapping[str, str]
    choices: Mapping[str, tuple[str, ...]]


def read_value(sort: str, said: object, ground: Ground, *, kinds: bool = False) -> Given:
    """A value of that sort; ``kinds`` admits a kind, such as a task kind, where a thing is named.

    Raises:
        Unfit: it is no such value, or names nobody and nothing that is known here.
    """
    if sort in (*THINGS, "thing"):
        return Given(sort, _thing(sort, said, ground, kinds=kinds))
    if sort in READERS:
        return Given(sort, READERS[sort](said, ground))
    if sort in CAN_BE_EMPTY and said == "":
        return Given(sort, "")
    return Given(sort, _choice(said, ground.choices[sort]))


def _thing(sort: str, said: object, ground: Ground, *, kinds: bool) -> str:
    name = _text(said, ground)
    known = [each for each, made in ground.named.items() if sort in (made, "thing")]
    declared = ground.choices.get(f"{sort} kind", ()) if kinds else ()
    if name and name not in (*known, *declared):
        what = "thing" if sort == "thing" else sort
        raise Unfit(
            f"No step before this one has made a {what} called {quoted(name)}.", advice(name, [*known, *declared])
        )
    return name


def _choice(said: object, known: tuple[str, ...]) -> str:
    if said not in known:
        text = said if isinstance(said, str) else ""
        raise Unfit(f"Here stands {seen(said)}, which is not one of those there are.", advice(text, known))
    return str(said)


def _typed(kind: type, expected: str, example: str) -> Callable[[object, Ground], object]:
    def read(said: object, _: Ground) -> object:
        if not isinstance(said, kind) or (kind is int and isinstance(said, bool)):
            raise Unfit(f"Here stands {seen(said)}, expected {expected}.", f"Write for example {example}.")
        return said

    return read


def _text(said: object, ground: Ground) -> str:
    return str(_typed(str, "a text in quotes", '"…"')(said, ground))


def _person(said: object, ground: Ground) -> str:
    name = _text(said, ground)
    if name in ground.people:
        return ground.people[name].id
    if ":" in name or not name:  # a register id, such as that of an institution
        return name
    raise Unfit(f"{quoted(name)} is not among the people of this story.", advice(name, ground.people))


def _member(said: object, ground: Ground) -> str:
    name = _text(said, ground)
    if name and name not in ground.staff:
        raise Unfit(f"{quoted(name)} is not on the staff of this municipality.", advice(name, ground.staff))
    return name


def _number(said: object, ground: Ground) -> str:
    text = _text(said, ground)
    if text in ground.people:
        if not ground.people[text].number:
            raise Unfit(f"{quoted(text)} has no personal number.", "Give the person a birth date: birth = 2018-03-04.")
        return ground.people[text].number
    try:
        if not text or is_synthetic(text, ground.country):
            return text
    except InputRefused:
        pass
    # Not repeated in the message: it may be somebody's.
    raise Unfit("Here stands neither a person's name nor a synthetic number.", advice("", ground.people))


def _rule(said: object, ground: Ground) -> str:
    """As the office writes it, however the story does."""
    try:
        return str(Rule.parse(_text(said, ground)))
    except InputRefused as refused:
        raise Unfit(f"Here stands {seen(said)}, which is no rule of a deadline.", str(refused)) from None


def _table(said: object, ground: Ground) -> dict[str, object]:
    table = _typed(dict, "a table", "{ key = value }")(said, ground)
    assert isinstance(table, dict)
    return {key: _fact(value) for key, value in table.items()}


def _texts(said: object, ground: Ground) -> dict[str, str]:
    table = _typed(dict, "a table of texts", '{ key = "…" }')(said, ground)
    assert isinstance(table, dict)
    return {key: _text(value, ground) for key, value in table.items()}


def _fact(value: object) -> object:
    """Facts are text, whole numbers, truth values, and lists and tables of these (``saksgang.records``)."""
    if isinstance(value, dict):
        return {key: _fact(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_fact(inner) for inner in value]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if not isinstance(value, str | int):
        raise Unfit(
            f"Here stands {seen(value)}, expected text, whole numbers, or true and false.", "Write it in quotes."
        )
    return value


READERS: Mapping[str, Callable[[object, Ground], object]] = {
    "text": _text,
    "words": _text,
    "truth": _typed(bool, "true or false", "true"),
    "whole": _typed(int, "a whole number", "1"),
    "day": lambda said, _: day_of(said),
    "minute": lambda said, _: minute_of(said),
    "person": _person,
    "member": _member,
    "number": _number,
    "rule": _rule,
    "table": _table,
    "texts": _texts,
}
