"""What facts of an application, and so of a case, can say: what cannot be read is never guessed (BEN-03 to BEN-06)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from reprlib import repr as shortened
from typing import Any

from attrs import frozen

from saksgang.errors import InputRefused
from saksgang.identity import birth_date
from saksgang_benefits.money import amount
from saksgang_benefits.months import is_month

__all__ = ["AMOUNTS", "STATEMENTS", "Kind", "kept", "of_the_office", "says", "unreadable", "what_they_say"]


@frozen
class Kind:
    """A kind of fact.

    Attributes:
        expected: what such a fact is, in the middle of a sentence.
        reads: whether a value is one.
    """

    expected: str
    reads: Callable[[object], bool]


def _is_truth(value: object) -> bool:
    return isinstance(value, bool)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_year(value: object) -> bool:
    return _is_count(value) and is_month(f"{value}-01")


def _is_amount(value: object) -> bool:
    try:
        amount(value)
    except InputRefused:
        return False
    return True


def _is_number(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(birth_date(value, "DK"))
    except InputRefused:
        return False


AMOUNTS = frozenset({"own_income", "own_hours", "spouse_income", "spouse_hours", "wealth", "amount"})
TRUTHS = (
    "married",
    "spouse_registered",
    "spouse_refuses",
    "lives_alone",
    "lives_with_parents",
    "spouse_lives_with_parents",
    "extra_child_allowance",
    "activity_ready",
    "spouse_activity_ready",
    "residence_met",
    "spouse_residence_met",
    "worked",
    "spouse_worked",
)

STATEMENTS: Mapping[str, Kind] = {
    **dict.fromkeys(TRUTHS, Kind("true or false", _is_truth)),
    **dict.fromkeys(AMOUNTS, Kind('an amount or number of hours such as "13800.00"', _is_amount)),
    "children": Kind("a whole number such as 2", _is_count),
    "spouse": Kind("the id of a citizen", _is_text),
    "spouse_number": Kind("a CPR number", _is_number),
    "spouse_birth_year": Kind("a year such as 1987", _is_year),
    "spouse_work": Kind("one of none, part-time and full-time", ("none", "part-time", "full-time").__contains__),
    "purpose": Kind("a text", _is_text),
}
"""What each fact is where it says something; what is not named here is free."""


KEPT = ("calculation/", "payment/", "hold/", "register/", "missing/")
KEPT_WHOLE = ("decision", "differences", "spouse_registered_on")


def kept(facts: Mapping[str, Any]) -> list[str]:
    """The facts among these that the system keeps on a case, and nobody writes by hand."""
    return [name for name in facts if name.startswith(KEPT) or name in KEPT_WHOLE]


def of_the_office(facts: Mapping[str, Any]) -> list[str]:
    """The facts among these that come to a case later, from the system or a caseworker, and from no application."""
    return sorted([*kept(facts), *(name for name in facts if name.startswith("income/") or name == "stop_month")])


def unreadable(facts: Mapping[str, Any]) -> list[str]:
    """The names of the facts that say what they cannot; nothing said, as in ``""``, is no such fact."""
    return sorted(name for name, kind in STATEMENTS.items() if says(facts.get(name)) and not kind.reads(facts[name]))


def says(value: object) -> bool:
    """Whether a fact of that value says anything."""
    return value is not None and value != ""


def what_they_say(facts: Mapping[str, Any], names: list[str]) -> str:
    """What these facts say, and what they would have to be; a personal number is not repeated."""
    return "; ".join(f"{name} is {_shown(name, facts)}, not {STATEMENTS[name].expected}" for name in names)


def _shown(name: str, facts: Mapping[str, Any]) -> str:
    return "something else" if name == "spouse_number" else shortened(facts[name])
